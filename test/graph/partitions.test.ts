import { Client } from "pg";
import type { Reader } from "../../kit/database";
import { createConnections } from "../../kit/pagination";
import { areasOfMunicipality, createAreaRepository } from "../../subgraphs/areas/area.repository";
import { createMunicipalityRepository } from "../../subgraphs/areas/municipality.repository";
import { cellsOf } from "../../subgraphs/comparisons/comparison/cells";
import { readDataVersion } from "../../subgraphs/comparisons/comparison/data-version";
import { createCoverageRepository } from "../../subgraphs/comparisons/coverage/coverage.repository";
import type { NormalisedInput } from "../../subgraphs/comparisons/input/normalised-input";
import {
  allocationsMatching,
  allocationsOfPot,
  createAllocationRepository,
} from "../../subgraphs/funding/allocation.repository";
import { createFundingSourceRepository } from "../../subgraphs/funding/funding-source.repository";
import { createGrantRepository, grantsOfMunicipality } from "../../subgraphs/funding/grant.repository";
import { createPotRepository } from "../../subgraphs/funding/pot.repository";
import { createBelongingsRepository } from "../../subgraphs/initiatives/belongings.repository";
import {
  createInitiativeRepository,
  initiativesMatching,
  initiativesOfArea,
  initiativesOfMunicipality,
  initiativesOfProgramme,
} from "../../subgraphs/initiatives/initiative.repository";
import { createParticipationRepository } from "../../subgraphs/initiatives/participation.repository";
import { createProgrammeRepository } from "../../subgraphs/initiatives/programme.repository";
import { createSourceDocumentRepository } from "../../subgraphs/initiatives/source-document.repository";
import {
  createOrganisationRepository,
  organisationsOfMunicipality,
} from "../../subgraphs/organisations/organisation.repository";
import { createTestDatabase, type TestDatabase } from "../testkit/database";

const SCHEMAS = ["areas", "organisations", "initiatives", "funding", "comparisons", "opendata"];

/** Tables that stay whole, since they do not grow with the municipalities' deliveries. */
const REFERENCE_TABLES: Readonly<Record<string, string>> = {
  "areas.county": "Sweden has 21 counties",
  "areas.municipality": "Sweden has 290 municipalities",
  "initiatives.code": "codes of the four code lists, some tens each",
  "comparisons.read_model": "one row",
  "areas.migration": "TypeORM's own list of what has been migrated",
  "organisations.migration": "TypeORM's own list of what has been migrated",
  "initiatives.migration": "TypeORM's own list of what has been migrated",
  "funding.migration": "TypeORM's own list of what has been migrated",
  "comparisons.migration": "TypeORM's own list of what has been migrated",
  "opendata.migration": "TypeORM's own list of what has been migrated",
  "opendata.feed": "one row",
  "opendata.webhook": "ten of each funding source at most",
  "opendata.webhook_attempt": "the last hundred of each webhook",
  "opendata.webhook_secret": "one of each webhook",
};

interface Table {
  schema: string;
  name: string;
  grows: boolean;
}

let database: TestDatabase;
let client: Client;
let tables: Table[];

/** The schema that holds the partitioned copies of a room's tables, under the names that the originals have. */
const partitioned = (schema: string) => `${schema}_partitioned`;

