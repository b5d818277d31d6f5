import { inLanguage } from "../../../../kit/value-resolvers";
import type { ComparisonRowValue } from "../../comparison/row";
import type { Unit } from "../../generated/types";
import { citationOf, LICENCE, swedishDay } from "../citation";
import type { ComparisonSummary } from "../document";
import { CERTAINTY_WORDS, DIMENSION_WORDS, filterLines, titleOf, UNIT_WORDS } from "../words";
import { page } from "./layout";
import { html, type Markup } from "./markup";
import { swedishNumber } from "./swedish-number";

/** Rows that the page shows; the files have them all. */
export const PAGE_ROWS = 500;

/** The comparison for a person who opens its permalink: its first rows, what to know of them, files and how to cite it. */
export function comparisonPage(document: ComparisonSummary, rows: readonly ComparisonRowValue[]): string {
  const { frame, permalink, on, totalRows } = document;
  const title = titleOf(frame).sv;
  const path = new URL(permalink).pathname;
  return page(
    title,
    html`${about(document)}
${warnings(document)}
<h2 id="rows">Rader</h2>
${totalRows > rows.length ? html`<p>Sidan visar de första ${count(rows.length)} av ${count(totalRows)} rader. Filerna har alla.</p>` : ""}
<div class="rows" role="region" aria-labelledby="rows" tabindex="0">
${table(document, rows, title)}
</div>
<h2>Filer</h2>
<ul>
<li><a href="${path}.csv?bom=true&amp;decimals=comma">CSV för svenskt Excel</a> (semikolon, decimalkomma)</li>
<li><a href="${path}.csv">CSV</a> (komma, decimalpunkt)</li>
<li><a href="${path}.xlsx">Excel</a>, med källor, täckning och varningar</li>
<li><a href="${path}.json">JSON</a></li>
<li><a href="${path}.metadata.json">Metadata</a> om kolumner, enheter, koder och licens</li>
</ul>
<h2>Så citerar du</h2>
<p>${citationOf(frame, permalink, on).sv}</p>
<p>Licens: <a href="${LICENCE.url}" rel="license">${LICENCE.name}</a>. ${LICENCE.note.sv}</p>`,
  );
}

function about({ frame, total, municipalityNames }: ComparisonSummary): Markup {
  const { municipalityCodes, asOf, dataVersion, unit, isAdditive } = frame;
  const names = municipalityCodes.map((code) => municipalityNames.get(code) ?? code);
  const shown = names.length > 30 ? `${names.slice(0, 30).join(", ")} och ${names.length - 30} till` : names.join(", ");
  const facts: [string, string][] = [
    ["Kommuner", shown || "inga med uppgifter"],
    ["Urval", filterLines(frame, "sv").join("; ") || "alla poster"],
    ["Enhet", UNIT_WORDS[unit].sv],
    ["Raderna", isAdditive ? "får läggas ihop" : "får inte läggas ihop"],
    ...(total === null ? [] : [["Summa", swedishNumber(total, unit)] as [string, string]]),
    ["Uppgifterna ändrades senast", asOf ? swedishDay(asOf) : "det finns inga"],
    ["Dataversion", dataVersion],
  ];
  return html`<p>Samma adress ger samma rader, eller säger att uppgifterna har ändrats.</p>
<dl>
${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>\n`)}</dl>`;
}

function warnings({ frame }: ComparisonSummary): Markup | string {
  if (frame.warnings.length === 0) return "";
  return html`<h2>Att veta innan du jämför</h2>
<ul>
${frame.warnings.map(({ severity, message }) => {
  const weight = severity === "MISLEADING" ? "Vilseledande" : "Upplysning";
  return html`<li><strong>${weight}:</strong> ${inLanguage(message, "SV") ?? ""}</li>\n`;
})}</ul>`;
}

function table({ frame }: ComparisonSummary, rows: readonly ComparisonRowValue[], caption: string): Markup {
  const { groupBy } = frame.input;
  const numbers = [`Värde (${UNIT_WORDS[frame.unit].sv})`, "Poster", "Saknar uppgift"];
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${groupBy.map((dimension) => html`<th scope="col">${capital(DIMENSION_WORDS[dimension].sv)}</th>`)}${numbers.map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col">Säkerhet</th></tr></thead>
<tbody>
${rows.map((row) => tableRow(row, frame.unit))}</tbody>
</table>`;
}

function tableRow(row: ComparisonRowValue, unit: Unit): Markup {
  const keys = row.keys.map(({ code, label }) => inLanguage(label, "SV") ?? code);
  const value =
    row.value === null
      ? html`<td class="number missing">saknas</td>`
      : html`<td class="number">${row.precision === "APPROXIMATE" ? "ca " : ""}${swedishNumber(row.value, unit)}</td>`;
  const certainty = row.certainty ? CERTAINTY_WORDS[row.certainty].sv : "";
  return html`<tr>${keys.map((key) => html`<th scope="row">${key}</th>`)}${value}<td class="number">${count(row.recordCount)}</td><td class="number">${count(row.missingCount)}</td><td>${certainty}${row.isModelled ? ", modellerad del" : ""}</td></tr>\n`;
}

const count = (number: number) => swedishNumber(String(number), "PERSONS");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
