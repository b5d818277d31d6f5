import { swedishDay } from "../../../../kit/swedish-day";
import { inLanguage } from "../../../../kit/value-resolvers";
import { DIMENSION_WORDS } from "../../comparison/dimension-words";
import type { ComparisonRowValue } from "../../comparison/row";
import type { Unit } from "../../generated/types";
import { citationOf, LICENCE } from "../citation";
import type { ComparisonSummary } from "../document";
import { CERTAINTY_WORDS, filterLines, titleOf, UNIT_WORDS, type WordLanguage } from "../words";
import { page } from "./layout";
import { html, type Markup } from "./markup";
import { shownNumber } from "./shown-number";

/** Rows that the page shows; the files have them all. */
export const PAGE_ROWS = 500;

/** The comparison for a person who opens its permalink: its first rows, what to know of them, files and how to cite it. */
export function comparisonPage(
  document: ComparisonSummary,
  rows: readonly ComparisonRowValue[],
  language: WordLanguage,
): string {
  const { frame, permalink, on, totalRows } = document;
  const say = sayIn(language);
  const count = countIn(language);
  const path = new URL(permalink).pathname;
  const chosen = say("", "?language=en");
  const some = say(
    `Sidan visar de första ${count(rows.length)} av ${count(totalRows)} rader. Filerna har alla.`,
    `The page shows the first ${count(rows.length)} of ${count(totalRows)} rows. The files have them all.`,
  );
  return page(
    { language, title: titleOf(frame)[language], otherLanguage: `${path}${say("?language=en", "")}` },
    html`${about(document, language)}
${warnings(document, language)}
<h2 id="rows">${say("Rader", "Rows")}</h2>
${totalRows > rows.length ? html`<p>${some}</p>` : ""}
<div class="rows" role="region" aria-labelledby="rows" tabindex="0">
${table(document, rows, language)}
</div>
<h2>${say("Filer", "Files")}</h2>
<ul>
<li><a href="${path}.csv?bom=true&amp;decimals=comma${say("", "&language=en")}">${say("CSV för svenskt Excel", "CSV for Swedish Excel")}</a> ${say("(semikolon, decimalkomma)", "(semicolons, decimal commas)")}</li>
<li><a href="${path}.csv${chosen}">CSV</a> ${say("(komma, decimalpunkt)", "(commas, decimal points)")}</li>
<li><a href="${path}.xlsx${chosen}">Excel</a>, ${say("med källor, täckning och varningar", "with sources, coverage and warnings")}</li>
<li><a href="${path}.json">JSON</a></li>
<li><a href="${path}.metadata.json">Metadata</a> ${say("om kolumner, enheter, koder och licens", "on columns, units, codes and licence")}</li>
</ul>
<h2>${say("Så citerar du", "How to cite")}</h2>
<p>${citationOf(frame, permalink, on)[language]}</p>
<p>${say("Licens", "Licence")}: <a href="${LICENCE.url}" rel="license">${LICENCE.name}</a>. ${LICENCE.note[language]}</p>`,
  );
}

function about({ frame, total, municipalityNames }: ComparisonSummary, language: WordLanguage): Markup {
  const say = sayIn(language);
  const { municipalityCodes, asOf, dataVersion, unit, isAdditive } = frame;
  const names = municipalityCodes.map((code) => municipalityNames.get(code) ?? code);
  const more = `${names.slice(0, 30).join(", ")} ${say("och", "and")} ${names.length - 30} ${say("till", "more")}`;
  const inFiles = unit === "SHARE" ? `; ${say("i filerna", "in the files")} ${UNIT_WORDS.SHARE[language]}` : "";
  const facts: [string, string][] = [
    [
      say("Kommuner", "Municipalities"),
      (names.length > 30 ? more : names.join(", ")) || say("inga med uppgifter", "none with data"),
    ],
    [say("Urval", "Selection"), filterLines(frame, language).join("; ") || say("alla poster", "all records")],
    [say("Enhet", "Unit"), `${unitIn(unit, language)}${inFiles}`],
    [
      say("Raderna", "The rows"),
      isAdditive ? say("får läggas ihop", "may be added up") : say("får inte läggas ihop", "must not be added up"),
    ],
    ...(total === null ? [] : [[say("Summa", "Total"), shownNumber(total, unit, language)] as [string, string]]),
    [
      say("Uppgifterna ändrades senast", "The data last changed"),
      asOf ? swedishDay(asOf) : say("det finns inga", "there is none"),
    ],
    [say("Dataversion", "Data version"), dataVersion],
  ];
  return html`<p>${say(
    "Samma adress ger samma rader, eller säger att uppgifterna har ändrats.",
    "The same address gives the same rows, or says that the data has changed.",
  )}</p>
<dl>
${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>\n`)}</dl>`;
}

function warnings({ frame }: ComparisonSummary, language: WordLanguage): Markup | string {
  if (frame.warnings.length === 0) return "";
  const say = sayIn(language);
  return html`<h2>${say("Att veta innan du jämför", "To know before you compare")}</h2>
