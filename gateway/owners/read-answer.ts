import { isRecord } from "../../kit/is-record";
import type { AnswerBudget } from "./answer-budget";
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
  /** How many values were left out, since they are not what the schema promises, and the first of them. */
  broken: { count: number; first?: { path: Path; tooLong: boolean } };
  /** What may be read; beyond it nothing is, and what was read must not be used. */
  budget: AnswerBudget;
}

export const noFindings = (budget: AnswerBudget): Findings => ({ rows: new Map(), broken: { count: 0 }, budget });

/**
 * Objects that inherit nothing, since their fields' names come from clients. Made by a constructor they are several
 * times as small and quick as those of `Object.create(null)`, which are tables of their own each.
 */
const Bare = function Bare() {} as unknown as { new (): Record<string, unknown>; prototype: object };
Bare.prototype = Object.create(null);

export const emptyObject = (): Record<string, unknown> => new Bare();

/** Lists of more items are not read. */
export const MOST_ITEMS = 10_000;

/** What a null where none may be counts as, in values: the library makes an error of each, which takes it so much longer. */
const FAULT_VALUES = 100;

/**
 * Copies what was asked for out of an owner's answer into `target`, as far as the budget goes; anything else in it is
 * passed over. A value that is not of its type is null.
 */
export function readObject(
  answered: Readonly<Record<string, unknown>>,
  shape: ObjectShape,
  target: Record<string, unknown>,
  path: Path,
  findings: Findings,
): void {
  if (!findings.budget.spend(shape.fields.length)) return;
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
  const read = readNullable(value, expected, lists, path, findings);
  if (read === null && expected.nonNull[lists]) findings.budget.spend(FAULT_VALUES);
  return read;
}

function readNullable(
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
    if (!findings.budget.spend(value.length)) return null;
    return value.map((item, index) => readValue(item, expected, lists - 1, [...path, index], findings));
  }
  if (expected.inner) return readInner(value, expected.inner, path, findings);
  return expected.leaf(value, findings.budget) ?? broken(path, findings);
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
  if (!findings.budget.name(shape.type, key)) return null;
  const places = findings.rows.get(ask) ?? [];
  findings.rows.set(ask, places);
  places.push({ type: shape.type, key, target, path });
  return target;
}

export function broken(path: Path, { broken }: Findings, tooLong = false): null {
  broken.count += 1;
  broken.first ??= { path, tooLong };
  return null;
}
