import type { MigrationInterface, QueryRunner } from "typeorm";
import { addTextSearchSql, createTextSearchSql } from "../../../kit/text-search";

const life =
  "sources jsonb NOT NULL, quality_notes jsonb NOT NULL, withdrawn_at timestamptz, changed_at timestamptz NOT NULL";
const key = `
  municipality_code text NOT NULL,
  id text NOT NULL CHECK (municipality_code = '0000' OR id LIKE municipality_code || '-%')`;
const money = `
  value numeric(16,2) CHECK (value BETWEEN -90000000000000 AND 90000000000000), kind text, year int, year_certainty text,
  certainty text, precision text, as_printed text,
  CHECK ((value IS NULL) = (certainty IS NULL) AND (value IS NULL) = (precision IS NULL)),
  CHECK ((year IS NULL) = (year_certainty IS NULL))`;
const toPot =
  "FOREIGN KEY (municipality_code, pot_id) REFERENCES pot (municipality_code, id) DEFERRABLE INITIALLY DEFERRED";
const toGrant = `FOREIGN KEY (municipality_code, grant_id) REFERENCES "grant" (municipality_code, id) DEFERRABLE INITIALLY DEFERRED`;

export class CreateFunding1732233600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE funding_source (
        ${key}, name text NOT NULL, kind text NOT NULL, organisation_id text,
        ${life}, PRIMARY KEY (municipality_code, id)
      );
      CREATE TABLE funding_programme (
        ${key}, name text NOT NULL, source_id text NOT NULL, legal_basis text,
        max_share float8 CHECK (max_share BETWEEN 0 AND 1), description jsonb, period jsonb, certainty text NOT NULL,
        ${life}, PRIMARY KEY (municipality_code, id)
      );
      CREATE INDEX ON funding_programme (source_id);
      CREATE TABLE "grant" (
        ${key}, name text NOT NULL, source_id text NOT NULL, programme_id text, programme_certainty text,
        recipient_id text NOT NULL, initiative_id text,
        ${life}, PRIMARY KEY (municipality_code, id),
        CHECK ((programme_id IS NULL) = (programme_certainty IS NULL))
      );
      CREATE INDEX ON "grant" (municipality_code, initiative_id);
      CREATE INDEX ON "grant" (source_id);
      CREATE INDEX ON "grant" (recipient_id);
      CREATE INDEX ON "grant" (municipality_code, name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON "grant" (name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON "grant" (changed_at);
      CREATE TABLE grant_event (
        ${key}, grant_id text NOT NULL, position int NOT NULL, date jsonb, actor_id text, note jsonb,
        ${money.replace("kind text", "kind text NOT NULL")},
        ${life}, PRIMARY KEY (municipality_code, id), ${toGrant}
      );
      CREATE INDEX ON grant_event (municipality_code, grant_id);
      CREATE TABLE pot (
        ${key}, name text NOT NULL, year int, year_certainty text, total jsonb NOT NULL, stated_allocation_count int,
        stated_allocated jsonb, stated_unallocated jsonb,
        ${life}, PRIMARY KEY (municipality_code, id),
        CHECK ((year IS NULL) = (year_certainty IS NULL))
      );
      CREATE TABLE pot_contribution (
        municipality_code text NOT NULL, pot_id text NOT NULL, source_id text NOT NULL, grant_id text,
        ${money},
        ${life}, PRIMARY KEY (municipality_code, pot_id, source_id), ${toPot}, ${toGrant}
      );
      CREATE INDEX ON pot_contribution (municipality_code, grant_id);
      CREATE INDEX ON pot_contribution (source_id);
      CREATE TABLE allocation (
        ${key}, initiative_id text NOT NULL, pot_id text, grant_id text, source_id text,
        responsible_ids text[] NOT NULL, stated_shares jsonb NOT NULL,
        ${money},
        ${life}, PRIMARY KEY (municipality_code, id), ${toPot}, ${toGrant}
      );
      CREATE INDEX ON allocation (municipality_code, initiative_id);
      CREATE INDEX ON allocation (municipality_code, pot_id);
      CREATE INDEX ON allocation USING gin (responsible_ids);
      CREATE INDEX ON allocation (changed_at);
      CREATE TABLE initiative_amount (
        ${key}, initiative_id text NOT NULL, note jsonb,
        ${money},
        ${life}, PRIMARY KEY (municipality_code, id)
      );
      CREATE INDEX ON initiative_amount (municipality_code, initiative_id);
      ${createTextSearchSql("funding")}
      ${addTextSearchSql("funding", "grant", { aliases: false })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE initiative_amount, allocation, pot_contribution, pot, grant_event, "grant", funding_programme, funding_source',
    );
    await runner.query("DROP FUNCTION search_vector(text), words_of(text, text[]), folded(text)");
  }
}
