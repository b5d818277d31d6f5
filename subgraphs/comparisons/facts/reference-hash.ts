/** A hash of the words that all municipalities share; `edition` is $1. */
export const writeReadModel = `/* writeReadModel */
  INSERT INTO comparisons.read_model AS r (edition, reference_hash)
  SELECT $1, md5(string_agg(word::text, '' ORDER BY what, id COLLATE "C"))
  FROM (
    SELECT list AS what, code AS id, label::text AS name, NULL AS kind FROM initiatives.published_code
    UNION ALL SELECT 'county', code, name, NULL FROM areas.published_county
    UNION ALL SELECT 'municipality', code, name, NULL FROM areas.published_municipality
    UNION ALL SELECT 'source', id, name, kind FROM funding.published_funding_source WHERE municipality_code = '0000'
    UNION ALL SELECT 'organisation', id, name, kind FROM organisations.published_organisation WHERE municipality_code = '0000'
  ) word
  ON CONFLICT (one_row) DO UPDATE SET edition = excluded.edition, reference_hash = excluded.reference_hash
  WHERE (r.edition, r.reference_hash) IS DISTINCT FROM (excluded.edition, excluded.reference_hash)`;