<ul>
${frame.warnings.map(({ severity, message }) => {
  const weight = severity === "MISLEADING" ? say("Vilseledande", "Misleading") : say("Upplysning", "Note");
  return html`<li><strong>${weight}:</strong> ${inLanguage(message, language === "en" ? "EN" : "SV") ?? ""}</li>\n`;
})}</ul>`;
}

/** The roles are said aloud: where the style makes cards of the rows, browsers would forget that they are a table. */
function table({ frame }: ComparisonSummary, rows: readonly ComparisonRowValue[], language: WordLanguage): Markup {
  const say = sayIn(language);
  const dimensions = frame.input.groupBy.map((dimension) => capital(DIMENSION_WORDS[dimension][language]));
  const numbers = [
    `${say("Värde", "Value")}, ${unitIn(frame.unit, language)}`,
    say("Poster", "Records"),
    say("Saknar uppgift", "Missing"),
  ];
  const labels = [...dimensions, ...numbers, say("Säkerhet", "Certainty")];
  const heads = labels.map((label) => {
    const align = numbers.includes(label) ? html` class="number"` : "";
    return html`<th scope="col" role="columnheader"${align}>${label}</th>`;
  });
  return html`<table role="table" aria-labelledby="title">
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => tableRow(row, labels, frame.unit, language))}</tbody>
</table>`;
}

function tableRow(row: ComparisonRowValue, labels: readonly string[], unit: Unit, language: WordLanguage): Markup {
  const say = sayIn(language);
  const count = countIn(language);
  const keys = row.keys.map(({ code, label }) => inLanguage(label, language === "en" ? "EN" : "SV") ?? code);
  const about = row.precision === "APPROXIMATE" ? say("ca ", "c. ") : "";
  const value = row.value === null ? say("saknas", "missing") : `${about}${shownNumber(row.value, unit, language)}`;
  const remarks = [
    row.certainty ? CERTAINTY_WORDS[row.certainty][language] : "",
    // What is modelled as a whole says so already.
    row.isModelled && row.certainty !== "MODELLED" ? say("modellerad del", "part of it modelled") : "",
    row.mixesKinds ? say("belopp av olika slag hoplagda", "amounts of different kinds added") : "",
  ].filter((remark) => remark !== "");
  const label = (at: number) => html`data-label="${labels[at] ?? ""}"`;
  const cell = (at: number, kind: string, text: string) =>
    html`<td role="cell" ${label(keys.length + at)}${kind && html` class="${kind}"`}>${text}</td>`;
  return html`<tr role="row">${keys.map((key, at) => html`<th scope="row" role="rowheader" ${label(at)}>${key}</th>`)}${[
    cell(0, row.value === null ? "number missing" : "number", value),
    cell(1, "number", count(row.recordCount)),
    cell(2, "number", count(row.missingCount)),
    cell(3, "", remarks.join(", ")),
  ]}</tr>\n`;
}

/** Shares are per cent here, in heads and cells alike. */
function unitIn(unit: Unit, language: WordLanguage): string {
  return unit === "SHARE" ? sayIn(language)("procent", "per cent") : UNIT_WORDS[unit][language];
}

const sayIn = (language: WordLanguage) => (sv: string, en: string) => (language === "en" ? en : sv);
const countIn = (language: WordLanguage) => (number: number) => shownNumber(String(number), "PERSONS", language);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
