import type { Reader } from "../../kit/database";

export function createChangeRepository(_reader: Reader) {
  return {};
}
