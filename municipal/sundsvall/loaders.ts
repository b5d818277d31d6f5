import DataLoader from "dataloader";
import type { RowStore } from "./rows/row-store";
import type { Measure, Need, PropertyOwner } from "./rows/rows";

export interface Loaders {
  readonly needsInArea: DataLoader<string, readonly Need[]>;
  readonly measuresOfNeed: DataLoader<string, readonly Measure[]>;
  readonly propertyOwner: DataLoader<string, PropertyOwner | null>;
}

/** Gathers what one request asks for one by one, so that the store is asked once. Made anew for each request. */
export function createLoaders(store: RowStore): Loaders {
  return {
    needsInArea: new DataLoader(async (areas) => store.needsInAreas(areas)),
    measuresOfNeed: new DataLoader(async (needs) => store.measuresOfNeeds(needs)),
    propertyOwner: new DataLoader(async (ids) => store.propertyOwners(ids)),
  };
}
