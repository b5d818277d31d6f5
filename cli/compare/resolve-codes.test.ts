import type { ComparisonInput } from "../../subgraphs/comparisons/generated/types";
import type { HubClient } from "./hub-client";
import { resolveCodes } from "./resolve-codes";

const lists: Readonly<Record<string, readonly object[]>> = {
  municipalities: [
    { code: "0191", name: "Sigtuna" },
    { code: "0480", name: "Nyköping" },
    { code: "0305", name: "Håbo" },
    { code: "1331", name: "Habo" },
  ],
  themes: [{ code: "EMPLOYMENT" }, { code: "SAFETY" }],
  targetGroups: [{ code: "CHILDREN_YOUTH" }],
  strategyAreas: [{ code: "HOUSING" }],
  instruments: [{ code: "TRAINING" }],
  fundingSources: [{ code: "boverket" }, { code: "2181-kommunala-medel" }],
};

function resolve(part: Partial<ComparisonInput>) {
  const queries: string[] = [];
  const hub: HubClient = {
    url: "http://hub.invalid",
    open: () => Promise.reject(new Error("no file is opened")),
    async ask(query) {
      queries.push(query);
      const asked = Object.entries(lists).filter(([name]) => query.includes(`${name} {`));
      return { data: Object.fromEntries(asked), errors: [] };
    },
  };
  const input = { measure: "AMOUNT" as const, groupBy: [], filter: {}, ...part };
  return resolveCodes(hub, input, "SV").then((resolved) => ({ ...resolved, queries }));
}

describe("codes and names", () => {
  it("are not asked about when none needs it", async () => {
    const { input, queries } = await resolve({ municipalities: ["0191", "2181"], filter: { years: [2020] } });
    expect(queries).toEqual([]);
    expect(input.municipalities).toEqual(["0191", "2181"]);
  });

  it("may be names of municipalities beside codes, in any case", async () => {
    const { input, mistakes, queries } = await resolve({ municipalities: ["sigtuna", "2181", "NYKÖPING"] });
    expect([input.municipalities, mistakes, queries.length]).toEqual([["0191", "2181", "0480"], [], 1]);
  });

  it("keep Habo and Håbo apart", async () => {
    const { input } = await resolve({ municipalities: ["Habo", "Håbo"] });
    expect(input.municipalities).toEqual(["1331", "0305"]);
  });

  it("may be in small letters with hyphens", async () => {
    const filter = { themes: ["employment"], targetGroups: ["children-youth"], sources: ["Boverket"] };
    const { input, mistakes } = await resolve({ filter });
    expect(mistakes).toEqual([]);
    expect(input.filter).toEqual({ themes: ["EMPLOYMENT"], targetGroups: ["CHILDREN_YOUTH"], sources: ["boverket"] });
  });

  it("that the graph does not know are all told, with what there is", async () => {
    const filter = { themes: ["employmnt", "SAFETY"], instruments: ["x9x9"], sources: ["nobody-at-all"] };
    const { mistakes } = await resolve({ municipalities: ["Sigtun", "0480"], filter });
    expect(mistakes).toEqual([
      '--themes: "employmnt" is not a choice. Did you mean employment? Allowed: employment, safety.',
      '--instruments: "x9x9" is not a choice. Allowed: training.',
      '--sources: "nobody-at-all" is not a choice. Allowed: boverket, 2181-kommunala-medel.',
      '--municipalities: there is no municipality "Sigtun". Did you mean Sigtuna? Allowed: names such as Sandviken, codes of four digits such as 2181.',
    ]);
  });
});
