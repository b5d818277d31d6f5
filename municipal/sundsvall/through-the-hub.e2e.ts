import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shownUrl } from "../../cli/shown-url";
import { localOperator } from "../../registry";
import { startTestHub, type TestHub } from "../../test/testkit/hub";
import { until } from "../../test/testkit/until";
import { readConfig } from "./config";
import { home } from "./home";
import type { HttpService } from "./http/http-service";
import { startService } from "./service";

let hub: TestHub;
let service: HttpService;

beforeAll(async () => {
  hub = await startTestHub("seeded");
  service = await startService(readConfig({ PORT: "0", HUB_URL: shownUrl(hub.url) }), () => undefined);
  const sdl = readFileSync(join(home, "schema.graphql"), "utf8");
  const published = await hub.registry.publish(localOperator, { owner: "sundsvall", sdl, routingUrl: service.url });
  expect(published).toMatchObject({ kind: "published", findings: [] });
  await until("Sundsvall's part of the graph", async () => {
    const { errors } = await hub.ask("{ sundsvallNeeds { totalCount } }");
    return errors === undefined;
  });
});
afterAll(async () => {
  await service?.stop();
  await hub?.stop();
});

it("stands beside what the hub knows of an area, and the hub fills in what it refers to", async () => {
  const data = await hub.data(`{
    area(id: "2281-bredsand") {
      name
      sundsvall {
        needs(status: [DONE]) {
          nodes {
            title
            area { name municipality { name } }
            initiative { name status }
            measures { responsible { name } owner { kind organisation { name } } setAside { value year } }
          }
        }
        setAside { ownerKind year value }
      }
    }
  }`);
  expect(data.area.name).toBe("Bredsand");
  expect(data.area.sundsvall.setAside).toContainEqual({ ownerKind: "MUNICIPAL", year: 2024, value: 197_400.6 });
  expect(data.area.sundsvall.needs.nodes).toEqual([
    {
      title: "Mörk gångväg mellan torget och skolan",
      area: { name: "Bredsand", municipality: { name: "Sundsvall" } },
      initiative: { name: "Digitaliserad metod för stadsutveckling", status: "ONGOING" },
      measures: [
        {
          responsible: { name: "Stadsbyggnadskontoret" },
          owner: { kind: "MUNICIPAL", organisation: { name: "Sundsvalls kommun" } },
          setAside: { value: 185_000.5, year: 2024 },
        },
        {
          responsible: { name: "Parkavdelningen" },
          owner: { kind: "MUNICIPAL", organisation: { name: "Sundsvalls kommun" } },
          setAside: { value: 12_400.1, year: 2024 },
        },
      ],
    },
  ]);
});

it("tells of the method on its initiative, and names areas that the hub has", async () => {
  const { initiative } = await hub.data(`{
    initiative(id: "2281-digitaliserad-metod-for-stadsutveckling") {
      name
      sundsvall { method { parts { source { quote } } } areas { name } }
    }
  }`);
  expect(initiative.sundsvall.method.parts).toHaveLength(5);
  expect(initiative.sundsvall.areas.map(({ name }: { name: string }) => name)).toEqual([
    "Bredsand",
    "Kvissleby",
    "Nacksta",
    "Skönsberg",
    "Sundsbruk",
  ]);
});

it("is null, without an error, for another municipality's area and for areas where nobody has been", async () => {
  expect(
    await hub.data(`{
      other: area(id: "0480-brandkarr") { name sundsvall { isExample } }
      empty: area(id: "2281-holm") { name sundsvall { isExample } }
    }`),
  ).toEqual({ other: { name: "Brandkärr", sundsvall: null }, empty: { name: "Holm", sundsvall: null } });
});

it("loses its own fields alone while it is down", async () => {
  await service.stop();
  const { data, errors } = await hub.ask('{ area(id: "2281-bredsand") { name sundsvall { isExample } } }');
  expect(data).toEqual({ area: { name: "Bredsand", sundsvall: null } });
  expect(errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: "SUBGRAPH_UNAVAILABLE" }) }),
  ]);
});
