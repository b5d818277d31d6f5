import type { DocumentNode } from "graphql";
import { isRecord } from "../../kit/is-record";
import type { Finding, FindingCode } from "../findings";
import {
  type Answer,
  type AskFailure,
  askEndpoint,
  type EndpointOptions,
  type ProbeLimits,
  shown,
} from "./ask-endpoint";
import { compareSchemas } from "./compare-schemas";
import { type EntityQuestion, entityQuestions } from "./entity-questions";
import { lookUpSchema } from "./look-up-schema";
import type { Probe, ProbeSubject } from "./subject";

export interface ProbeOptions extends Omit<EndpointOptions, "limits"> {
  readonly limits?: Partial<ProbeLimits>;
}

export const defaultProbeLimits: ProbeLimits = { milliseconds: 5000, bytes: 2 * 1024 * 1024 };

/** Coordinates that a finding of differing schemas names at most. */
const MOST_NAMED = 10;

const CODES: Readonly<Record<AskFailure, FindingCode>> = {
  UNREACHABLE: "PROBE_UNREACHABLE",
  REDIRECT: "PROBE_UNREACHABLE",
  TIMEOUT: "PROBE_TIMEOUT",
  TOO_LARGE: "PROBE_TOO_LARGE",
  REFUSED: "PROBE_NOT_FEDERATION",
  NOT_GRAPHQL: "PROBE_NOT_FEDERATION",
};

const REMEDIES: Readonly<Record<AskFailure, string>> = {
  UNREACHABLE: "See that the service runs and that the hub can reach it from the internet.",
  REDIRECT: "Give the address that answers itself.",
  TIMEOUT: "Make the service quicker, or wake it before you publish.",
  TOO_LARGE: "Answer only what is asked.",
  REFUSED:
    "Let the hub in by its token: see that the hub's address and the subgraph's name are right in your settings.",
  NOT_GRAPHQL: "Give the address where the service takes GraphQL by POST and answers with JSON.",
};

/**
 * Asks a running endpoint what a gateway will ask it: for its schema, and for rows that do not exist, with the hub's token
 * and without it.
 */
export function createProbe(options: ProbeOptions): Probe {
  const endpoint: EndpointOptions = { ...options, limits: { ...defaultProbeLimits, ...options.limits } };
  return async (subject) => {
    const token = await endpoint.sign?.(subject.owner.name);
    const ask = (query: string, variables?: object) =>
      askEndpoint(endpoint, subject.routingUrl, { query, variables, token });

    const lookedUp = await lookUpSchema(ask);
    if (lookedUp.kind === "failure") return [failureFinding(lookedUp, "for its schema ({ _service { sdl } })")];
    if (lookedUp.kind === "none") {
      return [
        error(
          "PROBE_NOT_FEDERATION",
          `Asked for its schema ({ _service { sdl } }), the endpoint ${lookedUp.message}.`,
          "Serve the schema as federation's _service.",
        ),
      ];
    }
    const differences = differenceFindings(subject, lookedUp.document);
    // What differs is asked for in vain.
    if (differences.some(({ severity }) => severity === "ERROR")) return differences;

    const questions = entityQuestions(subject.owner, subject.document);
    const answers = await Promise.all(
      questions.map(async (question) =>
        entityFindings(question, await ask(question.query, { representations: question.representations })),
      ),
    );
    const unsigned = token === undefined ? [] : await unsignedFindings(endpoint, subject, questions[0]);
    return [...differences, ...answers.flat(), ...unsigned];
  };
}

const error = (code: FindingCode, message: string, remedy: string, coordinate?: string): Finding => ({
  code,
  severity: "ERROR",
  message,
  remedy,
  ...(coordinate === undefined ? {} : { coordinate }),
});

function failureFinding(answer: Extract<Answer, { kind: "failure" }>, asked: string, coordinate?: string): Finding {
  return error(
    CODES[answer.failure],
    `Asked ${asked}, the endpoint ${answer.message}.`,
    REMEDIES[answer.failure],
    coordinate,
  );
}

