import { localOperator, OPERATOR } from "../../registry";
import { startTestHub, type TestHub } from "../testkit/hub";
import { type MunicipalSubgraph, startMunicipalSubgraph } from "../testkit/municipal-subgraph";
import { registryDoor } from "../testkit/registry-door";
import { until } from "../testkit/until";

const AUDIT = "{ auditLog(first: 1) { totalCount } }";
const NOTE = '{ municipality(code: "2281") { sundsvall { note } } }';

let hub: TestHub;
let sundsvall: MunicipalSubgraph;
let registryToken: string;

/** The rooms check nobody, so that what is refused is refused by the gateway. */
beforeAll(async () => {
  hub = await startTestHub("seeded", { engine: "thread", checkAccess: { rooms: false } });
  sundsvall = await startMunicipalSubgraph({ name: "sundsvall", prefix: "sundsvall", code: "2281" });
  ({ token: registryToken } = await hub.registry.tokens.create(localOperator, { owner: OPERATOR, days: 1 }));
  await registryDoor(hub, registryToken).publish(sundsvall);
  await until("Sundsvall's fields", async () => (await hub.ask(NOTE)).errors === undefined);
});
afterAll(async () => {
  await hub?.stop();
  await sundsvall?.stop();
});

const codeOf = async (query: string, token?: string) => {
  const { status, errors = [] } = await hub.ask(query, {}, token);
  return [status, ...errors.map(({ extensions }) => extensions.code)];
};

describe("a hub whose supergraph has owners' subgraphs in it", () => {
  it("still lets nobody without the right token in where the hub's rooms say so", async () => {
    expect(await codeOf(AUDIT)).toEqual([200, "UNAUTHENTICATED"]);
    expect(await codeOf(AUDIT, await hub.issuer.token({ owner: "2281", roles: ["reporter"] }))).toEqual([
      200,
      "FORBIDDEN",
    ]);
    expect(await codeOf(AUDIT, await hub.issuer.token({ owner: "hub", roles: ["operator"] }))).toEqual([200]);
  });

  it("tells the owner nothing of who asks", async () => {
    const token = await hub.issuer.token({ owner: "2281", roles: ["reporter"] });
    expect(await codeOf(NOTE, token)).toEqual([200]);
  });

  it("mixes up no tokens: one of the registry opens no graph, and one of the graph no registry", async () => {
    expect(await codeOf("{ __typename }", registryToken)).toEqual([401, "UNAUTHENTICATED"]);
    const operator = await hub.issuer.token({ owner: "hub", roles: ["operator"] });
    const response = await fetch(`${hub.url}/registry/audit`, { headers: { authorization: `Bearer ${operator}` } });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(operator);
  });
});
