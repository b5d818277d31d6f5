import type { GraphQLRequestBody } from "./graphql-request";
import type { RequestContextSeed } from "./request-scope";

/** One GraphQL request, known to be of the right shape. */
export interface GraphQLQuestion {
  readonly body: GraphQLRequestBody;
  /** GET or POST: a GET runs no mutation. */
  readonly method: string;
  /** Media types that the client takes, as it wrote them. */
  readonly accept?: string | undefined;
  readonly contentType?: string | undefined;
}

/** A whole HTTP answer. */
export interface GraphQLHttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Buffer;
}

/** What answers GraphQL behind the HTTP front. */
export interface GraphQLExecutor {
  start(): Promise<void>;
  stop(): Promise<void>;
  /**
   * Answers with data or with errors in GraphQL's shape.
   * @param life its signal aborts when the client goes away or time is up; an answer with what there is by then is welcome
   */
  execute(question: GraphQLQuestion, life: RequestContextSeed): Promise<GraphQLHttpAnswer>;
}
