import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

export interface Received {
  readonly path: string;
  readonly id: string;
  /** Whether the library takes the signature for the receiver's key. */
  readonly isSigned: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the body's shape is what tests look at
  readonly body: any;
}

export interface Receiver {
  /** Address that takes messages; a path below it is another address. */
  readonly url: string;
  /** Every request, in the order in which they came. */
  readonly received: Received[];
  /** Ids of the records that the messages that were answered 2xx tell of. */
  taken(): string[];
  /** The key that signatures are checked with. */
  secret: string;
  /** What is answered; a status, or how. */
  answer: (request: Received, response: ServerResponse) => number | undefined | Promise<number | undefined>;
  close(): Promise<void>;
}

/** An agency's address: a real server that checks what comes as its owner would. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const taken: string[] = [];
  const receiver: Omit<Receiver, "url"> = {
    received,
    taken: () => taken,
    secret: "",
    answer: () => 204,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function read(request: IncomingMessage, body: string): Received {
    let isSigned = true;
    try {
      new Webhook(receiver.secret).verify(body, request.headers as Record<string, string>);
    } catch {
      isSigned = false;
    }
    return { path: request.url ?? "", id: String(request.headers["webhook-id"]), isSigned, body: JSON.parse(body) };
  }

  const server = createServer(async (request, response) => {
    const one = read(request, await text(request));
    received.push(one);
    const status = await receiver.answer(one, response);
    if (status === undefined) return;
    response.writeHead(status).end();
    if (status >= 200 && status < 300) {
      taken.push(...(one.body.data.changes ?? []).map(({ recordId }: { recordId: string }) => recordId));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(receiver, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` });
}
