import { type List, plain, swedish } from "../../../kit/pagination";
import { raw, type Sql, sql } from "../../../kit/sql";
import type { QualityPartCode } from "../generated/types";

const ofInitiative = sql`m.municipality_code = i.municipality_code AND m.initiative_id = i.id`;
/** Reserves have no fact of this kind, so a list over it leaves them out, as the counts do. */
const fact = sql`SELECT FROM fact m WHERE m.municipality_code = i.municipality_code AND m.subject = 'INITIATIVE' AND m.id = i.id`;

/** What an initiative `i` lacks, for each part of the quality score. */
const conditions: Record<QualityPartCode, Sql> = {
  AMOUNTS: sql`EXISTS (${fact} AND m.value = 0)`,
  SOURCES: sql`EXISTS (${fact}) AND jsonb_array_length(i.sources) = 0`,
  DATES: sql`EXISTS (${fact} AND cardinality(m.years) = 0)`,
  STATUSES: sql`EXISTS (${fact} AND m.status = 'UNKNOWN')`,
  CLASSIFICATION: sql`EXISTS (${fact} AND (m.classification_certainty < 4 OR m.themes = '{}'))`,
  // Reserves too: their amounts are judged with the others.
  AMOUNT_YEARS: sql`EXISTS (SELECT FROM fact m WHERE ${ofInitiative} AND m.subject IN ('MONEY_INITIATIVE', 'MONEY_GRANT') AND m.is_year_inferred)`,
  TARGETS: sql`EXISTS (SELECT FROM fact m WHERE ${ofInitiative} AND m.subject = 'TARGET' AND m.value = 0)`,
};

/** Initiatives of each municipality in `p.key`, by name, that lack what the part judges. */
export function initiativesLacking(part: QualityPartCode): List {
  return {
    name: `listInitiativesLacking ${part}`,
    columns: raw("i.id"),
    from: raw("initiatives.published_initiative i"),
    link: sql`i.municipality_code = p.key`,
    where: [conditions[part]],
    order: { name: "NAME", terms: [swedish("i.name"), plain("i.id")], direction: "ASC" },
  };
}
