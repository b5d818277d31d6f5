import { raw, type Sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import type { ListField } from "../input/fields";

/** Stands for the code of a record that does not say where it stands in a dimension. */
export const UNKNOWN = "UNKNOWN";

/** How a dimension is read from a row of `fact`, named f. */
export interface FactDimension {
  /** The code, in a dimension where a record has one at most; null when it does not say. */
  readonly code?: Sql;
  /** The codes, in a dimension where it may have several. */
  readonly codes?: Sql;
  /** How sure it is that the record has these codes, where that is another question than how sure the record is. */
  readonly certainty?: Sql;
  /** The filter on it. */
  readonly filter?: ListField;
}

const classification = raw("f.classification_certainty");

/** Every dimension; those of sources hold for counts, since money is divided by `fact_source` instead. */
export const DIMENSIONS: Readonly<Record<Dimension, FactDimension>> = {
  MUNICIPALITY: { code: raw("f.municipality_code") },
  COUNTY: { code: raw("m.county_code") },
  YEAR: { codes: raw("f.years::text[]"), filter: "years" },
  THEME: { codes: raw("f.themes"), certainty: classification, filter: "themes" },
  STRATEGY_AREA: { code: raw("f.strategy_area"), certainty: classification, filter: "strategyAreas" },
  TARGET_GROUP: { codes: raw("f.target_groups"), certainty: classification, filter: "targetGroups" },
  INSTRUMENT: { code: raw("f.instrument"), certainty: classification, filter: "instruments" },
  STATUS: { code: raw("f.status"), certainty: raw("f.status_certainty"), filter: "statuses" },
  AREA: { codes: raw("f.area_ids"), filter: "areas" },
  PROGRAMME: { code: raw("f.programme_id") },
  INITIATIVE: { code: raw("f.initiative_id"), filter: "initiatives" },
  FUNDING_SOURCE: { codes: raw("f.source_ids"), filter: "sources" },
  FUNDING_SOURCE_KIND: { codes: raw("f.source_kinds"), filter: "sourceKinds" },
  AMOUNT_KIND: { code: raw("nullif(f.kind, '')"), filter: "amountKinds" },
  ORGANISATION: { codes: raw("f.organisation_ids"), filter: "organisations" },
  ORGANISATION_KIND: { codes: raw("f.organisation_kinds"), filter: "organisationKinds" },
};

/** A dimension as the name of a column. */
export function column(dimension: Dimension): Sql {
  if (!Object.hasOwn(DIMENSIONS, dimension)) throw new Error(`${dimension} is no dimension`);
  return raw(`"${dimension}"`);
}
