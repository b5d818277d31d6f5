import type { Owner } from "../model";
import type { Statements } from "../store/connection";
import { readOwner } from "../store/owners";
import { UnknownOwner } from "../unknown-owner";

/** @throws UnknownOwner */
export async function findOwner(statements: Statements, name: string): Promise<Owner> {
  const owner = await readOwner(statements, name);
  if (!owner) throw new UnknownOwner(name);
  return owner;
}
