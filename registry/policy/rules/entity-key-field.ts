import { print } from "graphql";
import { findingAt } from "../../checks/finding";
import type { Finding } from "../../findings";
import type { OpenEntity } from "../../hub-surface";
import type { Rule } from "../rule";
import { type DeclaredType, isKeyField, isObjectPart, outputFieldsOf, type Survey, typesOf } from "../survey";

/** The key field is the hub's: another type of it would change the type for everybody. */
export const entityKeyField: Rule = (survey) =>
  typesOf(survey, "OPEN_ENTITY").flatMap((type) => {
    const entity = survey.hub.entities.get(type.name);
    return entity && type.parts.every(isObjectPart) ? judge(survey, type, entity) : [];
  });

function judge(survey: Survey, type: DeclaredType, { key, keyType }: OpenEntity): Finding[] {
  const [first, second] = type.parts.flatMap(outputFieldsOf).filter((field) => isKeyField(survey, type, field));
  const coordinate = `${type.name}.${key}`;
  const remedy = `Write it so, once: ${key}: ${keyType}`;
  const at = (node: Parameters<typeof findingAt>[0], message: string) => [
    findingAt(node, "ENTITY_KEY_FIELD", { message, remedy, coordinate }),
  ];

  if (!first) return at(type.parts[0], `${type.name} lacks its key field ${key}.`);
  if (second) return at(second, `${coordinate} is declared twice.`);
  if (first.arguments?.length) return at(first, `${coordinate} takes no arguments in the hub.`);
  if (print(first.type) !== keyType) return at(first, `${coordinate} is of the type ${keyType} in the hub.`);
  return [];
}
