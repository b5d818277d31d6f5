import { refusalOf } from "./refusal";

describe("what the hub refuses", () => {
  it("is told as mistakes of options, by the names that were typed", () => {
    const mistakes = [
      { path: ["input", "groupBy"], message: "YEAR is given more than once.", remedy: "Give each dimension once." },
      { path: ["input", "filter", "targetGroups", 0], message: "No such code.", remedy: "Look it up." },
      { path: ["input", "filter", "amountKinds"], message: "Not of money.", remedy: "Leave it out." },
      { path: ["input"], message: "The lists hold 501 values together.", remedy: "Give at most 500." },
    ];
    const error = refusalOf([{ message: "x", extensions: { code: "BAD_USER_INPUT", mistakes } }], "SV");
    expect(error.exitCode).toBe(2);
    expect(error.lines).toEqual([
      "4 options are wrong:",
      "  --by: YEAR is given more than once. Give each dimension once.",
      "  --target-groups: No such code. Look it up.",
      "  --kinds: Not of money. Leave it out.",
      "  options: The lists hold 501 values together. Give at most 500.",
    ]);
  });

  it("speaks of options, never of the graph's own names for them", () => {
    const mistakes = [
      {
        path: ["input", "normalise"],
        message: "It needs rows by municipality.",
        remedy: "Add MUNICIPALITY to groupBy.",
      },
      { path: ["input", "groupBy"], message: "Kinds are mixed.", remedy: "Leave amountKinds out, or isReserve." },
    ];
    const { lines } = refusalOf([{ message: "x", extensions: { code: "BAD_USER_INPUT", mistakes } }], "EN");
    expect(lines.slice(1)).toEqual([
      "  --normalise: It needs rows by municipality. Add MUNICIPALITY to --by.",
      "  --by: Kinds are mixed. Leave --kinds out, or --reserves.",
    ]);
  });

  it("is told with its message when it is a mistake without details", () => {
    const error = refusalOf(
      [{ message: "MunicipalityCode is four digits.", extensions: { code: "BAD_USER_INPUT" } }],
      "SV",
    );
    expect([error.exitCode, error.lines]).toEqual([2, ["One option is wrong:", "  MunicipalityCode is four digits."]]);
  });

  it("is told with every reason when it would mislead", () => {
    const reasons = [
      { code: "AMOUNT_KINDS_DIFFER", message: { sv: "Beloppen är av olika slag.", en: "The kinds differ." } },
      { code: "YEARS_DIFFER", message: { sv: "Beloppen gäller olika år.", en: "The years differ." } },
    ];
    const error = refusalOf([{ message: "It would mislead.", extensions: { code: "NOT_COMPARABLE", reasons } }], "SV");
    expect(error.exitCode).toBe(3);
    expect(error.lines).toEqual([
      "Jämförelsen vore vilseledande. Ändra frågan, eller fråga utan --strict:",
      "  AMOUNT_KINDS_DIFFER: Beloppen är av olika slag.",
      "  YEARS_DIFFER: Beloppen gäller olika år.",
    ]);
  });

  it("is no mistake of the asker when a part of the hub is down", () => {
    const error = refusalOf([{ message: "The part is away.", extensions: { code: "SUBGRAPH_UNAVAILABLE" } }], "SV");
    expect([error.exitCode, error.lines]).toEqual([
      1,
      ["The hub has no answer: The part is away. (SUBGRAPH_UNAVAILABLE)"],
    ]);
  });
});
