import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { sql } from "../../kit/sql";
import { type CountyRow, countyEntity } from "./county.entity";

const columns = columnsOf(countyEntity, "c");

export function createCountyRepository(reader: Reader) {
  return {
    findCounties: () =>
      reader.rows<CountyRow>(
        "findCounties",
        sql`SELECT ${columns} FROM county c WHERE c.withdrawn_at IS NULL ORDER BY c.code`,
      ),
    findCountiesByCode: (codes: readonly string[]) =>
      reader.rows<CountyRow>("findCountiesByCode", sql`SELECT ${columns} FROM county c WHERE c.code = ANY(${codes})`),
  };
}
