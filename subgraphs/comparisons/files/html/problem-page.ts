import { swedishDay } from "../citation";
import type { Problem } from "../problem";
import { page } from "./layout";
import { html } from "./markup";

/** A problem for a person, in Swedish. */
export function problemPage(problem: Problem, members: Problem["members"]): string {
  const { permalink, asOf, mistakes, requestId } = members;
  const told = Array.isArray(mistakes) ? mistakes : [];
  return page(
    problem.title("sv"),
    html`<p>${problem.detail("sv")}</p>
${told.length > 0 ? html`<ul lang="en">${told.map(({ message, remedy }) => html`<li>${String(message)} ${String(remedy)}</li>`)}</ul>` : ""}
${typeof asOf === "string" ? html`<p>Uppgifterna ändrades senast ${swedishDay(new Date(asOf))}.</p>` : ""}
${typeof permalink === "string" ? html`<p><a href="${permalink}">Samma fråga över dagens uppgifter</a></p>` : ""}
${typeof requestId === "string" ? html`<p>Ärendenummer: ${requestId}</p>` : ""}`,
  );
}
