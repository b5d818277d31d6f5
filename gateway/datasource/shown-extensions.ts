import type { GraphQLErrorExtensions } from "graphql";

const NAME = /^[a-z]\w{0,30}$/;

const WITHHELD: ReadonlySet<string> = new Set(["stacktrace", "exception", "stack", "http", "serviceName", "requestId"]);

const LONGEST_TEXT = 200;
const LONGEST_TEXT_IN_RECORD = 500;
const MOST_RECORDS = 100;
const MOST_VALUES = 300;

/**
 * What of a deliberate error's extensions a client may see: small values, and lists of flat records of them, which is how
 * several mistakes or reasons are told at once, each perhaps with a text per language. Anything deeper or longer is left out.
 */
export function shownExtensions(extensions: Readonly<Record<string, unknown>>): GraphQLErrorExtensions {
  return pick(extensions, (value) => (Array.isArray(value) ? showRecords(value) : showScalar(value, LONGEST_TEXT)));
}

function showRecords(values: readonly unknown[]): unknown {
  if (values.length === 0 || !values.every(isRecord)) return undefined;
  return values.slice(0, MOST_RECORDS).map((record) => pick(record, showField));
}

/** A field of a record; what is deeper is shown only where it is a text in both languages. */
function showField(value: unknown): unknown {
  if (Array.isArray(value)) return showScalars(value);
  if (!isRecord(value)) return showText(value);
  const { sv, en } = value;
  return typeof sv === "string" && typeof en === "string" ? pick({ sv, en }, showText) : undefined;
}

function showScalars(values: readonly unknown[]): unknown {
  const shown = values.slice(0, MOST_VALUES).map(showText);
  return shown.includes(undefined) ? undefined : shown;
}

const showText = (value: unknown) => showScalar(value, LONGEST_TEXT_IN_RECORD);

function showScalar(value: unknown, longest: number): unknown {
  const isSmall = typeof value === "number" || typeof value === "boolean";
  return isSmall || (typeof value === "string" && value.length <= longest) ? value : undefined;
}

function pick(record: Readonly<Record<string, unknown>>, show: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([name]) => NAME.test(name) && !WITHHELD.has(name))
      .map(([name, value]) => [name, show(value)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
