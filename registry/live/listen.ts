import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import type { Logger } from "../../kit/logger";

export interface ListenOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  readonly logger: Logger;
  /** Called with each notification. */
  onNotify(): void;
  /** Called each time that the connection stands: what was told before has been missed. */
  onListening(): void;
  /** Until the first try to connect anew; doubles with each that fails. Default 250. */
  readonly pauseMilliseconds?: number;
}

const LONGEST_PAUSE_MILLISECONDS = 30_000;
const CONNECT_MILLISECONDS = 5000;

/**
 * Listens on a connection of its own, which is made anew whenever it is lost.
 * @returns a function that stops it
 */
export function listen(options: ListenOptions): () => void {
  const { channel, logger, pauseMilliseconds = 250 } = options;
  const stopping = new AbortController();
  let failures = 0;

  async function listenOnce(): Promise<void> {
    const client = new Client({
      connectionString: options.databaseUrl,
      application_name: "kommungraf-listen",
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      // A connection that has died without a word is found by the system in the end; until then polling bridges.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    // A loss is reported here and by "end"; without a listener it would end the process.
    client.on("error", () => {});
    client.on("notification", options.onNotify);
    const lost = new Promise<void>((resolve) => client.once("end", resolve));
    const onStop = () => void client.end().catch(() => {});
    stopping.signal.addEventListener("abort", onStop, { once: true });
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      if (failures > 0) logger.info({ channel }, "The database is listened to again");
      failures = 0;
      options.onListening();
      await lost;
    } finally {
      stopping.signal.removeEventListener("abort", onStop);
      // Nobody waits for it: a server that hangs never says goodbye.
      void client.end().catch(() => {});
    }
  }

  async function listenOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      const error = await listenOnce().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (stopping.signal.aborted) return;
      if (failures === 0)
        logger.warn({ channel, err: error }, "The database is not listened to; it is polled meanwhile");
      const wait = Math.min(pauseMilliseconds * 2 ** failures, LONGEST_PAUSE_MILLISECONDS);
      failures += 1;
      // Gateways that lost the same database must not come back all at once.
      await pause(wait * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  void listenOn();
  return () => stopping.abort();
}
