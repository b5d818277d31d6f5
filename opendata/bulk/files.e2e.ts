import { startTestHub, type TestHub } from "../../test/testkit/hub";
import { datasets } from "./catalogue";
import { ofCsv, ofNdjson, ofParquet, ofXlsx } from "./test-support/read-rows";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${hub.url}/bulk/v1/${path}`, { headers });

it.each(datasets.map(({ name }) => name))("x %s", async (name) => {
  const response = await get(`${name}.ndjson`, { "accept-encoding": "identity" });
  const text = await response.text();
  console.log(name, response.status, Object.fromEntries(response.headers), text.slice(0, 1500));
  const rows = ofNdjson(text);
  const csv = ofCsv(await (await get(`${name}.csv`)).text());
  const x = await ofXlsx(await (await get(`${name}.xlsx`)).arrayBuffer());
  const p = await ofParquet(await (await get(`${name}.parquet`)).arrayBuffer());
  console.log(rows.length, csv.length, x.length, p.length, p[0], x[0], csv[0]);
});
