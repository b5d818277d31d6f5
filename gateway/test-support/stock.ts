import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { quietTelemetry } from "../quiet-telemetry";
import { composeSupergraph } from "./compose";
import type { Answer } from "./hub";

/** The gateway library as it comes, to show that a fault is there when nothing mends it. */
export async function askStock(
  supergraph: string | readonly { name: string; typeDefs: string; url: string }[],
  query: string,
  extra: { operationName?: string } = {},
): Promise<Answer & { status: number }> {
  quietTelemetry();
  const supergraphSdl = typeof supergraph === "string" ? supergraph : composeSupergraph(supergraph);
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const server = new ApolloServer({
    gateway: new ApolloGateway({ supergraphSdl, logger: quiet }),
    logger: quiet,
    stopOnTerminationSignals: false,
  });
  await server.start();
  try {
    const response = await server.executeOperation({ query, ...extra });
    if (response.body.kind !== "single") throw new Error("not a single result");
    const plain = JSON.parse(JSON.stringify(response.body.singleResult)) as Answer;
    return { ...plain, status: response.http.status ?? 200 };
  } finally {
    await server.stop();
  }
}
