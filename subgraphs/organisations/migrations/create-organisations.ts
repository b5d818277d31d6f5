import type { MigrationInterface, QueryRunner } from "typeorm";
import { addTextSearchSql, createTextSearchSql } from "../../../kit/text-search";

export class CreateOrganisations1732233600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        municipality_code text NOT NULL,
        id text NOT NULL CHECK (municipality_code = '0000' OR id LIKE municipality_code || '-%'),
        name text NOT NULL,
        aliases text[] NOT NULL,
        kind text NOT NULL,
        legal_form text,
        organisation_number text,
        parent_id text,
        description jsonb,
        contacts jsonb NOT NULL,
        sources jsonb NOT NULL, quality_notes jsonb NOT NULL,
        withdrawn_at timestamptz, changed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_code, id)
      );
      CREATE INDEX ON organisation (parent_id);
      CREATE INDEX ON organisation (municipality_code, name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON organisation (name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON organisation (changed_at);
      ${createTextSearchSql("organisations")}
      ${addTextSearchSql("organisations", "organisation", { rest: "coalesce(description ->> 'sv', '')" })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE organisation");
    await runner.query("DROP FUNCTION search_vector(text), words_of(text, text[]), folded(text)");
  }
}
