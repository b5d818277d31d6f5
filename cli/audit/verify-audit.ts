import { type BreakReason, type Verified, verifyChains } from "../../subgraphs/funding/audit/chain";
import { type ExitCode, exitCodes, wrongUse } from "../registry/failure";
import { printJson, printLines } from "../registry/print";
import { withAuditDatabase } from "./audit-database";
import { readExported } from "./exported-entry";

export interface VerifyOptions {
  readonly since?: string;
  readonly json?: boolean;
}

const reasons: Readonly<Record<BreakReason, string>> = {
  MISSING: "is not there, though later ones are",
  OUT_OF_ORDER: "stands where another should",
  CHANGED: "is not as it was written: its hash is that of another content",
  NOT_LINKED: "does not follow the one before: it holds another hash of it",
  CUT_OFF: "is not there, nor any after it, though the earlier export holds them",
  REWRITTEN: "is another than in the earlier export",
};

/**
 * Recomputes the chains of the database, or of an exported file, and tells where each ends, or the first entry that does not fit.
 * @throws CommandFailure when a file cannot be read, or the earlier export is broken itself
 */
export async function verifyAudit(file: string | undefined, { since, json }: VerifyOptions): Promise<ExitCode> {
  const earlier = since === undefined ? [] : await endsOf(since);
  const verified =
    file === undefined
      ? await withAuditDatabase((database) => verifyChains(database.entries(), earlier))
      : await verifyChains(readExported(file), earlier);
  if (json) printJson(verified);
  else printLines(linesOf(verified));
  return verified.broken ? exitCodes.rejected : exitCodes.done;
}

async function endsOf(file: string) {
  const { ends, broken } = await verifyChains(readExported(file));
  if (broken) throw wrongUse(`${file} is broken itself: entry ${broken.position} of ${broken.municipalityCode}.`);
  return ends;
}

function linesOf({ ends, entries, broken }: Verified): string[] {
  if (broken) {
    return [`Broken: entry ${broken.position} of chain ${broken.municipalityCode} ${reasons[broken.reason]}.`];
  }
  const chains = ends.map(({ municipalityCode, position, hash }) => `${municipalityCode}  ${position}  ${hash}`);
  return [
    ...chains,
    `Whole: ${entries} entries in ${ends.length} ${ends.length === 1 ? "chain" : "chains"}. Each line says a chain, its last entry and its hash.`,
  ];
}
