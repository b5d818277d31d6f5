import fc from "fast-check";
import type { NewEvent } from "./append-events";
import { byPosition, type LifeEvent } from "./life-event";
import { Places } from "./position";
import { eventOf } from "./test-support/events";

const told = (date: string, changes: Partial<NewEvent> = {}): NewEvent => ({
  place: "events[0]",
  kind: "CHANGE",
  date,
  value: null,
  year: null,
  totalCost: null,
  registrationNumber: null,
  note: null,
  sources: [],
  correctsId: null,
  isRetraction: false,
  reportId: null,
  reportVersion: null,
  ...changes,
});

/** Numbers of the log's events in the order of the life, after events of these days were told. */
function orderAfter(log: readonly LifeEvent[], ...days: string[]): number[] {
  const places = new Places(log);
  const all = [...log];
  for (const day of days) {
    const event = eventOf({ kind: "CHANGE", number: all.length + 1, day, position: places.of(told(day), "RECORDED") });
    places.add(event);
    all.push(event);
  }
  return all.sort(byPosition).map(({ number }) => number);
}

const life = (...given: (LifeEvent["date"] | string)[]) =>
  given.map((date, index) =>
    eventOf({ kind: "CHANGE", number: index + 1, ...(typeof date === "string" ? { day: date } : { date }) }),
  );

it("puts what is told late at its day, and what is of one day in the order in which it was told", () => {
  const log = life("2026-03-01", "2026-03-10");
  expect(orderAfter(log, "2026-03-09")).toEqual([1, 3, 2]);
  expect(orderAfter(log, "2026-03-09", "2026-03-05", "2026-03-05", "2026-03-10", "2026-02-01", "2026-02-02")).toEqual([
    7, 8, 1, 4, 5, 3, 2, 6,
  ]);
});

it("leaves what has no known day where it is, and comes after it unless a later day is known", () => {
  expect(orderAfter(life("2026-03-01", null, "2026-03-10", null), "2026-03-09")).toEqual([1, 2, 5, 3, 4]);
  expect(orderAfter(life("2026-03-01", null), "2026-03-09")).toEqual([1, 2, 3]);
  expect(orderAfter(life(null), "2026-03-09")).toEqual([1, 2]);
  const year = { value: "2026", precision: "YEAR", certainty: "STATED" } as const;
  expect(orderAfter(life(year), "2026-03-09", "2025-12-31", "2027-01-01")).toEqual([3, 1, 2, 4]);
  expect(orderAfter(life({ ...year, certainty: "INFERRED" }), "2025-01-01")).toEqual([1, 2]);
});

it("keeps the place of what is corrected, also with another day, and finds room beside it", () => {
  const log = life("2026-03-01", "2026-03-05", "2026-03-10");
  const places = new Places(log);
  expect(places.of(told("2026-03-09", { correctsId: "e2" }), "RECORDED")).toBe(2);
  const corrected = eventOf({ kind: "CHANGE", number: 4, day: "2026-03-09", position: 2, correctsId: "e2" });
  places.add(corrected);
  const place = places.of(told("2026-03-07"), "RECORDED");
  expect(place).toBeGreaterThan(1);
  expect(place).toBeLessThan(2);
});

it("forgets what is taken back", () => {
  const places = new Places(life("2026-03-01", "2026-03-10"));
  places.add(
    eventOf({ kind: "CHANGE", number: 3, day: "2026-03-10", position: 2, correctsId: "e2", isRetraction: true }),
  );
  expect(places.of(told("2026-03-05"), "RECORDED")).toBe(3);
});

it("has room for thousands of events that come late, in whichever order", () => {
  const day = (number: number) => new Date(Date.UTC(2015, 0, 1 + number)).toISOString().slice(0, 10);
  const ends = life("2014-01-01", "2030-01-01");
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 150 }), (numbers) => {
      const order = orderAfter(ends, ...numbers.map(day));
      const expected = numbers
        .map((number, index) => ({ number, at: index + 3 }))
        .sort((a, b) => a.number - b.number || a.at - b.at)
        .map(({ at }) => at);
      expect(order).toEqual([1, ...expected, 2]);
    }),
    { numRuns: 50, seed: 2026 },
  );
  const backwards = Array.from({ length: 2000 }, (_, index) => day(2000 - index));
  expect(orderAfter(ends, ...backwards)).toEqual([1, ...Array.from({ length: 2000 }, (_, index) => 2002 - index), 2]);
  const sameDay = Array.from({ length: 2000 }, () => day(1));
  expect(orderAfter(ends, ...sameDay)).toEqual([1, ...Array.from({ length: 2000 }, (_, index) => index + 3), 2]);
});
