import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { AuditEntryRow } from "../../subgraphs/funding/audit/audit-entry";
import { CommandFailure, exitCodes, wrongUse } from "../registry/failure";

const exported = z.strictObject({
  municipality: z.string(),
  position: z.int().min(1),
  at: z.iso.datetime({ precision: 3 }),
  owner: z.string(),
  roles: z.array(z.string()),
  client: z.string(),
  action: z.string(),
  record: z.string().nullable(),
  recordCount: z.int(),
  requestId: z.string().nullable(),
  previousHash: z.string(),
  hash: z.string(),
});

/** An entry as one line of JSON, with the fields of AuditEntry in the graph. */
export function lineOf(entry: AuditEntryRow): string {
  const { municipalityCode, at, roles, ...same } = entry;
  const line: z.infer<typeof exported> = {
    ...same,
    municipality: municipalityCode,
    at: at.toISOString(),
    roles: roles === "" ? [] : roles.split(","),
  };
  return `${JSON.stringify(Object.fromEntries(Object.keys(exported.shape).map((key) => [key, line[key as never]])))}\n`;
}

/**
 * The entries of an exported file, a line at a time.
 * @throws CommandFailure when the file cannot be read, or a line is no entry as one was exported
 */
export async function* readExported(file: string): AsyncGenerator<AuditEntryRow> {
  let number = 0;
  const input = createReadStream(file, "utf8");
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line !== "") yield entryOf(line, `Line ${number} of ${file}`);
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw wrongUse(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
  } finally {
    input.destroy();
  }
}

function entryOf(line: string, place: string): AuditEntryRow {
  const { data } = exported.safeParse(parsed(line));
  if (!data) throw new CommandFailure(exitCodes.rejected, `${place} is no entry of the log as one is exported.`);
  const { municipality, at, roles, ...same } = data;
  return { ...same, municipalityCode: municipality, at: new Date(at), roles: roles.join(",") };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
