import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildASTSchema, isEnumType, parse } from "graphql";
import { projectRoot } from "../../kit/project-root";
import { grantEvent } from "../../subgraphs/funding/resolvers/grant";
import { createTestDatabase, type TestDatabase } from "../testkit/database";

/** Every kind of event that the schema knows. */
function eventKinds(): string[] {
  const document = parse(readFileSync(join(projectRoot, "schema", "funding.graphql"), "utf8"));
  const definitions = document.definitions.filter(
    (definition) => definition.kind === "EnumTypeDefinition" && definition.name.value === "GrantEventKind",
  );
  const type = buildASTSchema({ ...document, definitions }).getType("GrantEventKind");
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase("seeded");
});
afterAll(() => database.drop());

it("the graph and the comparisons tell the same kind of amount for every kind of grant event", async () => {
  const kinds = eventKinds();
  expect(kinds.length).toBeGreaterThan(15);
  await database.query(
    `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, recorded_by, kind, value, certainty, precision, sources, quality_notes)
     SELECT '2181', '2181-' || lower(replace(kind, '_', '-')), '2181-tillvaxtverket-2020', 9, 100 + number, '2181', kind, 100, 'STATED', 'EXACT', '[]', '[]'
     FROM unnest($1::text[]) WITH ORDINALITY AS k(kind, number)`,
    [kinds],
  );
  const published = await database.query<{ kind: string; amountKind: string | null }>(
    `SELECT e.kind, p.kind AS "amountKind" FROM funding.grant_event e
       LEFT JOIN funding.published_grant_amount p ON p.municipality_code = e.municipality_code AND p.id = e.id
     WHERE e.position = 9`,
  );
  const amountOf = grantEvent.amount as (event: object) => { kind: string } | null;
  const shown = kinds.map((kind) => ({
    kind,
    amountKind: amountOf({ kind, value: "100.00", certainty: "STATED", precision: "EXACT", sources: [] })?.kind ?? null,
  }));
  const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1);
  expect(published.sort(byKind)).toEqual(shown.sort(byKind));
  expect(shown.filter(({ amountKind }) => amountKind !== null).length).toBeGreaterThan(5);
});
