import { type Mistake, mistake } from "../follow-up/mistake";
import type { AppendTo, NewEvent } from "./append-events";
import type { NewEntry } from "./grant-log.repository";

type Logged = Pick<NewEntry, "id" | "kind" | "origin" | "recordedBy" | "isRetraction">;

/**
 * What is wrong with what an event corrects or takes back.
 * @param correctedBy ids of the events that corrected others, by the others' ids
 */
export function correctionMistakes(
  event: NewEvent,
  to: AppendTo,
  logged: ReadonlyMap<string, Logged>,
  correctedBy: ReadonlyMap<string, string>,
): Mistake[] {
  const { correctsId: corrects, isRetraction, place } = event;
  if (corrects === null) {
    return isRetraction ? [mistake("RETRACTION_WITHOUT_EVENT", { field: `${place}.isRetraction` })] : [];
  }
  const at = { field: to.origin === "REPORT" ? place : `${place}.corrects`, record: corrects };
  const before = logged.get(corrects);
  if (!before) return [mistake("CORRECTED_UNKNOWN", at, { corrects })];
  if (before.origin === "DATA_PACKAGE") return [mistake("CORRECTED_DELIVERED", at, { corrects })];
  const { recordedBy, kind } = before;
  const by = before.isRetraction ? corrects : correctedBy.get(corrects);
  return [
    ...(recordedBy === to.by ? [] : [mistake("CORRECTED_NOT_YOURS", at, { corrects, recordedBy })]),
    ...(before.origin === "REPORT" && to.origin !== "REPORT" ? [mistake("CORRECTED_REPORT", at, { corrects })] : []),
    ...(kind === event.kind ? [] : [mistake("CORRECTED_OTHER_KIND", at, { corrects, kind })]),
    ...(by === undefined ? [] : [mistake("CORRECTED_BEFORE", at, { corrects, by })]),
  ];
}
