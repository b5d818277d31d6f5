import type { ComparisonFilter, ComparisonInput, Language } from "../../subgraphs/comparisons/generated/types";
import {
  amountKinds,
  constant,
  dimensions,
  fundingSourceKinds,
  kebab,
  levels,
  measures,
  multiValuedRules,
  normalisations,
  organisationKinds,
  splitRules,
  statuses,
} from "./choices";
import { createOptionReader, type OptionReader } from "./option-reader";

/** The options as they were typed. */
export interface TypedOptions {
  readonly municipalities?: string;
  readonly measure?: string;
  readonly by?: string;
  readonly level?: string;
  readonly kinds?: string;
  readonly years?: string;
  readonly themes?: string;
  readonly targetGroups?: string;
  readonly strategyAreas?: string;
  readonly instruments?: string;
  readonly statuses?: string;
  readonly programmes?: string;
  readonly initiatives?: string;
  readonly areas?: string;
  readonly organisations?: string;
  readonly organisationKinds?: string;
  readonly sources?: string;
  readonly sourceKinds?: string;
  readonly reserves?: string;
  readonly normalise?: string;
  readonly multiValued?: string;
  readonly split?: string;
  readonly strict?: boolean;
  readonly order?: string;
  readonly first?: string;
  readonly language?: string;
  readonly format?: string;
  readonly decimals?: string;
  readonly bom?: boolean;
  readonly url?: string;
}

export type Format = "TABLE" | "CSV" | "JSON";

/** The question as far as it can be read without the hub. */
export interface ReadOptions {
  readonly input: ComparisonInput;
  /** Rows to show; every row without it. */
  readonly first: number | undefined;
  readonly language: Language;
  readonly format: Format;
  readonly hasDecimalComma: boolean;
  readonly hasBom: boolean;
  /** The hub's address; undefined when it was not given. */
  readonly url: string | undefined;
  /** Every mistake, one sentence each; with any of them the rest is not to be used. */
  readonly mistakes: readonly string[];
}

const MOST_DIMENSIONS = 3;
const MUNICIPALITY_CODE = /^\d{4}$/;

/** An address that a hub may have. */
export const HTTP_ADDRESS = /^https?:\/\/[^\s?#]+$/;

/** Reads the options; codes and names that only the graph knows are left as typed. */
export function readOptions(typed: TypedOptions): ReadOptions {
  const read = createOptionReader();
  const format = read.choice<Format>("--format", typed.format, ["TABLE", "CSV", "JSON"]) ?? "TABLE";
  const measure = read.choice("--measure", typed.measure, measures);
  if (typed.measure === undefined) {
    read.mistakes.push(`--measure: say what to compare. Allowed: ${measures.map(kebab).join(", ")}.`);
  }
  const orderBy = readOrder(read, typed.order);
  const first = read.count("--first", typed.first);
  const input: ComparisonInput = {
    ...given({ municipalities: read.texts("--municipalities", typed.municipalities) }),
    measure: measure ?? "AMOUNT",
    groupBy: readDimensions(read, typed.by),
    filter: readFilter(read, typed),
    ...given({
      level: read.choice("--level", typed.level, levels),
      normalise: read.choice("--normalise", typed.normalise, normalisations),
      multiValued: read.choice("--multi-valued", typed.multiValued, multiValuedRules),
      split: read.choice("--split", typed.split, splitRules),
      strict: typed.strict,
      orderBy,
    }),
  };
  const decimals = read.choice("--decimals", typed.decimals, ["COMMA", "POINT"] as const);
  const language = read.choice<Language>("--language", typed.language, ["SV", "EN"]) ?? "SV";
  if (format !== "TABLE") {
    const whole = "a file holds every row, in the order of their codes";
    if (typed.order !== undefined) read.mistakes.push(`--order: only for --format table; ${whole}.`);
    if (typed.first !== undefined) read.mistakes.push(`--first: only for --format table; ${whole}.`);
  }
  if (typed.url !== undefined && !HTTP_ADDRESS.test(typed.url)) {
    read.mistakes.push(`--url: "${typed.url}" is no address of a hub. Allowed: http(s)://host:port.`);
  }
  if (format !== "CSV") {
    if (typed.decimals !== undefined) read.mistakes.push("--decimals: only for --format csv.");
    if (typed.bom) read.mistakes.push("--bom: only for --format csv.");
  }
  return {
    input,
    first,
    language,
    format,
    hasDecimalComma: decimals === "COMMA",
    hasBom: typed.bom === true,
    url: typed.url,
    mistakes: read.mistakes,
  };
}

/** Whether the text is a municipality's code rather than its name. */
export function isMunicipalityCode(text: string): boolean {
  return MUNICIPALITY_CODE.test(text);
}

function readDimensions(read: OptionReader, typed: string | undefined): ComparisonInput["groupBy"] {
  const found = read.choices("--by", typed, dimensions) ?? [];
  const named = (typed ?? "").split(",").map(constant);
  for (const dimension of found.filter((one) => named.indexOf(one) !== named.lastIndexOf(one))) {
    read.mistakes.push(`--by: ${kebab(dimension)} is named more than once. Name each dimension once.`);
  }
  if (found.length > MOST_DIMENSIONS) {
    read.mistakes.push(`--by: ${found.length} dimensions are named. Allowed: at most ${MOST_DIMENSIONS}.`);
  }
  return found;
}

function readFilter(read: OptionReader, typed: TypedOptions): ComparisonFilter {
  const reserves = read.choice("--reserves", typed.reserves, ["ONLY", "NONE"] as const);
  return given({
    amountKinds: read.choices("--kinds", typed.kinds, amountKinds),
    years: read.years("--years", typed.years),
    themes: read.texts("--themes", typed.themes),
    targetGroups: read.texts("--target-groups", typed.targetGroups),
    strategyAreas: read.texts("--strategy-areas", typed.strategyAreas),
    instruments: read.texts("--instruments", typed.instruments),
    statuses: read.choices("--statuses", typed.statuses, statuses),
    programmes: read.texts("--programmes", typed.programmes),
    initiatives: read.texts("--initiatives", typed.initiatives),
    areas: read.texts("--areas", typed.areas),
    organisations: read.texts("--organisations", typed.organisations),
    organisationKinds: read.choices("--organisation-kinds", typed.organisationKinds, organisationKinds),
    sources: read.texts("--sources", typed.sources),
    sourceKinds: read.choices("--source-kinds", typed.sourceKinds, fundingSourceKinds),
    isReserve: reserves && reserves === "ONLY",
  });
}

function readOrder(read: OptionReader, typed: string | undefined): ComparisonInput["orderBy"] {
  if (typed === undefined) return undefined;
  const [field = "", direction = "asc", ...rest] = typed.split(":");
  if (rest.length > 0) {
    read.mistakes.push(`--order: "${typed}" has more than one colon. Allowed: keys or value, then :asc or :desc.`);
    return undefined;
  }
  const by = read.choice("--order", field, ["KEYS", "VALUE"] as const);
  const way = read.choice("--order", direction, ["ASC", "DESC"] as const);
  return by && way && { field: by, direction: way };
}

/** The fields that have a value. */
function given<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
