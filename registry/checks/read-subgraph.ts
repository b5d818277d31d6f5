import {
  type DocumentNode,
  GraphQLError,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  Kind,
  parse,
  Source,
  visit,
} from "graphql";
import type { Finding } from "../findings";
import { checkLinks } from "./check-links";
import { findingAt } from "./finding";
import { type SubgraphLimits, subgraphLimits } from "./limits";
import { measureText } from "./measure-text";

export interface SubgraphReading {
  readonly findings: Finding[];
  /** Absent when the text is too large or no schema; then nothing more can be said of it. */
  readonly document?: DocumentNode;
}

/**
 * Reads a schema that somebody sent. Everything is bounded before anything is built of it: size, then words and brackets,
 * since the parser calls itself for each bracket and would overflow the stack.
 */
export function readSubgraph(sdl: string, limits: SubgraphLimits = subgraphLimits): SubgraphReading {
  const bytes = Buffer.byteLength(sdl);
  if (bytes > limits.bytes) {
    return refused("TOO_LARGE", `The schema has ${bytes} bytes; a subgraph may have ${limits.bytes}.`);
  }
  const source = new Source(sdl, "subgraph");
  const findings = strayCharacters(sdl);
  try {
    const tooMuch = measureText(source, limits);
    if (tooMuch) return { findings: [...findings, tooMuch] };
    const document = parse(source);
    const strangers = notOfASchema(document);
    if (strangers.length > 0) return { findings: [...findings, ...strangers] };
    const tooMany = tooManyDefinitions(document, limits);
    if (tooMany) return { findings: [...findings, tooMany] };
    return { document, findings: [...findings, ...strayCharactersInValues(document), ...checkLinks(document)] };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // What cannot be read there has been told.
    if (error.message.endsWith(`${codePoint(REPLACEMENT)}.`)) return { findings };
    return { findings: [...findings, syntax(error)] };
  }
}

function refused(code: "TOO_LARGE", message: string): SubgraphReading {
  return {
    findings: [findingAt(undefined, code, { message, remedy: "Publish less of it, or shorten its descriptions." })],
  };
}

function syntax(error: GraphQLError): Finding {
  const words = {
    message: error.message.replace(/^Syntax Error: /, "The schema is not GraphQL: "),
    remedy: strayLetter(error.message)
      ? "Names have only a–z, A–Z, 0–9 and _: write a for å and ä, o for ö."
      : "Mend the schema at this place.",
  };
  return { ...findingAt(undefined, "SYNTAX", words), ...error.locations?.[0] };
}

/** Whether the text is no GraphQL because of a letter that names may not have. */
function strayLetter(message: string): boolean {
  const [, hex] = /Unexpected character: U\+([0-9A-F]{4,6})\./.exec(message) ?? [];
  return hex !== undefined && /[\p{L}\p{M}]/u.test(String.fromCodePoint(Number.parseInt(hex, 16)));
}

function notOfASchema(document: DocumentNode): Finding[] {
  return document.definitions
    .filter((definition) => !isTypeSystemDefinitionNode(definition) && !isTypeSystemExtensionNode(definition))
    .map((definition) =>
      findingAt(definition, "NOT_A_SCHEMA", {
        message: `${definition.kind === Kind.FRAGMENT_DEFINITION ? "A fragment" : "An operation"} stands in the schema.`,
        remedy: "Take it away: a schema holds definitions of types only.",
      }),
    );
}

function tooManyDefinitions(document: DocumentNode, limits: SubgraphLimits): Finding | undefined {
  let types = 0;
  let fields = 0;
  const field = () => {
    fields += 1;
  };
  visit(document, {
    enter(node) {
      if (/Type(Definition|Extension)$/.test(node.kind)) types += 1;
      if ("types" in node) fields += node.types?.length ?? 0;
    },
    FieldDefinition: { enter: field },
    InputValueDefinition: { enter: field },
    EnumValueDefinition: { enter: field },
  });
  if (types > limits.types) {
    return findingAt(undefined, "TOO_MANY_TYPES", {
      message: `The schema declares ${types} types; a subgraph may have ${limits.types}.`,
      remedy: "Publish fewer types.",
    });
  }
  if (fields > limits.fields) {
    return findingAt(undefined, "TOO_MANY_FIELDS", {
      message: `The schema declares ${fields} fields, arguments and values; a subgraph may have ${limits.fields}.`,
      remedy: "Publish fewer fields.",
    });
  }
  return undefined;
}

/**
 * Characters that no text has: PostgreSQL stores no U+0000, and the others steer terminals or cannot be seen, so they can
 * hide what a reviewer should see.
 */
const STRAY = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** May stand before a text, and nowhere else. */
const BYTE_ORDER_MARK = "\ufeff";

/** Stands where bytes were read that are no UTF-8. */
const REPLACEMENT = "\ufffd";

function strayCharacters(sdl: string): Finding[] {
  const text = sdl.startsWith(BYTE_ORDER_MARK) ? ` ${sdl.slice(1)}` : sdl;
  return [STRAY.exec(text)?.index ?? -1, text.indexOf(REPLACEMENT)].flatMap((index) => {
    if (index < 0) return [];
    const before = sdl.slice(0, index).split(/\r\n|\n|\r/);
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return [
      {
        ...findingAt(undefined, "CONTROL_CHARACTER", strayWords(String.fromCodePoint(text.codePointAt(index) ?? 0))),
        ...place,
      },
    ];
  });
}

/** The same written as an escape, such as "\u0000": composing would make the character of it. */
function strayCharactersInValues(document: DocumentNode): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    StringValue(node) {
      const at = STRAY.exec(node.value);
      const isWrittenOut = node.loc && STRAY.test(node.loc.source.body.slice(node.loc.start, node.loc.end));
      if (at && !isWrittenOut) findings.push(findingAt(node, "CONTROL_CHARACTER", strayWords(at[0])));
    },
  });
  return findings;
}

const strayWords = (character: string) =>
  character === REPLACEMENT
    ? {
        message: "The text was not UTF-8 when it was read, so letters of it are lost.",
        remedy: "Save the file as UTF-8.",
      }
    : {
        message: `The schema holds the character ${codePoint(character)}.`,
        remedy: "Take it away: no text needs that character, and readers would not see it.",
      };

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
