import { createHash } from "node:crypto";

/** In hex; parts are told apart, so that what ends one part cannot begin the next. */
export function sha256(parts: string | readonly string[]): string {
  const text = typeof parts === "string" ? parts : JSON.stringify(parts);
  return createHash("sha256").update(text).digest("hex");
}
