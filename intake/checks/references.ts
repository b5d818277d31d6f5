import { NATIONAL, ownerOf } from "../../kit/record";
import { type Fault, type Mistake, mistakeInRow, quoted } from "../mistake";
import { createGuess, suggest } from "../nearest";
import { type Delivery, listOf, type Row, textOf } from "../table";
import type { Field } from "../table-schemas/table-schema";
import { isDoubtful, type KeyIndex } from "./key-index";

/** Cells that name a record of another table, or a code of a list, name one that exists. */
export function checkReferences(delivery: Delivery, known: KeyIndex): Mistake[] {
  const guess = createGuess();
  const mistakes: Mistake[] = [];
  for (const table of delivery.tables.values()) {
    for (const field of table.schema.fields) {
      if (field.refers === null && field.codeList === null) continue;
      for (const row of table.rows) {
        if (row.faulty.has(field.name)) continue;
        const faults = namesIn(row, field).flatMap((name) => judge(name, field) ?? []);
        if (faults.length > 0) row.faulty.add(field.name);
        for (const [name, fault] of faults) mistakes.push(mistakeInRow(table, row, field.name, fault, name));
      }
    }
  }
  return mistakes;

  function judge(name: string, { refers, codeList }: Field): [string, Fault][] | null {
    if (codeList !== null) {
      if (!known.isWhole("code-lists") || known.has("code-lists", `${codeList}/${name}`)) return null;
      return [[name, unknownCode(name, codeList)]];
    }
    if (refers === null || !known.isWhole(refers) || known.has(refers, name)) return null;
    if (isDoubtful(known, refers, name, guess)) return null;
    return [[name, isForeign(name) ? foreign(name, delivery.owner) : missing(name, refers)]];
  }

  function isForeign(name: string): boolean {
    const owner = ownerOf(name);
    return owner !== NATIONAL && owner !== delivery.owner;
  }

  function unknownCode(code: string, list: string): Fault {
    const codes = [...known.keys("code-lists")]
      .filter((key) => key.startsWith(`${list}/`))
      .map((key) => key.slice(list.length + 1));
    const remedy = suggest(
      guess(code, () => codes),
      `The codes are ${codes.join(", ")}.`,
    );
    return { code: "CODE_UNKNOWN", message: `${quoted(code)} is not a code of the list ${list}.`, remedy };
  }

  function missing(name: string, refers: string): Fault {
    const otherwise = `Add the record to ${refers}.csv, or mend the id.`;
    const remedy = suggest(
      guess(name, () => known.keys(refers)),
      otherwise,
    );
    return { code: "REFERENCE", message: `There is no ${quoted(name)} among the ${refers}.`, remedy };
  }
}

function foreign(name: string, owner: string): Fault {
  const message = `${quoted(name)} belongs to another municipality; a package refers to its own and to national records.`;
  const remedy = `Add a record of your own, with an id that begins with ${owner}-, and refer to that.`;
  return { code: "REFERENCE_FOREIGN", message, remedy };
}

function namesIn(row: Row, field: Field): readonly string[] {
  const text = textOf(row, field.name);
  return field.type === "list" ? listOf(row, field.name) : text === null ? [] : [text];
}
