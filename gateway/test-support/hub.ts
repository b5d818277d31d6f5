import { Writable } from "node:stream";
import { createLogger } from "../../kit/logger";
import { createGateway, type GatewayOptions } from "../gateway";
import { fixedSource } from "../supergraph/source";
import { composeSupergraph } from "./compose";

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
type Json = any;

export interface Answer {
  data?: Record<string, Json> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, Json> & { code: string } }[];
  extensions?: Record<string, Json>;
}

export interface TestHub {
  url: string;
  log: string[];
  ask(query: string, variables?: object, extra?: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** The real gateway over a composed supergraph, or over an SDL as it is. */
export async function startHub(
  supergraph: string | readonly { name: string; typeDefs: string; url: string }[],
  options: Partial<GatewayOptions> = {},
): Promise<TestHub> {
  const log: string[] = [];
  const sdl = typeof supergraph === "string" ? supergraph : composeSupergraph(supergraph);
  const service = createGateway({
    supergraph: fixedSource(sdl),
    landing: false,
    logger: createLogger(
      { name: "gateway", level: "debug" },
      new Writable({
        write(chunk, _encoding, done) {
          log.push(String(chunk));
          done();
        },
      }),
    ),
    ...options,
  });
  const { url } = await service.start({ host: "127.0.0.1", port: 0 });
  return {
    url,
    log,
    async ask(query, variables, extra) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables, ...extra }),
      });
      return (await response.json()) as Answer;
    },
    stop: service.stop,
  };
}
