/** Columns of comparisons.fact, in its order. */
export const FACT_COLUMNS = [
  "municipality_code",
  "subject",
  "id",
  "value",
  "kind",
  "years",
  "certainty",
  "is_approximate",
  "is_year_inferred",
  "is_reserve",
  "initiative_id",
  "programme_id",
  "programme_ids",
  "strategy_area",
  "instrument",
  "status",
  "themes",
  "target_groups",
  "area_ids",
  "organisation_ids",
  "organisation_kinds",
  "source_ids",
  "source_kinds",
  "classification_certainty",
  "status_certainty",
  "pot_id",
  "grant_id",
  "funding_programme_id",
  "has_modelled_split",
].join(", ");

/** Columns of comparisons.fact_source, in its order. */
export const FACT_SOURCE_COLUMNS =
  "municipality_code, subject, fact_id, split, source_id, source_kind, value, certainty";
