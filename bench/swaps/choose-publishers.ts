import { readMunicipalities } from "../../cli/municipalities";
import { prefixOf } from "../../registry/owners";
import type { Publisher } from "./municipal-schema";

/** Municipalities from the whole country: every so-manieth by code. */
export function choosePublishers(count: number): Publisher[] {
  const all = readMunicipalities();
  return Array.from({ length: count }, (_, n) => all[Math.floor((n * all.length) / count)]).flatMap((one) =>
    one ? [{ name: one.slug, prefix: prefixOf(one.slug), code: one.code }] : [],
  );
}
