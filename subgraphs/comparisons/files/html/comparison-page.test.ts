import { createHash } from "node:crypto";
import { someDocument, someFrame, someRow } from "../test-support/generated-document";
import { comparisonPage } from "./comparison-page";
import { PAGE_POLICY } from "./layout";

const hostile = `<script>alert(1)</script>" onload='x' &amp;`;

describe("the page of a comparison", () => {
  it("is in Swedish, with a table that a screen reader can read and numbers as Swedes write them", () => {
    const page = comparisonPage(
      someDocument([]),
      [
        someRow("Åre"),
        someRow("x", { value: null, certainty: null }),
        someRow("y", { value: "1234.5", precision: "APPROXIMATE" }),
      ],
      "sv",
    );
    expect(page).toContain('<html lang="sv">');
    expect(page).toContain('<h1 id="title">Belopp efter kommun och år, på insatsnivå</h1>');
    expect(page).toContain('<table role="table" aria-labelledby="title">');
    expect(page.match(/<th scope="col"/g)).toHaveLength(6);
    expect(page).toContain('<th scope="row" role="rowheader" data-label="Kommun">Åre</th>');
    const value = 'data-label="Värde, kronor" class="number">';
    expect(page.replaceAll("\u00a0", " ")).toContain(`${value}13 287 000</td>`);
    expect(page.replaceAll("\u00a0", " ")).toContain(`${value}ca 1 234,5</td>`);
    expect(page).toContain("saknas</td>");
    expect(page).toContain("<strong>Upplysning:</strong> Belopp saknas för Sigtuna.");
    expect(page).toContain("Kommungraf (2026). Belopp efter kommun och år");
    for (const file of [".csv", ".csv?bom=true&amp;decimals=comma", ".xlsx", ".json", ".metadata.json"]) {
      expect(page).toContain(`href="/comparisons/abc${file}"`);
    }
  });

  it("says each thing once: the title as its heading, and of a figure from a model that it is one", () => {
    const page = comparisonPage(
      someDocument([]),
      [
        someRow("x", { certainty: "MODELLED", isModelled: true }),
        someRow("y", { certainty: "UNKNOWN", isModelled: true }),
        someRow("z", { mixesKinds: true }),
      ],
      "sv",
    );
    const body = page.slice(page.indexOf("<body>"), page.indexOf("Så citerar du"));
    expect(body.match(/Belopp efter kommun och år, på insatsnivå/g)).toHaveLength(1);
    expect(body).toContain(">modellerad</td>");
    expect(body).toContain(">okänd, modellerad del</td>");
    expect(body).toContain(">slutsats, belopp av olika slag hoplagda</td>");
  });

  it("leads to the hub's front and to itself in the other language, in which everything then is", () => {
    const swedish = comparisonPage(someDocument([]), [someRow()], "sv");
    expect(swedish).toContain('<header><a href="/">Kommungraf</a><a href="/comparisons/abc?language=en" lang="en"');
    const rows = [
      someRow(),
      someRow("x", { value: null, certainty: null }),
      someRow("y", { precision: "APPROXIMATE" }),
    ];
    const english = comparisonPage(someDocument([], { totalRows: 12345 }), rows, "en");
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('<header><a href="/">Kommungraf</a><a href="/comparisons/abc" lang="sv"');
    expect(english).toContain('data-label="Value, kronor (SEK)" class="number">13,287,000</td>');
    expect(english).toContain("The page shows the first 3 of 12,345 rows.");
    expect(english).toContain("<strong>Note:</strong> Amounts of Sigtuna are missing.");
    for (const file of [".csv?language=en", ".xlsx?language=en", ".csv?bom=true&amp;decimals=comma&amp;language=en"]) {
      expect(english).toContain(`href="/comparisons/abc${file}"`);
    }
    expect(english).not.toMatch(/saknas|Rader|Filer|Upplysning|Kommuner|Värde|Säkerhet/);
  });

  it("shows a share as per cent, of the exact value, and says so in the head too", () => {
    const frame = someFrame({ unit: "SHARE" });
    const page = comparisonPage(someDocument([], { frame }), [someRow("x", { value: "0.571428571428571" })], "sv");
    expect(page.replaceAll("\u00a0", " ")).toContain('data-label="Värde, procent" class="number">57,1 %</td>');
    expect(page).toContain("<dt>Enhet</dt><dd>procent; i filerna andel, 0 till 1</dd>");
  });

  it("says how many rows there are when it shows some of them", () => {
    const page = comparisonPage(someDocument([], { totalRows: 12345 }), [someRow()], "sv");
    expect(page.replaceAll("\u00a0", " ")).toContain("de första 1 av 12 345 rader");
    expect(comparisonPage(someDocument([], { totalRows: 1 }), [someRow()], "sv")).not.toContain("de första");
  });

  it("shows whatever a name or a warning holds as text", () => {
    const frame = someFrame({
      input: { ...someFrame().input, filter: { themes: [hostile] } },
      warnings: [{ code: "X", severity: "NOTE", municipalityCodes: [], message: { sv: hostile, en: null } }],
    });
    const document = someDocument([], { frame, municipalityNames: new Map([["0191", hostile]]) });
    const page = comparisonPage(document, [someRow(hostile)], "sv");
    expect(page.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot; onload=&#39;x&#39; &amp;amp;/g)).toHaveLength(4);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("onload='");
  });

  it("asks for nothing from elsewhere, runs nothing, and its style is the one that its policy allows", () => {
    const page = comparisonPage(someDocument([]), [someRow()], "sv");
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    expect(PAGE_POLICY).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:/);
    expect(page).not.toMatch(/\s(?:style|src|on\w+)=/);
  });
});
