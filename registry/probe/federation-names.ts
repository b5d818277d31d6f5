import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from "graphql";

/**
 * Reads a schema's `@link`s.
 * @returns a function from the name of a directive as the schema writes it to the name that its specification has, so that
 * `federation__key` and a renamed import are both `key`; other names stay as they are
 */
export function federationNames(document: DocumentNode): (directive: string) => string {
  const renamed = new Map<string, string>();
  const spaces: string[] = ["federation", "link"];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== "link") continue;
      const space = argumentOf(directive, "as");
      if (space?.kind === Kind.STRING) spaces.push(space.value);
      const imports = argumentOf(directive, "import");
      for (const item of imports?.kind === Kind.LIST ? imports.values : []) {
        if (item.kind !== Kind.OBJECT) continue;
        const [name, as] = ["name", "as"].map(
          (key) => item.fields.find((field) => field.name.value === key)?.value as ConstValueNode | undefined,
        );
        if (name?.kind === Kind.STRING && as?.kind === Kind.STRING) {
          renamed.set(as.value.replace(/^@/, ""), name.value.replace(/^@/, ""));
        }
      }
    }
  }
  return (directive) => {
    const known = renamed.get(directive);
    if (known !== undefined) return known;
    const space = spaces.find((prefix) => directive.startsWith(`${prefix}__`));
    return space === undefined ? directive : directive.slice(space.length + 2);
  };
}

const argumentOf = (directive: ConstDirectiveNode, name: string) =>
  directive.arguments?.find((argument) => argument.name.value === name)?.value;
