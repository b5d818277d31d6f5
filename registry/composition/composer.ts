import { join } from "node:path";
import type { Logger } from "../../kit/logger";
import { writeSupergraphHeader } from "../../kit/supergraph-header";
import type { Finding } from "../findings";
import type { HubRoom } from "../model";
import { sha256 } from "../sha256";
import type { ComposeAnswer } from "./compose-job";
import { createGivenUp } from "./given-up";
import type { Job, JobKind, Jobs } from "./job";
import type { Member } from "./member";
import { createRecent } from "./recent";
import { hashRooms } from "./rooms-hash";
import { createThread, type JobOutcome, type Thread } from "./thread";
import { toFindings, tooHeavy } from "./to-findings";

/** What became of the hub's rooms and one candidate. */
export type Composition =
  | {
      readonly kind: "composed";
      readonly supergraph: string;
      /** The schema that clients would see. */
      readonly api: string;
    }
  | { readonly kind: "failed"; readonly findings: readonly Finding[] };

/** What became of the hub's rooms and all members. */
export type Merge =
  | {
      readonly kind: "merged";
      /** With its header (kit/supergraph-header.ts); the same members and rooms always give the same text. */
      readonly sdl: string;
    }
  | { readonly kind: "failed"; readonly findings: readonly Finding[] };

export interface Composer {
  /** Composes a candidate, or nobody, with the rooms alone, and sees that every query has a way. */
  checkOne(rooms: readonly HubRoom[], candidate?: Member): Promise<Composition>;
  /** The same of a member that was accepted before, or of nobody: it waits for no candidate. */
  checkMember(rooms: readonly HubRoom[], member?: Member): Promise<Composition>;
  /** Which of the members would not pass `checkMember`; many at once take little longer than one. */
  findUnfit(rooms: readonly HubRoom[], members: readonly Member[]): Promise<UnfitMember[]>;
  /**
   * Puts members together that have each been checked.
   * @throws when that takes more time or memory than there is: no one member is at fault then
   */
  merge(rooms: readonly HubRoom[], members: readonly Member[]): Promise<Merge>;
  /**
   * Does what else is to be done with candidates' texts where it can hold nobody up.
   * @param owner whose text it is
   */
  inThread<Kind extends Exclude<JobKind, "compose">>(
    kind: Kind,
    owner: string,
    job: Jobs[Kind]["job"],
  ): Promise<JobOutcome<Jobs[Kind]["answer"]>>;
  close(): Promise<void>;
}

/** One that tells what it has composed so far, so that somebody can see what was not. */
export interface CountingComposer extends Composer {
  counts(): { readonly checks: number; readonly merges: number };
}

export interface UnfitMember {
  readonly name: string;
  readonly findings: readonly Finding[];
}

export interface ComposerOptions {
  readonly logger: Logger;
  /** What takes longer with a candidate is given up. */
  readonly milliseconds?: number;
  /** The same for members that were accepted before, one or all of them. */
  readonly memberMilliseconds?: number;
  /** Of memory for what lives long, for each of the two threads. */
  readonly megabytes?: number | undefined;
  readonly clock?: () => number;
}

/** A thread, and what it is composing. */
interface Lane {
  readonly thread: Thread<Job, Jobs[JobKind]["answer"]>;
  readonly underWay: Map<string, Promise<Composition>>;
}

/** Owners that are checked together. More at once cost the square of their number, fewer a start each. */
const BATCH = 16;
const REMEMBERED = 64;
/** For what is nobody's in particular. */
const ALL = "";

/**
 * Composes in threads of their own: one for candidates, which may be hostile, and one for members that were accepted, so
 * that a candidate which takes long keeps nobody from a rollback. In both, owners take turns.
 */
