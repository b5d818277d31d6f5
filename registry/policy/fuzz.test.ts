import fc from "fast-check";
import { hubSurface, ownerNamed, owners, rooms } from "../../test/registry/hub";
import { mutatedSubgraph } from "../../test/registry/mutate";
import { randomSubgraph } from "../../test/registry/random-subgraph";
import { LINK } from "../../test/registry/subgraph-row";
import { supergraphOfOthers } from "../../test/registry/supergraph-of-others";
import { checkReach } from "../checks/reach";
import { readSubgraph } from "../checks/read-subgraph";
import { runComposeJob } from "../composition/compose-job";
import { type Finding, findingCatalogue } from "../findings";
import { checkPolicy } from "./check-policy";

const RUNS = 1_000;

function findingsOf(sdl: string, owner = "sundsvall"): Finding[] {
  const { findings, document } = readSubgraph(sdl);
  if (!document) return findings;
  return [...findings, ...checkPolicy({ owner: ownerNamed(owner), owners, sdl, document, hub: hubSurface })];
}

/** Findings that can be shown to somebody, whatever they are about. */
function expectReadable(findings: readonly Finding[]): void {
  expect(findings.length).toBeLessThan(250);
  for (const { code, message, remedy, coordinate = "", line = 1 } of findings) {
    expect(findingCatalogue).toHaveProperty(code);
    expect(message.length * remedy.length).toBeGreaterThan(0);
    expect(Math.max(message.length, remedy.length, coordinate.length)).toBeLessThan(700);
    expect(line).toBeGreaterThan(0);
  }
}

function compose(sdl?: string) {
  const candidate = sdl === undefined ? [] : [{ name: "candidate", url: "http://127.0.0.1:1/candidate", sdl }];
  const services = [...rooms, ...candidate];
  const answer = runComposeJob({ services, isSatisfiabilityChecked: false, isApiWanted: true });
  return answer.kind === "composed" ? answer : undefined;
}

describe("whatever is sent", () => {
  it("is judged and never throws, when a good schema is garbled", () => {
    fc.assert(
      fc.property(mutatedSubgraph, ({ sdl, owner }) => expectReadable(findingsOf(sdl, owner))),
      { numRuns: RUNS },
    );
  });

  it("is judged and never throws, when it is any text", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", size: "large" }));
    fc.assert(
      fc.property(text, (rest) => {
        expectReadable(findingsOf(rest));
        expectReadable(findingsOf(`${LINK}\ntype Query { sundsvallA: Int } ${rest}`));
        expectReadable(findingsOf(`${LINK}\ntype Query { ${JSON.stringify(rest)} sundsvallA: Int }`));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["opening brackets", "[".repeat(100_000)],
    ["braces", `type Query ${"{ a".repeat(60_000)}`],
    ["values within values", `type Query { a(b: I = ${"{a:".repeat(60_000)} ): Int }`],
    ["a name as long as the whole", `type ${"A".repeat(250_000)} { ${"a".repeat(10)}: Int }`],
    [
      "long names everywhere",
      Array.from({ length: 60 }, (_, i) => `type ${"Nykoping".repeat(500)}${i} { a: Int }`).join("\n"),
    ],
    ["a string that does not end", `"${"a".repeat(250_000)}`],
    ["a block that does not end", `"""${"a\n".repeat(120_000)}`],
    ["lines without anything", "\n".repeat(250_000)],
    ["one directive thousands of times", `type Query { a: Int ${"@a ".repeat(20_000)} }`],
    ["one type thousands of times", "type A\n".repeat(14_000)],
    ["one interface thousands of times", `type SundsvallA implements ${"A & ".repeat(14_000)} A { a: Int }`],
    ["one union member thousands of times", `union SundsvallA = ${"A | ".repeat(14_000)} A`],
    ["one argument thousands of times", `type Query { a(${"b: Int ".repeat(9_000)}): Int }`],
    ["one key thousands of times", `type Area ${'@key(fields: "x") '.repeat(4_000)} { id: ID! }`],
    ["thousands of imports", `schema @link(url: "a", import: [${'"@a" '.repeat(25_000)}])`],
    [
      "names of what every object has",
      "type __proto__ { constructor: hasOwnProperty } type constructor { __proto__: Int }",
    ],
  ])("is judged within its limits: %s", (_, text) => {
    expectReadable(findingsOf(text));
    expectReadable(findingsOf(`${LINK}\n${text}`));
    expect(findingsOf(text)).not.toEqual([]);
  });

  // Both what is accepted and how it composes are looked at, since a fault of one rule shows only in the whole.
  it("changes nothing of anybody else's once it is accepted and fits together", async () => {
    const alone = compose();
    const owner = ownerNamed("sundsvall");
    const others = supergraphOfOthers(alone?.supergraph ?? "", "CANDIDATE", owner);
    let fitting = 0;
    await fc.assert(
      fc.asyncProperty(randomSubgraph, async (sdl) => {
        if (findingsOf(sdl).some(({ severity }) => severity === "ERROR")) return;
        const whole = compose(sdl);
        if (!whole) return;
        fitting += 1;
        expect(await checkReach({ roomsApi: alone?.api ?? "", api: whole.api ?? "", owner })).toEqual([]);
        expect(supergraphOfOthers(whole.supergraph, "CANDIDATE", owner)).toEqual(others);
      }),
      { numRuns: RUNS / 5 },
    );
    expect(fitting).toBeGreaterThan(0);
  });
});
