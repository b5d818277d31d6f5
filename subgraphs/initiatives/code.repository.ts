import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { sql } from "../../kit/sql";
import { type CodeListName, type CodeRow, codeEntity } from "./code.entity";

const columns = columnsOf(codeEntity, "c");

/** A code within its list, as one loader key. */
export const codeKey = (list: CodeListName, code: string) => `${list}/${code}`;

export function createCodeRepository(reader: Reader) {
  return {
    findCodesInList: (list: CodeListName) =>
      reader.rows<CodeRow>(
        "findCodesInList",
        sql`SELECT ${columns} FROM code c WHERE c.list = ${list} AND c.withdrawn_at IS NULL ORDER BY c.position`,
      ),
    findCodesByKey: (keys: readonly string[]) =>
      reader.rows<CodeRow>(
        "findCodesByKey",
        sql`SELECT ${columns} FROM code c WHERE c.list || '/' || c.code = ANY(${keys})`,
      ),
  };
}
