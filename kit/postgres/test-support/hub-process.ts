/** A process that uses the launcher as a hub does: it starts, reports, and stops when it is told to or left alone. */
import { ensurePostgres, PostgresLaunchError, type PostgresOptions } from "../index";

export type HubReport =
  | { started: true; url: string; adopted: boolean; source: string }
  | { started: false; code: string; message: string };

async function main(options: PostgresOptions): Promise<void> {
  const server = await ensurePostgres(options);
  process.once("message", stop);
  process.once("disconnect", stop);
  process.send?.({ started: true, url: server.url, adopted: server.adopted, source: server.source });

  async function stop(): Promise<void> {
    await server.stop();
    process.exit(0);
  }
}

main(JSON.parse(process.argv[2] ?? "{}")).catch((error) => {
  const code = error instanceof PostgresLaunchError ? error.code : "NOT_OURS";
  process.send?.({ started: false, code, message: String(error.message) }, () => process.exit(1));
});
