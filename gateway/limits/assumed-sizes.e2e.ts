import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isRequiredArgument,
  parse,
} from "graphql";
import { projectRoot } from "../../kit/project-root";
import { startTestHub, type TestHub } from "../../test/testkit/hub";
import { listSizes } from "../supergraph/list-sizes";
import { ASSUMED_ROWS } from "./measure-cost";

/** Every plain list of the schema, looked at wherever the schema leads to it. */
const read = (file: string) => readFileSync(join(projectRoot, "schema", file), "utf8");
const api = buildSchema(read("api.graphql"));
const sizes = listSizes(parse(read("supergraph.graphql")));

const LARGEST_PAGE = 500;

type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const isPlainList = ({ name, type }: Field) =>
  isListType(getNullableType(type)) && name !== "nodes" && name !== "edges";

/** A way from the root to objects of a type, as the fields on it. */
interface Way {
  readonly type: GraphQLObjectType;
  readonly fields: readonly Field[];
}

/** For every type each last step to it, from the shortest way to where that step begins. */
function waysToTypes(): Way[] {
  const root = api.getQueryType() as GraphQLObjectType;
  const shortest: Way[] = [{ type: root, fields: [] }];
  const ways = [...shortest];
  // Grows while it is walked: breadth first.
  for (const way of shortest) {
    for (const field of fieldsOf(way.type)) {
      const type = getNamedType(field.type);
      if (!isObjectType(type) || field.args.some(isRequiredArgument)) continue;
      const further = { type, fields: [...way.fields, field] };
      ways.push(further);
      if (!shortest.some((known) => known.type === type)) shortest.push(further);
    }
  }
  return ways;
}

function queryFor({ fields }: Way, lists: readonly Field[]): string {
  const leaves = lists.map(({ name, type }) => (isCompositeType(getNamedType(type)) ? `${name} { __typename }` : name));
  return fields.reduceRight(
    (inner, { name, args }) =>
      `{ ${name}${args.some((argument) => argument.name === "first") ? `(first: ${LARGEST_PAGE})` : ""} ${inner} }`,
    `{ ${leaves.join(" ")} }`,
  );
}

/** Every object that stands at the end of the way. */
function ends(value: unknown, [field, ...rest]: readonly Field[]): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((one) => ends(one, field ? [field, ...rest] : []));
  if (typeof value !== "object" || value === null) return [];
  const object = value as Record<string, unknown>;
  return field ? ends(object[field.name], rest) : [object];
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: Number.MAX_SAFE_INTEGER } });
});
afterAll(() => hub?.stop());

it("assumes of no list that it is shorter than it is in the seeded hub", async () => {
  const token = await hub.issuer.token({ owner: "hub", roles: ["operator"] });
  const longer: string[] = [];
  const seen = new Set<string>();
  for (const way of waysToTypes()) {
    const lists = fieldsOf(way.type).filter((field) => isPlainList(field) && !field.args.some(isRequiredArgument));
    if (lists.length === 0) continue;
    const data = await hub.data(queryFor(way, lists), {}, token);
    for (const { name } of lists) {
      const assumed = sizes.of(way.type.name, name)?.assumed ?? ASSUMED_ROWS;
      const rows = ends(data, way.fields).map((end) => (end[name] as unknown[] | null)?.length ?? 0);
      if (rows.some((count) => count > 0)) seen.add(`${way.type.name}.${name}`);
      if (Math.max(0, ...rows) > assumed) longer.push(`${way.type.name}.${name}: ${Math.max(...rows)} > ${assumed}`);
    }
  }
  expect(longer).toEqual([]);
  expect(seen.size).toBeGreaterThan(80);
});
