import { type FragmentDefinitionNode, type GraphQLSchema, Kind, parse } from "graphql";
import { type Cost, measureCost } from "../limits/measure-cost";
import type { ListSizes } from "../supergraph/list-sizes";

/** The cost of a query's first operation. */
export function costOfQuery(
  query: string,
  { schema, sizes }: { schema: GraphQLSchema; sizes: ListSizes },
  variables: Record<string, unknown> = {},
): Cost {
  const { definitions } = parse(query);
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("The query has no operation.");
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  return measureCost({ schema, sizes, operation, fragments, variables });
}
