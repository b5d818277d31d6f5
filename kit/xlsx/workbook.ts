import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { inChunks } from "./in-chunks";
import { type Sheet, sheetXml } from "./sheet";
import { stylesXml } from "./styles";
import { xmlText } from "./xml";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/**
 * An Excel workbook as it is read: one sheet after the other, and of each no more than is on its way out. Ends with an error
 * when the rows of a sheet do, and ends those when it is destroyed.
 * @param sheets whose rows are asked for in turn, the next sheet's after the last row of the one before
 */
export function workbookOf(sheets: readonly Sheet[]): Readable {
  const zip = new ZipFile();
  // yazl gives the stream by a narrower type than it is of.
  const output = zip.outputStream as unknown as Readable;
  const fail = (error: Error) => void output.destroy(error);
  zip.on("error", fail);
  for (const [path, text] of partsOf(sheets)) zip.addBuffer(Buffer.from(text), path);
  let current: Readable | undefined;
  sheets.forEach((sheet, at) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, {}, (give) => {
      // Who has left before the sheet begins wants none of its rows.
      if (output.destroyed) return;
      current = Readable.from(inChunks(sheetXml(sheet)), { objectMode: true, highWaterMark: 1 });
      current.once("error", fail);
      give(null, current);
    });
  });
  output.once("close", () => current?.destroy());
  zip.end();
  return output;
}

/** The parts that say what is in the workbook, by path. */
function partsOf(sheets: readonly Sheet[]): [string, string][] {
  const each = (part: (number: number, sheet: Sheet) => string) =>
    sheets.map((sheet, at) => part(at + 1, sheet)).join("");
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  return [
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    ],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((number, { name }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((number) => relation(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`))}${relation(`rId${sheets.length + 1}`, "styles", "styles.xml")}</Relationships>`,
    ],
    ["xl/styles.xml", stylesXml],
  ];
}
