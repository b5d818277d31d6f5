import { CommandFailure, exitCodes } from "../registry/failure";
import { selectionHash } from "./follow-up-query";
import { createPatientHub, type PatientHub, type PatientHubOptions } from "./patient-hub";
import { type Pulled, pullChanges } from "./pull-changes";
import { openPullFolder, type PulledFiles, type PullFolder, type PullState } from "./pull-folder";
import { type FileName, fileNames, PulledRows } from "./pulled-rows";
import type { PullSettings } from "./read-pull-options";
import type { PullOutcome } from "./render-pull";

/**
 * Brings the files of a folder up to what the hub has now.
 * @throws CommandFailure for a folder that cannot be written, a hub that fails, and a caller that is not let in
 */
export async function pull(
  settings: PullSettings,
  { onFailure, wait }: Pick<PatientHubOptions, "onFailure" | "wait"> = {},
): Promise<PullOutcome> {
  const { hub: address, isUnpublished, milliseconds, attempts, renewToken } = settings;
  let retries = 0;
  const hub = createPatientHub({
    ...address,
    // What is public needs no token, and a token that is not needed is not sent.
    token: isUnpublished ? address.token : undefined,
    renewToken: isUnpublished ? renewToken : undefined,
    milliseconds,
    attempts,
    onFailure: (reason) => {
      retries += 1;
      onFailure?.(reason);
    },
    ...(wait && { wait }),
  });
  const folder = await openPullFolder(settings.folder, { isPrivate: isUnpublished });
  try {
    return { ...(await pullInto(folder, hub, settings)), retries };
  } finally {
    await folder.close();
  }
}

async function pullInto(
  folder: PullFolder,
  hub: PatientHub,
  settings: PullSettings,
): Promise<Omit<PullOutcome, "retries">> {
  const found = await folder.read(settings, selectionHash);
  if (found.kind === "state") {
    const pulled = await pullChanges(hub, settings, found.files, found.state.cursor, settings.page);
    if (pulled) {
      await folder.write(found.files, stateOf(settings, pulled));
      return { isAnew: false, reason: null, ...outcomeOf(found.files, pulled) };
    }
  }
  const reason = whyAnew(found);
  if (reason !== null) {
    if (!settings.mayPullAnew) {
      throw new CommandFailure(
        exitCodes.rejected,
        `${settings.folder} cannot be gone on with: ${reason}. Run without --no-full to pull everything anew.`,
      );
    }
  }
  const files = emptyFiles();
  const pulled = await pullChanges(hub, settings, files, undefined, settings.page);
  if (!pulled) throw new Error("The beginning of the feed is no cursor that could be refused");
  await folder.writeAnew(files, stateOf(settings, pulled));
  return { isAnew: true, reason, ...outcomeOf(files, pulled) };
}

/** @returns null when nothing was there before */
function whyAnew(found: Awaited<ReturnType<PullFolder["read"]>>): string | null {
  if (found.kind === "nothing") return null;
  if (found.kind === "unusable") return found.reason;
  return "the hub does not take the cursor of the last run; its database was restored or replaced";
}

function stateOf({ source, municipalities, isUnpublished }: PullSettings, { cursor }: Pulled): PullState {
  return { selection: selectionHash, source, municipalities: [...municipalities], unpublished: isUnpublished, cursor };
}

function outcomeOf(files: PulledFiles, { changes }: Pulled): Pick<PullOutcome, "changes" | "files"> {
  return {
    changes,
    files: Object.fromEntries(fileNames.map((name) => [name, files[name].counts()])) as PullOutcome["files"],
  };
}

function emptyFiles(): PulledFiles {
  return Object.fromEntries(fileNames.map((name) => [name, new PulledRows()])) as Record<FileName, PulledRows>;
}
