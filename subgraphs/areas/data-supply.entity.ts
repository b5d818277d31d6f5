import { EntitySchema } from "typeorm";
import { column, nullable, primary, text } from "../../kit/record";

export type SupplyDoor = "DATA_PACKAGE" | "FEED" | "SUBGRAPH";

/** What was last accepted from an owner through a door: written by the import itself, one row per owner, door and name. */
export interface AcceptedSupplyRow {
  readonly municipalityCode: string;
  readonly door: SupplyDoor;
  readonly name: string;
  readonly version: string | null;
  readonly fingerprint: string;
  readonly recordCount: number;
  readonly withdrawnAt: Date | null;
  readonly changedAt: Date;
}

/** With how the latest attempt went, which leaves the accepted content and its `changedAt` alone. */
export interface DataSupplyRow extends AcceptedSupplyRow {
  /** Whether it came with the hub; a seed gives way to what an owner delivers itself. */
  readonly isSeed: boolean;
  readonly result: "ACCEPTED" | "REFUSED";
  readonly attemptedAt: Date;
}

const table = { name: "DataSupply", tableName: "data_supply", schema: "areas" };

const acceptedColumns = {
  municipalityCode: primary("municipality_code"),
  door: primary("door"),
  name: primary("name"),
  version: nullable("version"),
  fingerprint: text("fingerprint"),
  recordCount: column("record_count", "int4"),
  withdrawnAt: nullable("withdrawn_at", "timestamptz"),
  changedAt: column("changed_at", "timestamptz"),
};

/** The part of the row that an import replaces. */
export const acceptedSupplyEntity = new EntitySchema<AcceptedSupplyRow>({ ...table, columns: acceptedColumns });

export const dataSupplyEntity = new EntitySchema<DataSupplyRow>({
  ...table,
  columns: {
    ...acceptedColumns,
    isSeed: column("is_seed", "bool"),
    result: text("result"),
    attemptedAt: column("attempted_at", "timestamptz"),
  },
});
