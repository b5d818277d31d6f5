import type { TestHub } from "../testkit/hub";

/** The connections of the graph's root, with the type of their filter. */
export const FILTERS = {
  areas: "AreaFilter",
  organisations: "OrganisationFilter",
  initiatives: "InitiativeFilter",
  grants: "GrantFilter",
  allocations: "AllocationFilter",
} as const;

export type ListField = keyof typeof FILTERS;

/** Ids of the whole list that the filter gives, in the list's order; fails when totalCount says another number. */
export async function idsOf(hub: TestHub, field: ListField, filter?: object, orderBy?: object): Promise<string[]> {
  const order = orderBy ? { declared: ", $orderBy: InitiativeOrder", given: ", orderBy: $orderBy" } : null;
  const { list } = await hub.data(
    `query ($filter: ${FILTERS[field]}${order?.declared ?? ""}) {
      list: ${field}(filter: $filter, first: 500${order?.given ?? ""}) { totalCount nodes { id } }
    }`,
    { filter, orderBy },
  );
  expect(list.totalCount).toBe(list.nodes.length);
  return list.nodes.map(({ id }: { id: string }) => id);
}

/** The code of the one error that the hub answers with. */
export async function codeOf(hub: TestHub, query: string, variables?: Record<string, unknown>): Promise<string> {
  const { errors = [] } = await hub.ask(query, variables);
  expect(errors.map(({ message }) => message)).toEqual([expect.any(String)]);
  return String(errors[0]?.extensions.code);
}
