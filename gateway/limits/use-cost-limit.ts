import type { ApolloServerPlugin } from "@apollo/server";
import { type FragmentDefinitionNode, Kind } from "graphql";
import { publicError } from "../../kit/errors";
import { budgetOf } from "../owners/answer-budget";
import type { ListSizes } from "../supergraph/list-sizes";
import type { Limits } from "./limits";
import { measureCost } from "./measure-cost";

/** How many times the ceiling the rows of the hub may cost that owners name beyond what was assumed. */
const SLACK = 4;

const BAD_REQUEST = { http: { status: 400 } };

/**
 * Refuses operations above the cost ceiling or the page size, and reports the cost of the others in `extensions.cost`. What
 * owners answer may hold more rows than was assumed, but not so many that the ceiling means nothing.
 * @param sizes what the live supergraph says of its lists
 */
export function useCostLimit(
  { cost: limit, pageSize: largest }: Limits,
  sizes: () => ListSizes,
): ApolloServerPlugin<object> {
  return {
    async requestDidStart() {
      let requested: number | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) return;
          const fragments = new Map<string, FragmentDefinitionNode>();
          for (const definition of document.definitions) {
            if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
          }
          const variables = request.variables ?? {};
          const question = { schema, sizes: sizes(), operation, fragments, variables };
          const { cost, pageSize, rowCost } = measureCost(question);
          if (pageSize > largest) {
            throw publicError(
              "PAGE_SIZE_EXCEEDED",
              `A page of ${pageSize} rows is asked for; the largest page has ${largest}.`,
              { limit: largest, actual: pageSize, ...BAD_REQUEST },
            );
          }
          if (cost > limit) {
            throw publicError(
              "COST_LIMIT_EXCEEDED",
              `The query's cost is ${cost}; the limit is ${limit}. Ask for fewer rows or fields.`,
              { cost: { requested: cost, limit }, ...BAD_REQUEST },
            );
          }
          requested = cost;
          if (rowCost !== undefined) budgetOf(contextValue).limitPlaces(Math.floor((SLACK * limit) / rowCost));
        },
        async willSendResponse({ response }) {
          if (requested === undefined || response.body.kind !== "single") return;
          const { singleResult } = response.body;
          if (singleResult.data === undefined) return;
          singleResult.extensions = { ...singleResult.extensions, cost: { requested, limit } };
        },
      };
    },
  };
}
