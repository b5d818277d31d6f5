import { ConfigError } from "./config";
import { withoutSecrets } from "./logger";

/**
 * Starts a process's work and stops it once, gracefully, on SIGINT or SIGTERM. A second signal ends the process at once.
 * @param start does the work of starting and gives the function that stops it
 */
export async function runUntilStopped(name: string, start: () => Promise<() => Promise<void>>): Promise<void> {
  let stop: (() => Promise<void>) | undefined;
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(signal === "SIGINT" ? 130 : 143);
    stopping = true;
    if (stop) void stop().then(() => process.exit(0), failed);
  };
  const failed = (error: unknown) => {
    // A TypeError and its like are bugs, and their stack helps; other errors say what is wrong in words.
    const isBug =
      error instanceof Error && error.constructor !== Error && !(error instanceof ConfigError || "code" in error);
    const text = error instanceof Error ? (isBug && error.stack) || error.message : String(error);
    const remedy = /EADDRINUSE/.test(text)
      ? ". Stop what uses the port, or set PORT to another (0 takes a free one)."
      : "";
    process.stderr.write(`${name}: ${withoutSecrets(text)}${remedy}\n`);
    process.exit(1);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  try {
    stop = await start();
    if (stopping) await stop().then(() => process.exit(0));
  } catch (error) {
    failed(error);
  }
}
