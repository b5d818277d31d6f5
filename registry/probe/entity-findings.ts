import { isRecord } from "../../kit/is-record";
import type { Finding } from "../findings";
import { type Answer, shown } from "./ask-endpoint";
import { type EntityQuestion, keyAlias, TYPENAME_ALIAS } from "./entity-questions";
import { probeError } from "./probe-finding";

const SERVE = "Serve the type by federation's _entities, with all of its fields.";
const ANSWER_NULL = "Answer null without an error for a row that you do not have.";

/** Messages of a service that did not understand the question, in the words of GraphQL's libraries. */
const NOT_UNDERSTOOD =
  /Cannot query|Unknown (type|argument|fragment|field)|syntax|validation|_Any\b|_Entity\b|_entities\b/i;
const NOTHING_THERE = /Cannot return null/i;

/** What a question for rows is called in a message. */
export function describeQuestion({ type, isOwn, representations }: EntityQuestion): string {
  const rows = representations.map((row) => JSON.stringify(row.code ?? row.id)).join(" and ");
  return `for ${type} ${rows}, ${isOwn ? "your own" : "which do not exist"}`;
}

/**
 * What is wrong with an answer for rows: a gateway would leave it out.
 * @param endpoint what the endpoint is called
 */
export function entityFindings(
  question: EntityQuestion,
  answer: Extract<Answer, { kind: "answer" }>,
  endpoint: string,
): Finding[] {
  const { type, isOwn, fields, representations } = question;
  const asked = `Asked ${describeQuestion(question)}, ${endpoint}`;
  const entities = (what: string, remedy: string) => [probeError("PROBE_ENTITIES", `${asked} ${what}`, remedy, type)];
  const unknownId = (what: string, remedy: string, coordinate = type) => [
    probeError("PROBE_UNKNOWN_ID", `${asked} ${what}`, remedy, coordinate),
  ];

  const [message] = answer.errors;
  if (message !== undefined) {
    const failed = `answers with an error: ${message}`;
    if (NOT_UNDERSTOOD.test(message) && !NOTHING_THERE.test(message)) return entities(failed, SERVE);
    if (!isOwn) return unknownId(failed, ANSWER_NULL);
    return entities(
      failed,
      "Answer for your municipality without an error, with null in fields of which you have nothing yet.",
    );
  }
  const rows: unknown = answer.data?._entities;
  if (!Array.isArray(rows)) return entities("answers without _entities", SERVE);
  if (rows.length !== representations.length) {
    return entities(
      `answers with ${rows.length} rows instead of ${representations.length}`,
      "Answer one row for each that is asked for, in the same order, and null for one that you do not have.",
    );
  }
  const mistake = rows.map((row, index) => rowMistake(question, row, index)).find((found) => found !== undefined);
  if (mistake) return entities(...mistake);
  if (isOwn) return [];
  for (const field of fields) {
    const row = rows.find((one) => isRecord(one) && !isEmpty(one[field]));
    if (row === undefined) continue;
    const value = shown(JSON.stringify(row[field]));
    return unknownId(
      `answers all the same: ${field} is ${value}`,
      "Answer null for a row that you do not have.",
      `${type}.${field}`,
    );
  }
  return [];
}

/**
 * Why a gateway would not take a row for the one that it has asked for.
 * @returns what the endpoint does and what to do; undefined for a row that is right, or null
 */
function rowMistake(
  { type, key, representations }: EntityQuestion,
  row: unknown,
  index: number,
): readonly [what: string, remedy: string] | undefined {
  if (row === null) return undefined;
  if (!isRecord(row)) {
    return [`answers with something that is no row: ${shown(JSON.stringify(row))}`, "Answer an object, or null."];
  }
  const asked = [
    [TYPENAME_ALIAS, "__typename", type],
    [keyAlias(key), key, representations[index]?.[key] ?? ""],
  ] as const;
  for (const [alias, name, wanted] of asked) {
    const value = row[alias];
    if (value === undefined && row[name] !== undefined) {
      return [
        `does not honour aliases: asked for ${alias}: ${name}, it answers ${name}`,
        `Answer each field under its alias: ${alias} here, where the question has ${alias}: ${name}.`,
      ];
    }
    if (value === undefined || value === null) {
      return [`answers with a row without ${name}`, `Answer each row with its __typename and its ${key}, or null.`];
    }
    if (isKey(value) && String(value) === wanted) continue;
    const came = shown(JSON.stringify(value));
    return name === "__typename"
      ? [`answers with __typename ${came}`, `Answer ${type} as the __typename, as the question has it.`]
      : [
          `answers with another key: ${name} ${came} came back instead of ${JSON.stringify(wanted)}`,
          "Answer each row with the key that it was asked for by, just as the question has it, or null.",
        ];
  }
  return undefined;
}

const isKey = (value: unknown) => typeof value === "string" || Number.isSafeInteger(value);

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
