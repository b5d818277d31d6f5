import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { readMunicipalities } from "../cli/municipalities";
import { projectRoot } from "../kit/project-root";
import { readSubgraph } from "../registry/checks/read-subgraph";
import { readHubSurface } from "../registry/hub-surface";
import { ownersOf } from "../registry/owners";
import { checkPolicy } from "../registry/policy/check-policy";
import { hubRooms } from "../registry/test-support/rooms";
import { createStarter } from "./create-starter";

const owners = ownersOf(readMunicipalities());
const hub = readHubSurface(hubRooms);

function ownerNamed(name: string) {
  const owner = owners.find((one) => one.name === name);
  if (!owner) throw new Error(`There is no owner ${name}`);
  return owner;
}

/** What the registry has to say of a text, warnings too. */
function findingsOf(ownerName: string, sdl: string) {
  const { document, findings } = readSubgraph(sdl);
  if (!document) return findings;
  return [...findings, ...checkPolicy({ owner: ownerNamed(ownerName), owners, sdl, document, hub })];
}

function composed(name: string, sdl: string) {
  const services = [...hubRooms, { name, url: "http://127.0.0.1:4100/graphql", sdl }];
  const { errors } = composeServices(services.map((room) => ({ ...room, typeDefs: parse(room.sdl) })));
  return errors?.map(({ message }) => message);
}

const read = (...path: string[]) => readFileSync(join(projectRoot, "municipal", ...path), "utf8");

/** The schema of a starter for the owner. */
function starterFor(ownerName: string): string {
  const { name, prefix, title, municipality } = ownerNamed(ownerName);
  const home = mkdtempSync(join(tmpdir(), "kommungraf-policy-"));
  try {
    const folder = join(home, "starter");
    const made = createStarter({
      folder,
      owner: name,
      prefix,
      name: title,
      municipalityCode: municipality ?? "",
      hubUrl: "http://localhost:4000",
    });
    if (made.kind === "refused") throw new Error(made.reason);
    return readFileSync(join(folder, "schema.graphql"), "utf8");
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

describe("the registry has nothing to say against", () => {
  it.each([
    ["sundsvall", () => read("sundsvall", "schema.graphql")],
    ["nykoping", () => read("plain-javascript", "schema.graphql")],
    ["sandviken", () => starterFor("sandviken")],
  ])("what is published for %s, and it composes with the hub", (name, sdl) => {
    expect(findingsOf(name, sdl())).toEqual([]);
    expect(composed(name, sdl())).toBeUndefined();
  });

  it("a starter of any municipality", () => {
    const municipalities = owners.filter(({ municipality }) => municipality !== null);
    expect(municipalities).toHaveLength(290);
    for (const { name } of municipalities) expect([name, findingsOf(name, starterFor(name))]).toEqual([name, []]);
  });
});
