import { EntitySchema } from "typeorm";
import { type CertaintyValue, nullable, type OwnedRecord, ownedColumns, text } from "../../kit/record";

/** A grant; its state and sums follow from its events and are stored nowhere. */
export interface GrantRow extends OwnedRecord {
  readonly name: string;
  readonly sourceId: string;
  readonly programmeId: string | null;
  readonly programmeCertainty: CertaintyValue | null;
  readonly recipientId: string;
  readonly initiativeId: string | null;
  /** RECORDED when it was registered through the graph; no data package touches it then. */
  readonly origin: "DATA_PACKAGE" | "RECORDED";
}

export const grantEntity = new EntitySchema<GrantRow>({
  name: "Grant",
  tableName: "grant",
  schema: "funding",
  columns: {
    ...ownedColumns,
    name: text("name"),
    sourceId: text("source_id"),
    programmeId: nullable("programme_id"),
    programmeCertainty: nullable("programme_certainty"),
    recipientId: text("recipient_id"),
    initiativeId: nullable("initiative_id"),
    origin: text("origin"),
  },
});
