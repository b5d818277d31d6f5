import { EntitySchema } from "typeorm";
import { nullable, type Provenance, primary, provenanceColumns, text } from "../../kit/record";

export interface MunicipalityRow extends Provenance {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly countyCode: string;
  readonly organisationNumber: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export const municipalityEntity = new EntitySchema<MunicipalityRow>({
  name: "Municipality",
  tableName: "municipality",
  schema: "areas",
  columns: {
    code: primary("code"),
    name: text("name"),
    slug: text("slug"),
    countyCode: text("county_code"),
    organisationNumber: nullable("organisation_number"),
    latitude: nullable("latitude", "float8"),
    longitude: nullable("longitude", "float8"),
    ...provenanceColumns,
  },
});
