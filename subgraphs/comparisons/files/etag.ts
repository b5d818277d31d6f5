/** Raised when the hub writes the same rows otherwise, so that copies of before are fetched anew. */
const FILES_EDITION = 2;

/**
 * Weak: two copies say the same, though one may give another day of fetching in its citation.
 * @param format short name: a tag cannot hold the spaces that media types have
 */
export function etagOf(id: string, format: string, options: object): string {
  const chosen = Object.values(options).map(String);
  return `W/"${[id.replaceAll(/[^\w-]/g, ""), FILES_EDITION, format, ...chosen].join(".")}"`;
}

/** Whether an If-None-Match header names the tag. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => strong(tag) === strong(etag));
}
