import type { EntityManager } from "typeorm";
import { areaStatements } from "./rows/areas";
import { createDice } from "./rows/dice";
import { fundingStatements } from "./rows/funding";
import { effortStatement, initiativeStatements } from "./rows/initiatives";
import { organisationStatements } from "./rows/organisations";
import { planRows } from "./rows/plan";

export interface GenerateOptions {
  /** Allocations, money events of grants and amounts said of initiatives, together; about this many are made. */
  readonly amounts: number;
  /** Another number makes other rows. */
  readonly seed?: number;
}

/**
 * Fills the rooms' own tables as imports from every municipality would, over ten years, inside the caller's transaction.
 * The same call makes the same rows. The reference data must be there and nothing else; the read model is left as it is.
 * @throws Error when there is no municipality to make rows for
 */
export async function generateRows(manager: EntityManager, { amounts, seed = 1 }: GenerateOptions): Promise<void> {
  await manager.query(`
    CREATE TEMPORARY TABLE place ON COMMIT DROP AS
    SELECT (row_number() OVER (ORDER BY code COLLATE "C") - 1)::int AS n, code, name
    FROM areas.municipality WHERE withdrawn_at IS NULL`);
  await manager.query("ANALYZE place");
  const [found] = await manager.query<{ count: number }[]>("SELECT count(*)::int AS count FROM place");
  if (!found || found.count === 0) {
    throw new Error("There are no municipalities: load seeds/reference before rows are generated.");
  }
  const plan = planRows(createDice(seed), amounts, found.count);
  await manager.query(effortStatement(plan));
  await manager.query("ANALYZE effort");
  const statements = [
    ...areaStatements(plan),
    ...organisationStatements(plan),
    ...fundingStatements(plan),
    ...initiativeStatements(plan),
  ];
  for (const statement of statements) await manager.query(statement);
}
