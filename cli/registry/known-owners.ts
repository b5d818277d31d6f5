import { nearest } from "../../intake/nearest";
import type { Owner } from "../../registry/model";
import { ownersOf } from "../../registry/owners";
import { readMunicipalities } from "../municipalities";
import { wrongUse } from "./failure";

/** Every owner that a hub knows when it starts, from the reference data; no hub and no database is asked. */
export function knownOwners(): Owner[] {
  return ownersOf(readMunicipalities());
}

/**
 * The owner that was meant by its name (upplands-vasby), its name for people (Upplands Väsby) or its municipality code.
 * @throws CommandFailure that says which was probably meant
 */
export function findOwner(typed: string, owners: readonly Owner[] = knownOwners()): Owner {
  const wanted = typed.normalize("NFC").trim().toLowerCase();
  const found =
    owners.find(({ name }) => name === wanted) ??
    owners.find(({ title, municipality }) => municipality === wanted || title.toLowerCase() === wanted);
  if (found) return found;
  throw wrongUse(
    `There is no owner "${typed}".${guess(typed, owners)} Owners are municipalities (such as upplands-vasby) and agencies.`,
  );
}

/**
 * The name to send to a hub: a hub may know owners that this clone does not, so what could be a name is left for it to judge.
 * @throws CommandFailure for what cannot be the name of an owner
 */
export function ownerNameOf(typed: string, owners: readonly Owner[] = knownOwners()): string {
  try {
    return findOwner(typed, owners).name;
  } catch (error) {
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) && guess(typed, owners) === "") return typed;
    throw error;
  }
}

function guess(typed: string, owners: readonly Owner[]): string {
  const meant = nearest(
    typed,
    owners.flatMap(({ name, title }) => [name, title]),
  );
  const owner = owners.find(({ name, title }) => name === meant || title === meant);
  return owner === undefined ? "" : ` Did you mean ${owner.name}?`;
}
