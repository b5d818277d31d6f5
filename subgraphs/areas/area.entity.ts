import { EntitySchema } from "typeorm";
import {
  column,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type QuantityValue,
  type TextValue,
  text,
  texts,
} from "../../kit/record";

export interface RegsoCodeValue {
  readonly code: string;
  readonly version: string;
}

export interface AreaTypeValue {
  readonly regso: RegsoCodeValue;
  readonly type: number;
  readonly year: number;
}

export interface AreaRow extends OwnedRecord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly parentId: string | null;
  readonly isPriority: boolean;
  readonly goal: TextValue | null;
  readonly description: TextValue | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly regsoCodes: readonly RegsoCodeValue[];
  readonly areaTypes: readonly AreaTypeValue[];
  readonly populationStatement: QuantityValue | null;
  readonly leadOrganisationIds: readonly string[];
}

export const areaEntity = new EntitySchema<AreaRow>({
  name: "Area",
  tableName: "area",
  schema: "areas",
  columns: {
    ...ownedColumns,
    name: text("name"),
    aliases: texts("aliases"),
    kind: text("kind"),
    parentId: nullable("parent_id"),
    isPriority: column("is_priority", "bool"),
    goal: nullable("goal", "jsonb"),
    description: nullable("description", "jsonb"),
    latitude: nullable("latitude", "float8"),
    longitude: nullable("longitude", "float8"),
    regsoCodes: column("regso_codes", "jsonb"),
    areaTypes: column("area_types", "jsonb"),
    populationStatement: nullable("population_statement", "jsonb"),
    leadOrganisationIds: texts("lead_organisation_ids"),
  },
});
