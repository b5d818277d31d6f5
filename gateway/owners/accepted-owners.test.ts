import { type ConstDirectiveNode, parse } from "graphql";
import { writeSupergraphHeader } from "../../kit/supergraph-header";
import { runComposeJob } from "../../registry/composition/compose-job";
import type { Owner } from "../../registry/model";
import { typePrefix } from "../../registry/policy/names";
import { acceptedSubgraphs } from "../../test/registry/accepted-subgraphs";
import { hubSurface, ownerNamed, owners, rooms } from "../../test/registry/hub";
import type { SubgraphRow } from "../../test/registry/subgraph-row";
import { prepareSupergraph } from "../supergraph/prepare";

/** What gateways are handed when these owners have published these schemas. */
function supergraphWith(schemas: Readonly<Record<string, string>>): string {
  const services = Object.entries(schemas).map(([name, sdl]) => ({ name, url: `http://127.0.0.1:1/${name}`, sdl }));
  const job = { services: [...rooms, ...services], isSatisfiabilityChecked: false, isApiWanted: false };
  const answer = runComposeJob(job);
  if (answer.kind === "failed") throw new Error(answer.faults.map(({ message }) => message).join("\n"));
  return writeSupergraphHeader(Object.keys(schemas).map(ownerNamed)) + answer.supergraph;
}

/** The row as if another had written it, so that all rows fit into one supergraph. */
function as(name: string, { sdl, owner = "sundsvall" }: SubgraphRow): string {
  const [from, to] = [owner, name].map(ownerNamed) as [Owner, Owner];
  return sdl.replaceAll(from.prefix, to.prefix).replaceAll(typePrefix(from), typePrefix(to));
}

// One supergraph that cannot be folded stops everybody's publishing, not only its owner's.
it("takes everything that the registry accepts", () => {
  const names = owners.filter(({ name }) => /^[a-z]{6,}$/.test(name)).map(({ name }) => name);
  const schemas = Object.fromEntries(
    acceptedSubgraphs.map((row, index) => [names[index], as(names[index] ?? "", row)]),
  );
  const prepared = prepareSupergraph(supergraphWith(schemas));
  expect([...prepared.owners.keys()].sort()).toEqual(Object.keys(schemas).sort());
  for (const { name, key } of hubSurface.entities.values()) expect(prepared.ownersSchema?.keyOf(name)).toBe(key);
});

it.each(["id ", ",id,", "\\n id"])('takes a key written as "%s" for the key that others write without more', (key) => {
  const noteOf = (name: string, written: string) => `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Area @key(fields: "${written}") { id: ID! ${name}Note: String }`;
  const text = supergraphWith({ sundsvall: noteOf("sundsvall", key), nykoping: noteOf("nykoping", "id") });
  const { sdl, ownersSchema } = prepareSupergraph(text);
  expect(ownersSchema?.keyOf("Area")).toBe("id");
  expect(ownersSchema?.ownerOf("Area", "sundsvallNote")).toBe("sundsvall");
  const area = parse(sdl).definitions.find((node) => "name" in node && node.name?.value === "Area");
  const directives = (area as { directives?: readonly ConstDirectiveNode[] }).directives ?? [];
  expect(directives.filter((join) => JSON.stringify(join).includes('"OWNERS"'))).toHaveLength(1);
});
