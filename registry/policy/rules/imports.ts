import { importsOf, isFederationLinked } from "../../checks/check-links";
import { federationDirectives } from "../../checks/federation";
import { findingAt } from "../../checks/finding";
import { placedDirectives } from "../placed-directives";
import type { Rule } from "../rule";

/**
 * A directive that is not imported is not federation's: it would do nothing. Where nothing is linked, the line that the
 * schema is told to add imports them all.
 */
export const imports: Rule = (survey) => {
  if (!isFederationLinked(survey.document)) return [];
  const imported = importsOf(survey.document);
  const told = new Set<string>();
  return placedDirectives(survey).flatMap(({ directive }) => {
    const name = directive.name.value;
    if (!federationDirectives.has(name) || imported.has(`@${name}`) || told.has(name)) return [];
    told.add(name);
    return [
      findingAt(directive, "NOT_IMPORTED", {
        message: `@${name} is used, and the @link to federation does not import it.`,
        remedy: `Write "@${name}" into the import of the @link.`,
        coordinate: `@${name}`,
      }),
    ];
  });
};
