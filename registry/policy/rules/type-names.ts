import { findingAt, short } from "../../checks/finding";
import type { Finding } from "../../findings";
import { nameWithPrefix, typePrefix } from "../names";
import type { Rule } from "../rule";
import { type DeclaredType, type Survey, typesOf } from "../survey";
import { isReserved } from "./reserved-names";

/** What an owner declares bears its name, unless it is the hub's and open. */
export const typeNames: Rule = (survey) =>
  typesOf(survey, "HUB", "OTHER_OWNER", "NOBODYS").flatMap((type) => judge(survey, type));

function judge(survey: Survey, { name, standing, parts: [first] }: DeclaredType): Finding[] {
  const prefix = typePrefix(survey.owner);
  if (standing === "HUB") {
    const open = [...survey.hub.entities.keys()].join(", ");
    return [
      findingAt(first, "NAME_OF_HUB", {
        message: `${name} is a type of the hub's, and not one that others add to.`,
        remedy: `Name yours ${nameWithPrefix(prefix, name)}, or add to one of ${open}.`,
        coordinate: name,
      }),
    ];
  }
  // The rule about reserved names says it better.
  if (isReserved(name)) return [];
  if (standing === "OTHER_OWNER") {
    const named = survey.names.ownerOfType(name);
    return [
      findingAt(first, "NAME_OF_OTHER_OWNER", {
        message: `Names like ${short(name)} belong to ${named?.title}.`,
        remedy: `Begin the name with ${prefix}, followed by a capital letter or an underscore, such as ${nameWithPrefix(prefix, short(name), named && typePrefix(named))}.`,
        coordinate: name,
      }),
    ];
  }
  return [
    findingAt(first, "NAME_NOT_OWN", {
      message: `${short(name)} does not bear your name: types of yours are named ${prefix}, or ${prefix} and then a capital letter or an underscore.`,
      remedy: `Name it ${nameWithPrefix(prefix, short(name))}.`,
      coordinate: name,
    }),
  ];
}
