import type { TextValue } from "../../../kit/record";
import { type Mistake, mistake } from "../follow-up/mistake";
import { checkText } from "../follow-up/text";
import { checkKey, checkNumber, repeated, shown, upTo } from "../reports/check/rows";
import type { FormField, FormIndicator, FormValue } from "./report-template";

const LONGEST_LABEL = 500;
const LONGEST_UNIT = 50;
const LONGEST_ANSWER = 20_000;

/** What is wrong with a form. */
export function checkForm({ title, fields, indicators, deadlines }: FormValue): Mistake[] {
  return [
    ...checkWords(title, "title"),
    ...upTo(100, fields, "fields", () => [
      ...fields.flatMap((field, index) => checkField(field, `fields[${index}]`)),
      ...repeatedKeys(fields, "fields"),
    ]),
    ...upTo(100, indicators, "indicators", () => [
      ...indicators.flatMap((indicator, index) => checkIndicator(indicator, `indicators[${index}]`)),
      ...repeatedKeys(indicators, "indicators"),
    ]),
    ...checkDeadlines(deadlines),
  ];
}

const checkWords = ({ sv, en }: TextValue, place: string) => [
  ...checkText(sv, `${place}.sv`, { limit: LONGEST_LABEL, isRequired: true }),
  ...checkText(en, `${place}.en`, { limit: LONGEST_LABEL }),
];

const repeatedKeys = (rows: readonly { readonly key: string }[], place: string) =>
  repeated(rows, ({ key }) => key).map(({ index, row }) =>
    mistake("TEMPLATE_KEY_REPEATED", { field: `${place}[${index}].key` }, { key: shown(row.key) }),
  );

function checkField(field: FormField, place: string): Mistake[] {
  return [
    ...checkKey(field.key, `${place}.key`),
    ...checkWords(field.label, `${place}.label`),
    ...checkSettings(field, place),
    ...checkText(field.unit, `${place}.unit`, { limit: LONGEST_UNIT }),
    ...checkRange(field, place),
    ...checkLength(field, `${place}.maximumLength`),
    ...checkCodes(field, `${place}.codes`),
  ];
}

/** Settings that say something of one kind of field alone. */
function checkSettings(field: FormField, place: string): Mistake[] {
  const { kind, unit, codes, isMultiple, minimum, maximum, maximumLength } = field;
  const settings = [
    { setting: "unit", of: "NUMBER", isGiven: unit !== null },
    { setting: "minimum", of: "NUMBER", isGiven: minimum !== null },
    { setting: "maximum", of: "NUMBER", isGiven: maximum !== null },
    { setting: "maximumLength", of: "TEXT", isGiven: maximumLength !== null },
    { setting: "codes", of: "CODES", isGiven: codes.length > 0 },
    { setting: "isMultiple", of: "CODES", isGiven: isMultiple },
  ];
  return settings
    .filter(({ of, isGiven }) => isGiven && of !== kind)
    .map(({ setting, of }) =>
      mistake("TEMPLATE_SETTING_OF_ANOTHER_KIND", { field: `${place}.${setting}` }, { setting, of, kind }),
    );
}

function checkRange({ minimum, maximum }: FormField, place: string): Mistake[] {
  return [
    ...(minimum === null ? [] : checkNumber(minimum, `${place}.minimum`)),
    ...(maximum === null ? [] : checkNumber(maximum, `${place}.maximum`)),
    ...(minimum !== null && maximum !== null && minimum > maximum
      ? [mistake("TEMPLATE_RANGE_BACKWARDS", { field: `${place}.minimum` }, { minimum, maximum })]
      : []),
  ];
}

function checkLength({ maximumLength: length }: FormField, field: string): Mistake[] {
  if (length === null || (length >= 1 && length <= LONGEST_ANSWER)) return [];
  return [mistake("TEMPLATE_LENGTH_OUT_OF_RANGE", { field }, { length, limit: LONGEST_ANSWER })];
}

function checkCodes({ kind, codes }: FormField, place: string): Mistake[] {
  if (kind === "CODES" && codes.length === 0) return [mistake("TEMPLATE_CODES_MISSING", { field: place })];
  return upTo(500, codes, place, () => [
    ...codes.flatMap(({ code, label }, index) => [
      ...checkText(code, `${place}[${index}].code`, { limit: 60, isRequired: true }),
      ...checkWords(label, `${place}[${index}].label`),
    ]),
    ...repeated(codes, ({ code }) => code).map(({ index, row: { code } }) =>
      mistake("TEMPLATE_KEY_REPEATED", { field: `${place}[${index}].code` }, { key: shown(code) }),
    ),
  ]);
}

function checkIndicator({ key, label, unit }: FormIndicator, place: string): Mistake[] {
  return [
    ...checkKey(key, `${place}.key`),
    ...checkWords(label, `${place}.label`),
    ...checkText(unit, `${place}.unit`, { limit: LONGEST_UNIT, isRequired: true }),
  ];
}

const YEAR_MILLISECONDS = 366 * 24 * 3600 * 1000;

function checkDeadlines(deadlines: FormValue["deadlines"]): Mistake[] {
  return upTo(100, deadlines, "deadlines", () => [
    ...deadlines.flatMap(({ periodEnd, dueOn }, index) =>
      Math.abs(Date.parse(dueOn) - Date.parse(periodEnd)) <= YEAR_MILLISECONDS
        ? []
        : [mistake("TEMPLATE_DEADLINE_FAR", { field: `deadlines[${index}].dueOn` }, { dueOn, periodEnd })],
    ),
    ...repeated(deadlines, ({ periodEnd }) => periodEnd).map(({ index, row: { periodEnd } }) =>
      mistake("TEMPLATE_DEADLINE_REPEATED", { field: `deadlines[${index}].periodEnd` }, { periodEnd }),
    ),
  ]);
}
