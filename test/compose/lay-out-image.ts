import { execFile } from "node:child_process";
import { cp, mkdir, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../../kit/project-root";
import { copiesIn, type Stage } from "./dockerfile";

/**
 * Makes a folder that holds what the image's working directory holds, by the COPY lines of the runtime stage: a file
 * that they forget is missing here too.
 */
export async function layOutImage(runtime: Stage, folder: string): Promise<void> {
  const fromStages: Record<string, (target: string) => Promise<void>> = {
    "packages:/app/node_modules": linkProductionPackages,
    "build:/app/dist": build,
  };
  for (const { from, sources, target } of copiesIn(runtime)) {
    for (const source of sources) {
      const place = target.endsWith("/") ? join(folder, target, basename(source)) : join(folder, target);
      if (from === undefined) {
        await cp(join(projectRoot, source), place, { recursive: true });
      } else {
        const make = fromStages[`${from}:${source}`];
        if (!make) throw new Error(`How to make ${source} of the stage ${from} is not known here`);
        await make(place);
      }
    }
  }
}

/** What `npm run build` does, into another folder: dist/ itself belongs to whoever works in this clone. */
async function build(target: string): Promise<void> {
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const flags = ["-p", "tsconfig.build.json", "--outDir", target, "--tsBuildInfoFile", join(target, ".tsbuildinfo")];
  try {
    await promisify(execFile)(process.execPath, [tsc, ...flags], { cwd: projectRoot });
  } catch (error) {
    throw new Error(`npm run build would fail: ${(error as { stdout?: string }).stdout || error}`);
  }
}

/** What `npm ci --omit=dev --omit=optional` installs, as links to the packages of this clone. */
async function linkProductionPackages(target: string): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(projectRoot, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  const names = Object.entries(packages)
    .filter(([, { dev, optional, devOptional }]) => !dev && !optional && !devOptional)
    .map(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  for (const name of names) {
    const link = join(target, name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(projectRoot, "node_modules", name), link, "junction");
  }
}
