import { findingAt } from "../../checks/finding";
import type { Rule } from "../rule";
import { isObjectPart, typesOf } from "../survey";

/** A type of the hub's stays the plain object type that it is. */
export const entityKind: Rule = (survey) =>
  typesOf(survey, "OPEN_ENTITY").flatMap(({ name, parts }) =>
    parts.flatMap((part) => {
      const remedy = `Declare it as: type ${name} @key(fields: "${survey.hub.entities.get(name)?.key}") { … }`;
      if (!isObjectPart(part)) {
        const message = `${name} is an object type of the hub's, and is declared as another kind here.`;
        return [findingAt(part, "ENTITY_KIND", { message, remedy, coordinate: name })];
      }
      const [first] = ("interfaces" in part && part.interfaces) || [];
      if (!first) return [];
      const message = `${name} is the hub's, so it cannot be made to implement ${first.name.value}.`;
      return [findingAt(first, "ENTITY_KIND", { message, remedy, coordinate: name })];
    }),
  );
