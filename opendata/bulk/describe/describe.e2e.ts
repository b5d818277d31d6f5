import { spawnSync } from "node:child_process";
import { projectRoot } from "../../../kit/project-root";
import { startTestHub, type TestHub } from "../../../test/testkit/hub";
import { datasets } from "../catalogue";
import { formats } from "../formats";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${hub.url}/bulk/v1${path}`, { headers });
// biome-ignore lint/suspicious/noExplicitAny: each test looks for what it knows
const jsonOf = async (path: string): Promise<any> => (await get(path)).json();

/** In a process of its own: the validator is an ES module that jest does not load. */
function validate(document: unknown): { valid: boolean; version?: string; errors?: unknown } {
  const script = `
    import { Validator } from "@seriousme/openapi-schema-validator";
    let text = "";
    for await (const chunk of process.stdin) text += chunk;
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(text));
    process.stdout.write(JSON.stringify({ ...result, version: validator.version }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: projectRoot,
    input: JSON.stringify(document),
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

it("lists every dataset with its files and columns, in both languages", async () => {
  for (const path of ["", "/"]) {
    const index = await jsonOf(path);
    expect(index.datasets.map(({ name }: { name: string }) => name)).toEqual(datasets.map(({ name }) => name));
    for (const { title, description, columns, files } of index.datasets) {
      expect(files.map(({ format }: { format: string }) => format)).toEqual(Object.keys(formats));
      for (const words of [
        title,
        description,
        ...columns.map((column: { description: object }) => column.description),
      ]) {
        expect([words.sv, words.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
      }
    }
    const file = new URL(index.datasets[0].files[1].url);
    expect((await fetch(hub.url + file.pathname)).status).toBe(200);
  }
});

it("says of itself what DIGG's REST API profile asks", async () => {
  expect(await jsonOf("/api-info")).toEqual({
    apiName: expect.any(String),
    apiVersion: expect.stringMatching(/^1\.\d+\.\d+$/),
    apiReleased: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    apiDocumentation: expect.stringMatching(/^http.*\/bulk\/v1\/openapi\.json$/),
    apiStatus: "active",
  });
});

it.each(["sv", "en"])("is described in %s by an OpenAPI document that is valid", async (language) => {
  const response = await get(`/openapi.json?language=${language}`);
  expect(response.headers.get("content-language")).toBe(language);
  const document = await response.json();
  expect(validate(document)).toEqual({ valid: true, version: "3.1" });
});

it("a document that is wrong would be found to be", async () => {
  const document = await jsonOf("/openapi.json");
  delete document.info.title;
  expect(validate(document).valid).toBe(false);
});

it("is in Swedish without a choice, and the languages differ in words alone", async () => {
  const [none, sv, en] = await Promise.all(
    ["", "?language=sv", "?language=en"].map((search) => jsonOf(`/openapi.json${search}`)),
  );
  expect(none).toEqual(sv);
  expect(en.info.title).not.toBe(sv.info.title);
  expect(Object.keys(en.paths)).toEqual(Object.keys(sv.paths));
});

it("describes every file, with the columns that its rows have", async () => {
  const document = await jsonOf("/openapi.json");
  for (const { name, columns } of datasets) {
    for (const ending of Object.keys(formats)) expect(document.paths[`/bulk/v1/${name}.${ending}`]).toBeDefined();
    const { $ref } =
      document.paths[`/bulk/v1/${name}.ndjson`].get.responses["200"].content["application/x-ndjson"].schema
        .contentSchema;
    const schema = document.components.schemas[$ref.split("/").at(-1)];
    expect(Object.keys(schema.properties)).toEqual(columns.map((column) => column.name));
    const [line] = (await (await get(`/${name}.ndjson?limit=1`)).text()).split("\n");
    if (line) expect(Object.keys(JSON.parse(line))).toEqual(schema.required);
  }
});

it("has rows whose values are of the types that it says, and never null where it says so", async () => {
  for (const { name, columns } of datasets) {
    const rows = (await (await get(`/${name}.ndjson`)).text())
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const wrong = rows.flatMap((row) =>
      columns.flatMap(({ name: column, type, required }) => {
        const value = row[column];
        const isRight = value === null ? !required : kindOf(value) === (kindsOf[type] ?? kindOf(value));
        return isRight ? [] : [[column, value]];
      }),
    );
    expect([name, wrong]).toEqual([name, []]);
  }
});

const kindOf = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);
const kindsOf: Partial<Record<string, string>> = {
  text: "string",
  day: "string",
  moment: "string",
  integer: "number",
  number: "number",
  decimal: "number",
  boolean: "boolean",
  list: "list",
};

it("gives 304 to who has it already, and 400 for what it does not know", async () => {
  for (const path of ["", "/api-info", "/openapi.json"]) {
    const etag = (await get(path)).headers.get("etag") ?? "";
    expect((await get(path, { "if-none-match": etag })).status).toBe(304);
    const wrong = await get(`${path}?colour=red&language=de`);
    expect([wrong.status, ((await wrong.json()) as { errors: unknown[] }).errors.length]).toEqual([400, 2]);
  }
});
