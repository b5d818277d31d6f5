import type { FastifyRequest } from "fastify";
import type { Actor } from "../model";
import type { Registry } from "../registry";
import { tooMany } from "./problem";
import type { Window } from "./window";

/** What every address of the service stands on. */
export interface Serving {
  readonly registry: Registry;
  readonly bodyBytes: number;
  readonly authenticate: (request: FastifyRequest) => Promise<Actor>;
  readonly publications: Window;
  readonly checks: Window;
}

/**
 * Counts work on an owner's subgraph. What somebody else asks for does not count, since the registry refuses it.
 * @throws Problem 429 beyond what a minute allows
 */
export function countFor(actor: Actor, owner: string, window: Window, what: string): void {
  if (!actor.isOperator && actor.owner !== owner) return;
  const wait = window.count(owner);
  if (wait !== undefined) throw tooMany(`${what} of ${owner.slice(0, 100)} were too many in a minute.`, wait);
}
