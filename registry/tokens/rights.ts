import type { Actor } from "../model";
import type { Statements } from "../store/connection";
import { addRefusal } from "../store/refusals";
import { NotAllowed } from "./not-allowed";

/**
 * @param what is asked for, for the audit log
 * @throws NotAllowed when the actor speaks for another owner
 */
export async function requireOwner(statements: Statements, actor: Actor, owner: string, what: string): Promise<void> {
  if (actor.isOperator || actor.owner === owner) return;
  await refuse(statements, actor, owner, what, `This token speaks for ${actor.owner} only.`);
}

/** @throws NotAllowed when the actor is not the operator */
export async function requireOperator(
  statements: Statements,
  actor: Actor,
  owner: string | null,
  what: string,
): Promise<void> {
  if (actor.isOperator) return;
  await refuse(statements, actor, owner, what, "Only the hub's operator may do this.");
}

const NAME = /^[a-z0-9-]{1,100}$/;

/** The owner that was asked for may be any text, even a token in the wrong place: only what can be a name is kept. */
async function refuse(
  statements: Statements,
  actor: Actor,
  owner: string | null,
  what: string,
  message: string,
): Promise<never> {
  await addRefusal(statements, {
    actor: actor.name,
    owner: actor.owner,
    details: { what, ...(owner !== null && NAME.test(owner) ? { about: owner } : {}) },
  });
  throw new NotAllowed(message);
}
