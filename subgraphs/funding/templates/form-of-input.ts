import type { TextValue } from "../../../kit/record";
import type { PublishReportTemplateInput, TextInput } from "../generated/types";
import type { FormValue } from "./report-template";

/** A form as it is sent, as it is kept. It is not checked here. */
export function formOfInput({ title, fields, indicators, deadlines }: PublishReportTemplateInput): FormValue {
  return {
    title: textOf(title),
    fields: (fields ?? []).map((field) => ({
      key: field.key,
      label: textOf(field.label),
      kind: field.kind,
      isRequired: field.isRequired ?? false,
      unit: field.unit?.trim() || null,
      codes: (field.codes ?? []).map(({ code, label }) => ({ code, label: textOf(label) })),
      isMultiple: field.isMultiple ?? false,
      minimum: field.minimum ?? null,
      maximum: field.maximum ?? null,
      maximumLength: field.maximumLength ?? null,
    })),
    indicators: (indicators ?? []).map((indicator) => ({
      key: indicator.key,
      label: textOf(indicator.label),
      unit: indicator.unit.trim(),
      isRequired: indicator.isRequired ?? false,
    })),
    deadlines: (deadlines ?? []).map(({ periodEnd, dueOn }) => ({ periodEnd, dueOn })),
  };
}

const textOf = ({ sv, en }: TextInput): TextValue => ({ sv: sv.trim(), en: en?.trim() || null });
