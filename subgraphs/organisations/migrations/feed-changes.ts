import type { MigrationInterface, QueryRunner } from "typeorm";
import { createChangeFeedSql, dropChangeFeedSql, type FedTable, feedTableSql } from "../../../kit/change-feed";

const fed: readonly FedTable[] = [{ table: "organisation", kind: "ORGANISATION" }];

/** The change feed of this room. */
export class FeedOrganisationChanges1763884800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createChangeFeedSql());
    for (const one of fed) await runner.query(feedTableSql(one));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropChangeFeedSql(fed));
  }
}
