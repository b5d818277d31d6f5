import { acceptedSubgraphs } from "../../test/registry/accepted-subgraphs";
import { hubSurface, ownerNamed, owners } from "../../test/registry/hub";
import { refusedSubgraphs } from "../../test/registry/refused-subgraphs";
import type { SubgraphRow } from "../../test/registry/subgraph-row";
import { LINK } from "../../test/registry/subgraph-row";
import { readSubgraph } from "../checks/read-subgraph";
import { type Finding, findingCatalogue } from "../findings";
import { checkPolicy } from "./check-policy";

/** What reading the text and the policy find together, as a publish runs them. */
function findingsOf({ sdl, owner = "sundsvall" }: Omit<SubgraphRow, "title">): Finding[] {
  const { findings, document } = readSubgraph(sdl);
  if (!document) return findings;
  return [...findings, ...checkPolicy({ owner: ownerNamed(owner), owners, sdl, document, hub: hubSurface })];
}

const errorsOf = (row: Omit<SubgraphRow, "title">) => findingsOf(row).filter(({ severity }) => severity === "ERROR");

describe("a schema of an owner's", () => {
  it.each(refusedSubgraphs)("is refused with $title", (row) => {
    const errors = errorsOf(row);
    expect(errors.map(({ code }) => code).sort()).toEqual([...row.codes].sort());
    expect(errors[0]?.line).toBe(row.line);
  });

  it.each(acceptedSubgraphs)("is accepted with $title", (row) => {
    expect(errorsOf(row)).toEqual([]);
  });

  it.each(refusedSubgraphs)("is told in whole sentences and within bounds: $title", (row) => {
    for (const { message, remedy, coordinate = "" } of errorsOf(row)) {
      expect(message).toMatch(/^\S[\s\S]*[.!…]$/);
      expect(remedy).not.toBe("");
      expect(Math.max(message.length, remedy.length, coordinate.length)).toBeLessThan(700);
    }
  });

  it("has every kind of finding that reading and the policy give in the table", () => {
    const given = new Set(refusedSubgraphs.flatMap(({ codes }) => codes));
    // Warnings and the cut of a long list have tests of their own here; the rest comes of composing, comparing and probing.
    const elsewhere =
      /^(NO_DESCRIPTION|MORE_FINDINGS|COMPOSITION.*|REACHES_OTHERS|BREAKING_.*|DANGEROUS|ROUTING_URL|PROBE_.*)$/;
    const codes = Object.keys(findingCatalogue);
    expect(codes.filter((code) => !given.has(code as never) && !elsewhere.test(code))).toEqual([]);
  });

  it("names place and coordinate of what is wrong", () => {
    const [finding] = errorsOf({ sdl: `${LINK}\ntype Query {\n  "Needs."\n  needs: Int\n}` });
    expect(finding).toMatchObject({ code: "NAME_NOT_OWN", coordinate: "Query.needs", line: 4, column: 3 });
  });

  it("says whose a name is", () => {
    const [finding] = errorsOf({ sdl: `${LINK}\ntype Query { upplandsVasbyNeeds: Int }` });
    expect(finding?.message).toContain("Upplands Väsby");
  });

  it("suggests a name that is the owner's", () => {
    const sdl = `${LINK}\ntype Query { sundsvallneeds: Sundsvallneed nykopingPlan: Int }\ntype Sundsvallneed { a: Int }\ntype NykopingPlan { a: Int }`;
    expect(errorsOf({ sdl }).map(({ remedy }) => remedy)).toEqual([
      "Begin the name with sundsvall, followed by a capital letter or an underscore, such as sundsvallNeeds.",
      "Begin the name with sundsvall, followed by a capital letter or an underscore, such as sundsvallPlan.",
      "Name it SundsvallNeed.",
      "Begin the name with Sundsvall, followed by a capital letter or an underscore, such as SundsvallPlan.",
    ]);
  });

  it("is not told of each directive when it has no @link to import them", () => {
    const sdl =
      'type Query { sundsvallA: Int @shareable }\nextend type Area @key(fields: "id") { id: ID! sundsvallA: Int }';
    expect(errorsOf({ sdl }).map(({ code }) => code)).toEqual(["FEDERATION_MISSING"]);
  });

  it("gives the line to add for a type that is only named", () => {
    const [finding] = errorsOf({ sdl: `${LINK}\ntype Query { sundsvallM: Municipality }` });
    expect(finding?.remedy).toBe(
      'Add: type Municipality @key(fields: "code", resolvable: false) { code: MunicipalityCode! }',
    );
  });

  it("warns once of everything that is not described", () => {
    const fields = Array.from({ length: 9 }, (_, index) => `sundsvall_${index}: Int`).join("\n");
    const findings = findingsOf({ sdl: `${LINK}\ntype Query {\n${fields}\n}` });
    expect(findings).toMatchObject([{ code: "NO_DESCRIPTION", severity: "WARNING", line: 3 }]);
    expect(findings[0]?.message).toContain("Query.sundsvall_4 and 4 more");
  });

  it("warns of nothing when everything is described", () => {
    const sdl = `${LINK}\ntype Query {\n  "Needs."\n  sundsvallNeeds: [SundsvallNeed]\n}\n"A need."\ntype SundsvallNeed {\n  "Its name."\n  name: String\n}`;
    expect(findingsOf({ sdl })).toEqual([]);
  });

  it("gets a list of findings that ends, with what is cut off counted", () => {
    const fields = Array.from({ length: 300 }, (_, index) => `need${index}: Int`).join("\n");
    const errors = errorsOf({ sdl: `${LINK}\ntype Query {\n${fields}\n}` });
    expect(errors.at(-1)).toMatchObject({ code: "MORE_FINDINGS", message: "There are 101 more findings." });
    expect(errors.map(({ line }) => line).slice(0, 3)).toEqual([3, 4, 5]);
  });
});
