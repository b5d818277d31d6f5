import type { FastifyRequest } from "fastify";

/** What the error mask must know of the request that an error belongs to. */
export interface RequestScope {
  /** Aborts when the client goes away and when the request runs out of time; `reason` is the error that says which. */
  readonly signal: AbortSignal;
  readonly requestId: string;
}

/** What one HTTP request brings into its GraphQL context. */
export interface RequestContextSeed extends RequestScope {
  readonly request: FastifyRequest;
}

const scope = Symbol("kommungraf request scope");

/** Remembers in the context which request it serves; Apollo Server copies contexts, so a WeakMap would not do. */
export function bindScope<C extends object>(context: C, request: RequestScope): C {
  Object.defineProperty(context, scope, { value: request, enumerable: true, configurable: true });
  return context;
}

/** The request that this context serves, or undefined for an operation that did not come over HTTP. */
export function scopeOf(context: unknown): RequestScope | undefined {
  if (typeof context !== "object" || context === null) return undefined;
  return (context as { [scope]?: RequestScope })[scope];
}
