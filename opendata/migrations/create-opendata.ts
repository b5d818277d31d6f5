import type { MigrationInterface, QueryRunner } from "typeorm";

/** The feed's own identity, and webhooks. */
export class CreateOpendata1763884800000 implements MigrationInterface {
  async up(_runner: QueryRunner): Promise<void> {}

  async down(_runner: QueryRunner): Promise<void> {}
}
