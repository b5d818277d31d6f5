import { buffer } from "node:stream/consumers";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import type { Column, ColumnType } from "./column";
import { type FlatRow, parquetOf } from "./parquet";

const of = (name: string, type: ColumnType, more: Partial<Column> = {}): Column => ({
  name,
  type,
  description: { sv: name, en: name },
  ...more,
});

const columns = [
  of("id", "text", { required: true }),
  of("amount", "decimal"),
  of("share", "decimal", { decimals: 6 }),
  of("year", "integer"),
  of("latitude", "number"),
  of("isPilot", "boolean"),
  of("day", "day"),
  of("changedAt", "moment"),
  of("themes", "list"),
  of("content", "json"),
];

async function fileOf(rows: AsyncIterable<FlatRow>): Promise<ArrayBuffer> {
  const bytes = await buffer(parquetOf(columns, rows));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

async function* listed(...rows: FlatRow[]): AsyncGenerator<FlatRow> {
  yield* rows;
}

const row: FlatRow = {
  id: '2281-å"\\😀',
  amount: "1400000.50",
  share: "0.333333",
  year: 2020,
  latitude: 62.39,
  isPilot: false,
  day: "2024-02-29",
  changedAt: "2026-01-01T12:00:00.123Z",
  themes: "skola|trygghet",
  content: '{"a": 1}',
};

it("keeps every type", async () => {
  const file = await fileOf(listed(row));
  expect(await parquetReadObjects({ file })).toEqual([
    {
      ...row,
      amount: 1400000.5,
      share: 0.333333,
      day: new Date("2024-02-29T00:00:00Z"),
      changedAt: new Date("2026-01-01T12:00:00.123Z"),
    },
  ]);
});

it("keeps kronor exact", async () => {
  const amounts = ["90000000000000.00", "70368744177663.99", "0.01", "-12.3"];
  const file = await fileOf(listed(...amounts.map((amount) => ({ ...row, amount }))));
  const read = await parquetReadObjects({ file, columns: ["amount"] });
  expect(read.map(({ amount }) => Number(amount).toFixed(2))).toEqual([
    "90000000000000.00",
    "70368744177663.99",
    "0.01",
    "-12.30",
  ]);
  await expect(fileOf(listed({ ...row, amount: "0.001" }))).rejects.toThrow("more than 2 decimals");
});

it("keeps what is missing as null, of every type", async () => {
  const nothing: FlatRow = Object.fromEntries(columns.map(({ name }) => [name, name === "id" ? "x" : null]));
  expect(await parquetReadObjects({ file: await fileOf(listed(nothing, row, nothing)) })).toMatchObject([
    nothing,
    { id: row.id },
    nothing,
  ]);
});

it("is a file with columns and no rows when there are none", async () => {
  const metadata = parquetMetadata(await fileOf(listed()));
  expect([metadata.num_rows, metadata.schema.length]).toEqual([0n, columns.length + 1]);
});

it("writes a group as soon as it is full, and asks for no more rows until it is taken", async () => {
  let made = 0;
  async function* many(): AsyncGenerator<FlatRow> {
    for (; made < 12_000; made += 1) yield { ...row, id: `2281-${made}` };
  }
  const parts = parquetOf(columns, many());
  const first = await parts.next();
  const madeForFirst = made;
  const chunks: Buffer[] = [first.value as Buffer];
  for await (const part of parts) chunks.push(part);
  expect(madeForFirst).toBeLessThanOrEqual(2000);
  const all = Buffer.concat(chunks);
  const file = all.buffer.slice(all.byteOffset, all.byteOffset + all.length) as ArrayBuffer;
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
    2000, 2000, 2000, 2000, 2000, 2000,
  ]);
  const rows = await parquetReadObjects({ file, columns: ["id"] });
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 12_000 }, (_, at) => `2281-${at}`));
});

it("makes smaller groups of rows that are long", async () => {
  let made = 0;
  async function* long(): AsyncGenerator<FlatRow> {
    for (; made < 40; made += 1) yield { ...row, content: "x".repeat(1024 * 1024) };
  }
  const parts = parquetOf(columns, long());
  await parts.next();
  expect(made).toBeLessThan(10);
  await parts.return(undefined);
});
