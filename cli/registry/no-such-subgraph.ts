import { nearest } from "../../intake/nearest";
import { printable } from "../compare/printable";

const commands = ["check", "publish", "list", "show", "rollback", "remove", "hosts", "init"];

/** Says that a word after `kommungraf subgraph` is neither a command nor a room, and which was probably meant. */
export function noSuchSubgraph(typed: string, rooms: readonly string[]): string {
  const meant = nearest(typed, [...commands, ...rooms]);
  const guess = meant === null ? "" : ` Did you mean ${meant}?`;
  return `There is no subgraph ${printable(typed)}.${guess} Commands: ${commands.join(", ")}; rooms that can be served alone: ${rooms.join(", ")}.`;
}
