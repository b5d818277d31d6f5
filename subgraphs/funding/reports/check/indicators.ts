import { type Mistake, mistake } from "../../follow-up/mistake";
import { checkText } from "../../follow-up/text";
import type { ReportedIndicatorValue } from "../content";
import { checkKey, checkNumber, checkOwnId, LENGTHS, repeated, shown, upTo } from "./rows";
import type { ContentRules, HandedIn } from "./rules";

const PLACE = "content.indicators";

export function checkIndicators(indicators: readonly ReportedIndicatorValue[], rules: ContentRules): Mistake[] {
  return upTo(500, indicators, PLACE, () => [
    ...indicators.flatMap((row, index) => {
      const place = `${PLACE}[${index}]`;
      return [
        ...checkName(row.indicator, `${place}.indicator`, rules),
        ...checkText(row.series, `${place}.series`, { limit: LENGTHS.series, isRequired: true }),
        ...checkOwnId(row.initiativeId, rules.municipality, `${place}.initiative`),
        ...checkText(row.correction, `${place}.correction`, { limit: LENGTHS.correction }),
        ...checkValue(row, `${place}.value`, rules),
      ];
    }),
    ...repeated(indicators, identityOf).map(({ index, row }) =>
      mistake("INDICATOR_REPEATED", { field: `${PLACE}[${index}]` }, { key: shown(row.indicator) }),
    ),
  ]);
}

/** Those that the form requires and the report lacks. */
export function missingIndicators(
  indicators: readonly ReportedIndicatorValue[],
  { template }: Pick<ContentRules, "template">,
): Mistake[] {
  const given = new Set(indicators.map(({ indicator }) => indicator));
  return (template?.form.indicators ?? [])
    .filter(({ key, isRequired }) => isRequired && !given.has(key))
    .map(({ key }) => mistake("INDICATOR_MISSING", { field: PLACE }, { key }));
}

function checkName(key: string, field: string, { template }: ContentRules): Mistake[] {
  const wrong = checkKey(key, field);
  if (wrong.length > 0 || !template) return wrong;
  const known = template.form.indicators.map((indicator) => indicator.key);
  return known.includes(key) ? [] : [mistake("INDICATOR_UNKNOWN", { field }, { key, known: known.join(", ") })];
}

/** Values are cumulative: never below those of the period before, unless they are corrected, nor above those of the one after. */
function checkValue(row: ReportedIndicatorValue, field: string, rules: ContentRules): Mistake[] {
  const { value } = row;
  const outside = checkNumber(value, field);
  if (outside.length > 0) return outside;
  if (value < 0) return [mistake("INDICATOR_NEGATIVE", { field }, { value })];
  const own = orderOf(rules);
  const reported = rules.others
    .map((report) => ({ report, order: orderOf(report), same: sameIn(report, row) }))
    .filter(({ same }) => same !== undefined)
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const before = reported.findLast(({ order }) => order < own);
  const after = reported.find(({ order }) => order > own);
  const fell = before?.same && value < before.same.value && row.correction === null;
  const isAbove = after?.same && value > after.same.value && after.same.correction === null;
  return [
    ...(fell
      ? [
          mistake(
            "INDICATOR_FELL",
            { field, record: before.report.id },
            { value, before: before.same?.value ?? 0, report: before.report.id },
          ),
        ]
      : []),
    ...(isAbove
      ? [
          mistake(
            "INDICATOR_ABOVE_LATER",
            { field, record: after.report.id },
            { value, after: after.same?.value ?? 0, report: after.report.id },
          ),
        ]
      : []),
  ];
}

/** By the day that the period ends; of reports that end the same day the final one is the later. */
const orderOf = ({ periodEnd, kind }: Pick<HandedIn, "periodEnd" | "kind">) =>
  `${periodEnd} ${kind === "FINAL" ? 2 : 1}`;

const sameIn = ({ content }: HandedIn, row: ReportedIndicatorValue) =>
  content.indicators.find((other) => identityOf(other) === identityOf(row));

const identityOf = ({ indicator, series, initiativeId }: ReportedIndicatorValue) =>
  JSON.stringify([indicator, series, initiativeId]);
