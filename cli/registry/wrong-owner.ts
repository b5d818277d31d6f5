import type { Owner } from "../../registry/model";
import { nameBook } from "../../registry/policy/names";
import type { AnsweredFinding } from "./answers";
import { knownOwners } from "./known-owners";

/** Share of the errors that makes it a mistaken token or file rather than a mistaken name. */
const NEARLY_ALL = 0.8;

/**
 * What is probably wrong when nearly every name in a schema is another owner's: not the names.
 * @param publishing name of the owner that it would be published for
 * @returns undefined when the findings are about something else
 */
export function wrongOwner(
  findings: readonly AnsweredFinding[],
  publishing: string,
  owners: readonly Owner[] = knownOwners(),
): string | undefined {
  const errors = findings.filter(({ severity }) => severity === "ERROR");
  const foreign = errors.filter(({ code }) => code === "NAME_OF_OTHER_OWNER");
  if (foreign.length === 0 || foreign.length < errors.length * NEARLY_ALL) return undefined;
  const others = nameBook(owners.filter(({ name }) => name !== publishing));
  const named = foreign.map(({ coordinate = "" }) => {
    const [type = "", field = ""] = coordinate.split(".");
    return (others.ownerOfField(field) ?? others.ownerOfType(type))?.name;
  });
  const [whose] = new Set(named);
  if (whose === undefined || named.some((one) => one !== whose)) return undefined;
  return `You publish as ${publishing}, but the names here are ${whose}'s: is it the right token or file? (--owner)`;
}
