import { chmodSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBinaries } from "./binaries";
import { linkLibraries, npmBinaryDirectory } from "./npm-binaries";
import { systemBinaryDirectories } from "./system-binaries";

jest.mock("./npm-binaries", () => ({
  ...jest.requireActual("./npm-binaries"),
  npmBinaryDirectory: jest.fn(),
}));
jest.mock("./system-binaries", () => ({ systemBinaryDirectories: jest.fn() }));

const onUnix = process.platform === "win32" ? it.skip : it;

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "kommungraf-binaries-"));
});
afterEach(() => rmSync(root, { recursive: true }));

onUnix("takes npm's binaries when both are there, and the system's when it is told to", async () => {
  installed({ npm: version("18.4"), system: [version("17.1")] });
  expect(await findBinaries()).toMatchObject({ source: "npm", major: 18 });
  expect(await findBinaries("system")).toMatchObject({ source: "system", major: 17 });
});

onUnix("takes the system's where npm's do not run, as on musl", async () => {
  installed({ npm: "#!/lib/no-such-loader\n", system: [version("16.9")] });
  expect(await findBinaries()).toMatchObject({ source: "system", major: 16 });
});

onUnix("passes over a system PostgreSQL that is too old or has no initdb", async () => {
  installed({ system: [version("9.6"), version("14.9"), version("15.1")] });
  rmSync(path.join(root, "system-0", "initdb"));
  expect(await findBinaries()).toMatchObject({ source: "system", major: 15 });
});

onUnix("says what was wrong with each and what to do", async () => {
  installed({ npm: "#!/bin/sh\necho GLIBC_2.27 not found >&2; exit 1\n", system: [version("13.2")] });
  await expect(findBinaries()).rejects.toMatchObject({
    code: "NO_BINARIES",
    message: expect.stringMatching(/GLIBC_2\.27 not found; .* is PostgreSQL 13\).*set DATABASE_URL, install/),
  });
});

it("says that nothing is installed", async () => {
  installed({});
  await expect(findBinaries()).rejects.toMatchObject({
    code: "NO_BINARIES",
    message: expect.stringContaining("is not installed): set DATABASE_URL"),
  });
});

onUnix("makes the links that an install without scripts left out, once", () => {
  const library = path.join(root, "native", "lib");
  mkdirSync(library, { recursive: true });
  writeFileSync(path.join(library, "libpq.so.5.18"), "");
  const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
  writeFileSync(path.join(root, "native", "pg-symlinks.json"), JSON.stringify(links));
  linkLibraries(root);
  linkLibraries(root);
  expect(readlinkSync(path.join(library, "libpq.so.5"))).toBe("libpq.so.5.18");
  expect(existsSync(path.join(library, "libpq.so.5"))).toBe(true);
});

/** Puts programs in place whose `postgres` is the given script. */
function installed({ npm, system = [] }: { npm?: string; system?: string[] }): void {
  jest.mocked(npmBinaryDirectory).mockReturnValue(npm === undefined ? undefined : programs("npm", npm));
  const directories = system.map((script, index) => programs(`system-${index}`, script));
  jest.mocked(systemBinaryDirectories).mockResolvedValue(directories);
}

function programs(name: string, script: string): string {
  const directory = path.join(root, name);
  mkdirSync(directory);
  for (const program of ["postgres", "initdb"]) {
    writeFileSync(path.join(directory, program), script);
    chmodSync(path.join(directory, program), 0o755);
  }
  return directory;
}

function version(number: string): string {
  return `#!/bin/sh\necho "postgres (PostgreSQL) ${number}"\n`;
}
