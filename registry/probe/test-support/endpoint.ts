import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";
import type { Owner } from "../../model";

export const sundsvall: Owner = {
  name: "sundsvall",
  title: "Sundsvall",
  kind: "MUNICIPALITY",
  municipality: "2281",
  prefix: "sundsvall",
  hosts: null,
};

export const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

export interface AskedQuestion {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly authorization: string | undefined;
}

export type Behaviour = (
  question: AskedQuestion,
  response: ServerResponse,
  request: IncomingMessage,
  answer: () => Promise<void>,
) => unknown;

export interface TestEndpoint {
  readonly url: string;
  readonly asked: AskedQuestion[];
  /** What it does with the next questions; by default it answers them. */
  behave(behaviour?: Behaviour): void;
  /** Another schema from now on. */
  serve(sdl: string, resolvers?: object): void;
  stop(): Promise<void>;
}

/** A subgraph over real HTTP that can be made to misbehave. */
export async function startEndpoint(sdl: string, resolvers: object = {}): Promise<TestEndpoint> {
  const build = (text: string, those: object) =>
    buildSubgraphSchema({ typeDefs: parse(text), resolvers: those as never });
  let schema = build(sdl, resolvers);
  let behaviour: Behaviour | undefined;
  const asked: AskedQuestion[] = [];

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const question: AskedQuestion = { query, variables, authorization: request.headers.authorization };
    asked.push(question);
    const answer = async () => {
      const result = await graphql({ schema, source: query, variableValues: variables });
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
    };
    await (behaviour ? behaviour(question, response, request, answer) : answer());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked,
    behave(next) {
      behaviour = next;
    },
    serve(text, those = {}) {
      schema = build(text, those);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
