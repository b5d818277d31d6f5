import { type DocumentNode, parse } from "graphql";
import type { Finding } from "../findings";
import type { Actor, Owner, Supergraph } from "../model";
import type { CheckOutcome, PublishOutcome, SchemaChange, Submission, Trial } from "../outcomes";
import { addAudit } from "../store/audit";
import type { Statements } from "../store/connection";
import { readMembers } from "../store/members";
import { readPublishedToday } from "../store/published-today";
import { putStanding, readCurrentVersion } from "../store/standings";
import { addSupergraph } from "../store/supergraphs";
import { addVersion, readVersion } from "../store/versions";
import { requireOperator, requireOwner } from "../tokens/rights";
import { TooMany } from "../too-many";
import type { Context } from "./context";
import { ensureLive, readLive } from "./ensure-live";
import { type Examination, examine, isError, judge, normalise, toMember } from "./examine";
import { withMember } from "./find-or-merge";
import { findOwner } from "./find-owner";
import { makeLive } from "./switch";

/** Everything that was found. */
interface Verdict {
  readonly findings: readonly Finding[];
  readonly changes: readonly SchemaChange[];
}

/** What a publish would come to; changes nothing. */
export async function check(context: Context, actor: Actor, trial: Trial): Promise<CheckOutcome> {
  const owner = await findOwnerFor(context, actor, trial, "check");
  const examination = await examine(context, owner, trial);
  const base = await readCurrentVersion(context.connection, owner.name);
  const verdict = combine(examination, await judge(context, owner, trial, examination, base));
  return { kind: verdict.findings.some(isError) ? "failed" : "passed", ...verdict };
}

/** Versions are kept for ever, and so is every supergraph that one makes. */
const MOST_IN_A_DAY = 200;

/**
 * Checks a submission and makes it live: all of it, or nothing.
 * @throws NotAllowed, UnknownOwner; TooMany when the owner has published as often within a day as one may
 */
export async function publish(context: Context, actor: Actor, submission: Submission): Promise<PublishOutcome> {
  const { connection } = context;
  const owner = await findOwnerFor(context, actor, submission, "publish");
  const { document } = context.checks.readSubgraph(submission.sdl);
  if (document) {
    const same = await findSameLive(connection, await readLive(connection), submission, document);
    if (same !== undefined) return { kind: "unchanged", version: same };
  }
  if (!actor.isOperator) await requireRoomToday(connection, owner.name);
  const examination = await examine(context, owner, submission);
  // Another publish of the same owner may come between; then what changes for clients is judged once more.
  for (;;) {
    const base = await readCurrentVersion(connection, owner.name);
    const verdict = combine(examination, await judge(context, owner, submission, examination, base));
    if (verdict.findings.some(isError)) return reject(context, connection, actor, owner, verdict);
    const outcome = await connection.inTurn(async (statements) => {
      const live = await ensureLive(context, statements);
      const same = document && (await findSameLive(statements, live, submission, document));
      if (same !== undefined) return { kind: "unchanged" as const, version: same };
      if ((await readCurrentVersion(statements, owner.name)) !== base) return undefined;
      return activate(context, statements, { actor, owner, submission, verdict, live });
    });
    if (outcome) return outcome;
  }
}

async function requireRoomToday(statements: Statements, owner: string): Promise<void> {
  const { count, seconds } = await readPublishedToday(statements, owner, MOST_IN_A_DAY);
  if (count < MOST_IN_A_DAY) return;
  throw new TooMany(`${owner} has published ${count} versions within a day, and more are not taken.`, seconds);
}

async function findOwnerFor(context: Context, actor: Actor, submission: Trial, what: string): Promise<Owner> {
  const { connection } = context;
  await requireOwner(connection, actor, submission.owner, what);
  if (submission.force) await requireOperator(connection, actor, submission.owner, "force");
  return findOwner(connection, submission.owner);
}

const combine = (examination: Examination, judged: Verdict): Verdict => ({
  findings: [...examination.findings, ...judged.findings],
  changes: judged.changes,
});

/** The live version's number when the submission says just what it says. */
async function findSameLive(
  statements: Statements,
  live: Supergraph | undefined,
  submission: Submission,
  document: DocumentNode,
): Promise<number | undefined> {
  const number = live?.members.get(submission.owner);
  const version = number === undefined ? undefined : await readVersion(statements, submission.owner, number);
  if (!version || version.routingUrl !== submission.routingUrl) return undefined;
  const isSame = version.sdl === submission.sdl || normalise(parse(version.sdl)) === normalise(document);
  return isSame ? version.number : undefined;
}

async function reject(
  { logger }: Context,
  statements: Statements,
  actor: Actor,
  owner: Owner,
  { findings, changes }: Verdict,
): Promise<PublishOutcome> {
  const codes = [...new Set(findings.filter(isError).map(({ code }) => code))];
  await addAudit(statements, { actor: actor.name, action: "REJECTED", owner: owner.name, details: { codes } });
  logger.info({ owner: owner.name, codes }, "publish rejected");
  return { kind: "rejected", findings, changes };
}

interface Publication {
  readonly actor: Actor;
  readonly owner: Owner;
  readonly submission: Submission;
  readonly verdict: Verdict;
  readonly live: Supergraph;
}

async function activate(
  context: Context,
  statements: Statements,
  { actor, owner, submission, verdict, live }: Publication,
): Promise<PublishOutcome> {
  const { composer, rooms, roomsHash } = context;
  const { name } = owner;
  const others = (await readMembers(statements, live.members)).filter((member) => member.name !== name);
  const merge = await composer.merge(rooms, [...others, toMember(owner, submission)]);
  if (merge.kind === "failed") {
    return reject(context, statements, actor, owner, {
      ...verdict,
      findings: [...verdict.findings, ...merge.findings],
    });
  }
  const version = await addVersion(statements, {
    owner: name,
    sdl: submission.sdl,
    routingUrl: submission.routingUrl,
    message: submission.message ?? null,
    publishedBy: actor.name,
  });
  const members = withMember(live.members, name, version);
  const supergraph = await addSupergraph(statements, { sdl: merge.sdl, roomsHash, members });
  await putStanding(statements, { owner: name, state: "WELL", version });
  await makeLive(context, statements, {
    supergraph,
    reason: "PUBLISHED",
    owner: name,
    by: actor.name,
    details: { version, ...(submission.force ? { force: true } : {}) },
  });
  return { kind: "published", version, supergraph: { number: supergraph.number, hash: supergraph.hash }, ...verdict };
}
