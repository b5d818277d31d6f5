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
    remedy: "Mend the schema at this place.",
  };
  return { ...findingAt(undefined, "SYNTAX", words), ...error.locations?.[0] };
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

/** Characters that no text has. PostgreSQL stores no U+0000, and the others can hide what a reviewer should see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const STRAY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

function strayCharacters(sdl: string): Finding[] {
  const at = STRAY.exec(sdl);
  if (!at) return [];
  const before = sdl.slice(0, at.index).split(/\r\n|\n|\r/);
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return [{ ...findingAt(undefined, "CONTROL_CHARACTER", strayWords(at[0])), ...place }];
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

const strayWords = (character: string) => ({
  message: `The schema holds the character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}.`,
  remedy: "Take it away: no text has that character.",
});
