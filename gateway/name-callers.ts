import { createHmac, randomBytes } from "node:crypto";

/** Names callers for CALLER_HEADER, which no caller fills in itself; the salt is known to this process alone. */
export function createCallers(): (address: string) => string {
  const salt = randomBytes(32);
  return (address) => createHmac("sha256", salt).update(address).digest("base64url");
}
