import { EntitySchema } from "typeorm";
import { column, type Provenance, primary, provenanceColumns, type TextValue, texts } from "../../kit/record";

export type CodeListName = "THEME" | "TARGET_GROUP" | "STRATEGY_AREA" | "INSTRUMENT";

/** One code of an open code list. */
export interface CodeRow extends Provenance {
  readonly list: CodeListName;
  readonly code: string;
  readonly position: number;
  readonly label: TextValue;
  readonly cofog: readonly string[];
  readonly sdgTargets: readonly string[];
  readonly koladaKpis: readonly string[];
}

export const codeEntity = new EntitySchema<CodeRow>({
  name: "Code",
  tableName: "code",
  schema: "initiatives",
  columns: {
    list: primary("list"),
    code: primary("code"),
    position: column("position", "int4"),
    label: column("label", "jsonb"),
    cofog: texts("cofog"),
    sdgTargets: texts("sdg_targets"),
    koladaKpis: texts("kolada_kpis"),
    ...provenanceColumns,
  },
});
