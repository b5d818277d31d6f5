import { rmSync } from "node:fs";
import { loadPackages } from "../../intake";
import { temporaryFolder } from "../../intake/test-support/package-draft";
import { municipalityDraft } from "../../intake/test-support/small-packages";
import { createWriter } from "../../kit/database";
import { silentLogger } from "../testkit/database";
import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
let root: string;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  root = temporaryFolder();
});
afterAll(async () => {
  await hub.stop();
  rmSync(root, { recursive: true, force: true });
});

const askSupply = async () => {
  const { municipality } = await hub.data(`{
    municipality(code: "2181") { supply { name result recordCount asOf attemptedAt } }
  }`);
  return municipality.supply;
};

it("a municipality sees in the graph that its latest delivery was refused, and when", async () => {
  const [before] = await askSupply();
  expect(before).toMatchObject({ result: "ACCEPTED", attemptedAt: before.asOf });

  const draft = municipalityDraft();
  draft.set("initiatives", 0, { is_pilot: "kanske" });
  const dataSource = await createWriter(hub.database.url).initialize();
  await loadPackages({ folders: [draft.write(root)], dataSource, logger: silentLogger }).finally(() =>
    dataSource.destroy(),
  );

  const after = await askSupply();
  expect(after).toEqual([{ ...before, result: "REFUSED", attemptedAt: expect.any(String) }]);
  expect(Date.parse(after[0].attemptedAt)).toBeGreaterThan(Date.parse(before.asOf));
});
