import type { Statements } from "../../../kit/connection";
import type { SourceValue } from "../../../kit/record";
import { swedishDay } from "../../../kit/swedish-day";
import { type Mistake, mistake } from "../follow-up/mistake";
import { blamed, type TakenIn } from "./blame";
import type { BrokenRule } from "./broken-rule";
import { correctionMistakes } from "./check-correction";
import {
  addToLog,
  findGrantLog,
  findLoggedGrant,
  type LoggedGrant,
  lockGrantLog,
  type NewEntry,
} from "./grant-log.repository";
import { AMOUNT_KIND, REPORTERS_KINDS, TOTAL_COST_KIND } from "./kinds";
import { Places } from "./position";
import { brokenRules } from "./rules";

/** An event to add to a grant's log. */
export interface NewEvent {
  /** Place in the input that mistakes name, such as events[2]. */
  readonly place: string;
  readonly kind: string;
  /** A day, such as 2026-01-31. */
  readonly date: string;
  /** Kronor as exact decimal text; it is left out where the kind of event has no amount. */
  readonly value: string | null;
  /** Year that the amount is for; null for that of the day, and of a report for none. */
  readonly year: number | null;
  readonly totalCost: string | null;
  readonly registrationNumber: string | null;
  readonly note: string | null;
  readonly sources: readonly SourceValue[];
  readonly correctsId: string | null;
  readonly isRetraction: boolean;
  readonly reportId: string | null;
  readonly reportVersion: number | null;
}

export interface AppendTo {
  readonly grantId: string;
  /** Mistakes in an event that comes with a report name the event's place alone, and not a part of it. */
  readonly origin: "RECORDED" | "REPORT";
  /** Municipality code or funding source that tells of it. */
  readonly by: string;
  /** Funding source that the caller says the grant is from; it is not checked without. */
  readonly sourceId?: string;
  /** How long the caller believes the log to be; null when it does not matter. */
  readonly expectedRevision: number | null;
}

const FIRST_DAY = "1990-01-01";

/** Entries of one party in a grant's log: far more than there are of a grant that is followed up by month. */
const MOST_ENTRIES = 5000;

export interface Appended {
  /** Of the new events, in their order; empty when there are mistakes. */
  readonly ids: readonly string[];
  readonly mistakes: readonly Mistake[];
}

/**
 * Adds events to a grant's log, each at its place in the grant's life. The rules judge the life that comes of all of them, so
 * events of one request may make up for each other. Others who write to the grant wait until the transaction ends, unless the
 * request is wrong without the log being read: nobody waits for that.
 * @param ownMistakes what was found wrong in the events by themselves
 * @returns the new events' ids, or all mistakes and nothing written
 */
export async function appendEvents(
  statements: Statements,
  to: AppendTo,
  events: readonly NewEvent[],
  ownMistakes: readonly Mistake[] = [],
): Promise<Appended> {
  const seen = await findLoggedGrant(statements, to.grantId);
  const known = [...ownMistakes, ...mistakesWithoutLog(seen, to, events)];
  const isWrong = known.length > 0;
  if (isWrong && !(seen && isParty(seen, to.by))) return refused(known);
  // Nothing will be written of a request with a mistake: what else is wrong with it is looked for without holding the grant.
  const found = await (isWrong ? findGrantLog : lockGrantLog)(statements, to.grantId);
  // A delivery may have changed the grant meanwhile.
  const since = isWrong ? [] : mistakesWithoutLog(found?.grant ?? null, to, events);
  if (!found || since.length > 0) return refused([...known, ...since]);
  const { grant } = found;
  const refusals = [...known, ...revisionMistakes(found.log.length, to)];

  const log: NewEntry[] = [...found.log];
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const correctedBy = new Map(log.flatMap(({ id, correctsId }) => (correctsId === null ? [] : [[correctsId, id]])));
  const mistakes = [...refusals];
  const count = log.filter(({ recordedBy }) => recordedBy === to.by).length;
  if (count + events.length > MOST_ENTRIES) {
    // Nothing more is looked at: the rules read the whole log.
    const at = { field: "events", record: to.grantId };
    return refused([...mistakes, mistake("LOG_FULL", at, { count, by: to.by, most: MOST_ENTRIES })]);
  }
  const places = new Places(log);
  const taken: TakenIn[] = [];
  const mistakesOf = new Map<NewEvent, Mistake[]>();
  for (const event of events) {
    const own = correctionMistakes(event, to, byId, correctedBy);
    mistakesOf.set(event, own);
    // What may not be said at all changes nothing; the rest is judged without it.
    if (own.length > 0 || actMistakes(event, grant, to).length > 0) continue;
    const entry = entryOf(event, grant, to, { number: log.length + 1, position: places.of(event, to.origin) });
    log.push(entry);
    places.add(entry);
    byId.set(entry.id, entry);
    if (entry.correctsId !== null) correctedBy.set(entry.correctsId, entry.id);
    taken.push({ event, entry });
  }
  for (const broken of newlyBroken(grant, found.log, log)) {
    const by = blamed(broken, taken, byId.get(broken.event));
    if (by) mistakesOf.get(by.event)?.push(mistakeOf(broken, by, to));
  }
  mistakes.push(...[...mistakesOf.values()].flat());
  if (mistakes.length > 0) return refused(mistakes);
  const added = log.slice(found.log.length);
  await addToLog(statements, added);
  return { ids: added.map(({ id }) => id), mistakes: [] };
}

