import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ExitCode, exitCodes, wrongUse } from "../registry/failure";
import { withAuditDatabase } from "./audit-database";
import { lineOf } from "./exported-entry";

export interface ExportOptions {
  readonly municipality?: string;
  readonly out?: string;
}

/**
 * Writes the log, or one chain of it, as lines of JSON.
 * @throws CommandFailure when the code or the file is no good
 */
export async function exportAudit({ municipality, out }: ExportOptions): Promise<ExitCode> {
  if (municipality !== undefined && !/^\d{4}$/.test(municipality)) {
    throw wrongUse(`--municipality is "${municipality}"; it must be a municipality code of four digits, or 0000.`);
  }
  await withAuditDatabase(async (database) => {
    await database.recordExport(municipality);
    let count = 0;
    async function* lines() {
      for await (const entry of database.entries(municipality)) {
        count += 1;
        yield lineOf(entry);
      }
    }
    if (out === undefined) await pipeline(Readable.from(lines()), process.stdout, { end: false });
    else await writeWhole(Readable.from(lines()), out);
    process.stderr.write(`${count} entries.\n`);
  });
  return exitCodes.done;
}

/** The file is there when all of it is. */
async function writeWhole(content: Readable, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(content, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw wrongUse(`${file} cannot be written: ${code}.`);
  }
}
