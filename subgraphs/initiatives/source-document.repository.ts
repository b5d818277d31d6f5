import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { ownerOf } from "../../kit/record";
import { all, sql } from "../../kit/sql";
import { type SourceDocumentRow, sourceDocumentEntity } from "./source-document.entity";

const columns = columnsOf(sourceDocumentEntity, "d");

export function createSourceDocumentRepository(reader: Reader) {
  const find = (name: string, municipalities: readonly string[] | undefined) =>
    reader.rows<SourceDocumentRow>(
      name,
      sql`SELECT ${columns} FROM source_document d WHERE ${all([
        sql`d.withdrawn_at IS NULL`,
        municipalities && sql`d.municipality_code = ANY(${municipalities})`,
      ])} ORDER BY d.municipality_code, d.title COLLATE "sv-x-icu", d.id COLLATE "C"`,
    );
  return {
    findSourceDocuments: () => find("findSourceDocuments", undefined),
    findSourceDocumentsByMunicipality: (codes: readonly string[]) => find("findSourceDocumentsByMunicipality", codes),
    findSourceDocumentsById: (ids: readonly string[]) =>
      reader.rows<SourceDocumentRow>(
        "findSourceDocumentsById",
        sql`SELECT ${columns} FROM source_document d WHERE d.municipality_code = ANY(${ids.map(ownerOf)}) AND d.id = ANY(${ids})`,
      ),
  };
}
