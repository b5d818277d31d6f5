import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:net";

/**
 * Ports that nobody listens on. They lie below the range from which systems take ports for outgoing connections and
 * for port 0, so that other tests do not come upon them before the processes that they are meant for.
 */
export async function findFreePorts(count: number): Promise<number[]> {
  const held: { server: Server; port: number }[] = [];
  for (let tries = 0; held.length < count; tries += 1) {
    if (tries > 1000) throw new Error(`No ${count} free ports were found`);
    const port = randomInt(20_000, 30_000);
    const server = createServer().listen(port);
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (isFree) held.push({ server, port });
  }
  await Promise.all(held.map(({ server }) => once(server.close(), "close")));
  return held.map(({ port }) => port);
}
