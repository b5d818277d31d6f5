import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { municipalitySlugs } from "../../intake/rows/municipality-slugs";
import { projectRoot } from "../../kit/project-root";
import { readSubgraphSdl } from "../../kit/subgraph-schema";
import { readHubSurface } from "../../registry/hub-surface";
import type { HubRoom, Owner } from "../../registry/model";
import { ownersOf } from "../../registry/owners";

export const rooms: readonly HubRoom[] = [
  "areas",
  "organisations",
  "initiatives",
  "funding",
  "comparisons",
  "opendata",
].map((name) => ({ name, url: `http://127.0.0.1:1/${name}`, sdl: readSubgraphSdl(name) }));

export const hubSurface = readHubSurface(rooms);

/** All 290 municipalities, the agencies and the operator. */
export const owners: readonly Owner[] = ownersOf(municipalitiesWithSlugs());

export function ownerNamed(name: string): Owner {
  const owner = owners.find((candidate) => candidate.name === name);
  if (!owner) throw new Error(`There is no owner ${name}`);
  return owner;
}

function municipalitiesWithSlugs() {
  const text = readFileSync(join(projectRoot, "seeds", "reference", "municipalities.csv"));
  const municipalities = parseCsv(text, { columns: true, bom: true }) as { code: string; name: string }[];
  const slugs = municipalitySlugs(municipalities);
  return municipalities.map(({ code, name }) => ({ code, name, slug: slugs.get(code) ?? "" }));
}
