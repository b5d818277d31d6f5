import { isRecord } from "../../kit/is-record";
import { readKey } from "./rows";
import type { Ask, ObjectReader, ObjectShape, ReadField } from "./split-query";

export type Path = readonly (string | number)[];

/** A row that stands somewhere in the answer, whose fields are put into `target`. */
export interface Place {
  type: string;
  key: string;
  target: Record<string, unknown>;
  path: Path;
}

/** What a walk through an owner's answer finds beside the data. */
export interface Findings {
  /** Rows of the hub that the owner names, by what is asked about them. */
  rows: Map<Ask, Place[]>;
  /** Values that were left out, since they are not what the schema promises. */
  broken: { path: Path; tooLong: boolean }[];
}

export const noFindings = (): Findings => ({ rows: new Map(), broken: [] });

/** Objects come from outside and their names from clients, so none has a prototype. */
export const emptyObject = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

/** Lists of more items are not read. */
export const MOST_ITEMS = 10_000;

/**
 * Copies what was asked for out of an owner's answer into `target`; anything else in it is passed over. A value that is
 * not of its type is null.
 */
export function readObject(
  answered: Readonly<Record<string, unknown>>,
  shape: ObjectShape,
  target: Record<string, unknown>,
  path: Path,
  findings: Findings,
): void {
  for (const field of shape.fields) {
    target[field.name] = field.value
      ? readValue(own(answered, field.name), field.value, field.value.lists, [...path, field.name], findings)
      : shape.type;
  }
}

export function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function readValue(
  value: unknown,
  expected: NonNullable<ReadField["value"]>,
  lists: number,
  path: Path,
  findings: Findings,
): unknown {
  if (value === null || value === undefined) return null;
  if (lists > 0) {
    if (!Array.isArray(value)) return broken(path, findings);
    if (value.length > MOST_ITEMS) return broken(path, findings, true);
    return value.map((item, index) => readValue(item, expected, lists - 1, [...path, index], findings));
  }
  if (expected.inner) return readInner(value, expected.inner, path, findings);
  return expected.leaf(value) ?? broken(path, findings);
}

function readInner(value: unknown, reader: ObjectReader, path: Path, findings: Findings): unknown {
  if (!isRecord(value)) return broken(path, findings);
  const typename = reader.typenameAt === undefined ? undefined : own(value, reader.typenameAt);
  const shape = reader.shapeOf(typeof typename === "string" ? typename : undefined);
  if (!shape) return broken(path, findings);
  const target = emptyObject();
  if (!shape.row) {
    readObject(value, shape, target, path, findings);
    return target;
  }
  const { ask, keyAt, key: keyField } = shape.row;
  const key = readKey(keyField, own(value, keyAt));
  if (key === undefined) return broken(path, findings);
  const places = findings.rows.get(ask) ?? [];
  findings.rows.set(ask, places);
  places.push({ type: shape.type, key, target, path });
  return target;
}

function broken(path: Path, findings: Findings, tooLong = false): null {
  findings.broken.push({ path, tooLong });
  return null;
}
