import { rankSql } from "./certainty";

const columns = `municipality_code, subject, id, value, kind, year, year_certainty, certainty, is_approximate, initiative_id,
  pot_id, grant_id, funding_programme_id, organisation_ids, source_id, source_certainty, is_allocation`;

/** The amount of a view's row, as the columns from value to is_approximate; a value that is not known has no kind of its own. */
const amountOf = (row: string) => `${row}.value::numeric(16,2), coalesce(${row}.kind, ''), ${row}.year,
    ${rankSql(`${row}.year_certainty`)}, coalesce(${rankSql(`${row}.certainty`)}, 0::smallint),
    coalesce(${row}.precision = 'APPROXIMATE', false)`;
const noAmount = "NULL, '', NULL, NULL, 0, false";

/**
 * Every record of money, each krona once on its level. An id is the record's own; where records of several tables share a
 * subject, the table stands before the ids of those that are not what the subject is mostly of, since ids of two tables
 * may be the same.
 */
const createRecords = `/* createMoneyRecords */
  CREATE TEMP TABLE refresh_money (
    -- Short for the key, to join by: the parts of a key of three texts are not independent, which misleads the planner.
    record int GENERATED ALWAYS AS IDENTITY,
    municipality_code text, subject text, id text, value numeric(16,2), kind text, year int, year_certainty smallint,
    certainty smallint, is_approximate bool, initiative_id text, pot_id text, grant_id text, funding_programme_id text,
    -- Null for those that are responsible for the initiative.
    organisation_ids text[],
    -- The one source that all of it comes from; null when there is not one, or the shares are told one by one.
    source_id text, source_certainty smallint, is_allocation bool
  ) ON COMMIT DROP`;

const addAllocations = `/* addAllocationRecords */
  INSERT INTO refresh_money (${columns})
  SELECT a.municipality_code, 'MONEY_INITIATIVE', a.id, ${amountOf("a")}, a.initiative_id, a.pot_id, a.grant_id, g.programme_id,
    nullif(a.responsible_ids, '{}'), coalesce(g.source_id, a.source_id, p.single_source_id),
    CASE WHEN g.source_id IS NULL AND a.source_id IS NOT NULL THEN ${rankSql("'STATED'")} ELSE ${rankSql("'DERIVED'")} END, true
  FROM refresh_allocation a
    LEFT JOIN refresh_grant g ON g.id = a.grant_id
    LEFT JOIN refresh_pot p ON p.id = a.pot_id`;

const addGrants = `/* addGrantRecords */
  INSERT INTO refresh_money (${columns})
  SELECT g.municipality_code, 'MONEY_GRANT', coalesce(e.id, 'grant/' || g.id), ${amountOf("e")}, g.initiative_id, NULL, g.id,
    g.programme_id, ARRAY[g.recipient_id], g.source_id, ${rankSql("'STATED'")}, false
  FROM refresh_grant g
    LEFT JOIN (SELECT * FROM funding.published_grant_amount WHERE municipality_code = ANY($1)) e ON e.grant_id = g.id`;

/** The same amounts again, on the level of the initiative that they reach without a step between. */
const addDirectGrants = `/* addDirectGrantRecords */
  INSERT INTO refresh_money (${columns})
  SELECT m.municipality_code, 'MONEY_INITIATIVE', CASE WHEN starts_with(m.id, 'grant/') THEN m.id ELSE 'grant_event/' || m.id END,
    m.value, m.kind, m.year, m.year_certainty, m.certainty, m.is_approximate, m.initiative_id, NULL, m.grant_id,
    m.funding_programme_id, NULL, m.source_id, m.source_certainty, false
  FROM refresh_money m JOIN refresh_grant g ON g.id = m.grant_id AND g.is_direct
  WHERE m.subject = 'MONEY_GRANT'`;

/**
 * What is said of an initiative itself, unless the same krona is there as an allocation or a direct grant already: an amount
 * of the same kind and year. Where either year is not known it may be the same, and is not counted twice.
 */
const addInitiativeAmounts = `/* addInitiativeAmountRecords */
  INSERT INTO refresh_money (${columns})
  SELECT n.municipality_code, 'MONEY_INITIATIVE', 'initiative_amount/' || n.id, ${amountOf("n")}, n.initiative_id, NULL, NULL, NULL,
    NULL, NULL, 0, false
  FROM funding.published_initiative_amount n
  WHERE n.municipality_code = ANY($1) AND NOT EXISTS (
    SELECT FROM refresh_money m WHERE m.municipality_code = n.municipality_code AND m.subject = 'MONEY_INITIATIVE'
      AND m.initiative_id = n.initiative_id AND m.kind = coalesce(n.kind, '') AND m.value IS NOT NULL
      AND coalesce(m.year = n.year, true)
  )`;

/** An initiative without any amount lacks one. */
const addInitiatives = `/* addInitiativeRecords */
  INSERT INTO refresh_money (${columns})
  SELECT i.municipality_code, 'MONEY_INITIATIVE', 'initiative/' || i.id, ${noAmount}, i.id, NULL, NULL, NULL, NULL, NULL, 0, false
  FROM refresh_initiative i
  WHERE NOT EXISTS (
    SELECT FROM refresh_money m WHERE m.municipality_code = i.municipality_code AND m.subject = 'MONEY_INITIATIVE'
      AND m.initiative_id = i.id
  )`;

const addPots = `/* addPotRecords */
  INSERT INTO refresh_money (${columns})
  SELECT p.municipality_code, 'MONEY_POT', p.id, ${amountOf("p")}, NULL, p.id, NULL, NULL, '{}'::text[], NULL, 0, false
  FROM funding.published_pot p WHERE p.municipality_code = ANY($1)`;

export const moneyRecords = [
  createRecords,
  addAllocations,
  addGrants,
  addDirectGrants,
  "/* moneyRecords */ ANALYZE refresh_money",
  addInitiativeAmounts,
  "/* moneyRecords */ ANALYZE refresh_money",
  addInitiatives,
  addPots,
  "/* moneyRecords */ ANALYZE refresh_money",
];
