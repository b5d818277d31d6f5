import { rmSync } from "node:fs";
import fc from "fast-check";
import { checkPackages } from "./check-packages";
import { formatMistakes, formatMistakesAsJson } from "./format-mistakes";
import { schemas, temporaryFolder } from "./test-support/package-draft";
import { municipalityDraft, referenceDraft } from "./test-support/small-packages";

const root = temporaryFolder();
const reference = referenceDraft().write(root);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What people, spreadsheets and machines put in cells. */
const garbage = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    " ",
    "-",
    "0",
    "-0",
    "1e999",
    "NaN",
    "=1+1",
    "2024",
    "2024-21?",
    "true",
    "STATED",
    "EXACT",
    "__proto__",
    "constructor",
  ),
  fc.constantFrom(
    "2181-norr",
    "2181-potten",
    "2181-familjepedagog",
    "tillvaxtverket",
    "//",
    ";",
    ";;",
    "\u0000",
    '"',
    "å".normalize("NFD"),
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.double().map(String),
);

const cells = [...schemas].flatMap(([table, { fields }]) =>
  table in municipalityDraft().tables ? fields.map(({ name }) => [table, name] as const) : [],
);

test("garbage in any cells gives a report and never an exception", async () => {
  const breaks = fc.array(fc.tuple(fc.constantFrom(...cells), fc.nat(2), garbage), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(breaks, async (wrong) => {
      const draft = municipalityDraft();
      for (const [[table, column], row, value] of wrong) {
        const rows = draft.rows(table);
        draft.set(table, row % rows.length, { [column]: value });
      }
      const { mistakes } = await checkPackages([draft.write(root), reference]);
      for (const { message, remedy, file } of mistakes) {
        expect(message).toMatch(/\S/);
        expect(remedy).toMatch(/\S/);
        expect(file).toMatch(/^2181-sandviken\//);
      }
      expect(JSON.parse(formatMistakesAsJson(mistakes)).mistakeCount).toBe(mistakes.length);
      expect(formatMistakes(mistakes)).toMatch(/\S/);
    }),
    { numRuns: 80 },
  );
});

test("garbage instead of a file gives a report and never an exception", async () => {
  const tables = Object.keys(municipalityDraft().tables);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
    fc.string({ unit: "binary" }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("datapackage.json", ...tables.map((name) => `${name}.csv`)),
      bytes,
      async (file, content) => {
        const draft = municipalityDraft();
        draft.files.set(file, content);
        const { mistakes } = await checkPackages([draft.write(root), reference]);
        expect(mistakes.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 80 },
  );
});

const resource = fc.oneof(fc.jsonValue(), fc.record({ name: fc.constantFrom("areas", "calls"), path: fc.jsonValue() }));
const descriptor = fc.oneof(
  fc.jsonValue(),
  fc.record({ name: fc.constant("x"), kommungraf: fc.jsonValue(), resources: fc.array(resource) }),
  fc.record({ name: fc.constant("x"), kommungraf: fc.constant({ owner: "2181" }), resources: fc.array(resource) }),
);

test("garbage as datapackage.json gives a report and never an exception", async () => {
  await fc.assert(
    fc.asyncProperty(descriptor, async (content) => {
      const draft = municipalityDraft();
      draft.files.set("datapackage.json", JSON.stringify(content));
      const { mistakes } = await checkPackages([draft.write(root), reference]);
      expect(mistakes.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