export function createComposer(options: ComposerOptions): CountingComposer {
  const { logger, milliseconds = 20_000, memberMilliseconds = 60_000, megabytes = 1024, clock } = options;
  const lane = (name: string, jobMilliseconds: number): Lane => ({
    thread: createThread({
      module: join(__dirname, "compose-thread"),
      name,
      limits: { maxOldGenerationSizeMb: megabytes },
      jobMilliseconds,
      logger,
    }),
    underWay: new Map(),
  });
  const [candidates, accepted] = [lane("check", milliseconds), lane("merge", memberMilliseconds)];
  const composed = createRecent<Composition>(REMEMBERED);
  const givenUp = createGivenUp(clock);
  let [checks, merges] = [0, 0];

  /** Of a candidate's text that was too much a moment ago, nothing is tried again. */
  async function ofCandidate(job: Job, owner: string): Promise<JobOutcome<Jobs[JobKind]["answer"]>> {
    const known = givenUp.find(job);
    if (known) return known;
    const outcome = await candidates.thread.run(job, owner);
    if (outcome.kind === "given-up") givenUp.add(job, outcome);
    return outcome;
  }

  /** @throws when the thread has ended of something other than too little time or memory: that is a fault of ours */
  async function compose(
    run: (job: Job) => Promise<JobOutcome<Jobs[JobKind]["answer"]>>,
    job: Jobs["compose"]["job"],
  ): Promise<JobOutcome<ComposeAnswer>> {
    const outcome = (await run({ kind: "compose", ...job })) as JobOutcome<ComposeAnswer>;
    if (outcome.kind === "given-up" && outcome.because === "crash") throw new Error("Composing failed in its thread");
    return outcome;
  }

  async function check(where: Lane, rooms: readonly HubRoom[], members: readonly Member[]) {
    checks += 1;
    const party = members.length === 1 && members[0] ? members[0].name : ALL;
    const run =
      where === candidates && members.length > 0
        ? (job: Job) => ofCandidate(job, party)
        : (job: Job) => where.thread.run(job, party);
    return compose(run, {
      services: [...rooms, ...members.map(toService)],
      isSatisfiabilityChecked: true,
      isApiWanted: members.length < 2,
    });
  }

  async function composeOne(where: Lane, rooms: readonly HubRoom[], member: Member | undefined): Promise<Composition> {
    const outcome = await check(where, rooms, member ? [member] : []);
    if (outcome.kind === "given-up") return { kind: "failed", findings: [tooHeavy] };
    const { answer } = outcome;
    if (answer.kind === "failed") return { kind: "failed", findings: toFindings(answer.faults, member?.name ?? "") };
    return { kind: "composed", supergraph: answer.supergraph, api: answer.api ?? "" };
  }

  async function checkIn(where: Lane, rooms: readonly HubRoom[], member?: Member): Promise<Composition> {
    const key = sha256([hashRooms(rooms), member?.name ?? "", member?.routingUrl ?? "", member?.sdl ?? ""]);
    // What the other thread is still at is not waited for.
    const known = composed.get(key) ?? where.underWay.get(key);
    if (known) return known;
    const composing = composeOne(where, rooms, member).finally(() => where.underWay.delete(key));
    where.underWay.set(key, composing);
    const composition = await composing;
    // Time and memory may be there the next time.
    if (!isTooHeavy(composition)) composed.set(key, composition);
    return composition;
  }

  async function findUnfitOf(rooms: readonly HubRoom[], batch: readonly Member[]): Promise<UnfitMember[]> {
    const outcome = await check(accepted, rooms, batch);
    if (outcome.kind === "answered" && outcome.answer.kind === "composed") return [];
    const unfit: UnfitMember[] = [];
    for (const member of batch) {
      const alone = await checkIn(accepted, rooms, member);
      if (alone.kind === "failed") unfit.push({ name: member.name, findings: alone.findings });
    }
    return unfit;
  }

  return {
    checkOne: (rooms, candidate) => checkIn(candidates, rooms, candidate),
    checkMember: (rooms, member) => checkIn(accepted, rooms, member),
    async findUnfit(rooms, members) {
      const unfit: UnfitMember[] = [];
      for (let from = 0; from < members.length; from += BATCH) {
        unfit.push(...(await findUnfitOf(rooms, members.slice(from, from + BATCH))));
      }
      return unfit;
    },
    async merge(rooms, members) {
      merges += 1;
      const sorted = [...members].sort((a, b) => (a.name < b.name ? -1 : 1));
      const outcome = await compose((job) => accepted.thread.run(job, ALL), {
        services: [...rooms, ...sorted.map(toService)],
        isSatisfiabilityChecked: false,
        isApiWanted: false,
      });
      if (outcome.kind === "given-up") {
        throw new Error(
          `Merging ${sorted.length} subgraphs took more ${outcome.because} than there is for it (COMPOSE_HEAP_MIB)`,
        );
      }
      const { answer } = outcome;
      if (answer.kind === "failed") return { kind: "failed", findings: toFindings(answer.faults, "") };
      return { kind: "merged", sdl: `${writeSupergraphHeader(sorted)}${answer.supergraph.trim()}\n` };
    },
    // An answer is of the job's kind.
    inThread: <Kind extends JobKind>(kind: Kind, owner: string, job: Jobs[Kind]["job"]) =>
      ofCandidate({ kind, ...job } as Job, owner) as Promise<JobOutcome<Jobs[Kind]["answer"]>>,
    counts: () => ({ checks, merges }),
    async close() {
      await Promise.all([candidates.thread.close(), accepted.thread.close()]);
    },
  };
}

const isTooHeavy = (composition: Composition) =>
  composition.kind === "failed" && composition.findings.includes(tooHeavy);

const toService = ({ name, routingUrl, sdl }: Member) => ({ name, url: routingUrl, sdl });
