import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type GraphQLSchema, graphql } from "graphql";
import { serveCalls } from "./calls";
import { municipalSchema, type Publisher } from "./municipal-schema";

/** Every municipality's subgraph, on one port: /<name>/<edition>/graphql. */
const publishers = new Map<string, Publisher>();
/** Made when first asked, and only the newest edition of each is kept. */
const schemas = new Map<string, { edition: number; schema: GraphQLSchema }>();

const PATH = /^\/([a-z0-9-]+)\/(\d+)\/graphql$/;

function schemaAt(path: string): GraphQLSchema | undefined {
  const [, name = "", number] = PATH.exec(path) ?? [];
  const publisher = publishers.get(name);
  if (!publisher) return undefined;
  const edition = Number(number);
  const kept = schemas.get(name);
  if (kept?.edition === edition) return kept.schema;
  const schema = municipalSchema(publisher, edition);
  if (!kept || kept.edition < edition) schemas.set(name, { edition, schema });
  return schema;
}

const server = createServer(async (request, response) => {
  const schema = schemaAt(request.url ?? "");
  if (!schema) return void response.writeHead(404).end();
  const { query, variables, operationName } = await readJson(request);
  const result = await graphql({ schema, source: query, variableValues: variables, operationName });
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
});

async function readJson(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

const handlers = {
  /** @returns the address before /<name> */
  async start(given: readonly Publisher[]): Promise<string> {
    for (const publisher of given) publishers.set(publisher.name, publisher);
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
};

export type OwnersCalls = typeof handlers;

serveCalls(handlers);
