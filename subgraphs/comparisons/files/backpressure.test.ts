import { once } from "node:events";
import { type Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { columnsOf } from "./columns";
import { comparisonWorkbook } from "./comparison-workbook";
import { csvOf } from "./csv";
import { jsonOf } from "./json";
import { countedRows, someDocument, someFrame } from "./test-support/generated-document";

const ROWS = 200_000;

type Rows = ReturnType<typeof countedRows>["rows"];

const writers: [string, (rows: Rows) => Readable][] = [
  ["CSV", (rows) => csvOf(columnsOf(someFrame()), rows, { bom: false, decimals: "point", language: "sv" })],
  ["JSON", (rows) => jsonOf(someDocument(rows))],
  ["Excel", (rows) => comparisonWorkbook(someDocument(rows), "sv")],
];

describe.each(writers)("%s of 200,000 rows", (_, write) => {
  it("asks for no more rows than are on their way while nobody reads on", async () => {
    const { rows, state } = countedRows(ROWS);
    const file = write(rows);
    await once(file, "readable");
    file.read(1);
    let before = -1;
    while (state.made !== before) {
      before = state.made;
      await wait(100);
    }
    // Some buffers of 16 KiB each, compressed for Excel; and never the whole.
    expect(state.made).toBeLessThan(ROWS / 10);
    file.destroy();
    await once(file, "close");
  });

  it("goes on as slowly as it is read", async () => {
    const { rows, state } = countedRows(ROWS);
    let atEachChunk = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        most = Math.max(most, state.made - atEachChunk);
        setImmediate(() => {
          atEachChunk = state.made;
          done();
        });
      },
    });
    await pipeline(write(rows), slow);
    expect(state).toEqual({ made: ROWS, ended: true });
    expect(most).toBeLessThan(ROWS / 10);
  });

  it("ends its rows when the reader leaves, so that their connection is free", async () => {
    const { rows, state } = countedRows(ROWS);
    const file = write(rows);
    file.once("data", () => {});
    while (state.made === 0) await wait(1);
    file.destroy();
    while (!state.ended) await wait(10);
    expect(state.made).toBeLessThan(ROWS / 10);
  });
});
