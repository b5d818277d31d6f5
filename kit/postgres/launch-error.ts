import { OLDEST_MAJOR } from "../oldest-postgres";

/** Why no PostgreSQL could be given, and what to do about it. Codes are stable: a caller may switch on them. */
export const launchErrors = {
  NO_BINARIES: `Neither npm's binaries nor a system PostgreSQL ${OLDEST_MAJOR} or later can run here.`,
  CANNOT_RUN_AS_ROOT: "PostgreSQL refuses to run as root, and no other account could be used.",
  NOT_A_DATA_DIRECTORY: "The data directory holds something that is not a PostgreSQL cluster.",
  VERSION_MISMATCH: "The data directory was made by another major version of PostgreSQL.",
  PASSWORD_UNKNOWN: "The password file is missing, or is not that of the data directory.",
  NO_PERMISSION: "The data directory or a file beside it may not be read or written by this user.",
  DISK_FULL: "There is no room left where the data directory is.",
  INIT_FAILED: "initdb could not make a data directory.",
  START_FAILED: "The server did not become ready.",
  STOP_FAILED: "The server did not stop.",
  LOCK_TIMEOUT: "Another process has held the launcher's lock for too long.",
  IN_USE: "A running process uses the data directory.",
} as const;

export type LaunchErrorCode = keyof typeof launchErrors;

/** A failure to start, stop or reset the embedded PostgreSQL; the message is one sentence with its remedy. */
export class PostgresLaunchError extends Error {
  override readonly name = "PostgresLaunchError";
  constructor(
    readonly code: LaunchErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Does the work; a file system error that it meets becomes a PostgresLaunchError with a remedy, if it is a known one. */
export async function explaining<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PostgresLaunchError) throw error;
    throw explainFailure(error, place) ?? error;
  }
}

/** Turns what the file system or a PostgreSQL program complained of into an error with a remedy, if it is known. */
export function explainFailure(complaint: unknown, place: string): PostgresLaunchError | undefined {
  const text = complaint instanceof Error ? complaint.message : String(complaint);
  const options = complaint instanceof Error ? { cause: complaint } : undefined;
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(text)) {
    return new PostgresLaunchError(
      "DISK_FULL",
      `The disk that holds ${place} is full: make room, or set DATABASE_URL.`,
      options,
    );
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/.test(text)) {
    return new PostgresLaunchError(
      "NO_PERMISSION",
      `This user may not read and write ${place} and the files beside it: ` +
        "run as the user who owns them, choose another data directory, or set DATABASE_URL.",
      options,
    );
  }
  return undefined;
}
