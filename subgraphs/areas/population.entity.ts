import { EntitySchema } from "typeorm";
import { column, type Provenance, primary, provenanceColumns } from "../../kit/record";

export interface PopulationRow extends Provenance {
  readonly municipalityCode: string;
  readonly year: number;
  readonly value: number;
}

export const populationEntity = new EntitySchema<PopulationRow>({
  name: "Population",
  tableName: "population",
  schema: "areas",
  columns: {
    municipalityCode: primary("municipality_code"),
    year: primary("year", "int4"),
    value: column("value", "int4"),
    ...provenanceColumns,
  },
});
