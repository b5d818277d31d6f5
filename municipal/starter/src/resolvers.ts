import type { Loaders } from "./loaders.js";
import { municipality } from "./municipality.js";
import type { MeetingPlace, Store } from "./store.js";

export interface Context {
  readonly store: Store;
  readonly loaders: Loaders;
}

interface ById {
  readonly id: string;
}

/** Null rather than an empty answer: the hub takes null for "nothing to say of this one". */
const found = (meetingPlaces: readonly MeetingPlace[]) => (meetingPlaces.length > 0 ? { meetingPlaces } : null);

const ofArea = async ({ id }: ById, { loaders }: Context) => found(await loaders.placesByArea.load(id));
const ofInitiative = async ({ id }: ById, { loaders }: Context) => found(await loaders.placesByInitiative.load(id));

export const resolvers = {
  // The hub sends a key (a reference); __resolveReference says whether we know it. What we don't know is null, not an error.
  Municipality: {
    __resolveReference: ({ code }: { code: string }) => (code === municipality.code ? { code } : null),
    async __PREFIX__({ code }: { code: string }, _: unknown, { store }: Context) {
      if (code !== municipality.code) return null;
      const meetingPlaces = await store.allPlaces();
      return { meetingPlaceCount: meetingPlaces.length, meetingPlaces };
    },
  },
  Area: {
    __resolveReference: async ({ id }: ById, context: Context) => (await ofArea({ id }, context)) && { id },
    __PREFIX__: (area: ById, _: unknown, context: Context) => ofArea(area, context),
  },
  Initiative: {
    __resolveReference: async ({ id }: ById, context: Context) => (await ofInitiative({ id }, context)) && { id },
    __PREFIX__: (initiative: ById, _: unknown, context: Context) => ofInitiative(initiative, context),
  },
  __TYPE__MeetingPlace: {
    // A reference the other way: the key is enough, the hub asks the owner of Area for the rest.
    area: ({ area }: MeetingPlace) => (area === null ? null : { id: area }),
  },
  Query: {
    async __PREFIX__MeetingPlaces(_: unknown, { area }: { area?: string | null }, { store }: Context) {
      const places = await store.allPlaces();
      return area == null ? places : places.filter((place) => place.area === area);
    },
  },
};
