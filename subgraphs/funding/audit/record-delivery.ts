import type { EntityManager } from "typeorm";
import { HUB_OWNER } from "../../../kit/access";
import { identitySettings } from "../../../kit/identity-settings";
import { NATIONAL } from "../../../kit/record";
import type { RowChanges } from "../../../kit/replace-rows";

/** What the log has in place of the name of a system: a package comes without a token. */
const CLIENT = "data-package";

/**
 * Writes into the owner's chain of the audit log that a delivery has changed rows of this room, inside the caller's
 * transaction and as the last of it; nothing when it has changed none. Who records deliveries of several owners in one
 * transaction goes by their codes, since each entry holds its chain.
 * @param owner municipality code, or NATIONAL, whose rows are the hub's
 * @param changes what changed of this room, table by table
 */
export async function auditDelivery(
  manager: EntityManager,
  owner: string,
  changes: readonly RowChanges[],
): Promise<void> {
  const count = changes.reduce((sum, { inserted, updated, withdrawn }) => sum + inserted + updated + withdrawn, 0);
  if (count === 0) return;
  const identity = { owner: owner === NATIONAL ? HUB_OWNER : owner, roles: [], client: CLIENT };
  const settings = identitySettings({ identity });
  await manager.query(settings.text, [...settings.values]);
  await manager.query("/* auditDelivery */ SELECT funding.record_audit($1, 'importDataPackage', NULL, $2)", [
    owner,
    count,
  ]);
}
