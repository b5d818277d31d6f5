import type { ASTNode } from "graphql";
import type { Finding, FindingCode, Severity } from "../findings";
import { placeOf } from "./place";

/** What a finding says beside its code and place. */
export interface Words {
  readonly message: string;
  readonly remedy: string;
  readonly coordinate?: string;
}

/** Longest message, in characters: names in a schema may be as long as the whole. */
const MOST_CHARACTERS = 600;

/** A finding at a node, or about the whole when there is none. */
export function findingAt(
  node: ASTNode | undefined,
  code: FindingCode,
  { message, remedy, coordinate }: Words,
  severity: Severity = "ERROR",
): Finding {
  return {
    code,
    severity,
    message: cut(message),
    remedy: cut(remedy),
    ...(coordinate === undefined ? {} : { coordinate: cut(coordinate) }),
    ...placeOf(node),
  };
}

const cut = (text: string) => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text);

/** A name as it may stand in a sentence. */
export const short = (name: string) => (name.length > 80 ? `${name.slice(0, 80)}…` : name);
