import { readFileSync } from "node:fs";

export interface MeetingPlace {
  readonly id: string;
  readonly name: string;
  /** Id of an area of the hub. */
  readonly area: string | null;
  /** Id of an initiative of the hub. */
  readonly initiative: string | null;
  readonly visitsPerWeek: number | null;
  readonly page: string | null;
  readonly isExample: boolean;
}

/** Where the rows are. Methods take many keys at once, so that a database would be asked once for all of them. */
export interface Store {
  allPlaces(): Promise<readonly MeetingPlace[]>;
  /** One list for each id, in their order; an empty one where there is nothing. */
  placesByArea(ids: readonly string[]): Promise<(readonly MeetingPlace[])[]>;
  placesByInitiative(ids: readonly string[]): Promise<(readonly MeetingPlace[])[]>;
}

/** A store over a JSON file that is read once. Put your own system here: nothing else knows where rows come from. */
export function createFileStore(file: string | URL): Store {
  const places = (JSON.parse(readFileSync(file, "utf8")) as MeetingPlace[]).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const by = (column: "area" | "initiative", ids: readonly string[]) =>
    Promise.resolve(ids.map((id) => places.filter((place) => place[column] === id)));
  return {
    allPlaces: () => Promise.resolve(places),
    placesByArea: (ids) => by("area", ids),
    placesByInitiative: (ids) => by("initiative", ids),
  };
}
