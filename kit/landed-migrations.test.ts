import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { roomFolder } from "../cli/room-folder";
import { rooms } from "../cli/rooms";
import { projectRoot } from "./project-root";

/**
 * The SQL that each migration runs, as a hash. Migrations use functions of kit that others may edit (change-feed.ts,
 * text-search.ts, database-roles.ts); what databases have run already does not change with them.
 */
const LANDED: Readonly<Record<string, string>> = {
  CreateAreas1732233600000: "c2aea193d7ea17c5",
  CreateComparisons1763798500000: "118a037e2e1c2419",
  CreateFollowUp1763884800000: "20479696badb077a",
  CreateFunding1732233600000: "fcad47695730d6ff",
  CreateInitiatives1732233600000: "bc58f0e9ee2867d3",
  CreateOpendata1763884800000: "ad19b36a36602961",
  CreateOrganisations1732233600000: "21a664f8e41149d0",
  CreateRegistry1763800000000: "d409d17a94d79301",
  FeedAreaChanges1763884800000: "a2e1a55543160818",
  FeedInitiativeChanges1763884800000: "2adda2228c7fb3a9",
  FeedOrganisationChanges1763884800000: "bb34b0bcadfd43ec",
  PublishAreaViews1763798400000: "588cab48e5bc5c84",
  PublishFundingViews1763798400000: "dd00f88c6753eac6",
  PublishInitiativeViews1763798400000: "a22e836aacf92d6e",
  PublishOpenAreas1763884900000: "b9b7b4786de06d0d",
  PublishOpenFunding1763884900000: "a43ccfba1262793f",
  PublishOpenInitiatives1763884900000: "0d857ee7d2d59432",
  PublishOpenOrganisations1763884900000: "c04a8736d0a5c05f",
  PublishOrganisationViews1763798400000: "efd673c212a2223b",
};

/** Everything that a migration asks of the database, in order. */
async function statementsOf(migration: MigrationInterface): Promise<string> {
  const statements: string[] = [];
  const runner = {
    query: async (text: string, values: unknown[] = []) => {
      statements.push(text, ...(values.length > 0 ? [JSON.stringify(values)] : []));
      return [];
    },
  };
  await migration.up(runner as unknown as QueryRunner);
  return statements.join("\n;\n");
}

async function migrations(): Promise<[name: string, migration: MigrationInterface][]> {
  const folders = [...rooms.map(({ name }) => roomFolder(name)), "registry"].map((folder) =>
    join(projectRoot, folder, "migrations"),
  );
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const modules = await Promise.all(files.map((file) => import(file)));
  return modules
    .flatMap((module) => Object.values<new () => MigrationInterface>(module))
    .map((Migration) => [Migration.name, new Migration()]);
}

it("runs the same SQL as when it landed: a landed migration's SQL must not change; add a new function or migration instead", async () => {
  const hashes = await Promise.all(
    (await migrations()).map(async ([name, migration]) => [
      name,
      createHash("sha256")
        .update(await statementsOf(migration))
        .digest("hex")
        .slice(0, 16),
    ]),
  );
  // Of a migration that is not released yet the new hash is put here; of any other the code that it uses is put back.
  expect(Object.fromEntries(hashes)).toEqual(LANDED);
});
