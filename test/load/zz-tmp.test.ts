import { createTestDatabase } from "../testkit/database";
test("jsonb sizes", async () => {
  const db = await createTestDatabase("migrated");
  for (const [name, row] of Object.entries({
    realistic: { municipality_code: "2181", id: "2181-x", title: { sv: "a", en: null }, sources: [{ documentId: "2181-a", locator: "L1", quote: "b", field: null }], quality_notes: [], aliases: [], value: "1" },
    worst: { a: 1, b: 1, c: [], d: "", e: true },
  })) {
    const one = JSON.stringify(row);
    const n = Math.floor(96e6 / (one.length + 1));
    const text = `[${Array(n).fill(one).join(",")}]`;
    try {
      const r = await db.query("SELECT pg_column_size(j) AS s, jsonb_array_length(j) AS n FROM (SELECT $1::jsonb AS j) x", [text]);
      console.log(name, text.length, r);
    } catch (e) { console.log(name, text.length, String(e)); }
  }
  await db.drop();
}, 120000);
