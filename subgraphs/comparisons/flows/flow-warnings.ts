import { AMOUNT_KIND_LABELS } from "../comparison/closed-lists";
import { createWarning, type WarningCode } from "../warnings/catalogue";
import type { WarningValue } from "../warnings/warning";
import type { FlowScope } from "./flow-scope";
import type { FlowDoubtRow, FlowSumRow } from "./flows.repository";

const UNKNOWN_YEAR = { sv: "okänt år", en: "unknown year" };
const ENDS = {
  THEME: { sv: "teman", en: "themes" },
  ORGANISATION: { sv: "ansvariga organisationer", en: "responsible organisations" },
};

/** What to know before the links are compared or added: first what concerns them all, then what concerns municipalities. */
export function flowWarnings(
  { end, split }: FlowScope,
  sums: readonly FlowSumRow[],
  doubts: readonly FlowDoubtRow[],
): WarningValue[] {
  const about = (code: WarningCode, concerns: (doubt: FlowDoubtRow) => boolean): WarningValue[] => {
    const concerned = doubts.filter(concerns);
    if (concerned.length === 0) return [];
    const codes = concerned.map(({ municipalityCode }) => municipalityCode);
    return [createWarning(code, codes, { municipalities: concerned.map(({ name }) => name), ends: ENDS[end] })];
  };
  const lacksAmount = ({ missingCount }: FlowDoubtRow) => missingCount > 0;
  const isPartial = sums.some(({ value, missingCount }) => value !== null && missingCount > 0);
  const hasSeveralEnds = (doubt: FlowDoubtRow) => doubt.hasSeveralEnds;
  return [
    ...kindsDiffer(sums),
    ...yearsDiffer(doubts),
    ...(isPartial ? about("SUM_IS_PARTIAL", lacksAmount) : []),
    ...about("AMOUNTS_MISSING", lacksAmount),
    ...about("YEARS_INFERRED", ({ hasInferredYear }) => hasInferredYear),
    ...about("YEARS_UNKNOWN", ({ years }) => years.includes(null)),
    ...about("AMOUNTS_APPROXIMATE", ({ hasApproximate }) => hasApproximate),
    ...about("AMOUNTS_PROPOSED", ({ kinds }) => kinds.includes("PROPOSED")),
    ...about("SPLIT_UNKNOWN", ({ hasUnknownSource }) => hasUnknownSource),
    ...about(split === "STATED" ? "FLOW_SPLIT_UNKNOWN" : "FLOW_SPLIT_MODELLED", hasSeveralEnds),
    ...about("CLASSIFICATION_INFERRED", ({ hasInferredEnd }) => hasInferredEnd),
    ...about("MUNICIPALITY_WITHOUT_DATA", ({ recordCount }) => recordCount === 0),
  ];
}

function kindsDiffer(sums: readonly FlowSumRow[]): WarningValue[] {
  const kinds = [...new Set(sums.flatMap(({ kind, value }) => (value === null || kind === "" ? [] : [kind])))].sort();
  return kinds.length > 1
    ? [createWarning("AMOUNT_KINDS_DIFFER", [], { kinds: kinds.map((kind) => AMOUNT_KIND_LABELS[kind]) })]
    : [];
}

/** An unknown year may be any, so it differs from every other. */
function yearsDiffer(doubts: readonly FlowDoubtRow[]): WarningValue[] {
  const years = new Set(doubts.flatMap((doubt) => doubt.years));
  const known = [...years].filter((year) => year !== null).sort((a, b) => a - b);
  if (years.size < 2) return [];
  const shown = [...known, ...(years.has(null) ? [UNKNOWN_YEAR] : [])];
  return [
    createWarning("YEARS_DIFFER", [], { years: shown }),
    ...(known.length > 1 ? [createWarning("PRICE_LEVELS_DIFFER", [], { years: known })] : []),
  ];
}
