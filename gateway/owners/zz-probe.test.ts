import { defaultLimits } from "../limits/limits";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { startOwnersHub } from "../test-support/owners-hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
const listed = (count: number, item: string) => `[${Array(count).fill(item).join()}]`;
let behave = () => "";
it("probe", async () => {
  const raw = await startRawSubgraph("boverket", `type Query { boverketA: [[BoverketCell]] boverketS: Any boverketW: [[Int!]] } scalar Any type BoverketCell { n: Int! m: Int }`,
    (_q, response) => void response.end(behave()));
  const rooms = { name: "places", url: "http://x/", typeDefs: 'type Query { a: Int }' };
  const hub = await startOwnersHub(composeWithOwners([rooms], [{ ...raw, prefix: "boverket", municipality: null }]), { costLimits: defaultLimits });
  for (const [q, d] of [
    ["{ boverketA { n } }", `"boverketA":${listed(7, listed(7000, "{}"))}`],
    ["{ boverketA { m } }", `"boverketA":${listed(7, listed(7000, "{}"))}`],
    ["{ boverketW }", `"boverketW":${listed(9000, listed(10, "null"))}`],
    ["{ boverketW }", `"boverketW":${listed(9000, listed(9, '""'))}`],
    ["{ boverketS }", `"boverketS":${listed(99000, '{}')}`],
    [`{ boverketA { ${Array.from({length:95},(_,i)=>`a${i}:m`).join(" ")} } }`, `"boverketA":${listed(1, listed(1000, "{}"))}`],
  ] as const) {
    behave = () => `{"data":{${d}}}`;
    const t = Date.now();
    const a = await hub.ask(q);
    console.log(q.slice(0, 30), Date.now() - t, "ms", JSON.stringify(a).length, a.errors?.length, process.memoryUsage().heapUsed / 1e6);
  }
  await hub.stop(); await raw.stop();
}, 120000);
