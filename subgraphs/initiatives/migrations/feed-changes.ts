import type { MigrationInterface, QueryRunner } from "typeorm";
import { createChangeFeedSql, dropChangeFeedSql, type FedTable, feedTableSql } from "../../../kit/change-feed";

const partOf = (kind: "INITIATIVE" | "PROGRAMME", table: string, record: string): FedTable => ({
  table,
  kind,
  record,
  isPart: true,
});

/** Tables whose rows hang on an initiative or a programme, by the columns of that name. */
const hanging = ["target", "result", "milestone", "consultation"];

const fed: readonly FedTable[] = [
  { table: "programme", kind: "PROGRAMME" },
  { table: "initiative", kind: "INITIATIVE" },
  ...hanging.flatMap((table) => [
    partOf("INITIATIVE", table, "r.initiative_id"),
    partOf("PROGRAMME", table, "r.programme_id"),
  ]),
  partOf("INITIATIVE", "call", "r.initiative_id"),
  partOf("INITIATIVE", "decision", "unnest(r.initiative_ids)"),
  partOf("PROGRAMME", "decision", "r.programme_id"),
  partOf("INITIATIVE", "participation", "nullif(r.initiative_id, '')"),
  partOf("PROGRAMME", "participation", "nullif(r.programme_id, '')"),
];

/** The change feed of this room. */
export class FeedInitiativeChanges1763884800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createChangeFeedSql());
    for (const one of fed) await runner.query(feedTableSql(one));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropChangeFeedSql(fed));
  }
}
