import { EntitySchema } from "typeorm";
import {
  column,
  type FuzzyDateValue,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type TextValue,
  text,
} from "../../kit/record";
import { type MoneyColumns, moneyColumns } from "./money";

export interface GrantEventRow extends OwnedRecord, Omit<MoneyColumns, "kind"> {
  readonly grantId: string;
  readonly position: number;
  readonly kind: string;
  readonly date: FuzzyDateValue | null;
  readonly actorId: string | null;
  readonly note: TextValue | null;
}

export const grantEventEntity = new EntitySchema<GrantEventRow>({
  name: "GrantEvent",
  tableName: "grant_event",
  schema: "funding",
  columns: {
    ...ownedColumns,
    ...moneyColumns,
    kind: text("kind"),
    grantId: text("grant_id"),
    position: column("position", "int4"),
    date: nullable("date", "jsonb"),
    actorId: nullable("actor_id"),
    note: nullable("note", "jsonb"),
  },
});
