import type { FuzzyDateValue } from "../../kit/record";
import { knownYears } from "./known-years";

const date = (value: string): FuzzyDateValue => ({ value, precision: "YEAR", certainty: "STATED" });

test("the years of an initiative are those that its periods are known to touch", () => {
  expect(knownYears([null, { start: date("2022"), end: null }], [])).toEqual({ firstYear: 2022, lastYear: 2022 });
  expect(knownYears([{ start: date("2021-23"), end: date("2024") }, null], [])).toEqual({
    firstYear: 2021,
    lastYear: 2024,
  });
  expect(knownYears([null, null], [])).toEqual({ firstYear: null, lastYear: null });
});

test("a source that says that an initiative goes on makes its year known, a decision or an unknown status does not", () => {
  const since2022 = { start: date("2022"), end: null };
  const history = [
    { status: "DECIDED", date: date("2021") },
    { status: "ONGOING", date: date("2024") },
    { status: "UNKNOWN", date: date("2025") },
    { status: "ONGOING", date: null },
  ];
  expect(knownYears([null, since2022], history)).toEqual({ firstYear: 2022, lastYear: 2024 });
});
