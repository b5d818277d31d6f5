import { startRawSubgraph } from "./raw-subgraph";
import { startSubgraph, type TestSubgraph } from "./subgraph";

export interface WatchedOwner extends TestSubgraph {
  prefix: string;
  municipality: string | null;
  /** What it was asked, in order, as it came over HTTP. */
  asked: { query: string; variables: Record<string, unknown>; headers: Record<string, unknown> }[];
  /** The rows it was asked about. */
  rows(): unknown[];
}

/** An owner's subgraph that keeps what it is asked. */
export async function startWatchedOwner(
  { name, prefix = name, municipality }: { name: string; prefix?: string; municipality: string | null },
  sdl: string,
  resolvers: object,
): Promise<WatchedOwner> {
  const asked: WatchedOwner["asked"] = [];
  const subgraph = await startSubgraph(name, sdl, resolvers);
  const front = await startRawSubgraph(name, "", async ({ headers }, response, body) => {
    asked.push({ ...(JSON.parse(body) as WatchedOwner["asked"][number]), headers });
    const answer = await fetch(subgraph.url, { method: "POST", headers: { "content-type": "application/json" }, body });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  return {
    ...subgraph,
    url: front.url,
    prefix,
    municipality,
    asked,
    rows: () => asked.flatMap(({ variables }) => (variables?.representations as unknown[] | undefined) ?? []),
    stop: async () => {
      await front.stop();
      await subgraph.stop();
    },
  };
}
