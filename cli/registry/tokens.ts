import { printable } from "../compare/printable";
import { CommandFailure, type ExitCode, exitCodes, wrongUse } from "./failure";
import { ownerNameOf } from "./known-owners";
import { printJson, printLines } from "./print";
import { readNumber } from "./read-number";
import { renderColumns, shownTime } from "./render-columns";
import { type HubOptions, readHubSettings, styleOf } from "./settings";
import { withTokens } from "./with-tokens";

interface CreateOptions extends HubOptions {
  readonly days: string;
  readonly note?: string;
}

/** Writes the new token alone to the standard output, so that a script can take it, and the rest beside it. */
export async function createToken(typed: string, options: CreateOptions): Promise<ExitCode> {
  const days = readNumber("--days", options.days) ?? 90;
  const owner = ownerNameOf(typed);
  const note = options.note === undefined ? {} : { note: options.note };
  const created = await withTokens(readHubSettings(options), (tokens) => tokens.create({ owner, days, ...note }));
  if (options.json) printJson(created);
  else {
    process.stdout.write(`${printable(created.token)}\n`);
    process.stderr.write(
      `Token ${printable(created.id)} of ${printable(created.owner)} is valid until ${shownTime(created.expiresAt)}. It is shown this once: keep it as a secret.\n`,
    );
  }
  return exitCodes.done;
}

export async function listTokens(typed: string | undefined, options: HubOptions): Promise<ExitCode> {
  const owner = typed === undefined ? undefined : ownerNameOf(typed);
  const listed = await withTokens(readHubSettings(options), (tokens) => tokens.list(owner));
  if (options.json) printJson(listed);
  else if (listed.length === 0) printLines([owner === undefined ? "There are no tokens." : `${owner} has no tokens.`]);
  else {
    const rows = listed.map(({ id, owner: whose, note, expiresAt, revokedAt, lastUsedAt }) => [
      id,
      whose,
      stateOf(expiresAt, revokedAt),
      shownTime(expiresAt),
      shownTime(lastUsedAt),
      note ?? "",
    ]);
    printLines(
      renderColumns(["Id", "Owner", "State", "Valid until", "Last used", "Note"], rows, styleOf(process.stdout)),
    );
  }
  return exitCodes.done;
}

export async function revokeToken(id: string, options: HubOptions): Promise<ExitCode> {
  // The whole token in the place of its id would end up in the shell's history and in logs.
  if (id.startsWith("kgt_")) throw wrongUse("Give the token's id alone: the part between kgt_ and the next _.");
  const isRevoked = await withTokens(readHubSettings(options), (tokens) => tokens.revoke(id));
  if (!isRevoked) throw new CommandFailure(exitCodes.rejected, `There is no valid token with the id ${printable(id)}.`);
  if (options.json) printJson({ id, revoked: true });
  else printLines([`Token ${printable(id)} is no longer valid.`]);
  return exitCodes.done;
}

function stateOf(expiresAt: string, revokedAt: string | null | undefined): string {
  if (revokedAt) return "revoked";
  return Date.parse(expiresAt) <= Date.now() ? "expired" : "valid";
}
