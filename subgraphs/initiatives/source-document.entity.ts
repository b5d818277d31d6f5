import { EntitySchema } from "typeorm";
import { type FuzzyDateValue, nullable, type OwnedRecord, ownedColumns, text, texts } from "../../kit/record";

export interface SourceDocumentRow extends OwnedRecord {
  readonly title: string;
  readonly publisherId: string | null;
  readonly kind: string;
  readonly publishedOn: FuzzyDateValue | null;
  readonly modifiedOn: FuzzyDateValue | null;
  readonly url: string | null;
  readonly registrationNumbers: readonly string[];
}

export const sourceDocumentEntity = new EntitySchema<SourceDocumentRow>({
  name: "SourceDocument",
  tableName: "source_document",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    title: text("title"),
    publisherId: nullable("publisher_id"),
    kind: text("kind"),
    publishedOn: nullable("published_on", "jsonb"),
    modifiedOn: nullable("modified_on", "jsonb"),
    url: nullable("url"),
    registrationNumbers: texts("registration_numbers"),
  },
});
