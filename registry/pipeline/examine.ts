import { type DocumentNode, print } from "graphql";
import { notToldYet } from "../checks/not-told-yet";
import type { Composition } from "../composition/composer";
import type { Member } from "../composition/member";
import { tooHeavy } from "../composition/to-findings";
import type { Finding } from "../findings";
import type { Owner } from "../model";
import type { SchemaChange, Trial } from "../outcomes";
import { readOwners } from "../store/owners";
import { readVersion } from "../store/versions";
import type { Context } from "./context";

/** What can be said of a submission whatever is live meanwhile. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** Absent when the text is no schema. */
  readonly composition?: Composition;
}

export const isError = ({ severity }: Finding) => severity === "ERROR";

export const toMember = (
  { name, prefix, municipality }: Owner,
  // What is only tried may have none; what it would change for clients is the same.
  { sdl, routingUrl = "" }: Pick<Trial, "sdl" | "routingUrl">,
): Member => ({
  name,
  prefix,
  municipality,
  sdl,
  routingUrl,
});

/** Runs every check that can run, so that somebody new meets all mistakes at once. */
export async function examine(context: Context, owner: Owner, submission: Trial): Promise<Examination> {
  const { checks, composer, connection, rooms } = context;
  const { sdl, routingUrl } = submission;
  const reading = checks.readSubgraph(sdl);
  const ofUrl = routingUrl === undefined ? [] : checks.checkRoutingUrl(routingUrl, owner);
  const { document } = reading;
  if (!document) return { findings: [...reading.findings, ...ofUrl] };
  const callable = ofUrl.some(isError) ? undefined : routingUrl;
  const owners = await readOwners(connection);
  const [ofPolicy, composition, ofProbe] = await Promise.all([
    checks.checkPolicy({ owner, owners, sdl }),
    composer.checkOne(rooms, toMember(owner, submission)),
    callable === undefined ? [] : checks.probe({ owner, sdl, document, routingUrl: callable }),
  ]);
  const ofComposition =
    composition.kind === "failed"
      ? composition.findings
      : await checks.checkReach({ roomsApi: (await composeRooms(context)).api, api: composition.api, owner });
  const ofText = [...reading.findings, ...ofPolicy];
  const findings = [...ofText, ...notToldYet(ofComposition, ofText), ...ofUrl, ...notToldYet(ofProbe, ofText)];
  return { findings, composition };
}

/**
 * What the submission would change for clients.
 * @param base number of the version that is live, or that comes back; undefined when there is none
 */
export async function judge(
  context: Context,
  owner: Owner,
  submission: Pick<Trial, "force">,
  { composition }: Examination,
  base: number | undefined,
): Promise<{ readonly findings: readonly Finding[]; readonly changes: readonly SchemaChange[] }> {
  if (composition?.kind !== "composed") return { findings: [], changes: [] };
  const before = (await composeBase(context, owner, base)) ?? (await composeRooms(context));
  const force = submission.force ?? false;
  return context.checks.judgeChanges({ before: before.api, after: composition.api, owner, force });
}

type Composed = Extract<Composition, { kind: "composed" }>;

/** @throws when they do not compose, which is seen to before anything is live */
async function composeRooms({ composer, rooms }: Context): Promise<Composed> {
  const composition = await composer.checkMember(rooms);
  if (composition.kind === "failed") throw new Error(`The rooms do not compose: ${composition.findings[0]?.message}`);
  return composition;
}

async function composeBase(
  { connection, composer, rooms }: Context,
  owner: Owner,
  base: number | undefined,
): Promise<Composed | undefined> {
  const version = base === undefined ? undefined : await readVersion(connection, owner.name, base);
  if (!version) return undefined;
  const composition = await composer.checkMember(rooms, toMember(owner, version));
  // Compared with nothing, whatever breaks would pass.
  if (composition.kind === "failed" && composition.findings.includes(tooHeavy)) {
    throw new Error(`Version ${base} of ${owner.name}, which was accepted, takes too much to compose`);
  }
  return composition.kind === "composed" ? composition : undefined;
}

/** The same schema in other white space or with other comments is the same. */
export const normalise = (document: DocumentNode) => print(document);
