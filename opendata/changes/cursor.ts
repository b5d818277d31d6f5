import { crc32 } from "node:zlib";

/** A place in the feed: after all changes up to it, and before all others. */
export interface Place {
  readonly transaction: bigint;
  /** Number of the room, from 1; 0 before all of them. */
  readonly room: number;
  readonly position: bigint;
}

/** Before everything. */
export const BEGINNING: Place = { transaction: 0n, room: 0, position: 0n };

const VERSION = 1;
const BYTES = 1 + 16 + 8 + 1 + 8 + 4;
const CHECKED = BYTES - 4;

/**
 * A place as text that names the feed too, so that it means nothing in another one.
 * @param feed the feed's id, a UUID
 */
export function encodeCursor(feed: string, { transaction, room, position }: Place): string {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeUInt8(VERSION, 0);
  bytes.write(feed.replaceAll("-", ""), 1, "hex");
  bytes.writeBigUInt64BE(transaction, 17);
  bytes.writeUInt8(room, 25);
  bytes.writeBigUInt64BE(position, 26);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, CHECKED)), CHECKED);
  return bytes.toString("base64url");
}

/** @returns undefined when the text is no cursor, or not as it was given out */
export function decodeCursor(text: string): { readonly feed: string; readonly place: Place } | undefined {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== BYTES || bytes.toString("base64url") !== text || bytes.readUInt8(0) !== VERSION)
    return undefined;
  if (bytes.readUInt32BE(CHECKED) !== crc32(bytes.subarray(0, CHECKED))) return undefined;
  const hex = bytes.toString("hex", 1, 17);
  const place = {
    transaction: bytes.readBigUInt64BE(17),
    room: bytes.readUInt8(25),
    position: bytes.readBigUInt64BE(26),
  };
  // PostgreSQL's bigint has a sign.
  if (place.position > 2n ** 63n - 1n) return undefined;
  return { feed: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"), place };
}
