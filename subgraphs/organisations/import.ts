import type { EntityManager } from "typeorm";
import { type ImportRow, NATIONAL } from "../../kit/record";
import { type RowChanges, replaceRows } from "../../kit/replace-rows";
import { type OrganisationRow, organisationEntity } from "./organisation.entity";

export interface OrganisationsImport {
  /** Municipality code, or NATIONAL for the reference data. */
  readonly owner: string;
  readonly organisations: readonly ImportRow<OrganisationRow>[];
}

/**
 * Makes the owner's rows in this room equal to those given, inside the caller's transaction.
 * @returns what changed, by table
 */
export async function importOrganisations(
  manager: EntityManager,
  data: OrganisationsImport,
): Promise<Record<string, RowChanges>> {
  const scope = { municipality_code: data.owner };
  return { organisation: await replaceRows(manager, organisationEntity, scope, data.organisations) };
}

/** Ids of the national organisations, which every delivery may refer to. */
export async function readNationalOrganisations(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `/* readNationalOrganisations */
    SELECT id FROM organisations.organisation WHERE municipality_code = $1 AND withdrawn_at IS NULL`,
    [NATIONAL],
  );
  return rows.map(({ id }) => id);
}
