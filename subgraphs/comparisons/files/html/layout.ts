import { createHash } from "node:crypto";
import type { WordLanguage } from "../words";
import { html, Markup } from "./markup";

/**
 * Colours and fonts are the reader's own. A wide table scrolls by itself, so that the page does not; on a narrow screen, where
 * its last columns would be out of sight, each row is a card instead.
 */
const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; justify-content: space-between; }
header a:first-child { font-weight: bold; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
.rows { overflow-x: auto; }
.rows:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
table { border-collapse: collapse; overflow-wrap: normal; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.375rem 0.75rem; text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.missing { font-style: italic; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5rem; }
@media (max-width: 48rem) {
table, tbody, tr { display: block; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
tr { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-block: 0.5rem; }
tbody th, tbody td { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0.5rem; border: 0; padding: 0.0625rem 0; text-align: end; overflow-wrap: anywhere; }
tbody td:empty { display: none; }
tbody [data-label]::before { content: attr(data-label); font-weight: normal; font-style: normal; text-align: start; white-space: normal; overflow-wrap: normal; }
}
`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest();

/** Another one for another style: a page that a browser has kept must not meet the policy of a later style. */
export const STYLE_EDITION = STYLE_HASH.toString("hex").slice(0, 8);

/** No scripts, nothing from elsewhere, and no style but the one above. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH.toString("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

interface PageOptions {
  readonly language: WordLanguage;
  readonly title: string;
  /** Address of the same page in the other language. */
  readonly otherLanguage?: string;
}

/** A whole page, with the way to the hub's front. */
export function page({ language, title, otherLanguage }: PageOptions, content: Markup): string {
  const other =
    language === "sv"
      ? html`<a href="${otherLanguage ?? ""}" lang="en" hreflang="en">In English</a>`
      : html`<a href="${otherLanguage ?? ""}" lang="sv" hreflang="sv">På svenska</a>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Kommungraf</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header><a href="/">Kommungraf</a>${otherLanguage === undefined ? "" : other}</header>
<main>
<h1 id="title">${title}</h1>
${content}
</main>
</body>
</html>
`.text;
}
