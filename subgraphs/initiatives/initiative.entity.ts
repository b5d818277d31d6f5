import { EntitySchema } from "typeorm";
import {
  type CertaintyValue,
  column,
  type FuzzyDateValue,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type PeriodValue,
  type SourceValue,
  type TextValue,
  text,
  texts,
} from "../../kit/record";

export interface StatusObservationValue {
  readonly status: string;
  readonly date: FuzzyDateValue | null;
  readonly certainty: CertaintyValue;
  readonly note: TextValue | null;
  readonly sources: readonly SourceValue[];
}

export interface ClassificationValue {
  readonly classifiedBy: string;
  readonly classifiedOn: string;
  readonly certainty: CertaintyValue;
  readonly cofog: readonly string[];
  readonly sdgTargets: readonly string[];
}

export interface InitiativeRow extends OwnedRecord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: TextValue | null;
  readonly programmeId: string | null;
  readonly status: string;
  readonly statusHistory: readonly StatusObservationValue[];
  readonly isPilot: boolean;
  readonly isReserve: boolean;
  readonly plannedPeriod: PeriodValue | null;
  readonly actualPeriod: PeriodValue | null;
  /** First and last year that a known period touches: what the year filter and order read. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly strategyArea: string | null;
  readonly themes: readonly string[];
  readonly targetGroups: readonly string[];
  readonly instrument: string | null;
  readonly classification: ClassificationValue | null;
  readonly areaIds: readonly string[];
  readonly areaStatement: TextValue | null;
  /** Whether the delivery held any amount for it; money itself lives in the funding room. */
  readonly hasAmount: boolean;
}

export const initiativeEntity = new EntitySchema<InitiativeRow>({
  name: "Initiative",
  tableName: "initiative",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    name: text("name"),
    aliases: texts("aliases"),
    description: nullable("description", "jsonb"),
    programmeId: nullable("programme_id"),
    status: text("status"),
    statusHistory: column("status_history", "jsonb"),
    isPilot: column("is_pilot", "bool"),
    isReserve: column("is_reserve", "bool"),
    plannedPeriod: nullable("planned_period", "jsonb"),
    actualPeriod: nullable("actual_period", "jsonb"),
    firstYear: nullable("first_year", "int4"),
    lastYear: nullable("last_year", "int4"),
    strategyArea: nullable("strategy_area"),
    themes: texts("themes"),
    targetGroups: texts("target_groups"),
    instrument: nullable("instrument"),
    classification: nullable("classification", "jsonb"),
    areaIds: texts("area_ids"),
    areaStatement: nullable("area_statement", "jsonb"),
    hasAmount: column("has_amount", "bool"),
  },
});
