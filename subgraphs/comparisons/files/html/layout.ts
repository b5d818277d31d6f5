import { createHash } from "node:crypto";
import { html, Markup } from "./markup";

/** Colours and fonts are the reader's own; a wide table scrolls by itself, so that a narrow page does not. */
const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
.rows { overflow-x: auto; }
.rows:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
table { border-collapse: collapse; overflow-wrap: normal; }
caption { text-align: start; padding-block: 0.5rem; font-weight: bold; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.375rem 0.75rem; text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.missing { font-style: italic; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5rem; }
`;

/** No scripts, nothing from elsewhere, and no style but the one above. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A whole page in Swedish. */
export function page(title: string, content: Markup): string {
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Kommungraf</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.text;
}
