import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { type Loaded, type LoadOptions, type LoadOutcome, loadPackages } from "../../intake";
import { type PackageDraft, temporaryFolder } from "../../intake/test-support/package-draft";
import { municipalityDraft, referenceDraft } from "../../intake/test-support/small-packages";
import { createWriter } from "../../kit/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../testkit/database";

export interface Supply {
  readonly owner: string;
  readonly version: string | null;
  readonly is_seed: boolean;
  readonly result: string;
  readonly record_count: number;
  readonly changed_at: Date;
  readonly attempted_at: Date;
}

/** An empty hub and a folder to write packages in. */
export interface HubData {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  /** Writes the municipality's small package, changed by the test; in a folder apart when one is named. */
  municipality(change?: (draft: PackageDraft) => void, apart?: string): string;
  reference(change?: (draft: PackageDraft) => void): string;
  load(folders: readonly string[], options?: Partial<LoadOptions>): Promise<LoadOutcome>;
  /** What has been delivered, by owner. */
  supply(): Promise<Record<string, Supply>>;
  nameOfInitiative(): Promise<string | undefined>;
  close(): Promise<void>;
}

export async function openHubData(): Promise<HubData> {
  const database = await createTestDatabase("migrated");
  const dataSource: DataSource = createWriter(database.url);
  await dataSource.initialize();
  const root = temporaryFolder();
  const write = (draft: PackageDraft, change: (draft: PackageDraft) => void = () => {}, apart = "") => {
    change(draft);
    return draft.write(join(root, apart));
  };
  return {
    database,
    dataSource,
    municipality: (change, apart) => write(municipalityDraft(), change, apart),
    reference: (change) => write(referenceDraft(), change),
    load: (folders, options = {}) => loadPackages({ folders, dataSource, logger: silentLogger, ...options }),
    async supply() {
      const rows = await database.query<Supply & object>(
        `SELECT municipality_code AS owner, version, is_seed, result, record_count, changed_at, attempted_at
         FROM areas.data_supply WHERE withdrawn_at IS NULL`,
      );
      return Object.fromEntries(rows.map((row) => [row.owner, row]));
    },
    async nameOfInitiative() {
      const [row] = await database.query<{ name: string }>(
        "SELECT name FROM initiatives.initiative WHERE id = '2181-familjepedagog'",
      );
      return row?.name;
    },
    async close() {
      await dataSource.destroy();
      await database.drop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** What became of each package, by owner. */
export function outcomes(outcome: LoadOutcome): Record<string, string> {
  return Object.fromEntries((outcome as Loaded).packages.map(({ owner, outcome: result }) => [owner, result]));
}

export const named = (name: string) => (draft: PackageDraft) => draft.set("initiatives", 0, { name });
