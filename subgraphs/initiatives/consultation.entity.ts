import { EntitySchema } from "typeorm";
import {
  column,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type PeriodValue,
  type QuantityValue,
  type SourceValue,
  type TextValue,
  text,
} from "../../kit/record";

export interface FunnelStageValue {
  readonly label: TextValue;
  readonly quantity: QuantityValue;
  readonly sources: readonly SourceValue[];
}

export interface ConsultationRow extends OwnedRecord {
  readonly name: string;
  readonly description: TextValue | null;
  readonly period: PeriodValue | null;
  readonly stages: readonly FunnelStageValue[];
  readonly initiativeId: string | null;
  readonly programmeId: string | null;
}

export const consultationEntity = new EntitySchema<ConsultationRow>({
  name: "Consultation",
  tableName: "consultation",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    name: text("name"),
    description: nullable("description", "jsonb"),
    period: nullable("period", "jsonb"),
    stages: column("stages", "jsonb"),
    initiativeId: nullable("initiative_id"),
    programmeId: nullable("programme_id"),
  },
});
