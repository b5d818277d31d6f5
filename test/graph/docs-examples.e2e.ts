import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "../../kit/access";
import { projectRoot } from "../../kit/project-root";
import { startTestHub, type TestHub } from "../testkit/hub";
import { addReport } from "./add-report";

/** The examples of a page, with where they stand. */
function examplesOf(page: string): [place: string, query: string][] {
  const text = readFileSync(join(projectRoot, "docs", page), "utf8");
  return [...text.matchAll(/^ *```graphql\n(.*?)^ *```$/gms)].map(({ index, 1: query = "" }) => [
    `${page}:${text.slice(0, index).split("\n").length + 1}`,
    query,
  ]);
}

const examples = ["for-agencies.md", "audit.md"].flatMap(examplesOf);
const isMutation = ([, query]: [place: string, query: string]) => query.includes("mutation {");

/** A hub with the report that the pages speak of, handed in. */
async function startHubWithReport(): Promise<TestHub> {
  const hub = await startTestHub("seeded");
  await addReport(hub.database, {
    ...{ id: "2281-boverket~7k2m9x4p2q8r", grant: "2281-boverket-sundsbruk", kind: "PROGRESS" },
    period: ["2022-01-01", "2022-12-31"],
    versions: [
      [
        {
          initiativeId: "2281-omradesutveckling-med-stod-fran-boverket",
          amount: "900000.00",
          areas: [{ areaId: "2281-sundsbruk", share: "1", amount: "900000.00" }],
        },
      ],
    ],
  });
  return hub;
}

/** Asks as the example's first line says, and expects a whole answer. */
async function isAnsweredWhole(hub: TestHub, query: string): Promise<void> {
  const [, role, owner = "hub"] = /# with a token of an? (\w+)(?: of (\S+))?/.exec(query) ?? [];
  const token = role === undefined ? undefined : await hub.issuer.token({ owner, roles: [role as Role] });
  const { data, errors } = await hub.ask<Record<string, { mistakes?: object[] } | null>>(query, {}, token);
  expect(errors).toBeUndefined();
  for (const answer of Object.values(data ?? {})) {
    expect(answer).not.toBeNull();
    expect(answer?.mistakes ?? []).toEqual([]);
  }
}

describe("queries", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHubWithReport();
  });
  afterAll(() => hub?.stop());

  it.each(examples.filter((example) => !isMutation(example)))(
    "the one at %s is answered whole, at the cost that everybody may ask for",
    (_, query) => isAnsweredWhole(hub, query),
  );
});

describe("mutations", () => {
  it.each(examples.filter(isMutation))("the one at %s is done", async (_, query) => {
    const hub = await startHubWithReport();
    try {
      await isAnsweredWhole(hub, query);
    } finally {
      await hub.stop();
    }
  });
});
