import { type Mistake, mistake } from "../../follow-up/mistake";
import { checkText } from "../../follow-up/text";
import type { FormField } from "../../templates/report-template";
import type { ReportedAnswerValue } from "../content";
import { checkNotNegative } from "./money";
import { checkNumber, LENGTHS, repeated, shown, upTo } from "./rows";
import type { ContentRules } from "./rules";

const PLACE = "content.answers";
const VALUES = ["text", "number", "money", "date", "isTrue", "codes"] as const;
const VALUE_OF: Readonly<Record<FormField["kind"], (typeof VALUES)[number]>> = {
  TEXT: "text",
  NUMBER: "number",
  SHARE: "number",
  MONEY: "money",
  DATE: "date",
  BOOLEAN: "isTrue",
  CODES: "codes",
};

export function checkAnswers(answers: readonly ReportedAnswerValue[], { template }: ContentRules): Mistake[] {
  const fields = template?.form.fields ?? [];
  return upTo(200, answers, PLACE, () => [
    ...answers.flatMap((answer, index) => {
      const place = `${PLACE}[${index}]`;
      const field = fields.find(({ key }) => key === answer.field);
      if (field) return checkAnswer(answer, field, place);
      const known = fields.map(({ key }) => key).join(", ") || "–";
      return [mistake("ANSWER_FIELD_UNKNOWN", { field: `${place}.field` }, { key: shown(answer.field), known })];
    }),
    ...repeated(answers, ({ field }) => field).map(({ index, row }) =>
      mistake("ANSWER_REPEATED", { field: `${PLACE}[${index}].field` }, { key: shown(row.field) }),
    ),
  ]);
}

/** Fields that the form requires and the report does not answer. */
export function missingAnswers(
  answers: readonly ReportedAnswerValue[],
  { template }: Pick<ContentRules, "template">,
): Mistake[] {
  const given = new Set(answers.filter(({ text }) => text !== "").map(({ field }) => field));
  return (template?.form.fields ?? [])
    .filter(({ key, isRequired }) => isRequired && !given.has(key))
    .map(({ key }) => mistake("ANSWER_MISSING", { field: PLACE }, { key }));
}

function checkAnswer(answer: ReportedAnswerValue, field: FormField, place: string): Mistake[] {
  const wanted = VALUE_OF[field.kind];
  const given = VALUES.filter((name) => answer[name] !== null);
  const [only] = given;
  if (given.length !== 1 || only === undefined) {
    return [mistake("ANSWER_NOT_ONE_VALUE", { field: place }, { count: given.length, value: wanted })];
  }
  if (only !== wanted) {
    return [mistake("ANSWER_OF_ANOTHER_KIND", { field: place }, { kind: field.kind, given: only, value: wanted })];
  }
  const at = `${place}.${wanted}`;
  if (answer.text !== null) return checkText(answer.text, at, { limit: field.maximumLength ?? LENGTHS.words });
  if (answer.number !== null) return checkRange(answer.number, field, at);
  if (answer.codes !== null) return checkCodes(answer.codes, field, at);
  return checkNotNegative(answer.money, at);
}

function checkRange(value: number, { kind, minimum, maximum }: FormField, field: string): Mistake[] {
  const outside = checkNumber(value, field);
  if (outside.length > 0) return outside;
  const least = kind === "SHARE" ? 0 : minimum;
  const greatest = kind === "SHARE" ? 1 : maximum;
  if ((least === null || value >= least) && (greatest === null || value <= greatest)) return [];
  return [
    mistake("ANSWER_OUT_OF_RANGE", { field }, { value, minimum: least ?? "-10^15", maximum: greatest ?? "10^15" }),
  ];
}

function checkCodes(chosen: readonly string[], { codes, isMultiple }: FormField, place: string): Mistake[] {
  if (chosen.length === 0) return [mistake("ANSWER_CODES_NONE", { field: place })];
  if (chosen.length > 1 && !isMultiple) {
    return [mistake("ANSWER_CODES_SEVERAL", { field: place }, { count: chosen.length })];
  }
  const known = codes.map(({ code }) => code);
  return [
    ...chosen.flatMap((code, index) =>
      known.includes(code)
        ? []
        : [
            mistake(
              "ANSWER_CODE_UNKNOWN",
              { field: `${place}[${index}]` },
              { code: shown(code), known: known.join(", ") },
            ),
          ],
    ),
    ...repeated(chosen, (code) => code).map(({ index, row: code }) =>
      mistake("ANSWER_CODE_REPEATED", { field: `${place}[${index}]` }, { code: shown(code) }),
    ),
  ];
}
