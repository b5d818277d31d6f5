import { type GrantEventRow, stands } from "../grant-event.entity";
import { byPosition, type LifeEvent } from "./life-event";
import { isSurelyBefore, knownDate } from "./order-rules";

/** Entries of one place in the life. */
type Place = readonly GrantEventRow[];

/**
 * A log with what documents tell put among what systems have recorded. A data package counts the places of its own events
 * alone, so those do not say what came before what of the others. Each side keeps its order; between the two the days decide
 * where they are known, and the places where they are not.
 * @returns what stands of the documents and all that was recorded, with places counted anew from 1
 */
export function interleave(log: readonly GrantEventRow[]): LifeEvent[] {
  const told = placesOf(log.filter((event) => event.origin === "DATA_PACKAGE" && stands(event)));
  const recorded = placesOf(log.filter(({ origin }) => origin !== "DATA_PACKAGE"));
  const merged: LifeEvent[] = [];
  for (let position = 1; told.length + recorded.length > 0; position++) {
    const next = isToldFirst(told[0], recorded[0]) ? told.shift() : recorded.shift();
    for (const event of next ?? []) merged.push({ ...event, position });
  }
  return merged;
}

function placesOf(events: readonly GrantEventRow[]): Place[] {
  const places = new Map<number, GrantEventRow[]>();
  for (const event of [...events].sort(byPosition)) {
    const place = places.get(event.position);
    if (place) place.push(event);
    else places.set(event.position, [event]);
  }
  return [...places.values()];
}

function isToldFirst(told: Place | undefined, recorded: Place | undefined): boolean {
  if (!told || !recorded) return told !== undefined;
  const [a, b] = [dayOf(told), dayOf(recorded)];
  if (a && b && isSurelyBefore(a, b)) return true;
  if (a && b && isSurelyBefore(b, a)) return false;
  return (told[0]?.position ?? 0) <= (recorded[0]?.position ?? 0);
}

const dayOf = (place: Place) => knownDate(place.findLast(({ isRetraction }) => !isRetraction)?.date ?? null);
