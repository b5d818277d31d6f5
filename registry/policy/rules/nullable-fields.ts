import { Kind, print } from "graphql";
import { findingAt } from "../../checks/finding";
import type { Rule } from "../rule";
import { addedFields, publicName } from "../survey";

/** A field that must not be null takes the whole row, or the whole answer, with it when its service is down. */
export const nullableFields: Rule = (survey) =>
  addedFields(survey)
    .filter(({ field }) => field.type.kind === Kind.NON_NULL_TYPE)
    .map(({ type, field, coordinate }) =>
      findingAt(field.type, "FIELD_NOT_NULLABLE", {
        message: `When your service is down, ${coordinate} must be able to be null, or the hub's own fields of ${publicName(type)} would be lost with it.`,
        remedy: `Take the last exclamation mark away: ${print(field.type).slice(0, -1)}`,
        coordinate,
      }),
    );
