import type { MigrationInterface, QueryRunner } from "typeorm";

const code = 'text COLLATE "C"';

/** The read model. Everything in it is computed from the rooms' published views and can be computed anew at any time. */
export class CreateComparisons1763798500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per initiative, per target, and per amount on each level; certainty ranks: see facts/certainty.ts.
      CREATE TABLE fact (
        municipality_code ${code} NOT NULL,
        subject ${code} NOT NULL CHECK (subject IN ('INITIATIVE', 'TARGET', 'MONEY_INITIATIVE', 'MONEY_GRANT', 'MONEY_POT')),
        -- The record's own; facts/money-records.ts says which stand behind the name of their table.
        id ${code} NOT NULL,
        -- INITIATIVE: 1 when an amount is known; TARGET: 1 when it has a number; MONEY: kronor, null when not known.
        value numeric,
        kind ${code} NOT NULL DEFAULT '',
        years int[] NOT NULL,
        certainty smallint NOT NULL,
        is_approximate bool NOT NULL DEFAULT false,
        is_year_inferred bool NOT NULL DEFAULT false,
        is_reserve bool NOT NULL DEFAULT false,
        initiative_id ${code},
        programme_id ${code},
        programme_ids text[] NOT NULL DEFAULT '{}',
        strategy_area ${code},
        instrument ${code},
        status ${code},
        themes text[] NOT NULL DEFAULT '{}',
        target_groups text[] NOT NULL DEFAULT '{}',
        area_ids text[] NOT NULL DEFAULT '{}',
        organisation_ids text[] NOT NULL DEFAULT '{}',
        organisation_kinds text[] NOT NULL DEFAULT '{}',
        source_ids text[] NOT NULL DEFAULT '{}',
        source_kinds text[] NOT NULL DEFAULT '{}',
        classification_certainty smallint NOT NULL,
        status_certainty smallint NOT NULL,
        pot_id ${code},
        grant_id ${code},
        funding_programme_id ${code},
        has_modelled_split bool NOT NULL DEFAULT false,
        PRIMARY KEY (municipality_code, subject, id)
      );
      -- Initiatives, targets and pots are few among the amounts.
      CREATE INDEX ON fact (subject);
      -- How the money of a fact is divided between sources; the rows of one split rule add up to the fact. No foreign key:
      -- both tables are written together by the million, and a check of every row would take longer than the rest.
      CREATE TABLE fact_source (
        municipality_code ${code} NOT NULL,
        subject ${code} NOT NULL,
        fact_id ${code} NOT NULL,
        split ${code} NOT NULL CHECK (split IN ('STATED', 'MODELLED')),
        source_id ${code} NOT NULL,
        source_kind ${code} NOT NULL,
        value numeric,
        certainty smallint NOT NULL,
        PRIMARY KEY (municipality_code, subject, fact_id, split, source_id)
      );
      -- Sums of facts in one dimension (NONE for none), by municipality and year in four grains, subject and kind.
      CREATE TABLE rollup (
        dimension ${code} NOT NULL,
        grain ${code} NOT NULL CHECK (grain IN ('ALL', 'YEAR', 'MUNICIPALITY', 'MUNICIPALITY_YEAR')),
        municipality_code ${code} NOT NULL,
        year int NOT NULL,
        subject ${code} NOT NULL,
        kind ${code} NOT NULL,
        code ${code} NOT NULL,
        records bigint NOT NULL,
        missing bigint NOT NULL,
        value numeric NOT NULL,
        record_units numeric NOT NULL,
        shared_value numeric NOT NULL,
        unknown bigint NOT NULL,
        modelled bigint NOT NULL,
        inferred bigint NOT NULL,
        derived bigint NOT NULL,
        stated bigint NOT NULL,
        approximate bigint NOT NULL,
        year_inferred bigint NOT NULL,
        many_valued bigint NOT NULL,
        -- What a comparison asks one value of comes first, so that its cells lie together.
        PRIMARY KEY (dimension, grain, subject, kind, municipality_code, year, code)
      );
      CREATE TABLE municipality (
        municipality_code ${code} PRIMARY KEY,
        county_code ${code} NOT NULL,
        has_data bool NOT NULL,
        content_hash text NOT NULL,
        changed_at timestamptz,
        initiatives int NOT NULL, initiatives_with_amount int NOT NULL, initiatives_with_source int NOT NULL,
        initiatives_with_year int NOT NULL, initiatives_with_status int NOT NULL, initiatives_confirmed int NOT NULL,
        programmes int NOT NULL, targets int NOT NULL, quantified_targets int NOT NULL,
        grants int NOT NULL, pots int NOT NULL, allocations int NOT NULL,
        amounts int NOT NULL, amounts_with_stated_year int NOT NULL,
        years int[] NOT NULL, population_years int[] NOT NULL, doors text[] NOT NULL,
        source_documents int NOT NULL, quality_notes int NOT NULL, deficiencies int NOT NULL
      );
      -- Documents that a municipality's records rest on.
      CREATE TABLE citation (
        municipality_code ${code} NOT NULL,
        document_id ${code} NOT NULL,
        PRIMARY KEY (municipality_code, document_id)
      );
      -- One row: which way of computing the facts are from, and a hash of the labels that all municipalities share.
      CREATE TABLE read_model (
        one_row bool PRIMARY KEY DEFAULT true CHECK (one_row),
        edition int NOT NULL,
        reference_hash text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE read_model, citation, municipality, rollup, fact_source, fact");
  }
}
