/** Whose subgraph this is. The hub knows it by these, so they are not settings. */
export const municipality = { code: "__CODE__", subgraph: "__OWNER__", name: "__NAME__" } as const;
