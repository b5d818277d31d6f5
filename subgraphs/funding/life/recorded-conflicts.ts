import type { EntityManager } from "typeorm";
import type { Statements } from "../../../kit/connection";
import { mistake, wordsOf } from "../follow-up/mistake";
import type { BrokenRule } from "./broken-rule";
import type { Contradiction } from "./contradictions";
import { type GrantLog, readGrantLogs } from "./grant-log.repository";
import { interleave } from "./interleave";
import { AMOUNT_KIND } from "./kinds";
import type { LifeEvent } from "./life-event";
import { brokenRules } from "./rules";

/** Why what a data package delivers does not go together with what systems have recorded of one of its grants. */
export type RecordedConflict =
  /** The package no longer has the grant. */
  | { readonly kind: "GONE"; readonly grant: string }
  /** It is from another source than the one whose events and reports there are. */
  | { readonly kind: "OTHER_SOURCE"; readonly grant: string; readonly source: string }
  /** The events of both cannot all be so. */
  | ({ readonly kind: "LIFE"; readonly grant: string } & Omit<Contradiction, "event"> & {
        /** Delivered event to look at, under the package's id; null when it is none of the package's. */
        readonly event: string | null;
        /** Id of the event at which it shows, when that is one that systems have recorded. */
        readonly recordedEvent: string | null;
      });

/** A grant of a data package of which systems have recorded events or reports. */
export interface RecordedGrant {
  readonly id: string;
  readonly sourceId: string;
  readonly isWithdrawn: boolean;
}

/** The owner's grants of data packages of which systems have recorded events or reports. */
export function readRecordedGrants(manager: EntityManager, owner: string): Promise<RecordedGrant[]> {
  return manager.query<RecordedGrant[]>(
    `/* readRecordedGrants */
    SELECT g.id, g.source_id AS "sourceId", g.withdrawn_at IS NOT NULL AS "isWithdrawn" FROM funding."grant" g
    WHERE g.municipality_code = $1 AND g.origin = 'DATA_PACKAGE' AND (
      EXISTS (SELECT FROM funding.grant_event_log e
              WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id AND e.origin <> 'DATA_PACKAGE')
      OR EXISTS (SELECT FROM funding.follow_up_report r
                 WHERE r.municipality_code = g.municipality_code AND r.grant_id = g.id))
    ORDER BY g.id`,
    [owner],
  );
}

/** Which of them a delivery takes away or gives to another source. */
export function conflictsOfGrants(
  recorded: readonly RecordedGrant[],
  given: readonly { readonly id: string; readonly sourceId: string }[],
): RecordedConflict[] {
  const sources = new Map(given.map(({ id, sourceId }) => [id, sourceId]));
  return recorded.flatMap(({ id: grant, sourceId: source, isWithdrawn }): RecordedConflict[] => {
    const now = sources.get(grant);
    if (now === undefined) return isWithdrawn ? [] : [{ kind: "GONE", grant }];
    return now === source ? [] : [{ kind: "OTHER_SOURCE", grant, source }];
  });
}

/** What does not go together in the lives of those grants of which this transaction has changed what the package tells. */
export async function conflictsOfLives(
  manager: EntityManager,
  owner: string,
  recorded: readonly RecordedGrant[],
): Promise<RecordedConflict[]> {
  if (recorded.length === 0) return [];
  const touched = await manager.query<{ id: string }[]>(
    `/* findTouchedGrants */
    SELECT g.id FROM funding."grant" g
    WHERE g.municipality_code = $1 AND g.id = ANY($2) AND (g.changed_at = now() OR EXISTS (
      SELECT FROM funding.grant_event_log e WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id
        AND e.origin = 'DATA_PACKAGE' AND e.recorded_at = now()))`,
    [owner, recorded.map(({ id }) => id)],
  );
  const statements: Statements = {
    rows: (name, { text, values }) => manager.query(`/* ${name} */ ${text}`, [...values]),
  };
  const logs = await readGrantLogs(
    statements,
    owner,
    touched.map(({ id }) => id),
  );
  return logs.flatMap(conflictsOfLife);
}

function conflictsOfLife({ grant, log }: GrantLog): RecordedConflict[] {
  if (log.every(({ origin }) => origin === "DATA_PACKAGE")) return [];
  const life = interleave(log);
  const statedIds = new Map(log.map(({ id, statedId }) => [id, statedId]));
  const seen = new Set<string>();
  return brokenRules(grant, life).flatMap((broken): RecordedConflict[] => {
    const event = statedIds.get(toldBefore(broken, life)?.id ?? "") ?? null;
    const key = `${broken.code} ${event}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const found = mistake(broken.code, { record: broken.event }, broken.values);
    const recordedEvent = statedIds.get(broken.event) === null ? broken.event : null;
    return [
      {
        ...{ kind: "LIFE", grant: grant.id, event, recordedEvent, part: broken.part },
        ...{ message: wordsOf(found, "message", "EN"), remedy: wordsOf(found, "remedy", "EN") },
      },
    ];
  });
}

/**
 * The delivered event to look at: the one at which a rule is broken; or the last before it whose amount is of the same kind, as
 * a payment that both sides tell of; or else the last before it.
 */
function toldBefore({ event }: BrokenRule, life: readonly LifeEvent[]): LifeEvent | undefined {
  const at = life.findIndex(({ id }) => id === event);
  const told = life.slice(0, at + 1).filter(({ origin }) => origin === "DATA_PACKAGE");
  const amountKind = AMOUNT_KIND[life[at]?.kind ?? ""];
  return told.findLast(({ kind }) => amountKind !== undefined && AMOUNT_KIND[kind] === amountKind) ?? told.at(-1);
}
