import { budgetOf, MOST_PLACES, MOST_ROWS, MOST_VALUES } from "./answer-budget";

const area = (number: number) => `2281-${number}`;

describe("what owners may answer to one request", () => {
  it("is bounded for each owner over all its answers", () => {
    const budget = budgetOf({});
    expect(budget.of("a").spend(MOST_VALUES - 1)).toBe(true);
    expect(budget.of("a").spend(1)).toBe(true);
    const answer = budget.of("a");
    expect([answer.exceeded(), answer.spend(1), answer.exceeded(), answer.spend(0)]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(budget.of("b").spend(MOST_VALUES)).toBe(true);
  });

  it("is bounded for all owners together", () => {
    const budget = budgetOf({});
    expect(["a", "b", "c", "d"].map((owner) => budget.of(owner).spend(MOST_VALUES))).toEqual([true, true, true, false]);
  });

  it("is not used up for others by an answer that is refused", () => {
    const budget = budgetOf({});
    for (const owner of ["x", "y", "z"]) {
      const answer = budget.of(owner);
      for (let row = 0; row < MOST_ROWS; row += 1) answer.name("Area", `${owner}-${row}`);
      expect(answer.spend(MOST_VALUES)).toBe(false);
    }
    expect(["a", "b", "c"].map((owner) => budget.of(owner).spend(MOST_VALUES - MOST_ROWS))).toEqual([true, true, true]);
    const answer = budget.of("a");
    for (let row = 0; row < MOST_ROWS; row += 1) expect(answer.name("Area", area(row))).toBe(true);
  });

  it("is each request's own", () => {
    const [one, other] = [{}, {}];
    expect(budgetOf(one).of("a").spend(MOST_VALUES)).toBe(true);
    expect(budgetOf(one).of("a").spend(1)).toBe(false);
    expect(budgetOf(other).of("a").spend(MOST_VALUES)).toBe(true);
  });

  it("names so many rows of the hub, each counted once", () => {
    const budget = budgetOf({});
    for (let row = 0; row < MOST_ROWS; row += 1) expect(budget.of("a").name("Area", area(row))).toBe(true);
    expect(budget.of("b").name("Area", area(0))).toBe(true);
    expect(budget.of("b").name("Organisation", area(0))).toBe(false);
  });

  it("has rows of the hub in so many places", () => {
    const budget = budgetOf({});
    for (let place = 0; place < MOST_PLACES; place += 1) budget.of("a").name("Area", area(1));
    expect(budget.of("b").name("Area", area(1))).toBe(false);

    const dear = budgetOf({});
    dear.limitPlaces(2);
    dear.limitPlaces(3);
    expect([1, 2, 3].map(() => dear.of("a").name("Area", area(1)))).toEqual([true, true, false]);
  });
});
