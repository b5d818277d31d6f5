/** Longest address that a sentence shows, in characters. */
const MOST_CHARACTERS = 200;

/**
 * An address as it may stand in a message: scheme, host, port and path, never a name, a password or a query, which may
 * hold a secret.
 * @returns undefined for a text that is no such address
 */
export function shownAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, pathname } = new URL(text);
  // Of "name:password@host" the host would be a path.
  if (host === "") return undefined;
  const address = `${protocol}//${host}${pathname}`;
  return address.length > MOST_CHARACTERS ? `${address.slice(0, MOST_CHARACTERS)}…` : address;
}
