import type { Logger } from "../../kit/logger";
import { type Connection, createConnection } from "../store/connection";
import { addOperationUses, countNewOperations, forgetOperationUses } from "../store/operations";
import { addOwnerCalls, forgetOwnerCalls } from "../store/owner-calls";
import { acceptableClient, isAcceptable } from "./acceptable";

/** How often one client ran one operation since the last report. */
export interface ReportedUse {
  /** SHA-256 of the signature, in hex. */
  readonly hash: string;
  /** The operation without literals, and with numbers for names that its writer chose. */
  readonly signature: string;
  /** What of the schema it touches, such as `Area.sundsvall`. */
  readonly coordinates: string[];
  /** Name that the client gives itself. */
  readonly client: string;
  readonly count: number;
}

/** How an owner's subgraph did since the last report. */
export interface ReportedCalls {
  readonly owner: string;
  /** What was asked of it, also what was then not sent, as while its breaker is open. */
  readonly calls: number;
  /** Of these, what it did not answer, also what was not sent. */
  readonly failures: number;
  /** Error code of the latest call that was sent and failed; without it nothing that was sent failed. */
  readonly lastFailure?: string;
}

export interface RegistryReports {
  operations(uses: readonly ReportedUse[]): Promise<void>;
  ownerCalls(calls: readonly ReportedCalls[]): Promise<void>;
  /** Forgets what has been kept long enough. Reports see to it by themselves once an hour. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export interface RegistryReportsOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Operations that may be new in a day; default 20,000. */
  readonly newPerDay?: number;
  /** Names of clients that may be seen in a day, beyond which they are `other`; default 1,000. */
  readonly clientsPerDay?: number;
}

const KEEP_USES_DAYS = 90;
const KEEP_CALLS_DAYS = 7;
const FORGET_MILLISECONDS = 60 * 60_000;
const CODE = /^[A-Z][A-Z0-9_]{0,49}$/;

/** What of a day has been used up, as far as this process knows. */
interface Day {
  readonly date: string;
  left: number;
  readonly clients: Set<string>;
}

/** Takes what gateways report, keeps and keeps what may be kept of it. */
export function createRegistryReports(options: RegistryReportsOptions): RegistryReports {
  const { logger, newPerDay = 20_000, clientsPerDay = 1000 } = options;
  const connection: Connection = createConnection({ url: options.databaseUrl, logger, poolSize: 2 });
  let today: Day | undefined;
  let forgotAt = Number.NEGATIVE_INFINITY;

  async function openDay(): Promise<Day> {
    const date = new Date().toISOString().slice(0, 10);
    if (today?.date !== date) {
      today = { date, left: newPerDay - (await countNewOperations(connection)), clients: new Set() };
    }
    return today;
  }

  function nameIn(day: Day, client: string): string {
    const name = acceptableClient(client);
    if (!day.clients.has(name) && day.clients.size >= clientsPerDay) return "other";
    day.clients.add(name);
    return name;
  }

  async function forget(): Promise<void> {
    forgotAt = Date.now();
    await forgetOperationUses(connection, KEEP_USES_DAYS);
    await forgetOwnerCalls(connection, KEEP_CALLS_DAYS);
  }

  async function forgetNowAndThen(): Promise<void> {
    if (Date.now() - forgotAt < FORGET_MILLISECONDS) return;
    await forget().catch((err) => logger.warn({ err }, "Old reports could not be forgotten"));
  }

  return {
    forget,

    async operations(given) {
      const counted = given.filter(({ count }) => Number.isSafeInteger(count) && count > 0);
      const byHash = new Map(counted.map((use) => [use.hash, use]));
      const operations = [...byHash.values()]
        .filter(isAcceptable)
        .map(({ hash, signature, coordinates }) => ({ hash, signature, coordinates }));
      if (operations.length < byHash.size) {
        logger.warn(
          { dropped: byHash.size - operations.length },
          "Reported operations that may not be kept were dropped",
        );
      }
      if (operations.length > 0) {
        const day = await openDay();
        const uses = counted.map(({ hash, client, count }) => ({ hash, client: nameIn(day, client), count }));
        const { added, dropped } = await addOperationUses(connection, { operations, uses }, Math.max(0, day.left));
        day.left -= added;
        if (dropped > 0)
          logger.warn({ dropped, newPerDay }, "More operations are new today than are kept; they were dropped");
      }
      await forgetNowAndThen();
    },

    async ownerCalls(given) {
      const calls = given
        .filter(({ calls, failures }) => [calls, failures].every((count) => Number.isSafeInteger(count) && count >= 0))
        .map(({ owner, calls, failures, lastFailure }) => ({
          owner,
          calls,
          failures,
          lastFailure: lastFailure !== undefined && CODE.test(lastFailure) ? lastFailure : null,
        }));
      if (calls.length > 0) await addOwnerCalls(connection, calls);
    },

    close: () => connection.close(),
  };
}
