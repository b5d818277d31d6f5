const ADDRESS = /(?<=\/\/(?:[^/@\s]*@)?)[\w.-]+:\d+/g;

/** The `host:port` of every URL in the text. */
export function addressesIn(text: string): string[] {
  return text.match(ADDRESS) ?? [];
}

/**
 * The text with each address put where its service is.
 * @throws Error for an address that nobody is at
 */
export function relocate(text: string, places: ReadonlyMap<string, string>): string {
  return text.replace(ADDRESS, (address) => {
    const place = places.get(address);
    if (!place) throw new Error(`Nobody is at ${address}`);
    return place;
  });
}
