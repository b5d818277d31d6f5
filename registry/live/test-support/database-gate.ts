import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export interface DatabaseGate {
  /** Address of the database by way of the gate. */
  readonly url: string;
  /** Lets everything through; that is how it begins. */
  open(): void;
  /** Ends every connection and takes no other. */
  shut(): void;
  /** Takes connections, but nothing comes through them any more. */
  jam(): void;
  close(): Promise<void>;
}

/** Stands between a test and its database, so that the database can go away and come back. */
export async function startDatabaseGate(databaseUrl: string): Promise<DatabaseGate> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: "open" | "shut" | "jammed" = "open";
  const server = createServer((inner) => {
    if (state === "shut") return void inner.destroy();
    sockets.add(inner);
    inner.on("error", () => {}).on("close", () => sockets.delete(inner));
    if (state === "jammed") return;
    const outer = connect(Number(target.port), target.hostname.replace(/^\[|\]$/g, ""));
    sockets.add(outer);
    outer
      .on("error", () => inner.destroy())
      .on("close", () => {
        sockets.delete(outer);
        inner.destroy();
      });
    inner.on("close", () => outer.destroy());
    inner.pipe(outer).pipe(inner);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    open() {
      state = "open";
    },
    shut() {
      state = "shut";
      dropAll();
    },
    jam() {
      state = "jammed";
      for (const socket of sockets) socket.unpipe();
    },
    close: () => {
      dropAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
