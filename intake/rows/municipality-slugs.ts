import { slugOf } from "../slug";

export interface NamedMunicipality {
  readonly code: string;
  readonly name: string;
}

/**
 * A slug for each municipality, by code. Where names differ in accents only, such as Habo and Håbo, the one that is
 * written without keeps the plain slug, and the other has its code added: habo and habo-0305.
 */
export function municipalitySlugs(municipalities: readonly NamedMunicipality[]): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const { code, name } of municipalities) {
    const slug = slugOf(name);
    if (!holders.has(slug) || isPlain(name)) holders.set(slug, code);
  }
  return new Map(
    municipalities.map(({ code, name }) => {
      const slug = slugOf(name);
      return [code, holders.get(slug) === code ? slug : `${slug}-${code}`];
    }),
  );
}

function isPlain(name: string): boolean {
  return /^[\x20-\x7e]+$/.test(name);
}
