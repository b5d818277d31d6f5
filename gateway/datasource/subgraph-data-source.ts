import type { GraphQLDataSource } from "@apollo/gateway";
import { type GraphQLFormattedError, Kind, parse } from "graphql";
import type { Logger } from "../../kit/logger";
import type { GatewayContext } from "../context";
import type { PreparedSupergraph } from "../supergraph/prepare";
import { createShapeCheck } from "./answer-shape";
import { type Outcome, type SubgraphEndpoint, send } from "./send";
import { createStandInTranslator, mergeEntities, pathWithoutStandIns } from "./stand-ins";
import { messageOf, presentSubgraphError, type ShownError } from "./subgraph-errors";

export interface SubgraphDataSourceOptions extends SubgraphEndpoint {
  logger: Logger;
  /** The live supergraph; asked at each fetch, since a data source outlives a supergraph. */
  supergraph(): PreparedSupergraph | undefined;
}

interface Answer {
  data: Record<string, unknown> | null;
  errors: ShownError[];
}

/**
 * Asks one subgraph. A subgraph that is down, slow or talks garbage gives no data and one error; errors that come back
 * are already in the words that a client may see, marked by `extensions.subgraph`.
 */
export function createSubgraphDataSource(options: SubgraphDataSourceOptions): GraphQLDataSource<GatewayContext> {
  const { name: subgraph, logger } = options;
  let known: PreparedSupergraph | undefined;
  let translate: ReturnType<typeof createStandInTranslator> | undefined;
  let nullifyBrokenParts: ReturnType<typeof createShapeCheck> | undefined;

  function follow(supergraph: PreparedSupergraph | undefined): void {
    if (supergraph === known) return;
    known = supergraph;
    translate =
      supergraph && supergraph.required.standIns.size > 0
        ? createStandInTranslator(subgraph, supergraph.required)
        : undefined;
    nullifyBrokenParts = supergraph && createShapeCheck(supergraph.fieldTypes);
  }

  return {
    async process({ request, context }) {
      if (context.dry) return { data: null } as never;
      const planned = { query: request.query ?? "", variables: (request.variables ?? {}) as Record<string, unknown> };
      follow(options.supergraph());
      const requests = translate?.(planned) ?? [planned];
      const answers = await Promise.all(
        requests.map(async (one) => {
          const outcome = checkEntities(await send(options, one, context), one.variables.representations, subgraph);
          return present(outcome, one.query, context.requestId);
        }),
      );
      const data =
        answers.length === 1 ? (answers[0]?.data ?? null) : mergeEntities(answers.map((answer) => answer.data));
      const errors = answers.flatMap((answer) => answer.errors) as GraphQLFormattedError[];
      return (errors.length === 0 ? { data } : { data, errors }) as never;
    },
  };

  function present(outcome: Outcome, query: string, requestId: string | undefined): Answer {
    if (outcome.kind === "failure") {
      const { code, message, detail } = outcome;
      logger.warn({ requestId, subgraph, code, detail }, "A subgraph failed");
      return { data: null, errors: [{ message, path: soleRootField(query), extensions: { code, subgraph } }] };
    }
    const presented = outcome.errors.map((error) => presentSubgraphError(error, subgraph));
    const masked = outcome.errors.filter((_, index) => presented[index]?.masked);
    if (masked.length > 0) {
      const messages = masked.slice(0, 3).map(messageOf);
      logger.error({ requestId, subgraph, count: masked.length, messages }, "Errors of a subgraph were masked");
    }
    const broken = (outcome.data && nullifyBrokenParts?.(query, outcome.data)) ?? [];
    if (broken.length > 0) logger.warn({ requestId, subgraph, count: broken.length }, "A subgraph broke its schema");
    const errors = [
      ...presented.map(({ shown }) => shown),
      ...broken.slice(0, 1).map(
        (path): ShownError => ({
          message: brokenShape(subgraph),
          path,
          extensions: { code: "SUBGRAPH_INVALID_RESPONSE", subgraph },
        }),
      ),
    ];
    return {
      data: outcome.data,
      errors: errors.map((error) => (error.path ? { ...error, path: pathWithoutStandIns(error.path) } : error)),
    };
  }
}

const brokenShape = (subgraph: string) =>
  `The part "${subgraph}" of the graph answered with data of another shape than its schema promises; it is null.`;

function checkEntities(outcome: Outcome, representations: unknown, subgraph: string): Outcome {
  if (outcome.kind === "failure" || !Array.isArray(representations) || outcome.data === null) return outcome;
  const { _entities: entities } = outcome.data;
  if (Array.isArray(entities) && entities.length === representations.length) return outcome;
  if (outcome.errors.length > 0 && (entities === null || entities === undefined)) return { ...outcome, data: null };
  return {
    kind: "failure",
    code: "SUBGRAPH_INVALID_RESPONSE",
    message: `The part "${subgraph}" of the graph did not answer for every entity it was asked about; its fields are null.`,
    detail: "_entities is not a list of the right length",
  };
}

/** Where a failed fetch belongs: its only root field, or the place that the entities stand in, which is the empty path. */
function soleRootField(query: string): string[] | undefined {
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const fields = operation.selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [node] : []));
  const [only] = fields;
  if (!only || fields.length !== 1) return undefined;
  return only.name.value === "_entities" ? [] : [(only.alias ?? only.name).value];
}
