import { type ConstDirectiveNode, type DocumentNode, Kind, parse, visit } from "graphql";

/**
 * The names of all fields that the gateway fetches for its own use: parts of keys and of `@requires`.
 * A client's alias of that name, on another field, would put a wrong value in their place.
 */
export function entityFields(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>(["__typename"]);
  visit(supergraph, {
    Directive(directive) {
      const { value: name } = directive.name;
      if (name !== "join__type" && name !== "join__field") return;
      for (const argument of (directive as ConstDirectiveNode).arguments ?? []) {
        if (argument.value.kind !== Kind.STRING) continue;
        if (argument.name.value !== "key" && argument.name.value !== "requires") continue;
        visit(parse(`{ ${argument.value.value} }`, { noLocation: true }), {
          Field: (field) => void names.add(field.name.value),
        });
      }
    },
  });
  return names;
}
