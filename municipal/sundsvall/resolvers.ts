import type { Loaders } from "./loaders";
import type { Method } from "./method";
import { kronorOf, oreOf } from "./money";
import { type PageArguments, pageOf } from "./page";
import type { RowStore } from "./rows/row-store";
import { type Measure, type Need, type PropertyOwner, statusOf } from "./rows/rows";
import { countByStatus, coverageOf, type OwnedMeasure, sumSetAside } from "./sums";

export interface Context {
  readonly store: RowStore;
  readonly loaders: Loaders;
  /** Id of the initiative that the method is in the hub. */
  readonly initiative: string;
  readonly method: Method;
}

interface ById {
  readonly id: string;
}

/** Some needs, which SundsvallArea and SundsvallInitiative tell of in the same words. */
interface Needs {
  readonly needs: readonly Need[];
}

async function measuresOf({ needs }: Needs, { loaders }: Context): Promise<OwnedMeasure[]> {
  const measures = (await loaders.measuresOfNeed.loadMany(needs.map(({ id }) => id))).flatMap(orThrow);
  return Promise.all(
    measures.map(async (measure) => ({
      measure,
      owner: measure.owner === null ? null : await loaders.propertyOwner.load(measure.owner),
    })),
  );
}

function orThrow<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value;
  return value;
}

const summary = {
  needCounts: ({ needs }: Needs) => countByStatus(needs),
  measureCounts: async (parent: Needs, _: unknown, context: Context) =>
    countByStatus((await measuresOf(parent, context)).map(({ measure }) => measure)),
  setAside: async (parent: Needs, _: unknown, context: Context) => sumSetAside(await measuresOf(parent, context)),
  coverage: async (parent: Needs, _: unknown, context: Context) => coverageOf(await measuresOf(parent, context)),
  isExample: async (parent: Needs, _: unknown, context: Context) =>
    parent.needs.some(({ isExample }) => isExample) ||
    (await measuresOf(parent, context)).some(({ measure, owner }) => measure.isExample || owner?.isExample),
};

/** A reference of the hub's: the key is enough. */
const reference = (id: string | null) => (id === null ? null : { id });

/** Null rather than an empty answer: nobody has been out in the area yet, or it is not one of ours. */
async function ofArea({ id }: ById, { loaders }: Context): Promise<Needs | null> {
  const needs = await loaders.needsInArea.load(id);
  return needs.length > 0 ? { needs } : null;
}

const ofInitiative = ({ id }: ById, { initiative, store }: Context): Needs | null =>
  id === initiative ? { needs: store.needs() } : null;

export const resolvers = {
  Area: {
    __resolveReference: async ({ id }: ById, context: Context) => (await ofArea({ id }, context)) && { id },
    sundsvall: (area: ById, _: unknown, context: Context) => ofArea(area, context),
  },
  Initiative: {
    __resolveReference: ({ id }: ById, context: Context) => ofInitiative({ id }, context) && { id },
    sundsvall: (initiative: ById, _: unknown, context: Context) => ofInitiative(initiative, context),
  },
  SundsvallArea: { ...summary, needs: ({ needs }: Needs, page: PageArguments) => pageOf(needs, page) },
  SundsvallInitiative: {
    ...summary,
    method: (_: Needs, __: unknown, { method }: Context) => method,
    areas: ({ needs }: Needs) => [...new Set(needs.map(({ area }) => area))].sort().map(reference),
  },
  SundsvallNeed: {
    area: ({ area }: Need) => reference(area),
    initiative: (_: Need, __: unknown, { initiative }: Context) => reference(initiative),
    status: statusOf,
    measures: ({ id }: Need, _: unknown, { loaders }: Context) => loaders.measuresOfNeed.load(id),
  },
  SundsvallMeasure: {
    status: statusOf,
    owner: ({ owner }: Measure, _: unknown, { loaders }: Context) =>
      owner === null ? null : loaders.propertyOwner.load(owner),
    responsible: ({ responsible }: Measure) => reference(responsible),
    pictures: ({ pictures }: Measure) => pictures.toSorted((a, b) => (a.takenOn < b.takenOn ? -1 : 1)),
  },
  SundsvallPropertyOwner: {
    organisation: ({ organisation }: PropertyOwner) => reference(organisation),
  },
  SundsvallMoney: {
    value: ({ value }: NonNullable<Measure["setAside"]>) => (value === null ? null : kronorOf(oreOf(value))),
  },
  Query: {
    async sundsvallNeeds(_: unknown, { area, ...page }: PageArguments & { area?: string | null }, context: Context) {
      return pageOf(area == null ? context.store.needs() : await context.loaders.needsInArea.load(area), page);
    },
    sundsvallNeed: (_: unknown, { id }: ById, { store }: Context) => store.need(id) ?? null,
  },
};
