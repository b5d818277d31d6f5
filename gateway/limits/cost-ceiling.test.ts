import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse } from "graphql";
import { projectRoot } from "../../kit/project-root";
import { readExamples } from "../landing/landing-page";
import { listSizes } from "../supergraph/list-sizes";
import { costOfQuery } from "../test-support/cost";
import { defaultLimits } from "./limits";

/** The hub's own schema under the default ceiling. */
const read = (file: string) => readFileSync(join(projectRoot, "schema", file), "utf8");
const graph = { schema: buildSchema(read("api.graphql")), sizes: listSizes(parse(read("supergraph.graphql"))) };
const costOf = (query: string) => costOfQuery(query, graph).cost;

const sources = "sources { document { id title url } locator quote field }";
/** Everything that is said of an initiative, with or without the sources of each single statement. */
const everything = (each: string) => `
  id name status isReserve description { sv en } period { start { value precision } end { value precision } }
  statusHistory { status date { value } note { sv } ${each} }
  themes { code label } targetGroups { code label } leadOrganisations { id name kind }
  areas { id name kind ${each} }
  participations { role organisation { id name } ${each} }
  targets { id indicator statement { sv } value unit ${each} }
  results { id indicator statement { sv } unit ${each} }
  milestones { id ${each} }
  decisions { id ${each} }
  allocations { id amount { value kind year certainty } split { source { name } amount certainty } ${each} }
  grants { id name state ${each} }
  amounts { value kind year ${each} }
  ${sources} qualityNotes { code severity field message }`;
const kept = "sources { document { id } }";
const elevenLists = ["areas", "participations", "targets", "results", "milestones", "decisions", "consultations"]
  .concat("calls", "statusHistory", "allocations", "grants")
  .map((list) => `${list} { ${kept} }`)
  .join(" ");

describe("an analyst's query", () => {
  it.each<[string, string]>([
    ...readExamples().map(({ name, query }): [string, string] => [name, query]),
    ["the sources of eleven lists", `{ initiatives(first: 100) { nodes { id ${kept} ${elevenLists} } } }`],
    ["everything of a page of initiatives", `{ initiatives(first: 100) { nodes { ${everything(sources)} } } }`],
    [
      "four municipalities with everything of their initiatives",
      `{ municipalities(codes: ["0191", "0480", "2181", "2281"]) {
          code name population { year value } programmes { name startYear } pots { name total { value } }
          initiatives(first: 100) { totalCount nodes { ${everything("")} } } } }`,
    ],
    ["every municipality by county", "{ counties { name municipalities { code name population { value } } } }"],
    [
      "every municipality's initiatives",
      "{ municipalities { code initiatives(first: 100) { nodes { id name status themes { code } } } } }",
    ],
  ])("passes: %s", (_, query) => {
    expect(costOf(query)).toBeLessThanOrEqual(defaultLimits.cost);
  });
});

describe("a query that goes round", () => {
  it.each([
    ["counties", "{ municipalities { county { municipalities { county { municipalities { code } } } } } }"],
    [
      "counties once more",
      "{ municipalities { county { municipalities { county { municipalities { county { municipalities { code } } } } } } } }",
    ],
    [
      "counties from the counties",
      "{ counties { municipalities { county { municipalities { county { municipalities { code } } } } } } }",
    ],
    [
      "organisations",
      "{ organisations(first: 500) { nodes { children { parent { children { parent { children { id } } } } } } } }",
    ],
    [
      "source documents",
      "{ sourceDocuments { municipality { sourceDocuments { municipality { sourceDocuments { municipality { sourceDocuments { id } } } } } } } }",
    ],
    [
      "counties in fragments",
      `{ municipalities { ...A } } fragment A on Municipality { county { municipalities { ...B } } }
       fragment B on Municipality { county { municipalities { code name } } }`,
    ],
  ])("is refused: %s", (_, query) => {
    expect(costOf(query)).toBeGreaterThan(defaultLimits.cost);
  });
});
