import { chmod, type FileHandle, link, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CommandFailure, exitCodes, wrongUse } from "../registry/failure";
import { type FileName, fileNames, PulledRows } from "./pulled-rows";
import type { PullScope } from "./read-pull-options";

export type PulledFiles = Readonly<Record<FileName, PulledRows>>;

const stateShape = z.object({
  /** Shape of the rows, as selectionHash says it. */
  selection: z.string(),
  source: z.string(),
  municipalities: z.array(z.string()),
  unpublished: z.boolean(),
  cursor: z.string(),
});

/** Where a pull stopped. */
export type PullState = z.infer<typeof stateShape>;

/** What is in a folder: something to go on with, or why there is not. */
export type Found =
  | { readonly kind: "state"; readonly state: PullState; readonly files: PulledFiles }
  | { readonly kind: "nothing" }
  | { readonly kind: "unusable"; readonly reason: string };

/**
 * A folder of pulled files. The cursor is written after everything that it stands for: whoever is cut off before it goes on
 * from the cursor before and writes the same rows again.
 */
export interface PullFolder {
  /** Reads the files and the cursor, if they are of the same scope and shape. */
  read(scope: PullScope, selection: string): Promise<Found>;
  /** Writes the files that differ, each at once, and then the state. */
  write(files: PulledFiles, state: PullState): Promise<void>;
  /** As `write`, over whatever is there: no cursor is left that could be taken for that of the new files. */
  writeAnew(files: PulledFiles, state: PullState): Promise<void>;
  /** Lets others at the folder. */
  close(): Promise<void>;
}

const STATE = "state.json";
const OWNER_ALONE = 0o600;
const LOCK = ".pulling";
const nameOf = (name: FileName) => `${name}.ndjson`;
/** Where a file is written before it takes its place. */
const besideOf = (name: string) => `.${name}.new`;

/**
 * Makes the folder, if need be, and keeps other runs away from it.
 * @param isPrivate whether the files, and the folder when it is made, are for their owner alone; else the umask says for whom
 * @throws CommandFailure when it cannot be written or another run is at it
 */
export async function openPullFolder(path: string, { isPrivate = false } = {}): Promise<PullFolder> {
  await attempt(path, () => mkdir(path, { recursive: true, mode: isPrivate ? 0o700 : 0o777 }));
  await takeLock(path);
  const names = [...fileNames.map(nameOf), STATE];
  // What a run that was killed had begun to write.
  await Promise.all(names.map((name) => rm(join(path, besideOf(name)), { force: true })));
  if (isPrivate) await attempt(path, () => Promise.all(names.map((name) => keepToOwner(join(path, name)))));
  const mode = isPrivate ? OWNER_ALONE : 0o666;

  async function writeAll(files: PulledFiles, state: PullState, isAnew: boolean): Promise<void> {
    for (const name of fileNames) {
      const rows = files[name];
      if (isAnew || rows.hasChanged()) await replaceFile(path, nameOf(name), rows.sortedLines(), mode);
    }
    await replaceFile(path, STATE, [`${JSON.stringify(state, null, 2)}\n`], mode);
  }

  return {
    async read(scope, selection) {
      const state = await readState(join(path, STATE));
      if (state === "none") return { kind: "nothing" };
      if (state === "unusable") return { kind: "unusable", reason: `${STATE} cannot be read` };
      if (state.selection !== selection) return { kind: "unusable", reason: "another version of the command wrote it" };
      const isSame =
        state.source === scope.source &&
        state.unpublished === scope.isUnpublished &&
        state.municipalities.join() === scope.municipalities.join();
      if (!isSame) {
        return { kind: "unusable", reason: "it holds another source, other municipalities, or not the same reports" };
      }
      const files: Partial<Record<FileName, PulledRows>> = {};
      for (const name of fileNames) {
        const rows = await readRows(join(path, nameOf(name)));
        if (!rows) return { kind: "unusable", reason: `${nameOf(name)} cannot be read` };
        files[name] = rows;
      }
      return { kind: "state", state, files: files as PulledFiles };
    },
    write: (files, state) => attempt(path, () => writeAll(files, state, false)),
    writeAnew: (files, state) =>
      attempt(path, async () => {
        await rm(join(path, STATE), { force: true });
        await syncFolder(path);
        await writeAll(files, state, true);
      }),
    close: () => rm(join(path, LOCK), { force: true }),
  };
}

async function readState(file: string): Promise<PullState | "none" | "unusable"> {
  try {
    const state = stateShape.safeParse(JSON.parse(await readFile(file, "utf8")));
    return state.success ? state.data : "unusable";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "none" : "unusable";
  }
}

/** @returns undefined when the file is not there or holds something else than records */
async function readRows(file: string): Promise<PulledRows | undefined> {
  const lines = new Map<string, string>();
  try {
    const handle = await open(file);
    for await (const line of handle.readLines()) {
      const { id } = JSON.parse(line);
      if (typeof id !== "string") return undefined;
      lines.set(id, line);
    }
    return new PulledRows(lines);
  } catch {
    return undefined;
  }
}

/** Puts a file in the place of another: a reader, and one who comes after a crash, sees all of the one or all of the other. */
async function replaceFile(folder: string, name: string, lines: Iterable<string>, mode: number): Promise<void> {
  const beside = join(folder, besideOf(name));
  const file = await open(beside, "w", mode);
  try {
    await writeLines(file, lines);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, join(folder, name));
  await syncFolder(folder);
}

/** Takes from others what a run before may have let them at. */
async function keepToOwner(file: string): Promise<void> {
  try {
    await chmod(file, OWNER_ALONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

const PIECE = 1 << 20;

async function writeLines(file: FileHandle, lines: Iterable<string>): Promise<void> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length >= PIECE) {
      await file.writeFile(piece);
      piece = "";
    }
  }
  await file.writeFile(piece);
}

/** Makes what was renamed and removed in a folder last; some systems cannot, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Puts this process's number in the folder, unless that of one that lives is there. */
async function takeLock(folder: string): Promise<void> {
  const path = join(folder, LOCK);
  for (const isLast of [false, true]) {
    if (await attempt(folder, () => hasLocked(path))) return;
    const holder = Number(await readFile(path, "utf8").catch(() => ""));
    if (isLast || (holder > 0 && holder !== process.pid && lives(holder))) {
      throw new CommandFailure(
        exitCodes.rejected,
        `Another run (process ${holder}) is at ${folder}. If there is none, remove ${path}.`,
      );
    }
    await rm(path, { force: true });
  }
}

/** Whether the lock is ours now; it has its number in it from the first moment. */
async function hasLocked(path: string): Promise<boolean> {
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

function lives(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function attempt<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw wrongUse(`--out: ${folder} cannot be written (${code}).`);
  }
}
