import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { ownerOf } from "../../kit/record";
import { all, type Sql, sql } from "../../kit/sql";
import { type ProgrammeRow, programmeEntity } from "./programme.entity";

const columns = columnsOf(programmeEntity, "p");

export function createProgrammeRepository(reader: Reader) {
  const find = (name: string, condition?: Sql) =>
    reader.rows<ProgrammeRow>(
      name,
      sql`SELECT ${columns} FROM programme p WHERE ${all([sql`p.withdrawn_at IS NULL`, condition])} ORDER BY p.municipality_code, p.name COLLATE "sv-x-icu", p.id COLLATE "C"`,
    );
  return {
    findProgrammes: () => find("findProgrammes"),
    findProgrammesByMunicipality: (codes: readonly string[]) =>
      find("findProgrammesByMunicipality", sql`p.municipality_code = ANY(${codes})`),
    findProgrammesByParent: (parentIds: readonly string[]) =>
      find(
        "findProgrammesByParent",
        sql`p.municipality_code = ANY(${parentIds.map(ownerOf)}) AND p.parent_id = ANY(${parentIds})`,
      ),
    findProgrammesById: (ids: readonly string[]) =>
      reader.rows<ProgrammeRow>(
        "findProgrammesById",
        sql`SELECT ${columns} FROM programme p WHERE p.municipality_code = ANY(${ids.map(ownerOf)}) AND p.id = ANY(${ids})`,
      ),
  };
}
