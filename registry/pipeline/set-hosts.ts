import { publicError } from "../../kit/errors";
import type { Actor } from "../model";
import { addAudit } from "../store/audit";
import { putHosts } from "../store/owners";
import { requireOperator } from "../tokens/rights";
import type { Context } from "./context";
import { findOwner } from "./find-owner";

/** A host, or all below a domain; one label alone would be every host of a top domain. */
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]$|^localhost$/;

export const isHost = (text: string) => text.length <= 253 && HOST.test(text);

/**
 * Says which hosts an owner's routing URL may have; what is live already stays.
 * @throws NotAllowed, UnknownOwner; BAD_USER_INPUT for what is no host
 */
export async function setHosts(
  { connection }: Context,
  actor: Actor,
  name: string,
  hosts: readonly string[] | null,
): Promise<void> {
  await requireOperator(connection, actor, name, "set hosts");
  const wrong = hosts?.find((host) => !isHost(host));
  if (wrong !== undefined) {
    const message = `"${wrong.slice(0, 100)}" is no host; write it like graph.sundsvall.se or *.sundsvall.se.`;
    throw publicError("BAD_USER_INPUT", message, { argument: "hosts" });
  }
  await connection.transaction(async (statements) => {
    await findOwner(statements, name);
    await putHosts(statements, name, hosts);
    await addAudit(statements, { actor: actor.name, action: "HOSTS_SET", owner: name, details: { hosts } });
  });
}
