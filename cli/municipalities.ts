import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { municipalitySlugs } from "../intake";
import { seedsFolder } from "./load";

export interface NamedMunicipality {
  /** Four digits. */
  readonly code: string;
  readonly name: string;
  /** Such as upplands-vasby; no two have the same. */
  readonly slug: string;
}

/** Every municipality of Sweden, from the reference data that comes with the hub; no database is asked. */
export function readMunicipalities(): NamedMunicipality[] {
  const text = readFileSync(join(seedsFolder, "reference", "municipalities.csv"), "utf8");
  const rows: { code: string; name: string }[] = parse(text, { columns: true, bom: true });
  const slugs = municipalitySlugs(rows);
  return rows.map(({ code, name }) => ({ code, name, slug: slugs.get(code) ?? code }));
}
