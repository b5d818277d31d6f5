import type { FastifyRequest } from "fastify";
import type { Actor } from "../model";
import type { Registry } from "../registry";
import type { OneAtATime } from "./one-at-a-time";
import { tooMany } from "./problem";
import type { Window } from "./window";

/** What every address of the service stands on. */
export interface Serving {
  readonly registry: Registry;
  readonly bodyBytes: number;
  readonly authenticate: (request: FastifyRequest) => Promise<Actor>;
  readonly publications: Limits;
  readonly checks: Limits;
  readonly switches: Limits;
  readonly oneAtATime: OneAtATime;
}

/** How much of a kind one owner may ask for; "Checks" in the words of a refusal. */
export interface Limits {
  readonly what: string;
  readonly inAMinute: Window;
  readonly inADay: Window;
}

/**
 * Counts work on an owner's subgraph. What somebody else asks for does not count, since the registry refuses it.
 * @throws Problem 429 beyond what a minute or a day allows
 */
export function countFor(actor: Actor, owner: string, { what, inAMinute, inADay }: Limits): void {
  if (!mayActFor(actor, owner)) return;
  const name = owner.slice(0, 100);
  const wait = inAMinute.count(name);
  if (wait !== undefined) throw tooMany(`${what} of ${name} were too many in a minute.`, wait);
  const longWait = inADay.count(name);
  if (longWait !== undefined) throw tooMany(`${what} of ${name} were too many in a day.`, longWait);
}

/** What somebody else asks for keeps nobody waiting, since the registry refuses it. */
export function inTurnOf<T>(serving: Serving, actor: Actor, owner: string, work: () => Promise<T>): Promise<T> {
  return mayActFor(actor, owner) ? serving.oneAtATime(owner, work) : work();
}

const mayActFor = (actor: Actor, owner: string) => actor.isOperator || actor.owner === owner;
