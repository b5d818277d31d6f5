import { writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { databaseUrlVariable, logLevelVariable, readConfig } from "../kit/config";
import { createLogger, type Logger } from "../kit/logger";
import { type BenchServer, openBenchServer } from "./bench-server";

export interface Benchmark {
  readonly server: BenchServer;
  readonly logger: Logger;
  /** What it runs on, such as "PostgreSQL 18.4, Node 20.20.2, linux x64, 2 processors, load 0.1 at the start". */
  readonly ranOn: string;
  /** Tells what is being done, beside the results. */
  tell(line: string): void;
}

/**
 * Runs a benchmark over a database server of its own, which is stopped afterwards, also when it is interrupted.
 * @param file where what it gives is written; undefined when only a part of it was run
 */
export async function runBenchmark(
  work: (benchmark: Benchmark) => Promise<string>,
  file: string | undefined,
): Promise<void> {
  const config = readConfig({
    BENCH_DATABASE_URL: databaseUrlVariable.optional(),
    LOG_LEVEL: logLevelVariable.default("warn"),
  });
  const logger = createLogger({ name: "bench", level: config.LOG_LEVEL });
  const server = await openBenchServer(config.BENCH_DATABASE_URL);
  // Stopping the server ends what is under way, and that ends the run.
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    void server.stop();
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const processors = `${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)} at the start`;
  const ranOn = `${server.version}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${processors}`;
  try {
    const results = await work({ server, logger, ranOn, tell });
    process.stdout.write(results);
    if (file) writeFileSync(file, results);
    tell(file ? `\nWritten to ${file}.` : "\nNot written: only a part was run (--results names a file).");
  } catch (error) {
    if (!interrupted) throw error;
    process.exitCode = 130;
  } finally {
    await server.stop();
  }
}
