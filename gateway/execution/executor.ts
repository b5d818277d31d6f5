import { type DocumentNode, GraphQLError } from "graphql";
import { isPublicError, publicError } from "../../kit/errors";
import { giveAliasesBack, setAliasesAside } from "./aliases";
import { brokenValueErrors } from "./broken-values";
import type { GatewayExecutor } from "./library-types";
import { presentErrors } from "./present-errors";

/** What a subgraph's answer of the wrong shape makes the library throw; the message quotes the data. */
const WRONG_SHAPE = /returned by subgraph for (list|composite) type|for __typename at /;

/**
 * Wraps the library's executor so that its silent faults become right answers or plain errors.
 * @param ownNames the response names that the gateway fetches for itself, in the live supergraph
 */
export function createExecutor(execute: GatewayExecutor, ownNames: () => ReadonlySet<string>): GatewayExecutor {
  const setAside = new WeakMap<DocumentNode, { names: ReadonlySet<string>; document: DocumentNode }>();

  function withoutClashes(document: DocumentNode): DocumentNode {
    const names = ownNames();
    const known = setAside.get(document);
    if (known?.names === names) return known.document;
    const rewritten = setAliasesAside(document, names);
    setAside.set(document, { names, document: rewritten });
    return rewritten;
  }

  const executePlanned: GatewayExecutor = async (requestContext) => {
    try {
      return await execute(requestContext);
    } catch (error) {
      const refusal = planningRefusal(error);
      if (!refusal) throw error;
      return { data: null, errors: [refusal] };
    }
  };

  return async (requestContext) => {
    const document = withoutClashes(requestContext.document);
    const isRewritten = document !== requestContext.document;
    const { errors, data, extensions } = await executePlanned(
      // A plan is cached under the query's hash; the rewritten document has a plan of its own.
      isRewritten ? { ...requestContext, document, queryHash: `${requestContext.queryHash} aside` } : requestContext,
    );
    const { valueCompletion, ...kept } = extensions ?? {};
    const shown = [...presentErrors((errors ?? []).map(withoutQuotedData)), ...brokenValueErrors(valueCompletion)];
    return {
      ...(data === undefined ? {} : { data: isRewritten ? (giveAliasesBack(data) as typeof data) : data }),
      ...(shown.length === 0 ? {} : { errors: shown }),
      ...(Object.keys(kept).length === 0 ? {} : { extensions: kept }),
    };
  };
}

/** What the planner says when it finds no way; a client learns that much and no more. */
const NO_PLAN = /This shouldn't have happened/;

function planningRefusal(error: unknown): GraphQLError | undefined {
  if (error instanceof GraphQLError && isPublicError(error)) return error;
  if (!(error instanceof Error) || !NO_PLAN.test(error.message)) return undefined;
  return publicError(
    "UNANSWERABLE_QUERY",
    "The hub found no way to fetch a part of this query. This is a fault of the supergraph, not of the query.",
  );
}

function withoutQuotedData(error: unknown): GraphQLError {
  const known =
    error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: error as Error });
  if (!WRONG_SHAPE.test(known.message)) return known;
  return publicError(
    "SUBGRAPH_INVALID_RESPONSE",
    "A part of the graph answered with data of another shape than its schema promises.",
  );
}
