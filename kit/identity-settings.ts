import type { OnBehalf } from "./connection";
import { sql } from "./sql";

/**
 * The statement that tells row-level security and the audit log whom a transaction is for. It lasts until the transaction
 * ends, so the next user of the connection inherits nothing.
 */
export function identitySettings({ identity, requestId }: OnBehalf) {
  return sql`SELECT set_config('kommungraf.owner', ${identity?.owner ?? ""}, true),
    set_config('kommungraf.roles', ${identity?.roles.join(",") ?? ""}, true),
    set_config('kommungraf.client', ${identity?.client ?? ""}, true),
    set_config('kommungraf.request', ${requestId ?? ""}, true)`;
}
