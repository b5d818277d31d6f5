import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import type { Composer } from "../composition/composer";
import type { Finding } from "../findings";
import type { Actor, HubRoom } from "../model";
import type { PublishOutcome, Submission } from "../outcomes";
import { localOperator } from "../owners";
import type { Checks } from "../pipeline/context";
import type { ProbeSubject } from "../probe/subject";
import { createRegistry, type Registry } from "../registry";
import { ownerNamed, ownerSdl, owners } from "./owner-subgraph";
import { hubRooms } from "./rooms";

export interface TestRegistry {
  readonly registry: Registry;
  readonly database: TestDatabase;
  /** Subgraphs that were probed so far. */
  readonly probed: ProbeSubject[];
  /** What probes find from now on. */
  probeFinds(find: (subject: ProbeSubject) => Promise<Finding[]>): void;
  /** A further process over the same database. */
  another(options?: {
    readonly rooms?: readonly HubRoom[];
    readonly checks?: Partial<Checks>;
    readonly composer?: Composer;
  }): Registry;
  close(): Promise<void>;
}

/**
 * A registry over a database of its own that knows the owners of `owner-subgraph.ts`; probes find nothing wrong.
 * @param composer one for the whole file, since its threads take a second to start
 */
export async function startTestRegistry(composer: Composer): Promise<TestRegistry> {
  const database = await createTestDatabase("migrated");
  const probed: ProbeSubject[] = [];
  const registries: Registry[] = [];
  let find: (subject: ProbeSubject) => Promise<Finding[]> = async () => [];

  const another: TestRegistry["another"] = ({ rooms = hubRooms, checks, ...given } = {}) => {
    const registry = createRegistry({
      databaseUrl: database.url,
      rooms,
      logger: silentLogger,
      loopback: true,
      composer: given.composer ?? composer,
      checks,
      probe(subject) {
        probed.push(subject);
        return find(subject);
      },
    });
    registries.push(registry);
    return registry;
  };

  const registry = another();
  await registry.ensureOwners(owners);
  return {
    registry,
    database,
    probed,
    another,
    probeFinds(next) {
      find = next;
    },
    async close() {
      for (const one of registries) await one.close();
      await database.drop();
    },
  };
}

/** Whoever holds a token of the owner's. */
export const actorOf = (owner: string): Actor => ({ name: `token-of-${owner}`, owner, isOperator: false });

/** What an owner hands in: its subgraph with some further fields. */
export function submissionOf(owner: string, fields = "", more: Partial<Submission> = {}): Submission {
  const { prefix } = ownerNamed(owner);
  return { owner, sdl: ownerSdl(prefix, fields), routingUrl: `http://127.0.0.1:9/${owner}`, ...more };
}

/** Publishes what is sure to be accepted. */
export async function publishAs(
  registry: Registry,
  owner: string,
  fields = "",
  more: Partial<Submission> = {},
): Promise<Extract<PublishOutcome, { kind: "published" }>> {
  const outcome = await registry.publish(localOperator, submissionOf(owner, fields, more));
  if (outcome.kind !== "published") throw new Error(`Not published: ${JSON.stringify(outcome)}`);
  return outcome;
}