function differenceFindings(subject: ProbeSubject, served: DocumentNode): Finding[] {
  const { missing, different, extra } = compareSchemas(subject.document, served);
  const all: Finding[] = [
    ...missing.map((name) => differs("ERROR", name, "is in the schema that was handed in, but not in the endpoint's")),
    ...different.map((name) => differs("ERROR", name, "is not the same in the endpoint's schema")),
    ...extra.map((name) =>
      differs("WARNING", name, "is in the endpoint's schema, but not in the one that was handed in"),
    ),
  ];
  const more = all.length - MOST_NAMED;
  if (more <= 0) return all;
  const severity = all[MOST_NAMED]?.severity ?? "WARNING";
  return [
    ...all.slice(0, MOST_NAMED),
    {
      code: "PROBE_SDL_DIFFERS",
      severity,
      message: `The endpoint's schema differs in ${more} more places.`,
      remedy: "Deploy the service first, then publish the schema that it has.",
    },
  ];
}

const differs = (severity: Finding["severity"], coordinate: string, how: string): Finding => ({
  code: "PROBE_SDL_DIFFERS",
  severity,
  message: `${coordinate} ${how}.`,
  remedy: "Deploy the service first, then publish the schema that it has.",
  coordinate,
});

function entityFindings({ type, fields, representations }: EntityQuestion, answer: Answer): Finding[] {
  const asked = `for ${type} ${representations.map((row) => JSON.stringify(row.code ?? row.id)).join(" and ")}, which do not exist`;
  if (answer.kind === "failure") return [failureFinding(answer, asked, type)];
  const rows = answer.data?._entities;
  if (!Array.isArray(rows)) {
    const came =
      answer.errors[0] === undefined ? "answers without _entities" : `answers with an error: ${answer.errors[0]}`;
    return [
      error(
        "PROBE_ENTITIES",
        `Asked ${asked}, the endpoint ${came}.`,
        "Serve the type by federation's _entities, with all of its fields.",
        type,
      ),
    ];
  }
  if (rows.length !== representations.length) {
    return [
      error(
        "PROBE_ENTITIES",
        `Asked ${asked}, the endpoint answers with ${rows.length} rows instead of ${representations.length}.`,
        "Answer one row for each that is asked for, in the same order, and null for one that you do not have.",
        type,
      ),
    ];
  }
  if (answer.errors[0] !== undefined) {
    return [
      error(
        "PROBE_UNKNOWN_ID",
        `Asked ${asked}, the endpoint answers with an error: ${answer.errors[0]}.`,
        "Answer null without an error for a row that you do not have.",
        type,
      ),
    ];
  }
  const filled = fields.find((field) => rows.some((row) => isRecord(row) && !isEmpty(row[field])));
  if (filled !== undefined) {
    const value = rows.find((row) => isRecord(row) && !isEmpty(row[filled]))[filled];
    return [
      error(
        "PROBE_UNKNOWN_ID",
        `Asked ${asked}, the endpoint answers all the same: ${filled} is ${shown(JSON.stringify(value))}.`,
        "Answer null for a row that you do not have.",
        `${type}.${filled}`,
      ),
    ];
  }
  return [];
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

async function unsignedFindings(
  endpoint: EndpointOptions,
  { routingUrl }: ProbeSubject,
  question: EntityQuestion | undefined,
): Promise<Finding[]> {
  const answer = await askEndpoint(
    endpoint,
    routingUrl,
    question
      ? { query: question.query, variables: { representations: question.representations } }
      : { query: "{ __typename }" },
  );
  if (answer.kind === "failure" || answer.data === null) return [];
  return [
    {
      code: "PROBE_UNSIGNED",
      severity: "WARNING",
      message: "The endpoint answers also when it is asked without the hub's token.",
      remedy: "Refuse everybody but the hub, if what you publish is not for all or costs you to answer.",
    },
  ];
}
