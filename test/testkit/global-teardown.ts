export default async function globalTeardown(): Promise<void> {
  await (globalThis as { stopKommungrafTestServer?: () => Promise<void> }).stopKommungrafTestServer?.();
}
