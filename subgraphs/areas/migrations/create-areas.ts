import type { MigrationInterface, QueryRunner } from "typeorm";
import { addTextSearchSql, createTextSearchSql } from "../../../kit/text-search";

export class CreateAreas1732233600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE county (
        code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}$'),
        name text NOT NULL,
        sources jsonb NOT NULL, quality_notes jsonb NOT NULL,
        withdrawn_at timestamptz, changed_at timestamptz NOT NULL
      );
      CREATE TABLE municipality (
        code text PRIMARY KEY CHECK (code ~ '^[0-9]{4}$'),
        name text NOT NULL,
        slug text NOT NULL UNIQUE,
        county_code text NOT NULL REFERENCES county (code) DEFERRABLE INITIALLY DEFERRED,
        organisation_number text,
        latitude float8, longitude float8, CHECK ((latitude IS NULL) = (longitude IS NULL)),
        sources jsonb NOT NULL, quality_notes jsonb NOT NULL,
        withdrawn_at timestamptz, changed_at timestamptz NOT NULL
      );
      CREATE INDEX ON municipality (county_code);
      CREATE TABLE population (
        municipality_code text NOT NULL REFERENCES municipality (code) DEFERRABLE INITIALLY DEFERRED,
        year int NOT NULL,
        value int NOT NULL CHECK (value >= 0),
        sources jsonb NOT NULL, quality_notes jsonb NOT NULL,
        withdrawn_at timestamptz, changed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_code, year)
      );
      CREATE TABLE area (
        municipality_code text NOT NULL REFERENCES municipality (code) DEFERRABLE INITIALLY DEFERRED,
        id text NOT NULL CHECK (id LIKE municipality_code || '-%'),
        name text NOT NULL,
        aliases text[] NOT NULL,
        kind text NOT NULL,
        parent_id text,
        is_priority bool NOT NULL,
        goal jsonb, description jsonb,
        latitude float8, longitude float8, CHECK ((latitude IS NULL) = (longitude IS NULL)),
        regso_codes jsonb NOT NULL,
        area_types jsonb NOT NULL,
        population_statement jsonb,
        lead_organisation_ids text[] NOT NULL,
        sources jsonb NOT NULL, quality_notes jsonb NOT NULL,
        withdrawn_at timestamptz, changed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_code, id),
        FOREIGN KEY (municipality_code, parent_id) REFERENCES area (municipality_code, id) DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX ON area (municipality_code, parent_id);
      CREATE INDEX ON area (municipality_code, name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON area (name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON area (changed_at);
      CREATE TABLE data_supply (
        municipality_code text NOT NULL,
        door text NOT NULL,
        name text NOT NULL,
        version text,
        fingerprint text NOT NULL,
        record_count int NOT NULL,
        is_seed bool NOT NULL DEFAULT false,
        result text NOT NULL DEFAULT 'ACCEPTED',
        attempted_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz, changed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_code, door, name)
      );
      ${createTextSearchSql("areas")}
      ${addTextSearchSql("areas", "area", { rest: "coalesce(description ->> 'sv', '') || ' ' || coalesce(goal ->> 'sv', '')" })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE data_supply, area, population, municipality, county");
    await runner.query("DROP FUNCTION search_vector(text), words_of(text, text[]), folded(text)");
  }
}
