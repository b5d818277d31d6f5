import type { Finding, FindingCode } from "../findings";

/** Of what composing, the whole and the endpoint show, much follows from a mistake that a rule tells better. */
const CONSEQUENCES: ReadonlySet<FindingCode> = new Set(["COMPOSITION", "REACHES_OTHERS", "PROBE_SDL_DIFFERS"]);

/** Without the right @link every directive is taken for another one, and composing tells of each. */
const ABOUT_LINKS: ReadonlySet<FindingCode> = new Set(["FEDERATION_MISSING", "FEDERATION_VERSION", "LINK_REFUSED"]);

/**
 * Leaves out what an error of the text or of the policy has told already: about the same place, or about what it is part
 * of; of composing also about a part of it, or about what it names.
 * @param found what may follow from other mistakes; findings of other kinds stay
 * @param others everything that was found in the text
 */
export function notToldYet(found: readonly Finding[], others: readonly Finding[]): Finding[] {
  const errors = others.filter(({ severity }) => severity === "ERROR");
  const told = errors.flatMap(({ coordinate }) => coordinate ?? []);
  const isLinkTold = errors.some(({ code }) => ABOUT_LINKS.has(code));
  return found.filter(({ code, coordinate: about, message }) => {
    if (!CONSEQUENCES.has(code)) return true;
    if (about !== undefined && told.some((place) => place === about || isPartOf(about, place))) return false;
    if (code !== "COMPOSITION") return true;
    const isTold = (place: string) => message.includes(`"${place}"`) || (about !== undefined && isPartOf(place, about));
    return !isLinkTold && !told.some(isTold);
  });
}

/** Whether a coordinate such as Area.name or Area.name(first:) is within another, such as Area or Area.name. */
const isPartOf = (inner: string, outer: string) => inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}(`);
