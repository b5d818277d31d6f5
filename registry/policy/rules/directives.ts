import type { ConstDirectiveNode } from "graphql";
import { withoutNamespace } from "../../checks/federation";
import { findingAt, short } from "../../checks/finding";
import type { Finding } from "../../findings";
import { type Placed, placedDirectives } from "../placed-directives";
import { reasonsAgainst } from "../refused-directives";
import type { Rule } from "../rule";

/** Directives that an owner may use, each with the places where it may stand. */
const allowed: ReadonlyMap<string, readonly Placed["place"][]> = new Map([
  ["link", ["SCHEMA"]],
  ["key", ["OPEN_ENTITY"]],
  ["extends", ["OPEN_ENTITY"]],
  ["external", ["EXTENDED_KEY_FIELD"]],
  ["deprecated", ["OWN_FIELD", "OWN_VALUE"]],
  ["specifiedBy", ["OWN_SCALAR"]],
  ["shareable", ["OWN_OBJECT", "OWN_FIELD"]],
  ["inaccessible", ["OWN_OBJECT", "OWN_TYPE", "OWN_SCALAR", "OWN_FIELD", "OWN_VALUE"]],
]);

const reasonsAgainstPlace: Readonly<Record<string, string>> = {
  key: "Only the hub's open types have keys; a type of yours is reached through your fields.",
  external: "Only the key field of an extended type of the hub's can be external.",
  shareable: "Only what is yours can be shareable.",
  inaccessible: "Only what is yours can be hidden.",
  deprecated: "Only what is yours can be deprecated.",
};

/** Only directives that cannot reach beyond the owner's own types and fields. */
export const directives: Rule = (survey) => placedDirectives(survey).flatMap(judge);

function judge({ directive, place, coordinate }: Placed): Finding[] {
  const name = withoutNamespace(directive.name.value);
  const places = allowed.get(name);
  if (!places) return [refused(directive, name, coordinate)];
  // What stands on a scalar of the hub's is told by the rule about those.
  if (places.includes(place) || place === "HUB_SCALAR") return [];
  return [
    findingAt(directive, "DIRECTIVE_PLACE", {
      message:
        `@${name} may not stand on ${short(coordinate ?? "the schema")}. ${reasonsAgainstPlace[name] ?? ""}`.trim(),
      remedy: `Take @${name} away here.`,
      coordinate,
    }),
  ];
}

function refused(directive: ConstDirectiveNode, name: string, coordinate: string | undefined): Finding {
  const reason = reasonsAgainst.get(name) ?? "it means nothing in the hub.";
  return findingAt(directive, "DIRECTIVE_REFUSED", {
    message: `@${short(name)} may not be used: ${reason}`,
    remedy: `Take @${short(name)} away.`,
    coordinate,
  });
}
