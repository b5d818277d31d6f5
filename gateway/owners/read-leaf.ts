import { type GraphQLNamedType, type GraphQLScalarType, isEnumType } from "graphql";
import { scalars } from "../../kit/scalars";
import type { AnswerBudget } from "./answer-budget";
import { isBearable } from "./json-value";

/** The value, not null, as one of the type; undefined when it is none, or when the values in it are beyond the budget. */
export type LeafReader = (value: unknown, budget: AnswerBudget) => unknown;

const only =
  (isSound: (value: unknown) => boolean): LeafReader =>
  (value) =>
    isSound(value) ? value : undefined;

/** As the hub's own subgraphs would have it, and in the JSON that stands for it. */
const asHub = (scalar: GraphQLScalarType, isSound: (value: unknown) => boolean): LeafReader =>
  only((value) => {
    try {
      return isSound(value) && scalar.parseValue(value) !== undefined;
    } catch {
      return false;
    }
  });

const isText = (value: unknown) => typeof value === "string";

const KNOWN = new Map<string, LeafReader>([
  ["String", only((value) => typeof value === "string")],
  ["Int", only((value) => Number.isInteger(value) && value === ((value as number) | 0))],
  ["Float", only(Number.isFinite)],
  ["Boolean", only((value) => typeof value === "boolean")],
  // Many servers give a number for an ID.
  ["ID", (value) => (typeof value === "string" || Number.isSafeInteger(value) ? String(value) : undefined)],
  ["MunicipalityCode", asHub(scalars.MunicipalityCode, isText)],
  ["SEK", asHub(scalars.SEK, (value) => typeof value === "number")],
  ["DateTime", asHub(scalars.DateTime, isText)],
  // Pages make links of it.
  ["URL", asHub(scalars.URL, (value) => isText(value) && /^https?:\/\//i.test(value as string))],
]);

/** Reads values of a built-in scalar, one of the hub's or an enum; an owner's own scalar may hold anything bearable. */
export function createLeafReader(type: GraphQLNamedType): LeafReader {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return only((value) => values.has(value));
  }
  return KNOWN.get(type.name) ?? ((value, budget) => (isBearable(value, budget.spend) ? value : undefined));
}