const refused = (mistakes: readonly Mistake[]): Appended => ({ ids: [], mistakes });

const isParty = ({ municipalityCode, sourceId }: LoggedGrant, by: string) => by === municipalityCode || by === sourceId;

function mistakesWithoutLog(grant: LoggedGrant | null, to: AppendTo, events: readonly NewEvent[]): Mistake[] {
  if (!grant) return [mistake("GRANT_UNKNOWN", { field: "grant", record: to.grantId }, { grant: to.grantId })];
  const mistakes = grantMistakes(grant, to);
  // Who has nothing to do with the grant is told nothing of its events.
  return isParty(grant, to.by) ? [...mistakes, ...events.flatMap((event) => actMistakes(event, grant, to))] : mistakes;
}

function grantMistakes(grant: LoggedGrant, to: AppendTo): Mistake[] {
  const { sourceId: given, by } = to;
  const record = grant.id;
  const mistakes: Mistake[] = [];
  if (!isParty(grant, by)) mistakes.push(mistake("NOT_YOUR_GRANT", { field: "grant", record }, { by }));
  if (grant.isWithdrawn) mistakes.push(mistake("GRANT_WITHDRAWN", { field: "grant", record }));
  if (given !== undefined && given !== grant.sourceId) {
    mistakes.push(mistake("SOURCE_NOT_OF_GRANT", { field: "source", record }, { given, source: grant.sourceId }));
  }
  return mistakes;
}

function revisionMistakes(revision: number, { grantId: record, expectedRevision: given }: AppendTo): Mistake[] {
  if (given === null || given === revision) return [];
  return [mistake("STALE_REVISION", { field: "expectedRevision", record }, { revision, given })];
}

/** Each party tells of its own acts, when they are done. A day that cannot be says nothing of the place in the life. */
function actMistakes({ kind, date, place }: NewEvent, { municipalityCode }: LoggedGrant, to: AppendTo): Mistake[] {
  const isReporter = to.by === municipalityCode;
  const today = swedishDay();
  const at = (part: string) => ({ field: to.origin === "REPORT" ? place : `${place}.${part}`, record: to.grantId });
  return [
    ...(REPORTERS_KINDS.has(kind) === isReporter ? [] : [mistake("NOT_YOUR_EVENT", at("kind"), { kind, by: to.by })]),
    ...(date > today ? [mistake("DATE_IN_FUTURE", at("date"), { date })] : []),
    ...(date < FIRST_DAY ? [mistake("DATE_TOO_EARLY", at("date"), { date, first: FIRST_DAY })] : []),
  ];
}

function entryOf(
  event: NewEvent,
  grant: LoggedGrant,
  to: AppendTo,
  { number, position }: Pick<NewEntry, "number" | "position">,
): NewEntry {
  const { kind, date, note, isRetraction } = event;
  const isOfReport = to.origin === "REPORT";
  const value = isRetraction || AMOUNT_KIND[kind] === undefined ? null : event.value;
  // The day on which a report comes says nothing of the year that its amounts are for.
  const yearOfDay = value === null || isOfReport ? null : Number(date.slice(0, 4));
  const year = isRetraction ? null : (event.year ?? yearOfDay);
  return {
    municipalityCode: grant.municipalityCode,
    id: `${grant.id}~e${number}`,
    grantId: grant.id,
    number,
    position,
    kind,
    date: { value: date, precision: "DAY", certainty: "STATED" },
    value,
    year,
    yearCertainty: year === null ? null : event.year === null || isOfReport ? "DERIVED" : "STATED",
    certainty: value === null ? null : "STATED",
    precision: value === null ? null : "EXACT",
    asPrinted: null,
    totalCost: isRetraction || TOTAL_COST_KIND[kind] === undefined ? null : event.totalCost,
    actorId: REPORTERS_KINDS.has(kind) ? grant.recipientId : grant.sourceOrganisationId,
    registrationNumber: event.registrationNumber,
    note: note === null ? null : { sv: note, en: null },
    sources: event.sources,
    qualityNotes: [],
    statedId: null,
    origin: to.origin,
    recordedBy: to.by,
    correctsId: event.correctsId,
    isRetraction,
    reportId: event.reportId,
    reportVersion: event.reportVersion,
  };
}

const keyOf = ({ code, event }: BrokenRule) => `${code} ${event}`;

/** Rules that the log keeps no longer with what has been added to it. */
function newlyBroken(grant: LoggedGrant, before: readonly NewEntry[], log: readonly NewEntry[]): BrokenRule[] {
  const broken = brokenRules(grant, log);
  if (broken.length === 0) return [];
  const known = new Set(brokenRules(grant, before).map(keyOf));
  return broken.filter((rule) => !known.has(keyOf(rule)));
}

function mistakeOf(broken: BrokenRule, { event, entry }: TakenIn, to: AppendTo): Mistake {
  const isOwn = broken.event === entry.id;
  const field = isOwn && to.origin !== "REPORT" ? `${event.place}.${broken.part}` : event.place;
  return mistake(broken.code, { field, record: isOwn ? to.grantId : broken.event }, broken.values);
}
