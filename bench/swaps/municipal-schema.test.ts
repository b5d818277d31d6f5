import { hubRooms } from "../../cli/hub-rooms";
import { readMunicipalities } from "../../cli/municipalities";
import { ownersOf } from "../../registry";
import { readSubgraph } from "../../registry/checks/read-subgraph";
import { readHubSurface } from "../../registry/hub-surface";
import { checkPolicy } from "../../registry/policy/check-policy";
import { choosePublishers } from "./choose-publishers";
import { municipalSdl } from "./municipal-schema";

describe("what the benchmark publishes", () => {
  const hub = readHubSurface(hubRooms());
  const owners = ownersOf(readMunicipalities());

  it("is what the registry lets each municipality publish", () => {
    const findings = choosePublishers(290).flatMap((publisher) => {
      const sdl = municipalSdl(publisher, 3);
      const { document, findings: ofText } = readSubgraph(sdl);
      const owner = owners.find(({ name }) => name === publisher.name);
      if (!owner || !document) return [...ofText, `${publisher.name} cannot be checked`];
      return [...ofText, ...checkPolicy({ owner, owners, sdl, document, hub })];
    });
    expect(findings).toEqual([]);
  });

  it("is of different municipalities from the whole country", () => {
    const chosen = choosePublishers(10);
    expect(new Set(chosen.map(({ name }) => name)).size).toBe(10);
    expect(new Set(chosen.map(({ code }) => code.slice(0, 2))).size).toBeGreaterThan(5);
    expect(new Set(choosePublishers(290).map(({ code }) => code)).size).toBe(290);
  });
});
