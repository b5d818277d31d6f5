import { createHash } from "node:crypto";
import { someDocument, someFrame, someRow } from "../test-support/generated-document";
import { comparisonPage } from "./comparison-page";
import { PAGE_POLICY } from "./layout";

const hostile = `<script>alert(1)</script>" onload='x' &amp;`;

describe("the page of a comparison", () => {
  it("is in Swedish, with a table that a screen reader can read and numbers as Swedes write them", () => {
    const page = comparisonPage(someDocument([]), [
      someRow("Åre"),
      someRow("x", { value: null, certainty: null }),
      someRow("y", { value: "1234.5", precision: "APPROXIMATE" }),
    ]);
    expect(page).toContain('<html lang="sv">');
    expect(page).toContain("<caption>Belopp efter kommun och år, på insatsnivå</caption>");
    expect(page.match(/<th scope="col"/g)).toHaveLength(6);
    expect(page).toContain('<th scope="row">Åre</th>');
    expect(page.replaceAll("\u00a0", " ")).toContain('<td class="number">13 287 000</td>');
    expect(page.replaceAll("\u00a0", " ")).toContain('<td class="number">ca 1 234,5</td>');
    expect(page).toContain("saknas</td>");
    expect(page).toContain("<strong>Upplysning:</strong> Belopp saknas för Sigtuna.");
    expect(page).toContain("Kommungraf (2026). Belopp efter kommun och år");
    for (const file of [".csv", ".csv?bom=true&amp;decimals=comma", ".xlsx", ".json", ".metadata.json"]) {
      expect(page).toContain(`href="/comparisons/abc${file}"`);
    }
  });

  it("shows a share as per cent, of the exact value", () => {
    const page = comparisonPage(someDocument([], { frame: someFrame({ unit: "SHARE" }) }), [
      someRow("x", { value: "0.571428571428571" }),
    ]);
    expect(page.replaceAll("\u00a0", " ")).toContain("57,1 %");
  });

  it("says how many rows there are when it shows some of them", () => {
    const page = comparisonPage(someDocument([], { totalRows: 12345 }), [someRow()]);
    expect(page.replaceAll("\u00a0", " ")).toContain("de första 1 av 12 345 rader");
    expect(comparisonPage(someDocument([], { totalRows: 1 }), [someRow()])).not.toContain("de första");
  });

  it("shows whatever a name or a warning holds as text", () => {
    const frame = someFrame({
      input: { ...someFrame().input, filter: { themes: [hostile] } },
      warnings: [{ code: "X", severity: "NOTE", municipalityCodes: [], message: { sv: hostile, en: null } }],
    });
    const document = someDocument([], { frame, municipalityNames: new Map([["0191", hostile]]) });
    const page = comparisonPage(document, [someRow(hostile)]);
    expect(page.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot; onload=&#39;x&#39; &amp;amp;/g)).toHaveLength(4);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("onload='");
  });

  it("asks for nothing from elsewhere, runs nothing, and its style is the one that its policy allows", () => {
    const page = comparisonPage(someDocument([]), [someRow()]);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    expect(PAGE_POLICY).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:/);
    expect(page).not.toMatch(/\s(?:style|src|on\w+)=/);
  });
});
