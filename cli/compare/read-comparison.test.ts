import type { AnsweredRow } from "./comparison-query";
import type { HubClient } from "./hub-client";
import { readComparison } from "./read-comparison";

const input = { measure: "AMOUNT", groupBy: ["THEME"] } as const;

interface Asked {
  readonly first: number;
  readonly after?: string;
}

/** A hub with so many rows; what it was asked for is noted. */
function hubWith(rows: number, idOf: (after: string | undefined) => string = () => "c1") {
  const asked: Asked[] = [];
  const hub: HubClient = {
    url: "http://hub.invalid",
    open: () => Promise.reject(new Error("no file is opened")),
    async ask(_query, variables) {
      const { first, after } = (variables as { input: Asked }).input;
      asked.push({ first, after });
      const start = Number(after ?? 0);
      const end = Math.min(start + first, rows);
      const page = Array.from({ length: end - start }, (_, index) => ({ value: start + index }) as AnsweredRow);
      const comparison = { id: idOf(after), rows: page, totalRows: rows, endCursor: end < rows ? String(end) : null };
      return { data: { comparison }, errors: [] };
    },
  };
  return { hub, asked };
}

describe("reading a comparison", () => {
  it("gets every row, each once and in order, in pages as large as the hub gives", async () => {
    const { hub, asked } = hubWith(1201);
    const { rows } = await readComparison(hub, input, "SV");
    expect(rows.map(({ value }) => value)).toEqual(Array.from({ length: 1201 }, (_, index) => index));
    expect(asked).toEqual([{ first: 500 }, { first: 500, after: "500" }, { first: 500, after: "1000" }]);
  });

  it("asks for no more rows than are to be shown", async () => {
    const { hub, asked } = hubWith(1201);
    expect((await readComparison(hub, input, "SV", 501)).rows).toHaveLength(501);
    expect(asked.map(({ first }) => first)).toEqual([500, 1]);
  });

  it("asks once when there is no row", async () => {
    const { hub, asked } = hubWith(0);
    expect((await readComparison(hub, input, "SV")).rows).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it("does not put rows of different data into one table", async () => {
    const { hub } = hubWith(1201, (after) => (after === undefined ? "before" : "after"));
    await expect(readComparison(hub, input, "SV")).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining("data changed while it was read"),
    });
  });

  it("refuses when the hub gives no comparison", async () => {
    const hub = { ...hubWith(0).hub, ask: async () => ({ data: { comparison: null }, errors: [] }) };
    await expect(readComparison(hub, input, "SV")).rejects.toMatchObject({ exitCode: 1 });
  });
});
