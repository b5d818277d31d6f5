const scoped = "municipality_code = ANY($1)";

/** Every document that a record cites on which one of the municipalities' facts rests. */
const gatherCitations = `/* gatherCitations */
  CREATE TEMP TABLE refresh_citation ON COMMIT DROP AS
  SELECT DISTINCT r.municipality_code, s."documentId" AS document_id
  FROM (
    SELECT municipality_code, sources FROM initiatives.published_initiative WHERE ${scoped}
    UNION ALL
    SELECT t.municipality_code, t.sources FROM initiatives.published_target t
      JOIN refresh_fact f ON f.municipality_code = t.municipality_code AND f.subject = 'TARGET' AND f.id = t.id
      WHERE t.${scoped}
    UNION ALL
    SELECT municipality_code, sources FROM funding.published_allocation WHERE ${scoped}
    UNION ALL
    SELECT municipality_code, sources FROM funding.published_grant WHERE ${scoped}
    UNION ALL
    SELECT e.municipality_code, e.sources FROM funding.published_grant_amount e
      JOIN refresh_grant g ON g.municipality_code = e.municipality_code AND g.id = e.grant_id
      WHERE e.${scoped}
    UNION ALL
    SELECT municipality_code, sources FROM funding.published_pot WHERE ${scoped}
    UNION ALL
    SELECT n.municipality_code, n.sources FROM funding.published_initiative_amount n
      JOIN refresh_fact f ON f.municipality_code = n.municipality_code AND f.subject = 'MONEY_INITIATIVE'
        AND f.id = 'initiative_amount/' || n.id
      WHERE n.${scoped}
  ) r CROSS JOIN LATERAL jsonb_to_recordset(r.sources) AS s("documentId" text)
  WHERE s."documentId" IS NOT NULL`;

export const citations = [gatherCitations];

export const writeCitations = [
  `/* removeCitations */
  DELETE FROM comparisons.citation c WHERE ${scoped} AND NOT EXISTS (
    SELECT FROM refresh_citation n WHERE n.municipality_code = c.municipality_code AND n.document_id = c.document_id
  )`,
  "/* addCitations */ INSERT INTO comparisons.citation SELECT municipality_code, document_id FROM refresh_citation ON CONFLICT DO NOTHING",
];
