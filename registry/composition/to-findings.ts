import { asSentence } from "../checks/as-sentence";
import type { Finding } from "../findings";
import type { Fault } from "./compose-job";

/** More of them say nothing new: one mistake can keep hundreds of queries from having a way. */
const MOST_FINDINGS = 20;
const MOST_WITHOUT_WAY = 3;
/** Names in a schema may be as long as the whole. */
const MOST_CHARACTERS = 600;

/** What to do about the faults that owners can meet; every other gets a sentence that fits all. */
const REMEDIES: Readonly<Record<string, string>> = {
  INVALID_GRAPHQL: "Declare the type or directive in your schema, or mend its name.",
  INVALID_FIELD_SHARING: "Leave the field out: the hub answers it already.",
  FIELD_TYPE_MISMATCH: "Write the field with the type that the hub gives it, or leave it out.",
  FIELD_ARGUMENT_TYPE_MISMATCH: "Write the argument with the type that the hub gives it, or leave the field out.",
  TYPE_KIND_MISMATCH: "Choose another name for the type: the hub has one of another kind by that name.",
  KEY_INVALID_FIELDS: "Write the @key of that type as the hub has it.",
  KEY_FIELDS_SELECT_INVALID_TYPE: "Write the @key of that type as the hub has it.",
  REQUIRES_INVALID_FIELDS: "Name only fields that the type has, each declared with @external.",
  EXTERNAL_MISSING_ON_BASE: "Leave the field out, or take @external away: no other subgraph has it.",
  EXTERNAL_UNUSED: "Leave the field out: nothing needs it.",
  SATISFIABILITY_ERROR: "Declare the type with the hub's @key and its key field, so that the hub can go on from there.",
};
const REMEDY = "Mend what the message names, or leave it out.";

/** Faults of composing one owner's subgraph with the hub's, placed in the owner's text. */
export function toFindings(faults: readonly Fault[], owner: string): Finding[] {
  const withoutWay = faults.filter(({ code }) => code === "SATISFIABILITY_ERROR");
  const others = faults.filter((fault) => !withoutWay.includes(fault));
  return [...others, ...withoutWay.slice(0, MOST_WITHOUT_WAY)]
    .slice(0, MOST_FINDINGS)
    .map((fault) => toFinding(fault, owner));
}

function toFinding({ code = "", message, places }: Fault, owner: string): Finding {
  const place = places.find(({ service }) => service === owner);
  const coordinate = place?.coordinate ?? /"([_A-Za-z]\w*\.[_A-Za-z]\w*)"/.exec(message)?.[1];
  return {
    code: "COMPOSITION",
    severity: "ERROR",
    message: code === "SATISFIABILITY_ERROR" ? describeQueryWithoutWay(message) : toSentence(message),
    remedy: REMEDIES[code] ?? REMEDY,
    ...(coordinate ? { coordinate } : {}),
    ...(place ? { line: place.line, column: place.column } : {}),
  };
}

/** The library shows the query, then every way that it tried. */
function describeQueryWithoutWay(message: string): string {
  const query = /\n(\{[\s\S]*?\n\})\n/.exec(message)?.[1] ?? "";
  const reason = /\n\s+- ((?:cannot|field) [^\n]*)/.exec(message)?.[1] ?? "";
  return toSentence(`The hub would have no way to answer ${oneLine(query)}: ${reason}`);
}

/** In one line, without the name of the subgraph before it. */
function toSentence(message: string): string {
  const all = oneLine(message).replace(/^\[[^\]]*\] /, "");
  const text = all.length > MOST_CHARACTERS ? `${all.slice(0, MOST_CHARACTERS)}…` : all;
  return asSentence(text);
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** For a subgraph that took the thread too much time or memory. */
export const tooHeavy: Finding = {
  code: "COMPOSITION_TOO_HEAVY",
  severity: "ERROR",
  message:
    "Looking at the subgraph and fitting it together with the hub's took more time or memory than there is for it.",
  remedy:
    "Publish fewer types and fields, and fewer that lead from one type of the hub's to another; the same text is tried again after five minutes.",
};
