import { Supergraph } from "@apollo/federation-internals";
import { parse } from "graphql";
import { acceptedSubgraphs } from "../../test/registry/accepted-subgraphs";
import { ownerNamed, rooms } from "../../test/registry/hub";
import { prepareSupergraph } from "../supergraph/prepare";
import { composeWithOwners } from "../test-support/compose-with-owners";

const hub = rooms.map(({ name, url, sdl }) => ({ name, url, typeDefs: sdl }));

// One supergraph that cannot be folded stops everybody's publishing, not only its owner's.
it.each(acceptedSubgraphs)("takes what the registry accepts: $title", ({ sdl, owner: name = "sundsvall" }) => {
  const owner = { ...ownerNamed(name), url: `http://127.0.0.1:1/${name}`, typeDefs: sdl };
  const { sdl: folded, owners, ownersSchema } = prepareSupergraph(composeWithOwners(hub, [owner]));
  expect([...owners.keys()]).toEqual([name]);
  expect(Supergraph.build(folded).subgraphs().names()).toContain("owners");
  const keys = [...sdl.matchAll(/type (\w+) (?:@extends )?@(?:federation__)?key\(fields: "(\w+)"/g)];
  for (const [, type = "", key] of keys) expect(ownersSchema?.keyOf(type)).toBe(key);
});

it.each(["id ", ",id,", "\\n id"])('takes a key written as "%s", which folds into that of others', (key) => {
  const owners = ["sundsvall", "nykoping"].map((name) => ({
    ...ownerNamed(name),
    url: `http://127.0.0.1:1/${name}`,
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Area @key(fields: "${name === "sundsvall" ? key : "id"}") { id: ID! ${name}Note: String }`,
  }));
  const { sdl, ownersSchema } = prepareSupergraph(composeWithOwners(hub, owners));
  expect(ownersSchema?.keyOf("Area")).toBe("id");
  expect(ownersSchema?.ownerOf("Area", "sundsvallNote")).toBe("sundsvall");
  const area = parse(sdl).definitions.find((node) => "name" in node && node.name?.value === "Area");
  const joins = "directives" in area! ? (area.directives ?? []) : [];
  expect(joins.filter((join) => JSON.stringify(join).includes('"OWNERS"'))).toHaveLength(1);
});
