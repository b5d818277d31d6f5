export { type CheckOptions, type CheckOutcome, checkPackages } from "./check-packages";
export type { KnownRecords } from "./checks/key-index";
export { formatMistakes, formatMistakesAsJson } from "./format-mistakes";
export { fillSchemas } from "./generate-datapackage";
export {
  type Loaded,
  type LoadOptions,
  type LoadOutcome,
  loadPackages,
  type PackageReport,
  type Refused,
} from "./load-packages";
export type { Mistake } from "./mistake";
export { type MistakeCode, mistakeCatalogue } from "./mistake-catalogue";
export { municipalitySlugs } from "./rows/municipality-slugs";
export { readTableSchemas } from "./table-schemas/read-table-schemas";
