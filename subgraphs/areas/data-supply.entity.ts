import { EntitySchema } from "typeorm";
import { column, nullable, primary, text } from "../../kit/record";

/** What an owner delivered through a door: written by the import itself, one row per owner, door and name. */
export interface DataSupplyRow {
  readonly municipalityCode: string;
  readonly door: "DATA_PACKAGE" | "FEED" | "SUBGRAPH";
  readonly name: string;
  readonly version: string | null;
  readonly fingerprint: string;
  readonly result: "ACCEPTED" | "REFUSED";
  readonly recordCount: number;
  readonly withdrawnAt: Date | null;
  readonly changedAt: Date;
}

export const dataSupplyEntity = new EntitySchema<DataSupplyRow>({
  name: "DataSupply",
  tableName: "data_supply",
  schema: "areas",
  columns: {
    municipalityCode: primary("municipality_code"),
    door: primary("door"),
    name: primary("name"),
    version: nullable("version"),
    fingerprint: text("fingerprint"),
    result: text("result"),
    recordCount: column("record_count", "int4"),
    withdrawnAt: nullable("withdrawn_at", "timestamptz"),
    changedAt: column("changed_at", "timestamptz"),
  },
});
