import { findingAt, short } from "../../checks/finding";
import type { FindingCode } from "../../findings";
import { nameWithPrefix } from "../names";
import type { Rule } from "../rule";
import { addedFields, publicName, type Survey } from "../survey";
import { isReserved } from "./reserved-names";

/** What an owner adds to Query and to the hub's types bears its name. */
export const fieldNames: Rule = (survey) =>
  addedFields(survey).flatMap(({ type, field, coordinate }) => {
    const wrong = judge(survey, publicName(type), field.name.value);
    if (!wrong) return [];
    const { prefix } = survey.owner;
    const name = short(field.name.value);
    const such = nameWithPrefix(prefix, name, survey.names.ownerOfField(name)?.prefix);
    const remedy = `Begin the name with ${prefix}, followed by a capital letter or an underscore, such as ${such}.`;
    return [findingAt(field, wrong[0], { message: wrong[1], remedy, coordinate })];
  });

function judge({ owner, names, hub }: Survey, type: string, name: string): [FindingCode, string] | undefined {
  const named = names.ownerOfField(name);
  if (named?.name === owner.name || isReserved(name)) return undefined;
  const ofHub = type === "Query" ? hub.queryFields : hub.entities.get(type)?.fields;
  if (ofHub?.has(name)) return ["NAME_OF_HUB", `${type}.${name} is the hub's own field.`];
  if (named) return ["NAME_OF_OTHER_OWNER", `Fields of ${type} named like ${short(name)} belong to ${named.title}.`];
  return [
    "NAME_NOT_OWN",
    `${type}.${short(name)} does not bear your name: fields that you add to ${type} begin with ${owner.prefix}.`,
  ];
}
