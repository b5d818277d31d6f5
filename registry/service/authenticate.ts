import type { FastifyRequest } from "fastify";
import { callerOf } from "../../kit/caller-header";
import type { Actor } from "../model";
import { NotAllowed } from "../tokens/not-allowed";
import type { Tokens } from "../tokens/tokens";
import { tooMany, unauthorized } from "./problem";
import type { Window } from "./window";

const BEARER = /^Bearer +([!-~]+)$/i;

/**
 * Who asks, by the token of the request.
 * @param failures counts wrong tokens by whom they come from. Many may come by one address, so a right token passes however
 * many wrong ones there were.
 * @throws Problem: 401 for every token that is not valid, 429 for too many of them
 */
export function createAuthentication(tokens: Pick<Tokens, "authenticate">, failures: Window) {
  return async (request: FastifyRequest): Promise<Actor> => {
    const [, text] = BEARER.exec(request.headers.authorization ?? "") ?? [];
    const actor = await tokens.authenticate(text);
    if (actor) return actor;
    const wait = failures.count(callerOf(request));
    throw wait === undefined ? unauthorized() : tooMany("Too many tokens from this address were not valid.", wait);
  };
}

/** Whose entries the actor may read: its own, and the operator everybody's. */
export function readableOwner(actor: Actor, asked: string | undefined): string | undefined {
  if (actor.isOperator) return asked;
  if (asked !== undefined && asked !== actor.owner) throw new NotAllowed(`This token speaks for ${actor.owner} only.`);
  return actor.owner;
}