beforeAll(async () => {
  database = await createTestDatabase("seeded");
  client = new Client({ connectionString: database.url });
  await client.connect();
  tables = await database.query<Table & object>(
    `SELECT n.nspname AS schema, c.relname AS name,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'municipality_code') AS grows
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = ANY($1) ORDER BY 1, 2`,
    [SCHEMAS],
  );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it("every table has the municipality code, save the small reference tables", () => {
  const whole = tables.filter(({ grows }) => !grows).map(({ schema, name }) => `${schema}.${name}`);
  expect(whole).toEqual(Object.keys(REFERENCE_TABLES).sort());
});

describe("native hash partitions by municipality code", () => {
  beforeAll(async () => {
    for (const schema of SCHEMAS) await client.query(`CREATE SCHEMA ${partitioned(schema)}`);
    const growing = tables.filter(({ grows }) => grows);
    for (const { schema, name } of growing) {
      const copy = `${partitioned(schema)}."${name}"`;
      await client.query(
        `CREATE TABLE ${copy} (LIKE ${schema}."${name}" INCLUDING ALL) PARTITION BY HASH (municipality_code)`,
      );
      for (const remainder of [0, 1, 2, 3]) {
        await client.query(
          `CREATE TABLE ${partitioned(schema)}."${name}_${remainder}" PARTITION OF ${copy} FOR VALUES WITH (MODULUS 4, REMAINDER ${remainder})`,
        );
      }
    }
    for (const { schema, name, definition } of await foreignKeys()) {
      await client.query(`ALTER TABLE ${partitioned(schema)}."${name}" ADD ${definition}`);
    }
    await client.query("BEGIN");
    for (const { schema, name } of growing) {
      const { rows } = await client.query<{ list: string }>(
        `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
         WHERE attrelid = format('%I.%I', $1::text, $2::text)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [schema, name],
      );
      const list = rows[0]?.list;
      await client.query(
        `INSERT INTO ${partitioned(schema)}."${name}" (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM ${schema}."${name}"`,
      );
    }
    await client.query("COMMIT");
    for (const schema of SCHEMAS) await copyViews(schema);
    await client.query("ANALYZE");
  });

  /** Views that the room reads itself, over the partitioned tables; what others may read is not asked for here. */
  async function copyViews(schema: string): Promise<void> {
    // Names of the schema are written without it, and so are of whichever schema comes first then.
    await client.query(`SET search_path = ${schema}`);
    const { rows } = await client.query<{ name: string; definition: string }>(
      `SELECT relname AS name, pg_get_viewdef(oid) AS definition FROM pg_class
       WHERE relkind = 'v' AND relnamespace = $1::regnamespace AND relname NOT LIKE 'published\\_%'`,
      [schema],
    );
    await client.query(`SET search_path = ${partitioned(schema)}, ${schema}, public`);
    for (const { name, definition } of rows) await client.query(`CREATE VIEW "${name}" AS ${definition}`);
    await client.query("RESET search_path");
  }

  /** Foreign keys between tables that grow, made to point at the partitioned copies; those to reference tables as they are. */
  async function foreignKeys(): Promise<{ schema: string; name: string; definition: string }[]> {
    const { rows } = await client.query<{ schema: string; name: string; definition: string; target: string }>(
      `SELECT n.nspname AS schema, c.relname AS name, pg_get_constraintdef(k.oid) AS definition, t.relname AS target
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_class t ON t.oid = k.confrelid
       WHERE k.contype = 'f' AND n.nspname = ANY($1)`,
      [SCHEMAS],
    );
    const grows = new Set(tables.filter((table) => table.grows).map(({ schema, name }) => `${schema}.${name}`));
    const ofCopies = rows.filter(({ schema, name }) => grows.has(`${schema}.${name}`));
    return ofCopies.map(({ schema, name, definition, target }) => ({
      schema,
      name,
      definition: grows.has(`${schema}.${target}`)
        ? definition.replace(`REFERENCES ${schema}.`, `REFERENCES ${partitioned(schema)}.`)
        : definition,
    }));
  }

  it("can be made of every table that grows, with its keys and foreign keys, and hold its rows", async () => {
    const keys = await foreignKeys();
    expect(keys.length).toBeGreaterThan(15);
    for (const { schema, name } of tables.filter(({ grows }) => grows)) {
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM ${schema}."${name}") AS before, (SELECT count(*)::int FROM ${partitioned(schema)}."${name}") AS after,
           (SELECT count(*)::int FROM pg_constraint WHERE contype = 'p' AND conrelid = '${partitioned(schema)}."${name}"'::regclass) AS keys,
           (SELECT count(*)::int FROM pg_index WHERE indrelid = '${schema}."${name}"'::regclass) AS indexes,
           (SELECT count(*)::int FROM pg_index WHERE indrelid = '${partitioned(schema)}."${name}"'::regclass) AS copied`,
      );
      const { before, after, keys: primary, indexes, copied } = rows[0];
      expect({ name, after, primary, copied }).toEqual({ name, after: before, primary: 1, copied: indexes });
    }
  });

  it("keep what belongs together in one partition of each table", async () => {
    const { rows } = await client.query(
      `SELECT DISTINCT replace(tableoid::regclass::text, 'initiatives_partitioned.', '') AS part FROM initiatives_partitioned.initiative WHERE municipality_code = '2181'
       UNION SELECT DISTINCT replace(tableoid::regclass::text, 'initiatives_partitioned.programme', 'initiative') FROM initiatives_partitioned.programme WHERE municipality_code = '2181'`,
    );
    expect(rows).toHaveLength(1);
  });

  it("are touched one at a time by a question about one municipality", async () => {
    for (const { schema, name } of tables.filter(({ grows }) => grows)) {
      const touched = await partitionsTouched(
        schema,
        `SELECT * FROM ${partitioned(schema)}."${name}" WHERE municipality_code = '2181'`,
      );
      expect(touched).toEqual({ [name]: 1 });
    }
  });

  /** Partitions that a statement really reads, by table. */
  async function partitionsTouched(schema: string, text: string, values?: unknown[]): Promise<Record<string, number>> {
    await client.query(`SET search_path = ${partitioned(schema)}, ${schema}, public`);
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    const read = new Set<string>();
    const visit = (node: PlanNode) => {
      if (node["Relation Name"] && node["Actual Loops"] > 0) read.add(node["Relation Name"]);
      for (const child of node.Plans ?? []) visit(child);
    };
    visit(rows[0]?.["QUERY PLAN"][0].Plan as PlanNode);
    const counts: Record<string, number> = {};
    for (const relation of read) {
      const table = relation.replace(/_\d$/, "");
      if (table !== relation) counts[table] = (counts[table] ?? 0) + 1;
    }
    return counts;
  }

  interface PlanNode {
    "Relation Name"?: string;
    "Actual Loops": number;
    Plans?: PlanNode[];
  }

  interface Sent {
    name: string;
    touched: Record<string, number>;
  }

  /** Runs repositories against the partitions and notes what each of their statements touches. */
  async function touchedBy(schema: string, work: (reader: Reader) => Promise<unknown>): Promise<Sent[]> {
    const sent: Sent[] = [];
    await work({
      async rows(name, statement) {
        sent.push({ name, touched: await partitionsTouched(schema, statement.text, statement.values as unknown[]) });
        return [];
      },
    });
    return sent;
  }

  /** Calls every method whose name matches with the keys given. */
  const callAll = async (repository: object, matching: RegExp, keys: readonly string[]) => {
    const methods = Object.entries(repository).filter(([name]) => matching.test(name));
    expect(methods.length).toBeGreaterThan(0);
    for (const [, method] of methods) await method(keys);
  };

  const page = { first: 3 };

  /** Money of one municipality, as the rollup has it and, by area, as only the facts have it. */
  const amounts: NormalisedInput = {
    municipalities: ["2181"],
    measure: "AMOUNT",
    groupBy: [],
    filter: {},
    level: "INITIATIVE",
    normalise: "NONE",
    multiValued: "FULL",
    split: "STATED",
  };

  it.each<[schema: string, statements: number, work: (reader: Reader) => Promise<unknown>]>([
    [
      "areas",
      5,
      async (reader) => {
        await callAll(createAreaRepository(reader), /By/, ["2281-bredsand", "2281-nacksta"]);
        await callAll(createMunicipalityRepository(reader), /(Populations|Supply)By/, ["2281"]);
        await createConnections(reader).load(areasOfMunicipality(null), page, "2281");
      },
    ],
    [
      "organisations",
      2,
      async (reader) => {
        await callAll(createOrganisationRepository(reader), /ById$/, ["2281-mitthem", "2281-nobina"]);
        await createConnections(reader).load(organisationsOfMunicipality(null), page, "2281");
      },
    ],
    [
      "initiatives",
      23,
      async (reader) => {
        const ids = ["2281-lokala-rad", "2281-20-satsningar-2020"];
        const programmes = ["2281-ett-sundsvall-som-haller-ihop"];
        await callAll(createInitiativeRepository(reader), /By/, ids);
        await callAll(createParticipationRepository(reader), /By/, ids);
        await callAll(createBelongingsRepository(reader), /By(Initiative|Target)$/, ids);
        await callAll(createBelongingsRepository(reader), /ByProgramme$/, programmes);
        await callAll(createProgrammeRepository(reader), /By(Id|Parent)$/, programmes);
        await callAll(createProgrammeRepository(reader), /ByMunicipality$/, ["2281"]);
        await callAll(createSourceDocumentRepository(reader), /ById$/, ["2281-wikipedia-sundsvalls-kommun"]);
        await callAll(createSourceDocumentRepository(reader), /ByMunicipality$/, ["2281"]);
        const connections = createConnections(reader);
        await connections.load(initiativesOfMunicipality(null), page, "2281");
        await connections.load(initiativesOfArea, page, "2281-bredsand");
        await connections.load(initiativesOfProgramme, page, "2281-ett-sundsvall-som-haller-ihop");
        await connections.load(
          initiativesMatching({ municipalities: ["2281"], statuses: ["ONGOING"], text: "bredsand" }),
          page,
        );
      },
    ],
    [
      "funding",
      15,
      async (reader) => {
        await callAll(createAllocationRepository(reader), /By(Id|Initiative)$/, ["2181-ungdomsbilen"]);
        await callAll(createAllocationRepository(reader), /ByPot$/, ["2181-potten-2020"]);
        await callAll(createGrantRepository(reader), /By/, ["2181-tillvaxtverket-2020"]);
        await callAll(createPotRepository(reader), /By(Id|Pot|Grant)$/, ["2181-potten-2020"]);
        await callAll(createPotRepository(reader), /ByMunicipality$/, ["2181"]);
        await callAll(createFundingSourceRepository(reader), /ById$/, ["2181-kommunala-medel"]);
        const connections = createConnections(reader);
        await connections.load(grantsOfMunicipality(null), page, "2181");
        await connections.load(allocationsOfPot, page, "2181-potten-2020");
        await connections.load(
          allocationsMatching({ municipalities: ["2181"], initiatives: ["2181-ungdomsbilen"] }),
          page,
        );
      },
    ],
    [
      "comparisons",
      6,
      async (reader) => {
        // Without rows to read it fails after its statement has been sent.
        await readDataVersion(reader, ["2181"]).catch(() => {});
        await createCoverageRepository(reader).findCoverageByCode(["2181"]);
        for (const dimension of ["THEME", "YEAR", "AREA", "FUNDING_SOURCE"] as const) {
          await reader.rows("cellsOf", cellsOf(amounts, [dimension]));
        }
      },
    ],
  ])(
    "are touched one at a time by the statements of %s that ask for one municipality's records",
    async (schema, least, work) => {
      const sent = await touchedBy(schema, work);
      expect(sent.length).toBeGreaterThanOrEqual(least);
      const several = sent.filter(({ touched }) => Object.values(touched).some((count) => count > 1));
      expect(several).toEqual([]);
      expect(sent.every(({ touched }) => Object.keys(touched).length > 0)).toBe(true);
    },
  );
});
