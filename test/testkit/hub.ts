import { type Hub, type HubOptions, startHub } from "../../cli/hub";
import { createTestDatabase, silentLogger, type Template, type TestDatabase } from "./database";
import { createTestIssuer, type TestIssuer } from "./issuer";

export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

export interface TestHub extends Hub {
  readonly database: TestDatabase;
  /** Makes access tokens that the hub takes. */
  readonly issuer: TestIssuer;
  /** Asks the public endpoint over HTTP. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the test's own query gives them
  ask<Data = any>(query: string, variables?: Record<string, unknown>, token?: string): Promise<GraphQLAnswer<Data>>;
  /** Asks and gives the data; an answer with errors fails the test. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the test's own query gives them
  data<Data = any>(query: string, variables?: Record<string, unknown>, token?: string): Promise<Data>;
  /** SQL statements that the subgraphs have sent so far, by room. */
  statements(): Record<string, number>;
}

/** The whole hub on free ports over a database of its own. */
export async function startTestHub(
  template: Template,
  options: Partial<
    Pick<
      HubOptions,
      | "limits"
      | "timeouts"
      | "logger"
      | "engine"
      | "tokens"
      | "checkAccess"
      | "rowSecurity"
      | "issuers"
      | "developmentIssuer"
      | "dataDirectory"
      | "publicUrl"
    >
  > = {},
): Promise<TestHub> {
  const database = await createTestDatabase(template);
  const issuer = await createTestIssuer();
  const hub = await startHub({
    logger: silentLogger,
    // A thread for each engine is what most tests can do without.
    engine: "in-process",
    tokens: issuer.tokens,
    ...options,
    databaseUrl: database.url,
    host: "127.0.0.1",
    port: 0,
  });
  const ask: TestHub["ask"] = async (query, variables, token) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) } as never;
  };
  return {
    ...hub,
    database,
    issuer,
    ask,
    async data(query, variables, token) {
      const answer = await ask(query, variables, token);
      if (answer.errors) throw new Error(`The hub answered with errors: ${JSON.stringify(answer.errors, null, 2)}`);
      return answer.data as never;
    },
    statements: () =>
      Object.fromEntries(Object.entries(hub.databases).map(([name, { statementCount }]) => [name, statementCount()])),
    async stop() {
      await hub.stop();
      await database.drop();
    },
  };
}
