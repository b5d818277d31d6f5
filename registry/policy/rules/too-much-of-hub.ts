import { findingAt } from "../../checks/finding";
import { plannerLimits } from "../../checks/limits";
import type { Rule } from "../rule";
import { addedFields, coordinateOf, leadsTo, outputFieldsOf, type Survey } from "../survey";

/**
 * How much an owner may put on the hub's types and lead to them: a planner's memory grows with the fields of all owners
 * that lead to such a type times the fields of all owners on it.
 */
export const tooMuchOfHub: Rule = (survey) => [...onTypes(survey), ...references(survey)];

const { fieldsOnType, references: mostReferences } = plannerLimits;

function onTypes(survey: Survey) {
  const added = addedFields(survey);
  return [...survey.hub.entities.keys()].flatMap((entity) => {
    const fields = added.filter(({ type }) => type.name === entity);
    const first = fields[fieldsOnType];
    if (!first) return [];
    return [
      findingAt(first.field, "TOO_MANY_ON_TYPE", {
        message: `The schema adds ${fields.length} fields to ${entity}; an owner may add ${fieldsOnType}.`,
        remedy: `Put them into a type of your own, and add one field to ${entity} that leads to it.`,
        coordinate: first.coordinate,
      }),
    ];
  });
}

function references(survey: Survey) {
  const found = [...survey.types.values()]
    .filter(({ standing }) => standing !== "FEDERATION")
    .flatMap((type) => type.parts.flatMap(outputFieldsOf).map((field) => ({ field, type })))
    .filter(({ field }) => survey.hub.entities.has(leadsTo(field)));
  const first = found[mostReferences];
  if (!first) return [];
  return [
    findingAt(first.field, "TOO_MANY_REFERENCES", {
      message: `${found.length} fields lead to the hub's types; an owner may have ${mostReferences} such fields.`,
      remedy: "Put the reference into one type of your own, and let the others lead to that.",
      coordinate: coordinateOf(first.type, first.field),
    }),
  ];
}
