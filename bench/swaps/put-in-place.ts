import { hubRooms } from "../../cli/hub-rooms";
import { readMunicipalities } from "../../cli/municipalities";
import type { Logger } from "../../kit/logger";
import { createRegistry, localOperator, OPERATOR, ownersOf, type Submission } from "../../registry";
import { addActivation } from "../../registry/store/activations";
import { createConnection } from "../../registry/store/connection";
import { putStanding } from "../../registry/store/standings";
import { addSupergraph } from "../../registry/store/supergraphs";
import { addVersion } from "../../registry/store/versions";

/** What putting subgraphs in place came to. */
export interface InPlace {
  /** Of the operator, who may publish for all. */
  readonly token: string;
  /** How long the registry took to make one supergraph of all, as when the hub's own schemas have changed. */
  readonly composed: number;
}

/**
 * Makes subgraphs live without publishing one after the other: the registry's tables get a version of each and a supergraph
 * that no hub can serve, and the registry then composes all of them as it does when the hub's schemas are other ones.
 * @throws Error when not all of them become live
 */
export async function putInPlace(
  databaseUrl: string,
  submissions: readonly Submission[],
  logger: Logger,
): Promise<InPlace> {
  const connection = createConnection({ url: databaseUrl, logger });
  const registry = createRegistry({
    databaseUrl,
    rooms: hubRooms(),
    logger,
    connection,
    loopback: true,
    probe: async () => [],
  });
  try {
    await registry.ensureOwners(ownersOf(readMunicipalities()));
    await connection.inTurn(async (statements) => {
      const members = new Map<string, number>();
      for (const { owner, sdl, routingUrl } of submissions) {
        const version = { owner, sdl, routingUrl, message: null, publishedBy: "bench" };
        members.set(owner, await addVersion(statements, version));
        await putStanding(statements, { owner, state: "WELL", version: 1 });
      }
      const { number } = await addSupergraph(statements, { sdl: "", roomsHash: "none", members });
      await addActivation(statements, { supergraph: number, reason: "STARTED", owner: null, by: "bench" });
    });
    const begun = performance.now();
    const { members } = await registry.ensureLive();
    const composed = performance.now() - begun;
    if (members.size !== submissions.length) {
      throw new Error(`Only ${members.size} of ${submissions.length} subgraphs fit the hub.`);
    }
    const { token } = await registry.tokens.create(localOperator, { owner: OPERATOR, days: 1 });
    return { token, composed };
  } finally {
    await registry.close();
    await connection.close();
  }
}
