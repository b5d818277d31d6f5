import { randomBytes } from "node:crypto";
import type { ChangePageValue } from "../changes/change.repository";
import type { Message } from "./post-message";

/** Of the kind that Standard Webhooks has: 32 bytes. */
export const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** The message that an address is tried with before there is a webhook. */
export const probeMessage = (source: string, webhook: string): Message =>
  messageOf("webhook.created", { source, webhook });

/** What the page's changes are, and where they end; what the records are now, the graph says. */
export function changesMessage(source: string, { nodes, endCursor }: ChangePageValue): Message {
  const changes = nodes.map(({ cursor, municipalityCode, kind, recordId, operation, changedAt, isPublished }) => ({
    cursor,
    owner: municipalityCode,
    kind,
    recordId,
    operation,
    changedAt,
    isPublished,
  }));
  return messageOf("changes", { source, changes, cursor: endCursor });
}

function messageOf(type: string, data: object): Message {
  const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
  return { id: `msg_${randomBytes(18).toString("base64url")}`, body };
}
