import { EntitySchema } from "typeorm";
import { nullable, type OwnedRecord, ownedColumns, type TextValue, text } from "../../kit/record";
import { type MoneyColumns, moneyColumns } from "./money";

/** An amount said of an initiative itself, such as its estimated total cost. */
export interface InitiativeAmountRow extends OwnedRecord, MoneyColumns {
  readonly initiativeId: string;
  readonly note: TextValue | null;
}

export const initiativeAmountEntity = new EntitySchema<InitiativeAmountRow>({
  name: "InitiativeAmount",
  tableName: "initiative_amount",
  schema: "funding",
  columns: { ...ownedColumns, ...moneyColumns, initiativeId: text("initiative_id"), note: nullable("note", "jsonb") },
});
