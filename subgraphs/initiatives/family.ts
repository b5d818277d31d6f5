import { ownerOf } from "../../kit/record";
import { type Sql, sql } from "../../kit/sql";

/** The CTE `family`: each programme asked about as `root`, with itself and every part below it as `id`. */
export function familyOf(programmeIds: readonly string[]): Sql {
  return sql`family AS (
    SELECT g.id AS root, g.municipality_code, g.id FROM programme g
    WHERE g.municipality_code = ANY(${programmeIds.map(ownerOf)}) AND g.id = ANY(${programmeIds})
    UNION
    SELECT f.root, c.municipality_code, c.id FROM programme c
    JOIN family f ON c.municipality_code = f.municipality_code AND c.parent_id = f.id
    WHERE c.municipality_code = ANY(${programmeIds.map(ownerOf)})
  )`;
}
