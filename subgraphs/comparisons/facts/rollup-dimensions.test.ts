import { municipalCells } from "./rollup";
import { ROLLUP_DIMENSIONS } from "./rollup-dimensions";

// The types keep out a dimension that is not listed; nothing but this sees one that is listed and never added up.
it("sums up every dimension that comparisons may be planned in", () => {
  const summed = municipalCells.flatMap((statement) => /^\/\* addCells ([A-Z_]+) \*\//.exec(statement)?.[1] ?? []);
  expect([...new Set(summed)].sort()).toEqual([...ROLLUP_DIMENSIONS].sort());
});
