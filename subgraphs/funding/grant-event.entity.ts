import { EntitySchema } from "typeorm";
import {
  column,
  type FuzzyDateValue,
  nullable,
  primary,
  type QualityNoteValue,
  type SourceValue,
  type TextValue,
  text,
} from "../../kit/record";
import { type MoneyColumns, moneyColumns } from "./money";

/** An entry of a grant's log; it is written once and never changed. */
export interface GrantEventEntry extends Omit<MoneyColumns, "kind"> {
  readonly municipalityCode: string;
  readonly id: string;
  readonly grantId: string;
  /** Order in the grant's life, with a fraction for what was told late; a correction has that of what it corrects. */
  readonly position: number;
  /** Order in the grant's log, from 1 and without gaps. */
  readonly number: number;
  readonly kind: string;
  readonly date: FuzzyDateValue | null;
  /** Kronor as exact decimal text. */
  readonly totalCost: string | null;
  readonly actorId: string | null;
  readonly registrationNumber: string | null;
  readonly note: TextValue | null;
  readonly sources: readonly SourceValue[];
  readonly qualityNotes: readonly QualityNoteValue[];
  /** Id that a data package has it under, the same for every version of it. */
  readonly statedId: string | null;
  readonly origin: "DATA_PACKAGE" | "RECORDED" | "REPORT";
  /** Municipality code or funding source that told of it. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly correctsId: string | null;
  readonly isRetraction: boolean;
  readonly reportId: string | null;
  readonly reportVersion: number | null;
}

/** An entry with what later ones made of it. */
export interface GrantEventRow extends GrantEventEntry {
  readonly correctedById: string | null;
}

/** Whether it counts: neither corrected nor taken back nor taking back. */
export const stands = ({ correctedById, isRetraction }: GrantEventRow) => correctedById === null && !isRetraction;

export const grantEventEntity = new EntitySchema<GrantEventEntry>({
  name: "GrantEvent",
  tableName: "grant_event_log",
  schema: "funding",
  columns: {
    ...moneyColumns,
    municipalityCode: primary("municipality_code"),
    id: primary("id"),
    grantId: text("grant_id"),
    position: column("position", "float8"),
    number: column("number", "int4"),
    kind: text("kind"),
    date: nullable("date", "jsonb"),
    totalCost: { ...nullable("total_cost", "numeric"), precision: 16, scale: 2 },
    actorId: nullable("actor_id"),
    registrationNumber: nullable("registration_number"),
    note: nullable("note", "jsonb"),
    sources: column("sources", "jsonb"),
    qualityNotes: column("quality_notes", "jsonb"),
    statedId: nullable("stated_id"),
    origin: text("origin"),
    recordedBy: text("recorded_by"),
    recordedAt: column("recorded_at", "timestamptz"),
    correctsId: nullable("corrects_id"),
    isRetraction: column("is_retraction", "bool"),
    reportId: nullable("report_id"),
    reportVersion: nullable("report_version", "int4"),
  },
});
