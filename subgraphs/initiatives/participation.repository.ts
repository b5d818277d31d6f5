import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { type List, plain } from "../../kit/pagination";
import { ownerOf } from "../../kit/record";
import { raw, sql } from "../../kit/sql";
import { type ParticipationRow, participationEntity } from "./participation.entity";

const columns = columnsOf(participationEntity, "r");
const current = sql`r.withdrawn_at IS NULL`;

export function createParticipationRepository(reader: Reader) {
  const findBy = (name: string, column: "initiative_id" | "programme_id", ids: readonly string[]) =>
    reader.rows<ParticipationRow>(
      name,
      sql`SELECT ${columns} FROM participation r WHERE r.municipality_code = ANY(${ids.map(ownerOf)}) AND r.${raw(column)} = ANY(${ids}) AND ${current} ORDER BY array_position(ARRAY['RESPONSIBLE','IMPLEMENTING','PARTNER','FUNDING','RECIPIENT','MODEL'], r.role), r.organisation_id COLLATE "C"`,
    );
  return {
    findParticipationsByInitiative: (ids: readonly string[]) =>
      findBy("findParticipationsByInitiative", "initiative_id", ids),
    findParticipationsByProgramme: (ids: readonly string[]) =>
      findBy("findParticipationsByProgramme", "programme_id", ids),
  };
}

/** Roles of each organisation in `p.key`; a national organisation may have them in any municipality. */
export const participationsOfOrganisation: List = {
  name: "listParticipationsByOrganisation",
  columns,
  from: raw("participation r"),
  where: [current],
  order: {
    name: "SUBJECT",
    terms: [plain("r.municipality_code"), plain("r.initiative_id"), plain("r.programme_id"), plain("r.role")],
    direction: "ASC",
  },
  link: sql`r.organisation_id = p.key`,
};
