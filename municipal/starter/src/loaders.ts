import DataLoader from "dataloader";
import type { MeetingPlace, Store } from "./store.js";

export interface Loaders {
  readonly placesByArea: DataLoader<string, readonly MeetingPlace[]>;
  readonly placesByInitiative: DataLoader<string, readonly MeetingPlace[]>;
}

/** Gathers what one request asks for one by one, so that the store is asked once. Made anew for each request. */
export function createLoaders(store: Store): Loaders {
  return {
    placesByArea: new DataLoader((ids) => store.placesByArea(ids)),
    placesByInitiative: new DataLoader((ids) => store.placesByInitiative(ids)),
  };
}
