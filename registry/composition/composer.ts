import { join } from "node:path";
import type { Logger } from "../../kit/logger";
import { writeSupergraphHeader } from "../../kit/supergraph-header";
import type { Finding } from "../findings";
import type { HubRoom } from "../model";
import { sha256 } from "../sha256";
import type { ComposeAnswer } from "./compose-job";
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
  /** Which of the members would not pass `checkOne`; many at once take little longer than one. */
  findUnfit(rooms: readonly HubRoom[], members: readonly Member[]): Promise<UnfitMember[]>;
  /** Puts members together that have each been checked. */
  merge(rooms: readonly HubRoom[], members: readonly Member[]): Promise<Merge>;
  /** Does what else is to be done with candidates' texts where it can hold nobody up. */
  inThread<Kind extends Exclude<JobKind, "compose">>(
    kind: Kind,
    job: Jobs[Kind]["job"],
  ): Promise<JobOutcome<Jobs[Kind]["answer"]>>;
  /** What has been composed so far: what tests count. */
  counts(): { readonly checks: number; readonly merges: number };
  close(): Promise<void>;
}

export interface UnfitMember {
  readonly name: string;
  readonly findings: readonly Finding[];
}

export interface ComposerOptions {
  readonly logger: Logger;
  /** A composition that takes longer is given up. */
  readonly milliseconds?: number;
  /** Of memory for what lives long, for each of the two threads. */
  readonly megabytes?: number;
}

/** Owners that are checked together. More at once cost the square of their number, fewer a start each. */
const BATCH = 16;
const REMEMBERED = 64;

/**
 * Composes in threads of their own: one for candidates, which may be hostile, and one for members that are live already,
 * so that a candidate which takes long keeps nobody from a rollback.
 */
export function createComposer({ logger, milliseconds = 60_000, megabytes = 2048 }: ComposerOptions): Composer {
  const thread = (name: string) =>
    createThread<Job, Jobs[JobKind]["answer"]>({
      module: join(__dirname, "compose-thread"),
      name,
      limits: { maxOldGenerationSizeMb: megabytes },
      jobMilliseconds: milliseconds,
      logger,
    });
  const [checking, merging] = [thread("check"), thread("merge")];
  const checked = createRecent<Promise<Composition>>(REMEMBERED);
  let [checks, merges] = [0, 0];

  async function check(rooms: readonly HubRoom[], candidates: readonly Member[]): Promise<JobOutcome<ComposeAnswer>> {
    checks += 1;
    return compose(checking, {
      services: [...rooms, ...candidates.map(toService)],
      isSatisfiabilityChecked: true,
      isApiWanted: candidates.length < 2,
    });
  }

  async function composeOne(rooms: readonly HubRoom[], candidate: Member | undefined): Promise<Composition> {
    const outcome = await check(rooms, candidate ? [candidate] : []);
    if (outcome.kind === "given-up") return { kind: "failed", findings: [tooHeavy] };
    const { answer } = outcome;
    if (answer.kind === "failed") return { kind: "failed", findings: toFindings(answer.faults, candidate?.name ?? "") };
    return { kind: "composed", supergraph: answer.supergraph, api: answer.api ?? "" };
  }

  function checkOne(rooms: readonly HubRoom[], candidate?: Member): Promise<Composition> {
    const key = sha256([hashRooms(rooms), candidate?.name ?? "", candidate?.routingUrl ?? "", candidate?.sdl ?? ""]);
    const known = checked.get(key);
    if (known) return known;
    const composing = composeOne(rooms, candidate);
    checked.set(key, composing);
    // Time and memory may be there the next time; what the thread could not do at all is not remembered either.
    const forget = () => checked.delete(key);
    composing.then((outcome) => {
      if (outcome.kind === "failed" && outcome.findings.includes(tooHeavy)) forget();
    }, forget);
    return composing;
  }

  async function findUnfitOf(rooms: readonly HubRoom[], batch: readonly Member[]): Promise<UnfitMember[]> {
    const outcome = await check(rooms, batch);
    if (outcome.kind === "answered" && outcome.answer.kind === "composed") return [];
    const unfit: UnfitMember[] = [];
    for (const member of batch) {
      const alone = await checkOne(rooms, member);
      if (alone.kind === "failed") unfit.push({ name: member.name, findings: alone.findings });
    }
    return unfit;
  }

  return {
    checkOne,
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
      const outcome = await compose(merging, {
        services: [...rooms, ...sorted.map(toService)],
        isSatisfiabilityChecked: false,
        isApiWanted: false,
      });
      if (outcome.kind === "given-up") return { kind: "failed", findings: [tooHeavy] };
      const { answer } = outcome;
      if (answer.kind === "failed") return { kind: "failed", findings: toFindings(answer.faults, "") };
      return { kind: "merged", sdl: `${writeSupergraphHeader(sorted)}${answer.supergraph.trim()}\n` };
    },
    // An answer is of the job's kind.
    inThread: <Kind extends JobKind>(kind: Kind, job: Jobs[Kind]["job"]) =>
      checking.run({ kind, ...job } as Job) as Promise<JobOutcome<Jobs[Kind]["answer"]>>,
    counts: () => ({ checks, merges }),
    async close() {
      await Promise.all([checking.close(), merging.close()]);
    },
  };
}

const compose = (thread: Thread<Job, Jobs[JobKind]["answer"]>, job: Jobs["compose"]["job"]) =>
  thread.run({ kind: "compose", ...job }) as Promise<JobOutcome<ComposeAnswer>>;

const toService = ({ name, routingUrl, sdl }: Member) => ({ name, url: routingUrl, sdl });
