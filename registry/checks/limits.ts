/** Bounds of one owner's schema; the hub's largest room has a fifth of them. */
export interface SubgraphLimits {
  /** Bytes in UTF-8. */
  readonly bytes: number;
  /** Names, values and signs; comments are not counted. */
  readonly tokens: number;
  /** Brackets of any kind within one another. */
  readonly depth: number;
  readonly types: number;
  /** Fields, arguments, values of enums and members of unions, together. */
  readonly fields: number;
}

export const subgraphLimits: SubgraphLimits = {
  bytes: 256 * 1024,
  tokens: 30_000,
  depth: 32,
  types: 400,
  fields: 2_000,
};

/**
 * Bounds of what gateways must keep in memory of one owner: a planner of queries keeps, for each field, every field that
 * may be asked for below it. What leads to a type of the hub's is counted with the fields of all owners on it, so those
 * bounds are the narrow ones.
 */
export const plannerLimits = {
  /** Own fields on one of the hub's types. */
  fieldsOnType: 20,
  /** Fields anywhere in the schema that lead to one of the hub's types. */
  references: 40,
  /** Unions and interfaces: a planner compares each with each of all owners'. */
  abstractTypes: 20,
  /** Types in unions and interfaces, counted in each of them. */
  members: 200,
  /** Fields that lead to a type of the owner's, each as often as that type has fields or members. */
  ways: 50_000,
} as const;
