import type { MigrationInterface, QueryRunner } from "typeorm";
import { addTextSearchSql, createTextSearchSql } from "../../../kit/text-search";

const life =
  "sources jsonb NOT NULL, quality_notes jsonb NOT NULL, withdrawn_at timestamptz, changed_at timestamptz NOT NULL";
const key = `
  municipality_code text NOT NULL,
  id text NOT NULL CHECK (municipality_code = '0000' OR id LIKE municipality_code || '-%')`;
const toInitiative =
  "FOREIGN KEY (municipality_code, initiative_id) REFERENCES initiative (municipality_code, id) DEFERRABLE INITIALLY DEFERRED";
const toProgramme =
  "FOREIGN KEY (municipality_code, programme_id) REFERENCES programme (municipality_code, id) DEFERRABLE INITIALLY DEFERRED";

export class CreateInitiatives1732233600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE code (
        list text NOT NULL, code text NOT NULL, position int NOT NULL, label jsonb NOT NULL,
        cofog text[] NOT NULL, sdg_targets text[] NOT NULL, kolada_kpis text[] NOT NULL,
        ${life}, PRIMARY KEY (list, code)
      );
      CREATE TABLE source_document (
        ${key},
        title text NOT NULL, publisher_id text, kind text NOT NULL, published_on jsonb, modified_on jsonb, url text,
        registration_numbers text[] NOT NULL,
        ${life}, PRIMARY KEY (municipality_code, id)
      );
      CREATE TABLE programme (
        ${key},
        name text NOT NULL, aliases text[] NOT NULL, purpose jsonb, description jsonb, start_year int, parent_id text,
        ${life}, PRIMARY KEY (municipality_code, id),
        FOREIGN KEY (municipality_code, parent_id) REFERENCES programme (municipality_code, id) DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX ON programme (municipality_code, parent_id);
      CREATE TABLE initiative (
        ${key},
        name text NOT NULL, aliases text[] NOT NULL, description jsonb, programme_id text,
        status text NOT NULL, status_history jsonb NOT NULL, is_pilot bool NOT NULL, is_reserve bool NOT NULL,
        planned_period jsonb, actual_period jsonb, first_year int, last_year int,
        strategy_area text, themes text[] NOT NULL, target_groups text[] NOT NULL, instrument text, classification jsonb,
        area_ids text[] NOT NULL, area_statement jsonb, has_amount bool NOT NULL,
        ${life}, PRIMARY KEY (municipality_code, id), ${toProgramme}
      );
      CREATE INDEX ON initiative (municipality_code, programme_id);
      CREATE INDEX ON initiative (municipality_code, name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON initiative (name COLLATE "sv-x-icu", id COLLATE "C");
      CREATE INDEX ON initiative (changed_at);
      CREATE INDEX ON initiative USING gin (themes);
      CREATE INDEX ON initiative USING gin (target_groups);
      CREATE INDEX ON initiative USING gin (area_ids);
      CREATE TABLE participation (
        municipality_code text NOT NULL,
        initiative_id text NOT NULL, programme_id text NOT NULL, organisation_id text NOT NULL, role text NOT NULL,
        certainty text NOT NULL, note jsonb,
        CHECK ((initiative_id = '') <> (programme_id = '')),
        ${life}, PRIMARY KEY (municipality_code, initiative_id, programme_id, organisation_id, role)
      );
      CREATE INDEX ON participation (organisation_id);
      CREATE INDEX ON participation (municipality_code, programme_id);
      CREATE TABLE target (
        ${key},
        initiative_id text, programme_id text, indicator text NOT NULL, statement jsonb NOT NULL, direction text,
        value float8, unit text, baseline float8, deadline text,
        ${life}, PRIMARY KEY (municipality_code, id), ${toInitiative}, ${toProgramme}
      );
      CREATE INDEX ON target (municipality_code, initiative_id);
      CREATE INDEX ON target (municipality_code, programme_id);
      CREATE TABLE result (
        ${key},
        initiative_id text, programme_id text, target_id text, indicator text NOT NULL, statement jsonb NOT NULL,
        quantity jsonb, unit text, date jsonb,
        ${life}, PRIMARY KEY (municipality_code, id), ${toInitiative}, ${toProgramme},
        FOREIGN KEY (municipality_code, target_id) REFERENCES target (municipality_code, id) DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX ON result (municipality_code, initiative_id);
      CREATE INDEX ON result (municipality_code, target_id);
      CREATE TABLE milestone (
        ${key},
        position int NOT NULL, initiative_id text, programme_id text, date jsonb NOT NULL, title jsonb NOT NULL,
        ${life}, PRIMARY KEY (municipality_code, id), ${toInitiative}, ${toProgramme}
      );
      CREATE INDEX ON milestone (municipality_code, initiative_id);
      CREATE INDEX ON milestone (municipality_code, programme_id);
      CREATE TABLE decision (
        ${key},
        position int NOT NULL, title jsonb NOT NULL, date jsonb, body_id text, status text NOT NULL, registration_numbers text[] NOT NULL,
        child_rights_assessment bool, initiative_ids text[] NOT NULL, programme_id text,
        ${life}, PRIMARY KEY (municipality_code, id), ${toProgramme}
      );
      CREATE INDEX ON decision USING gin (initiative_ids);
      CREATE INDEX ON decision (municipality_code, programme_id);
      CREATE TABLE consultation (
        ${key},
        name text NOT NULL, description jsonb, period jsonb, stages jsonb NOT NULL, initiative_id text, programme_id text,
        ${life}, PRIMARY KEY (municipality_code, id), ${toInitiative}, ${toProgramme}
      );
      CREATE INDEX ON consultation (municipality_code, initiative_id);
      CREATE INDEX ON consultation (municipality_code, programme_id);
      CREATE TABLE call (
        ${key},
        name text NOT NULL, description jsonb, opens jsonb, closes jsonb, issuer_id text, grantee_ids text[] NOT NULL,
        initiative_id text NOT NULL,
        ${life}, PRIMARY KEY (municipality_code, id), ${toInitiative}
      );
      CREATE INDEX ON call (municipality_code, initiative_id);
      ${createTextSearchSql("initiatives")}
      ${addTextSearchSql("initiatives", "initiative", { rest: "coalesce(description ->> 'sv', '')" })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE call, consultation, decision, milestone, result, target, participation, initiative, programme, source_document, code",
    );
    await runner.query("DROP FUNCTION search_vector(text), words_of(text, text[]), folded(text)");
  }
}
