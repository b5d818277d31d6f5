import type { EntityManager } from "typeorm";
import { type ImportRow, NATIONAL } from "../../kit/record";
import { type RowChanges, replaceRows } from "../../kit/replace-rows";
import { type AllocationRow, allocationEntity } from "./allocation.entity";
import { type FundingProgrammeRow, fundingProgrammeEntity } from "./funding-programme.entity";
import { type FundingSourceRow, fundingSourceEntity } from "./funding-source.entity";
import { type GrantRow, grantEntity } from "./grant.entity";
import { type InitiativeAmountRow, initiativeAmountEntity } from "./initiative-amount.entity";
import { lockGrants } from "./life/lock-grants";
import { type DeliveredEvent, recordDelivered } from "./life/record-delivered";
import {
  conflictsOfGrants,
  conflictsOfLives,
  type RecordedConflict,
  readRecordedGrants,
} from "./life/recorded-conflicts";
import { type PotRow, potEntity } from "./pot.entity";
import { type PotContributionRow, potContributionEntity } from "./pot-contribution.entity";

export { auditDelivery } from "./audit/record-delivery";
export { type Contradiction, contradictionsIn, type ToldEvent } from "./life/contradictions";
export type { RecordedConflict } from "./life/recorded-conflicts";

export interface FundingImport {
  /** Municipality code, or NATIONAL for the reference data. */
  readonly owner: string;
  readonly fundingSources: readonly ImportRow<FundingSourceRow>[];
  readonly fundingProgrammes: readonly ImportRow<FundingProgrammeRow>[];
  readonly grants: readonly Omit<ImportRow<GrantRow>, "origin">[];
  readonly grantEvents: readonly DeliveredEvent[];
  readonly pots: readonly ImportRow<PotRow>[];
  readonly potContributions: readonly ImportRow<PotContributionRow>[];
  readonly allocations: readonly ImportRow<AllocationRow>[];
  readonly initiativeAmounts: readonly ImportRow<InitiativeAmountRow>[];
}

export interface FundingImported {
  /** What changed, by table. */
  readonly tables: Readonly<Record<string, RowChanges>>;
  /** What does not go together with what systems have recorded; the caller takes the import back unless all are excused. */
  readonly conflicts: readonly RecordedConflict[];
}

/**
 * Makes the owner's rows in this room equal to those given, inside the caller's transaction; others who write to grants of the
 * municipality wait until it ends.
 */
export async function importFunding(manager: EntityManager, data: FundingImport): Promise<FundingImported> {
  const lock = lockGrants(data.owner);
  await manager.query(lock.text, [...lock.values]);
  const recorded = await readRecordedGrants(manager, data.owner);
  const conflicts = conflictsOfGrants(recorded, data.grants);
  const tables = await replaceAll(manager, data);
  // What is to be said of a grant that may not go is not said of its events as well.
  const kept = recorded.filter(({ id }) => conflicts.every(({ grant }) => grant !== id));
  return { tables, conflicts: [...conflicts, ...(await conflictsOfLives(manager, data.owner, kept))] };
}

async function replaceAll(manager: EntityManager, data: FundingImport): Promise<Record<string, RowChanges>> {
  const scope = { municipality_code: data.owner };
  return {
    funding_source: await replaceRows(manager, fundingSourceEntity, scope, data.fundingSources),
    funding_programme: await replaceRows(manager, fundingProgrammeEntity, scope, data.fundingProgrammes),
    // Grants that systems have registered are none of a package's.
    grant: await replaceRows(
      manager,
      grantEntity,
      { ...scope, origin: "DATA_PACKAGE" },
      data.grants.map((grant) => ({ ...grant, origin: "DATA_PACKAGE" as const })),
    ),
    grant_event: await recordDelivered(manager, data.owner, data.grantEvents),
    pot: await replaceRows(manager, potEntity, scope, data.pots),
    pot_contribution: await replaceRows(manager, potContributionEntity, scope, data.potContributions),
    allocation: await replaceRows(manager, allocationEntity, scope, data.allocations),
    initiative_amount: await replaceRows(manager, initiativeAmountEntity, scope, data.initiativeAmounts),
  };
}

/** Ids of the national sources and programmes, which every delivery may refer to. */
export async function readNationalFunding(
  manager: EntityManager,
): Promise<{ fundingSources: readonly string[]; fundingProgrammes: readonly string[] }> {
  const ids = async (table: string) => {
    const rows = await manager.query<{ id: string }[]>(
      `/* readNationalFunding */ SELECT id FROM funding.${table} WHERE municipality_code = $1 AND withdrawn_at IS NULL`,
      [NATIONAL],
    );
    return rows.map(({ id }) => id);
  };
  return { fundingSources: await ids("funding_source"), fundingProgrammes: await ids("funding_programme") };
}
