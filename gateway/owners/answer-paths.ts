import type { Path } from "./read-answer";
import type { Ask } from "./split-query";

/** The path to the first list on it, where something that concerns all its items belongs. */
export function aboveLists(path: Path): Path {
  if (path[0] === "_entities") return [];
  const index = path.findIndex((step) => typeof step === "number");
  return index === -1 ? path : path.slice(0, index);
}

/** Whether it may be a path into the answer: an owner can write anything in its place. */
export function isShort(path: Path | undefined): path is Path {
  return path !== undefined && path.length < 50 && path.every((step) => String(step).length < 200);
}

/** The path without what only we and the owner know of. */
export function withoutAliases(path: Path, { aliases }: Ask): Path {
  const prefix = aliases.typename.slice(0, -"typename".length);
  const at = path.findIndex((step) => typeof step === "string" && step.startsWith(prefix));
  return at === -1 ? path : path.slice(0, at);
}
