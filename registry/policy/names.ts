import type { Owner } from "../model";

type Prefixed = Pick<Owner, "name" | "prefix">;

/** Finds out whose a name is. A name that fits two owners belongs to the one with the longer prefix. */
export interface NameBook<O extends Prefixed> {
  ownerOfType(name: string): O | undefined;
  ownerOfField(name: string): O | undefined;
}

/** What the names of an owner's types begin with: sundsvall becomes Sundsvall. */
export const typePrefix = ({ prefix }: Pick<Owner, "prefix">) => prefix.charAt(0).toUpperCase() + prefix.slice(1);

export function nameBook<O extends Prefixed>(owners: readonly O[]): NameBook<O> {
  const byField = new Map(owners.map((owner) => [owner.prefix, owner]));
  const byType = new Map(owners.map((owner) => [typePrefix(owner), owner]));
  const longest = Math.max(0, ...owners.map(({ prefix }) => prefix.length));
  return {
    ownerOfType: (name) => find(byType, name, longest),
    ownerOfField: (name) => find(byField, name, longest),
  };
}

/** A prefix stands alone or before a capital or an underscore, so that Markaryd does not belong to mark. */
function find<O>(owners: ReadonlyMap<string, O>, name: string, longest: number): O | undefined {
  for (let length = Math.min(name.length, longest); length > 0; length -= 1) {
    const next = name[length];
    const owner = next === undefined || /[A-Z_]/.test(next) ? owners.get(name.slice(0, length)) : undefined;
    if (owner) return owner;
  }
  return undefined;
}

/**
 * A name of the owner's that says what another said. What stands before it of the owner's own name, or of another's, is
 * not said twice.
 * @param prefix as it is written for types or for fields
 * @param other what the name began with instead, where that is somebody else's
 */
export function nameWithPrefix(prefix: string, name: string, other = ""): string {
  const isPrefixed = name.toLowerCase().startsWith(prefix.toLowerCase());
  const rest = name.slice(other.length > 0 ? other.length : isPrefixed ? prefix.length : 0).replace(/^_+/, "");
  if (/^\d/.test(rest)) return `${prefix}_${rest}`;
  return prefix + rest.charAt(0).toUpperCase() + rest.slice(1);
}
