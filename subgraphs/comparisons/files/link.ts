import { deflateRawSync, inflateRawSync } from "node:zlib";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { coerceInputValue, type GraphQLInputType } from "graphql";
import { z } from "zod";
import { publicError } from "../../../kit/errors";
import { readSubgraphSchema } from "../../../kit/subgraph-schema";
import { valueResolvers } from "../../../kit/value-resolvers";
import type { ComparisonFrame } from "../comparison/comparison";
import type { ComparisonInput } from "../generated/types";
import { normaliseInput } from "../input/normalise-input";
import type { NormalisedInput } from "../input/normalised-input";
import { canonicalJson } from "./canonical-json";

/** The longest token, in characters: with the hub's address and a file's options it fits every browser and proxy. */
export const MAX_TOKEN_LENGTH = 7600;

/** What a token may grow into, in bytes; a question of 500 ids has half of it. */
const MAX_INFLATED_BYTES = 64 * 1024;

/** A question and the data that it was asked of. */
export interface Link {
  readonly input: NormalisedInput;
  readonly dataVersion: string;
}

/** A link that no comparison ever gave; `message` says so to the one who followed it. */
export class BrokenLinkError extends Error {
  override readonly name = "BrokenLinkError";
}

/**
 * The part of a permalink that holds the whole question, so that nothing has to be remembered of those who ask.
 * @throws BAD_USER_INPUT when the question is too long for an address
 */
export function encodeLink(input: NormalisedInput, dataVersion: string): string {
  const token = deflateRawSync(textOf(input, dataVersion), { level: 9 }).toString("base64url");
  if (token.length > MAX_TOKEN_LENGTH) {
    const message = `The question is too long to be linked to: ${token.length} characters, of at most ${MAX_TOKEN_LENGTH}.`;
    const remedy = "Filter on fewer ids, or on what they have in common, such as their programme or area.";
    throw publicError("BAD_USER_INPUT", `${message} ${remedy}`, {
      argument: "input",
      mistakes: [{ path: ["input", "filter"], message, remedy }],
    });
  }
  return token;
}

const textOf = (input: NormalisedInput, dataVersion: string) => canonicalJson({ v: 1, input, dataVersion });

const linkShape = z.strictObject({
  v: z.literal(1),
  // Paging, order and strictness are no part of a question.
  input: z.strictObject(
    Object.fromEntries(
      ["municipalities", "measure", "groupBy", "filter", "level", "normalise", "multiValued", "split"].map((name) => [
        name,
        // What is null is left out of the text.
        z.unknown().optional(),
      ]),
    ),
  ),
  dataVersion: z.string().regex(/^[0-9a-f]{16}$/),
});

/**
 * The question and version that a token holds. Tokens are written by strangers: size and shape are checked, the question goes
 * through what every question goes through, and it must be written as the hub writes it, with nothing after it: a question
 * has one address. How tightly it is compressed is left open, for the library may do that otherwise tomorrow.
 * @throws BrokenLinkError when it is none of ours; BAD_USER_INPUT, as the graph does, when the question in it is wrong
 */
export function decodeLink(token: string): Link {
  const text = readToken(token);
  const { input, dataVersion } = readLink(text);
  const mistakes: string[] = [];
  const coerced = coerceInputValue(input, inputType(), (path, _value, { message }) =>
    mistakes.push(`${path.join(".")}: ${message}`),
  );
  if (mistakes.length > 0) throw new BrokenLinkError("The link asks something that the hub does not understand.");
  const link = { input: normaliseInput(coerced as ComparisonInput), dataVersion };
  if (textOf(link.input, dataVersion) !== text) throw broken();
  return link;
}

/** Address to cite; files of the comparison are at the same address with .csv, .xlsx, .json or .metadata.json after it. */
export function permalinkOf(publicUrl: string, frame: Pick<ComparisonFrame, "input" | "dataVersion">): string {
  return `${publicUrl.replace(/\/+$/, "")}/comparisons/${encodeLink(frame.input, frame.dataVersion)}`;
}

/** The text in a token, if it is all that is in it. */
function readToken(token: string): string {
  const bytes = Buffer.from(token, "base64url");
  if (token.length > MAX_TOKEN_LENGTH || bytes.toString("base64url") !== token) throw broken();
  try {
    // With `info` it tells how many of the bytes it took; the types do not know that.
    const { buffer, engine } = inflateRawSync(bytes, {
      maxOutputLength: MAX_INFLATED_BYTES,
      info: true,
    }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    if (engine.bytesWritten !== bytes.length) throw broken();
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer);
  } catch {
    throw broken();
  }
}

function readLink(text: string): z.infer<typeof linkShape> {
  try {
    return linkShape.parse(JSON.parse(text));
  } catch {
    throw broken();
  }
}

const broken = () =>
  new BrokenLinkError("The link is damaged or is none of the hub's. Copy the whole address, or ask the question anew.");

let known: GraphQLInputType | undefined;

/** The graph's own type of the question, so that a link is held to what a query is held to. */
function inputType(): GraphQLInputType {
  known ??= buildSubgraphSchema({
    typeDefs: readSubgraphSchema("comparisons"),
    resolvers: valueResolvers as never,
  }).getType("ComparisonInput") as GraphQLInputType;
  return known;
}
