import { isRecord } from "../../../kit/is-record";

/** JSON text that stands as it is: numbers with more digits than a double holds. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** A value as JSON text, piece by piece: lists in it may be asynchronous, which are written as they come. */
export async function* jsonText(value: unknown): AsyncGenerator<string> {
  if (value instanceof RawJson) yield value.text;
  else if (isList(value)) {
    let before = "[";
    for await (const item of value) {
      yield before;
      yield* jsonText(item);
      // A long list has a line for each, so that it can be looked at.
      before = Array.isArray(value) ? "," : ",\n";
    }
    yield before === "[" ? "[]" : "]";
  } else if (isRecord(value) && !(value instanceof Date)) {
    let before = "{";
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${before}${JSON.stringify(name)}:`;
      yield* jsonText(member);
      before = ",";
    }
    yield before === "{" ? "{}" : "}";
  } else yield JSON.stringify(value);
}

function isList(value: unknown): value is AsyncIterable<unknown> | unknown[] {
  return Array.isArray(value) || (typeof value === "object" && value !== null && Symbol.asyncIterator in value);
}
