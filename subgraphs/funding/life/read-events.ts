import { type Mistake, mistake } from "../follow-up/mistake";
import { checkText } from "../follow-up/text";
import type { GrantEventInput } from "../generated/types";
import { toOre } from "../kronor";
import type { NewEvent } from "./append-events";
import { AMOUNT_KIND, AMOUNT_REQUIRED_KINDS, TOTAL_COST_KIND } from "./kinds";
import { isOwnId } from "./own-id";

const MOST_EVENTS = 100;
/** A hundred billion kronor: far more than any grant, and few enough öre for every sum. */
const MOST_KRONOR = "100000000000";
const FIRST_YEAR = 1990;
const NOTE_CHARACTERS = 2000;
const NUMBER_CHARACTERS = 100;
const LOCATOR_CHARACTERS = 200;

export interface EventsRead {
  readonly events: readonly NewEvent[];
  readonly mistakes: readonly Mistake[];
}

/**
 * Events that a system sends, with what is wrong in each of them by itself. What is wrong is left out of the event, so that
 * the rules of the grant's life judge the rest.
 * @param municipality of the grant
 */
export function readEvents(inputs: readonly GrantEventInput[], municipality: string): EventsRead {
  const count = inputs.length;
  if (count < 1 || count > MOST_EVENTS) {
    return { events: [], mistakes: [mistake("EVENTS_COUNT", { field: "events" }, { count })] };
  }
  const read = inputs.map((input, index) => readEvent(input, `events[${index}]`, municipality));
  return { events: read.map(({ event }) => event), mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

function readEvent(input: GrantEventInput, place: string, municipality: string) {
  const amount = amountMistakes(input, place);
  const totalCost = totalCostMistakes(input, place);
  const year = yearMistakes(input, place);
  const source = sourceMistakes(input, place, municipality);
  const text = (part: "note" | "registrationNumber" | "locator", limit: number) =>
    checkText(input[part] ?? null, `${place}.${part}`, { limit });
  const event: NewEvent = {
    place,
    kind: input.kind,
    date: input.date,
    value: amount.length > 0 ? null : (input.amount ?? null),
    year: year.length > 0 ? null : (input.year ?? null),
    totalCost: totalCost.length > 0 ? null : (input.totalCost ?? null),
    registrationNumber: given(input.registrationNumber),
    note: given(input.note),
    sources: input.document
      ? [{ documentId: input.document, locator: given(input.locator), quote: null, field: null }]
      : [],
    correctsId: input.corrects ?? null,
    isRetraction: input.isRetraction === true,
    reportId: null,
    reportVersion: null,
  };
  const mistakes = [
    ...amount,
    ...year,
    ...totalCost,
    ...text("registrationNumber", NUMBER_CHARACTERS),
    ...text("note", NOTE_CHARACTERS),
    ...source,
    ...text("locator", LOCATOR_CHARACTERS),
  ];
  return { event, mistakes };
}

const given = (text: string | null | undefined) => text?.trim() || null;

function amountMistakes({ kind, amount: value, isRetraction }: GrantEventInput, place: string): Mistake[] {
  const at = { field: `${place}.amount` };
  if (value === null || value === undefined) {
    return AMOUNT_REQUIRED_KINDS.has(kind) && !isRetraction ? [mistake("AMOUNT_MISSING", at, { kind })] : [];
  }
  if (isRetraction) return [mistake("RETRACTION_WITH_AMOUNT", at)];
  if (AMOUNT_KIND[kind] === undefined) return [mistake("AMOUNT_NOT_OF_KIND", at, { kind })];
  return sizeMistakes(kind, value, at);
}

function totalCostMistakes({ kind, totalCost: value, isRetraction }: GrantEventInput, place: string): Mistake[] {
  const at = { field: `${place}.totalCost` };
  if (value === null || value === undefined) return [];
  if (isRetraction) return [mistake("RETRACTION_WITH_AMOUNT", at)];
  if (TOTAL_COST_KIND[kind] === undefined) return [mistake("TOTAL_COST_NOT_OF_KIND", at, { kind })];
  return sizeMistakes(kind, value, at);
}

/** Nothing may have been spent, and nothing approved; all else is something. */
function sizeMistakes(kind: string, value: string, at: { readonly field: string }): Mistake[] {
  const ore = toOre(value);
  const mayBeNone = kind === "FINAL_REPORT" || kind === "APPROVAL";
  if (ore < 0n || (ore === 0n && !mayBeNone)) return [mistake("AMOUNT_NOT_POSITIVE", at, { value })];
  return ore > toOre(MOST_KRONOR) ? [mistake("AMOUNT_TOO_LARGE", at, { value, most: MOST_KRONOR })] : [];
}

function yearMistakes({ kind, year, isRetraction }: GrantEventInput, place: string): Mistake[] {
  const at = { field: `${place}.year` };
  if (year === null || year === undefined) return [];
  if (isRetraction) return [mistake("RETRACTION_WITH_AMOUNT", at)];
  if (AMOUNT_KIND[kind] === undefined) return [mistake("AMOUNT_NOT_OF_KIND", at, { kind })];
  const last = new Date().getFullYear() + 1;
  if (year >= FIRST_YEAR && year <= last) return [];
  return [mistake("YEAR_OUTSIDE", at, { year, first: FIRST_YEAR, last })];
}

function sourceMistakes({ document, locator }: GrantEventInput, place: string, municipality: string): Mistake[] {
  if (!document) return locator ? [mistake("LOCATOR_WITHOUT_DOCUMENT", { field: `${place}.locator` })] : [];
  if (isOwnId(document, municipality)) return [];
  const at = { field: `${place}.document`, record: document };
  return [mistake("DOCUMENT_FOREIGN", at, { document, municipality })];
}
