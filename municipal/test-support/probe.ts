import { parse } from "graphql";
import { Agent } from "undici";
import { readMunicipalities } from "../../cli/municipalities";
import type { Finding } from "../../registry/findings";
import { ownersOf } from "../../registry/owners";
import { createProbe } from "../../registry/probe/probe";
import type { StandInHub } from "./hub-tokens";

/** What the registry finds wrong with a running service whose schema `sdl` is published for the owner. */
export async function probeService(hub: StandInHub, owner: string, sdl: string, url: string): Promise<Finding[]> {
  const found = ownersOf(readMunicipalities()).find(({ name }) => name === owner);
  if (!found) throw new Error(`There is no owner ${owner}`);
  const agent = new Agent();
  try {
    const sign = async (audience: string) => (await hub.authorization({ audience })).replace("Bearer ", "");
    return await createProbe({ agent, sign })({ owner: found, sdl, document: parse(sdl), routingUrl: url });
  } finally {
    await agent.destroy();
  }
}
