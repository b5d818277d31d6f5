import { raw, type Sql, sql } from "../../../kit/sql";
import type { FlowScope } from "./flow-scope";

/**
 * Two relations with the records followed, each once: `money` that reaches municipalities from pots, grants and sources, and
 * `pot`, what pots hold. What is said of an initiative's cost is no money that flows, and is left out.
 */
export function flowRecords({ municipalityCodes, years, end }: FlowScope): Sql {
  const followed = (subject: string) =>
    sql`${ofMunicipalities("f", municipalityCodes)} AND f.subject = ${subject} AND ${
      years === null ? raw("TRUE") : sql`f.years && ${years}::int[]`
    }`;
  const columns = raw(`f.municipality_code, f.subject, f.id, f.pot_id, f.funding_programme_id, f.kind, f.value, f.years,
    f.certainty, f.is_approximate, f.is_year_inferred`);
  const ends = raw(
    end === "THEME"
      ? "f.themes AS ends, f.classification_certainty AS end_certainty"
      : "f.organisation_ids AS ends, 4::smallint AS end_certainty",
  );
  return sql`money AS MATERIALIZED (
      SELECT ${columns}, ${ends} FROM fact f
      -- Without pot or grant it is an allocation from a source of its own, whose fact has the allocation's id, or it is said
      -- of the initiative, and then another table's name stands before the id.
      WHERE ${followed("MONEY_INITIATIVE")}
        AND (f.pot_id IS NOT NULL OR f.grant_id IS NOT NULL OR starts_with(f.id, f.municipality_code))
      UNION ALL
      -- A grant that neither an initiative nor a pot is known to have got.
      SELECT ${columns}, '{}'::text[], 4::smallint FROM fact f
      WHERE ${followed("MONEY_GRANT")}
        AND NOT EXISTS (SELECT FROM fact i WHERE ${ofMunicipalities("i", municipalityCodes)}
          AND i.municipality_code = f.municipality_code AND i.subject = 'MONEY_INITIATIVE' AND i.grant_id = f.grant_id)
        AND NOT EXISTS (SELECT FROM funding.published_pot_contribution c WHERE ${ofMunicipalities("c", municipalityCodes)}
          AND c.municipality_code = f.municipality_code AND c.grant_id = f.grant_id)
    ), pot AS MATERIALIZED (
      SELECT ${columns} FROM fact f WHERE ${followed("MONEY_POT")}
    )`;
}

/** Said of every table that is joined: the planner does not carry it from one to the other, and would read the others whole. */
export function ofMunicipalities(table: string, codes: readonly string[]): Sql {
  return sql`${raw(table)}.municipality_code = ANY(${codes}::text[])`;
}
