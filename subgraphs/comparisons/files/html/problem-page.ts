import { swedishDay } from "../../../../kit/swedish-day";
import type { Problem } from "../problem";
import type { WordLanguage } from "../words";
import { page } from "./layout";
import { html } from "./markup";

/** A problem for a person. */
export function problemPage(problem: Problem, members: Problem["members"], language: WordLanguage): string {
  const { permalink, asOf, mistakes, requestId } = members;
  const say = (sv: string, en: string) => (language === "en" ? en : sv);
  const told = Array.isArray(mistakes) ? mistakes : [];
  return page(
    { language, title: problem.title(language) },
    html`<p>${problem.detail(language)}</p>
${told.length > 0 ? html`<ul lang="en">${told.map(({ message, remedy }) => html`<li>${String(message)} ${String(remedy)}</li>`)}</ul>` : ""}
${typeof asOf === "string" ? html`<p>${say("Uppgifterna ändrades senast", "The data last changed on")} ${swedishDay(new Date(asOf))}.</p>` : ""}
${typeof permalink === "string" ? html`<p><a href="${permalink}${say("", "?language=en")}">${say("Samma fråga över dagens uppgifter", "The same question over today's data")}</a></p>` : ""}
${typeof requestId === "string" ? html`<p>${say("Ärendenummer", "Request id")}: ${requestId}</p>` : ""}`,
  );
}
