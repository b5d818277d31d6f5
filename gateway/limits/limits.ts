/** Every bound on one request. README.md has the table for people. */
export interface Limits {
  /** Bytes of the request body, as sent and as decompressed. */
  bodyBytes: number;
  /** Characters of the address of a GET request. */
  urlBytes: number;
  tokens: number;
  /** Levels of fields below the operation. */
  depth: number;
  /** Levels of fields below `__schema` and `__type`; the query that GraphiQL sends has 14. */
  introspectionDepth: number;
  /** Aliases, and repetitions of a field within one selection, with fragments counted where they are spread. */
  aliases: number;
  rootFields: number;
  /** Fields in the answer, estimated from the sizes of lists. */
  cost: number;
  /** The largest `first` or `last`. */
  pageSize: number;
}

export const defaultLimits: Readonly<Limits> = {
  bodyBytes: 1024 * 1024,
  urlBytes: 8192,
  tokens: 10_000,
  depth: 15,
  introspectionDepth: 20,
  aliases: 100,
  rootFields: 50,
  cost: 500_000,
  pageSize: 500,
};
