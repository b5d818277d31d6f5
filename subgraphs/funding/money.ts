import type { EntitySchemaColumnOptions } from "typeorm";
import { type CertaintyValue, nullable, type PrecisionValue } from "../../kit/record";

/** An amount as columns of a table; all null when it is not known. `value` is kronor as exact decimal text. */
export interface MoneyColumns {
  readonly value: string | null;
  readonly kind: string | null;
  readonly year: number | null;
  readonly yearCertainty: CertaintyValue | null;
  readonly certainty: CertaintyValue | null;
  readonly precision: PrecisionValue | null;
  readonly asPrinted: string | null;
}

export const moneyColumns: { [P in keyof MoneyColumns]: EntitySchemaColumnOptions } = {
  value: { ...nullable("value", "numeric"), precision: 16, scale: 2 },
  kind: nullable("kind"),
  year: nullable("year", "int4"),
  yearCertainty: nullable("year_certainty"),
  certainty: nullable("certainty"),
  precision: nullable("precision"),
  asPrinted: nullable("as_printed"),
};

/** An amount inside another record, as JSON; `value` is exact decimal text. */
export interface MoneyValue {
  readonly value: string;
  readonly kind: string;
  readonly year: number | null;
  readonly yearCertainty: CertaintyValue | null;
  readonly certainty: CertaintyValue;
  readonly precision: PrecisionValue;
  readonly asPrinted: string | null;
}
