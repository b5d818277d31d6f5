import { readConfig } from "./config";
import { startService } from "./service";

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig();
  const service = await startService(config, print);
  print(`Sundsvall answers at ${service.url}`);
  print(
    config.hubUrl === undefined
      ? "HUB_URL is not set: tokens are NOT checked, anybody who reaches this address may ask."
      : `Only ${config.hubUrl} may ask.`,
  );
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second signal does not wait.
      if (stopping) process.exit(1);
      stopping = true;
      void service.stop().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`sundsvall: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
