import { EntitySchema } from "typeorm";
import { column, nullable, type OwnedRecord, ownedColumns, type SourceValue, text, texts } from "../../kit/record";
import { type MoneyColumns, moneyColumns } from "./money";

/** A source's share that a document states; shares that nobody states are not stored. */
export interface StatedShareValue {
  readonly sourceId: string;
  readonly value: string | null;
  readonly share: number | null;
  readonly sources: readonly SourceValue[];
}

export interface AllocationRow extends OwnedRecord, MoneyColumns {
  readonly initiativeId: string;
  readonly potId: string | null;
  readonly grantId: string | null;
  /** Told when neither pot nor grant tells it. */
  readonly sourceId: string | null;
  readonly responsibleIds: readonly string[];
  readonly statedShares: readonly StatedShareValue[];
}

export const allocationEntity = new EntitySchema<AllocationRow>({
  name: "Allocation",
  tableName: "allocation",
  schema: "funding",
  columns: {
    ...ownedColumns,
    ...moneyColumns,
    initiativeId: text("initiative_id"),
    potId: nullable("pot_id"),
    grantId: nullable("grant_id"),
    sourceId: nullable("source_id"),
    responsibleIds: texts("responsible_ids"),
    statedShares: column("stated_shares", "jsonb"),
  },
});
