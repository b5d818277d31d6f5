import type { Publisher } from "./municipal-schema";
import type { LoadQuestion } from "./steady-load";

const ROOMS = `{ initiatives(first: 10) { totalCount nodes { id name status areas { id name } municipality { name } } } }`;
const LIST = `{ municipalities { code name } }`;
const INTROSPECTION = `{ __type(name: "Municipality") { name fields { name } } }`;

/**
 * What clients ask all the time, in turn: the rooms alone, rooms with an owner's fields by key and by root field, the list
 * of all municipalities, and a small introspection.
 * @param asked whose fields are asked for, one after the other
 */
export function mixedQuestions(asked: readonly Publisher[]): LoadQuestion[] {
  return asked.flatMap(({ prefix, code }) => [
    { kind: "rooms", query: ROOMS },
    { kind: "owner", query: `{ municipality(code: "${code}") { name ${prefix} { note } } }` },
    { kind: "list", query: LIST },
    { kind: "owner", query: `{ ${prefix}Needs { id text area { id } } municipality(code: "${code}") { name } }` },
    { kind: "introspection", query: INTROSPECTION },
  ]);
}

/** Asks for what the edition has added. */
export const questionOfEdition = ({ prefix, code }: Publisher, edition: number): string =>
  `{ municipality(code: "${code}") { ${prefix} { edition${edition} } } }`;
