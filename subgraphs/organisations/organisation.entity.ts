import { EntitySchema } from "typeorm";
import { column, nullable, type OwnedRecord, ownedColumns, type TextValue, text, texts } from "../../kit/record";

export interface ContactValue {
  readonly role: TextValue;
  readonly address: string | null;
}

export interface OrganisationRow extends OwnedRecord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly legalForm: string | null;
  readonly organisationNumber: string | null;
  readonly parentId: string | null;
  readonly description: TextValue | null;
  readonly contacts: readonly ContactValue[];
}

export const organisationEntity = new EntitySchema<OrganisationRow>({
  name: "Organisation",
  tableName: "organisation",
  schema: "organisations",
  columns: {
    ...ownedColumns,
    name: text("name"),
    aliases: texts("aliases"),
    kind: text("kind"),
    legalForm: nullable("legal_form"),
    organisationNumber: nullable("organisation_number"),
    parentId: nullable("parent_id"),
    description: nullable("description", "jsonb"),
    contacts: column("contacts", "jsonb"),
  },
});
