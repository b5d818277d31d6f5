import type { ShownChange } from "../changes/change";
import type { ChangeKind, ChangeResolvers } from "../generated/types";

/** A reference to the record, of a change of its kind. */
const recordOf =
  (kind: ChangeKind) =>
  (change: ShownChange): { id: string } | null =>
    change.kind === kind ? { id: change.recordId } : null;

export const change: ChangeResolvers = {
  owner: ({ municipalityCode }) => municipalityCode,
  kind: ({ kind }) => kind as ChangeKind,
  area: recordOf("AREA"),
  organisation: recordOf("ORGANISATION"),
  programme: recordOf("PROGRAMME"),
  initiative: recordOf("INITIATIVE"),
  grant: ({ kind, recordId, parentId }) => {
    if (kind === "GRANT") return { id: recordId };
    return kind === "GRANT_EVENT" && parentId !== null ? { id: parentId } : null;
  },
  pot: recordOf("POT"),
  allocation: recordOf("ALLOCATION"),
  report: ({ kind, recordId, isWhole }) => (kind === "FOLLOW_UP_REPORT" ? { id: recordId, isWhole } : null),
};
