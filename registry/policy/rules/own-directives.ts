import { Kind } from "graphql";
import { builtInDirectives, federationDirectives, withoutNamespace } from "../../checks/federation";
import { findingAt, short } from "../../checks/finding";
import type { Rule } from "../rule";

/** Directives are the hub's to define; those of federation and GraphQL are tolerated, since servers print them. */
export const ownDirectives: Rule = ({ document }) =>
  document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) return [];
    const name = definition.name.value;
    const known = withoutNamespace(name);
    if (name === "link" || federationDirectives.has(known) || builtInDirectives.has(name)) return [];
    return [
      findingAt(definition, "OWN_DIRECTIVE", {
        message: `@${short(name)} is a directive of your own, which means nothing in the hub.`,
        remedy: "Leave its definition out of the schema that you publish, and its uses.",
        coordinate: `@${name}`,
      }),
    ];
  });
