import type { PostgresServer } from "../../kit/postgres";

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { kommungrafTestServer?: PostgresServer }).kommungrafTestServer?.stop();
}
