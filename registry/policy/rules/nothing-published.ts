import { findingAt } from "../../checks/finding";
import type { Rule } from "../rule";
import { addedFields } from "../survey";

/** Types that no field leads to could not be asked for. */
export const nothingPublished: Rule = (survey) =>
  addedFields(survey).length > 0
    ? []
    : [
        findingAt(undefined, "NOTHING_PUBLISHED", {
          message: "The schema adds no field to Query or to a type of the hub's, so nobody could ask for anything.",
          remedy: `Add a field such as Query.${survey.owner.prefix}Facts.`,
        }),
      ];
