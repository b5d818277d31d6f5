import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLDateTime, GraphQLLocalDate, GraphQLURL } from "graphql-scalars";

const MOST_KRONOR = 9e13;
/** Up to 2^46 doubles lie closer than an öre, so every amount has one of its own; beyond it only whole kronor surely do. */
const MOST_KRONOR_WITH_ORE = 2 ** 46;

/** Kronor from decimal text as the database gives it: "1400000.00" → 1400000. */
function serializeSek(value: unknown): number {
  const text = String(value);
  if (!/^-?\d+(\.\d{1,2}0*)?$/.test(text)) throw new GraphQLError(`SEK cannot be made of ${text}`);
  return checkedSek(Number(text), text);
}

/** Refuses what would not be exact as a JSON number. */
function checkedSek(value: number, text: string): number {
  if (!Number.isFinite(value) || Math.abs(value) > MOST_KRONOR) {
    throw new GraphQLError(`SEK must lie between -90000000000000 and 90000000000000, not ${text}`);
  }
  if (Math.abs(value) > MOST_KRONOR_WITH_ORE && /\.\d*[1-9]/.test(text)) {
    throw new GraphQLError(`SEK beyond ${MOST_KRONOR_WITH_ORE} has whole kronor only, not ${text}`);
  }
  return value;
}

/** Kronor in as decimal text, exact. */
function parseSek(text: string): string {
  if (!/^-?\d+(\.\d{1,2})?$/.test(text)) {
    throw new GraphQLError(`SEK is a number with at most two decimals, such as 1400000 or 1400000.50, not ${text}`);
  }
  checkedSek(Number(text), text);
  return text;
}

export const sekScalar = new GraphQLScalarType<string, number>({
  name: "SEK",
  serialize: serializeSek,
  parseValue(value) {
    if (typeof value !== "number") throw new GraphQLError("SEK is a JSON number");
    return parseSek(String(value));
  },
  parseLiteral(node: ValueNode) {
    if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return parseSek(node.value);
    throw new GraphQLError("SEK is a number", { nodes: node });
  },
});

function parseMunicipalityCode(value: unknown): string {
  if (typeof value === "string" && /^\d{4}$/.test(value)) return value;
  throw new GraphQLError(
    `MunicipalityCode is four digits as a string, such as "0191"; a leading zero is part of it. Got ${JSON.stringify(value)}`,
  );
}

export const municipalityCodeScalar = new GraphQLScalarType<string, string>({
  name: "MunicipalityCode",
  serialize: parseMunicipalityCode,
  parseValue: parseMunicipalityCode,
  parseLiteral(node: ValueNode) {
    return parseMunicipalityCode(node.kind === Kind.STRING ? node.value : "value" in node ? node.value : undefined);
  },
});

/** A day as ten characters; a moment or a Date object would bring a time zone along. */
const dateScalar = new GraphQLScalarType({ ...GraphQLLocalDate.toConfig(), name: "Date", description: null });

export const scalars = {
  SEK: sekScalar,
  MunicipalityCode: municipalityCodeScalar,
  Date: dateScalar,
  DateTime: GraphQLDateTime,
  URL: GraphQLURL,
};
