import { nearest } from "../../intake/nearest";
import type { ComparisonFilter, ComparisonInput, Language } from "../../subgraphs/comparisons/generated/types";
import { constant, kebab } from "./choices";
import type { HubClient } from "./hub-client";
import { notAmong } from "./option-reader";
import { isMunicipalityCode } from "./read-options";
import { refusalOf } from "./refusal";

interface Known {
  readonly code: string;
  readonly name?: string;
}

type CodeField = "themes" | "targetGroups" | "strategyAreas" | "instruments" | "sources";

/** Where the graph lists the codes of each filter. */
export const lists: Readonly<Record<CodeField, { option: string; field: string; selection: string }>> = {
  themes: { option: "--themes", field: "themes", selection: "code" },
  targetGroups: { option: "--target-groups", field: "targetGroups", selection: "code" },
  strategyAreas: { option: "--strategy-areas", field: "strategyAreas", selection: "code" },
  instruments: { option: "--instruments", field: "instruments", selection: "code" },
  sources: { option: "--sources", field: "fundingSources", selection: "code: id" },
};
const codeFields = Object.keys(lists) as CodeField[];

/**
 * Puts the graph's codes in place of what was typed: municipalities by name, codes in small letters. The hub is asked only
 * for the lists that the question needs, and not at all when it needs none.
 * @returns the input, and a sentence for everything that the graph does not know
 */
export async function resolveCodes(
  hub: HubClient,
  input: ComparisonInput,
  language: Language,
): Promise<{ input: ComparisonInput; mistakes: readonly string[] }> {
  const filter: ComparisonFilter = input.filter ?? {};
  const municipalities = input.municipalities ?? [];
  const isNamed = municipalities.some((typed) => !isMunicipalityCode(typed));
  const wanted = codeFields.filter((name) => filter[name]);
  const selections = [
    ...(isNamed ? ["municipalities { code name }"] : []),
    ...wanted.map((name) => `${lists[name].field} { ${lists[name].selection} }`),
  ];
  if (selections.length === 0) return { input, mistakes: [] };

  const { data, errors } = await hub.ask(codesQuery(selections), {});
  const listOf = (field: string) => {
    const list = data?.[field] as readonly Known[] | null | undefined;
    if (!list) throw refusalOf(errors, language);
    return list;
  };
  const mistakes: string[] = [];
  const find = (
    typed: readonly string[],
    look: (text: string) => string | undefined,
    complaint: (text: string) => string,
  ) =>
    typed.flatMap((text) => {
      const code = look(text);
      if (code === undefined) mistakes.push(complaint(text));
      return code ?? [];
    });

  const codes = Object.fromEntries(
    wanted.map((name) => {
      const { option, field } = lists[name];
      const known = listOf(field).map(({ code }) => code);
      const look = (text: string) => known.find((code) => constant(code) === constant(text));
      return [name, find(filter[name] ?? [], look, (text) => `${option}: ${notAmong(text, known.map(kebab))}`)];
    }),
  );
  if (!isNamed) return { input: { ...input, filter: { ...filter, ...codes } }, mistakes };
  const known = listOf("municipalities");
  const look = (text: string) => (isMunicipalityCode(text) ? text : known.find(({ name }) => isSame(name, text))?.code);
  return {
    input: {
      ...input,
      municipalities: find(municipalities, look, (text) => `--municipalities: ${noSuchName(text, known)}`),
      filter: { ...filter, ...codes },
    },
    mistakes,
  };
}

/** The lists are short enough to be asked for whole. */
export const codesQuery = (selections: readonly string[]) => `query Codes { ${selections.join(" ")} }`;

function isSame(name: string | undefined, typed: string): boolean {
  return name?.toLocaleLowerCase("sv") === typed.toLocaleLowerCase("sv");
}

function noSuchName(typed: string, known: readonly Known[]): string {
  const names = known.map(({ name = "" }) => name);
  const meant = nearest(typed, names);
  const guess = meant === null ? "" : ` Did you mean ${meant}?`;
  return `there is no municipality "${typed}".${guess} Allowed: names such as Sandviken, codes of four digits such as 2181.`;
}
