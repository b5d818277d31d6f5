import { z } from "zod";
import { wrongUse } from "./failure";
import type { RegistryClient } from "./registry-client";

const tokens = z.array(z.looseObject({ id: z.string(), owner: z.string() }));

/**
 * Whose token it is: its id stands in it, and the registry tells an owner of its own tokens.
 * @throws CommandFailure when the registry does not say
 */
export async function tokenOwner(client: RegistryClient, token: string): Promise<string> {
  const listed = (await client.read("/registry/tokens", tokens)) ?? [];
  const [, id] = token.split("_");
  const found = listed.find((one) => one.id === id);
  if (!found) throw wrongUse("The registry does not say whose token this is. Name the owner with --owner.");
  return found.owner;
}
