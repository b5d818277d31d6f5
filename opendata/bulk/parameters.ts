import { decodeCursor, type RowKey } from "./cursor";
import { canBeWithdrawn, type Dataset, type FilterName } from "./dataset";
import { type ParameterMistake, Problem } from "./problem";

export const MOST_ROWS = 1_000_000;
export const MOST_VALUES = 300;

/** Which rows of a dataset are asked for. */
export interface Question {
  readonly filters: Readonly<Partial<Record<FilterName, readonly (string | number)[]>>>;
  /** Whether rows that no longer stand come too. */
  readonly withdrawn: boolean;
  /** Whether what not everybody may see comes too. */
  readonly unpublished: boolean;
  /** A moment in UTC, as RFC 3339 has it. */
  readonly updatedSince: string | null;
  readonly limit: number | null;
  readonly after: RowKey | null;
}

/** What a parameter takes, beside its own check. */
interface ParameterKind {
  /** Whether it may be given several times, or several values with commas between them. */
  readonly several?: boolean;
  isRight(value: string, dataset: Dataset): boolean;
  readonly sv: string;
  readonly en: string;
}

const yesOrNo: ParameterKind = {
  isRight: (value) => value === "true" || value === "false",
  sv: "Skriv true eller false, en gång.",
  en: "Write true or false, once.",
};
const idKind: ParameterKind = {
  several: true,
  isRight: (value) => /^[a-z0-9åäö][a-z0-9åäö._-]{0,199}$/i.test(value),
  sv: "Skriv id:n som boverket eller sfs-2020-1202, med komma mellan flera.",
  en: "Write ids such as boverket or sfs-2020-1202, with commas between several.",
};

export const parameterKinds: Readonly<Record<string, ParameterKind>> = {
  municipality: {
    several: true,
    isRight: (value) => /^\d{4}$/.test(value),
    sv: "Skriv kommunkoder med fyra siffror, som 2281, med komma mellan flera.",
    en: "Write municipality codes of four digits, such as 2281, with commas between several.",
  },
  source: idKind,
  programme: idKind,
  year: {
    several: true,
    isRight: (value) => /^(19|20)\d\d$/.test(value),
    sv: "Skriv år från 1900 till 2099, med komma mellan flera.",
    en: "Write years from 1900 to 2099, with commas between several.",
  },
  updatedSince: {
    isRight: isMoment,
    sv: "Skriv en tidpunkt som 2026-01-31 eller 2026-01-31T12:00:00Z, en gång.",
    en: "Write a moment such as 2026-01-31 or 2026-01-31T12:00:00Z, once.",
  },
  withdrawn: yesOrNo,
  unpublished: yesOrNo,
  limit: {
    isRight: (value) => /^[1-9]\d{0,6}$/.test(value) && Number(value) <= MOST_ROWS,
    sv: "Skriv ett heltal från 1 till 1 000 000, en gång.",
    en: "Write a whole number from 1 to 1,000,000, once.",
  },
  after: {
    isRight: (value, dataset) => decodeCursor(dataset, value) !== undefined,
    sv: "Använd adressen i Link med rel=next som den är; markören gäller bara datamängden som den kom från.",
    en: "Use the address in Link with rel=next as it is; the cursor is of the dataset that it came from alone.",
  },
};

/** The parameters that a dataset's addresses take. */
export function parametersOf(dataset: Dataset): string[] {
  return [
    ...Object.keys(dataset.filters),
    "updatedSince",
    ...(canBeWithdrawn(dataset) ? ["withdrawn"] : []),
    ...(dataset.hasUnpublished ? ["unpublished"] : []),
    "limit",
    "after",
  ];
}

/**
 * The question in an address.
 * @param search what stands after the question mark
 * @throws Problem 400 with every mistake
 */
export function readQuestion(dataset: Dataset, search: string): Question {
  const given = new URLSearchParams(search);
  const known = parametersOf(dataset);
  const names = [...new Set(given.keys())];
  const mistakes = names.flatMap((name) =>
    known.includes(name) ? mistakesOf(name, given.getAll(name), dataset) : [unknown(name, given.get(name), known)],
  );
  if (mistakes.length > 0) throw new Problem("wrong-parameters", mistakes);
  const texts = (name: string) => listOf(given.getAll(name));
  const after = given.get("after");
  return {
    filters: Object.fromEntries(
      Object.keys(dataset.filters).flatMap((name) => {
        const values = texts(name);
        if (values.length === 0) return [];
        return [[name, name === "year" ? values.map(Number) : values]];
      }),
    ),
    withdrawn: given.get("withdrawn") === "true",
    unpublished: given.get("unpublished") === "true",
    updatedSince: given.has("updatedSince") ? new Date(given.get("updatedSince") ?? "").toISOString() : null,
    limit: given.has("limit") ? Number(given.get("limit")) : null,
    after: (after !== null && decodeCursor(dataset, after)) || null,
  };
}

const listOf = (values: readonly string[]): string[] => [...new Set(values.flatMap((value) => value.split(",")))];

function mistakesOf(name: string, values: readonly string[], dataset: Dataset): ParameterMistake[] {
  const kind = parameterKinds[name];
  if (!kind) return [];
  const mistake = (value: string): ParameterMistake => ({
    parameter: name,
    value: shown(value),
    detail: { sv: kind.sv, en: kind.en },
  });
  if (!kind.several && values.length > 1) return [mistake(values.join(", "))];
  const all = kind.several ? listOf(values) : values;
  if (all.length > MOST_VALUES) {
    return [
      {
        parameter: name,
        value: null,
        detail: { sv: `Ge högst ${MOST_VALUES} värden.`, en: `Give at most ${MOST_VALUES} values.` },
      },
    ];
  }
  return all.filter((value) => !kind.isRight(value, dataset)).map(mistake);
}

function unknown(name: string, value: string | null, known: readonly string[]): ParameterMistake {
  const names = known.join(", ");
  return {
    parameter: shown(name),
    value: value === null ? null : shown(value),
    detail: {
      sv: `Parametern finns inte här. Det finns ${names}.`,
      en: `There is no such parameter here. There are ${names}.`,
    },
  };
}

/** No more of it than tells the sender which it is. */
const shown = (value: string): string => (value.length > 100 ? `${value.slice(0, 99)}…` : value);

/** A moment whose day and whose moment in UTC are both of the years 1900 to 9999: what every reader of it takes. */
function isMoment(value: string): boolean {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/.exec(
      value,
    );
  const day = parts?.[1];
  if (day === undefined || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return false;
  const inUtc = new Date(value).toJSON();
  return /^(?:19|[2-9]\d)\d\d-/.test(inUtc ?? "");
}
