import type { Member } from "../composition/member";
import { ownersOf } from "../owners";

/** Some owners of every kind. */
export const owners = ownersOf([
  { code: "0114", name: "Upplands Väsby", slug: "upplands-vasby" },
  { code: "0305", name: "Håbo", slug: "habo-0305" },
  { code: "0480", name: "Nyköping", slug: "nykoping" },
  { code: "2181", name: "Sandviken", slug: "sandviken" },
  { code: "2281", name: "Sundsvall", slug: "sundsvall" },
]);

export function ownerNamed(name: string) {
  const owner = owners.find((one) => one.name === name);
  if (!owner) throw new Error(`The tests have no owner ${name}`);
  return owner;
}

const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const KEYS = { Municipality: "code: MunicipalityCode!" };

/**
 * A subgraph such as a municipality publishes: rows of its own and links to them from the hub's types.
 * @param fields further fields of its own type, such as "persons: Int; homes: Int"
 * @param entities the hub's types that it adds to
 */
export function ownerSdl(prefix: string, fields = "", entities: readonly string[] = ["Area", "Municipality"]): string {
  const type = `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}`;
  const described = fields.split(";").flatMap((field) => (field.trim() ? `  "One thing more." ${field.trim()}` : []));
  const extended = entities.map((entity) => {
    const key = KEYS[entity as keyof typeof KEYS] ?? "id: ID!";
    return `type ${entity} @key(fields: "${key.split(":")[0]}") {
  ${key}
  "What is needed here."
  ${prefix}Needs: [${type}Need!]
}`;
  });
  return `${HEAD}

${entities.includes("Municipality") ? "scalar MunicipalityCode\n" : ""}
type Query {
  "Every need, the largest first."
  ${prefix}Needs: [${type}Need!]
}

"What people need in one area."
type ${type}Need {
  "Begins with the municipality's code."
  id: ID!
  "Where it is."
  area: Area
  "What it is."
  title: String
${described.join("\n")}
}

${extended.join("\n\n")}
`;
}

/** The same as something to compose. */
export function ownerMember(name: string, sdl = ownerSdl(ownerNamed(name).prefix)): Member {
  const { prefix, municipality } = ownerNamed(name);
  return { name, prefix, municipality, sdl, routingUrl: `http://127.0.0.1:9/${name}` };
}
