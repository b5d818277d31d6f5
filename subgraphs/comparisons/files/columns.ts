import { inLanguage } from "../../../kit/value-resolvers";
import type { ComparisonFrame } from "../comparison/comparison";
import { DIMENSION_WORDS } from "../comparison/dimension-words";
import type { ComparisonRowValue } from "../comparison/row";
import type { Dimension } from "../generated/types";
import { shortDecimal } from "./decimal-text";
import type { WordLanguage, Words } from "./words";

/** A value of a file's cell; numbers are exact decimal text, and null is what is missing. */
export type CellValue = string | boolean | null;

/** A column of the long tidy rows: what CSV, Excel and the metadata say of it is said once, here. */
export interface Column {
  /** Short and stable: programs read the files by it, in every language. */
  readonly name: string;
  readonly kind: "text" | "year" | "integer" | "decimal" | "boolean";
  readonly title: Words;
  readonly description: Words;
  cell(row: ComparisonRowValue, language: WordLanguage): CellValue;
}

/** The columns of a comparison's files: two for each dimension (one for the year), then what is measured, then the value. */
export function columnsOf({ input, unit }: Pick<ComparisonFrame, "input" | "unit">): Column[] {
  const constant = (name: string, value: string | null, title: Words, description: Words): Column => ({
    name,
    kind: "text",
    title,
    description,
    cell: () => value,
  });
  return [
    ...input.groupBy.flatMap(dimensionColumns),
    constant(
      "measure",
      input.measure,
      { sv: "Mått", en: "Measure" },
      { sv: "Vad som mäts; samma på alla rader.", en: "What is measured; the same in every row." },
    ),
    constant(
      "level",
      input.level,
      { sv: "Nivå", en: "Level" },
      {
        sv: "Var i kedjan pengar räknas; tom för antal insatser och mål.",
        en: "Where along the chain money is counted; empty for counts of initiatives and targets.",
      },
    ),
    constant(
      "normalise",
      input.normalise,
      { sv: "Normering", en: "Normalisation" },
      { sv: "Vad värdet är delat med.", en: "What the value is divided by." },
    ),
    constant(
      "unit",
      unit,
      { sv: "Enhet", en: "Unit" },
      { sv: "Värdets enhet; samma på alla rader.", en: "Unit of the value; the same in every row." },
    ),
    {
      name: "value",
      kind: "decimal",
      title: { sv: "Värde", en: "Value" },
      description: {
        sv: "Värdet, exakt; tomt när inget är känt, aldrig 0 i stället.",
        en: "The value, exact; empty when none is known, never 0 for it.",
      },
      cell: ({ value }) => (value === null ? null : shortDecimal(value)),
    },
    {
      name: "records",
      kind: "integer",
      title: { sv: "Poster", en: "Records" },
      description: { sv: "Antal poster som raden omfattar.", en: "Records that the row covers." },
      cell: ({ recordCount }) => String(recordCount),
    },
    {
      name: "missing",
      kind: "integer",
      title: { sv: "Saknar uppgift", en: "Missing" },
      description: {
        sv: "Antal av dessa poster som saknar det som mäts.",
        en: "Records of these that lack what is measured.",
      },
      cell: ({ missingCount }) => String(missingCount),
    },
    {
      name: "certainty",
      kind: "text",
      title: { sv: "Säkerhet", en: "Certainty" },
      description: {
        sv: "Det minst säkra som raden vilar på; tom när värdet saknas.",
        en: "The least sure of what the row rests on; empty when there is no value.",
      },
      cell: ({ certainty }) => certainty,
    },
    {
      name: "precision",
      kind: "text",
      title: { sv: "Noggrannhet", en: "Precision" },
      description: {
        sv: "APPROXIMATE när något i raden är ungefärligt; tom när värdet saknas.",
        en: "APPROXIMATE when anything in the row is; empty when there is no value.",
      },
      cell: ({ precision }) => precision,
    },
    {
      name: "modelled",
      kind: "boolean",
      title: { sv: "Modellerad", en: "Modelled" },
      description: {
        sv: "Om något av värdet kommer från en modell, vilket bara händer när man ber om det.",
        en: "Whether any of the value comes from a model, which only happens when asked for.",
      },
      cell: ({ isModelled }) => isModelled,
    },
    {
      name: "mixed_kinds",
      kind: "boolean",
      title: { sv: "Blandade slag", en: "Mixed kinds" },
      description: {
        sv: "Om belopp av olika slag är hoplagda i värdet, så att samma krona kan finnas i det flera gånger.",
        en: "Whether amounts of different kinds are added in the value, so that the same krona may be in it several times.",
      },
      cell: ({ mixesKinds }) => mixesKinds,
    },
  ];
}

function dimensionColumns(dimension: Dimension, at: number): Column[] {
  const name = dimension.toLowerCase();
  const words = { sv: capital(DIMENSION_WORDS[dimension].sv), en: capital(DIMENSION_WORDS[dimension].en) };
  const key = (row: ComparisonRowValue) => row.keys[at];
  if (dimension === "YEAR") {
    return [
      {
        name,
        kind: "year",
        title: words,
        description: { sv: "År; tomt när det inte är känt.", en: "Year; empty when it is not known." },
        cell: (row) => (/^\d{4}$/.test(key(row)?.code ?? "") ? (key(row)?.code ?? null) : null),
      },
    ];
  }
  return [
    {
      name,
      kind: "text",
      title: { sv: `${words.sv}, kod`, en: `${words.en}, code` },
      description: {
        sv: "Kod eller id; UNKNOWN när posterna inte säger det.",
        en: "Code or id; UNKNOWN when the records do not say.",
      },
      cell: (row) => key(row)?.code ?? null,
    },
    {
      name: `${name}_name`,
      kind: "text",
      title: words,
      description: { sv: "Koden i ord, på filens språk.", en: "The code in words, in the language of the file." },
      cell: (row, language) => inLanguage(key(row)?.label ?? null, language === "en" ? "EN" : "SV"),
    },
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
