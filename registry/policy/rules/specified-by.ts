import { Kind } from "graphql";
import { findingAt } from "../../checks/finding";
import { placedDirectives } from "../placed-directives";
import type { Rule } from "../rule";

/** The address is shown to clients as a link. Where the directive may stand is told by the rule about places. */
export const specifiedBy: Rule = (survey) =>
  placedDirectives(survey)
    .filter(({ directive }) => directive.name.value === "specifiedBy")
    .flatMap(({ directive, coordinate }) => {
      const value = directive.arguments?.find(({ name }) => name.value === "url")?.value;
      // One without an address does not compose.
      if (!value || (value.kind === Kind.STRING && isAddress(value.value))) return [];
      return [
        findingAt(directive, "SPECIFIED_BY", {
          message: "The address of @specifiedBy is not one that begins with https://.",
          remedy: 'Write an address such as @specifiedBy(url: "https://example.org/format"), or take it away.',
          coordinate,
        }),
      ];
    });

const isAddress = (text: string) => /^https:\/\/[^\s"<>\\]+$/.test(text) && URL.canParse(text);
