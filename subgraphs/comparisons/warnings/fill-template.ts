interface BothLanguages {
  readonly sv: string;
  readonly en: string;
}

type TemplateValue = string | number | BothLanguages;

/** What the names in a template's braces stand for; a list is joined with commas and an "and". */
export type TemplateValues = Readonly<Record<string, TemplateValue | readonly TemplateValue[]>>;

/** Longer lists end in "and so many others". */
const MOST_LISTED = 10;

const lists = {
  sv: new Intl.ListFormat("sv", { type: "conjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
};
const others = {
  sv: (count: number) => `${count} andra`,
  en: (count: number) => `${count} others`,
};

/**
 * The template with its {names} filled in.
 * @throws when a name is not among the values, which is a fault of the caller
 */
export function fillTemplate(template: string, values: TemplateValues, language: "sv" | "en"): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template "${template}" needs ${name}`);
    return lists[language].format(shortened([value].flat() as TemplateValue[], language));
  });
}

function shortened(values: readonly TemplateValue[], language: "sv" | "en"): string[] {
  const words = values.map((value) => (typeof value === "object" ? value[language] : String(value)));
  // One more is named rather than called "1 other".
  if (words.length <= MOST_LISTED + 1) return words;
  return [...words.slice(0, MOST_LISTED), others[language](words.length - MOST_LISTED)];
}
