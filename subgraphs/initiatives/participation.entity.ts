import { EntitySchema } from "typeorm";
import {
  type CertaintyValue,
  nullable,
  type Provenance,
  primary,
  provenanceColumns,
  type TextValue,
  text,
} from "../../kit/record";

/** An organisation's role; either initiativeId or programmeId is the empty string, since both are part of the key. */
export interface ParticipationRow extends Provenance {
  readonly municipalityCode: string;
  readonly initiativeId: string;
  readonly programmeId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly certainty: CertaintyValue;
  readonly note: TextValue | null;
}

export const participationEntity = new EntitySchema<ParticipationRow>({
  name: "Participation",
  tableName: "participation",
  schema: "initiatives",
  columns: {
    municipalityCode: primary("municipality_code"),
    initiativeId: primary("initiative_id"),
    programmeId: primary("programme_id"),
    organisationId: primary("organisation_id"),
    role: primary("role"),
    certainty: text("certainty"),
    note: nullable("note", "jsonb"),
    ...provenanceColumns,
  },
});
