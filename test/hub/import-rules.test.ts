import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { projectRoot } from "../../kit/project-root";

const refused = [
  ["kit", "../subgraphs/areas/import"],
  ["kit", "../gateway/gateway"],
  ["subgraphs/areas", "../funding/import"],
  ["subgraphs/areas", "../../intake"],
  ["subgraphs/areas", "../../gateway/gateway"],
  ["subgraphs/funding/resolvers", "../../initiatives/import"],
  ["subgraphs/comparisons", "../funding/import"],
  ["subgraphs/comparisons/facts", "../../../intake"],
  ["intake", "../subgraphs/funding/loaders"],
  ["intake", "../subgraphs/comparisons/facts/refresh"],
  ["intake/rules", "../../gateway/gateway"],
  ["gateway", "../subgraphs/areas/import"],
  ["gateway/limits", "../../intake"],
  ["gateway", "../registry/store/versions"],
  ["gateway/supergraph", "../../registry/live/registry-source"],
  ["registry", "../gateway/gateway"],
  ["registry", "../intake"],
  ["registry/policy", "../../subgraphs/areas/import"],
  ["registry/service", "../../cli/hub"],
  ["municipal", "../registry"],
  ["municipal", "../registry/model"],
  ["municipal/conformance", "../../gateway/gateway"],
  ["municipal/sundsvall", "../../kit/errors"],
  ["municipal/sundsvall/src", "../../../kit/errors"],
  ["municipal/sundsvall/src", "../../create-starter"],
  ["municipal/starter/src", "../../../kit/errors"],
  ["opendata", "../subgraphs/funding/import"],
  ["opendata/bulk", "../../gateway/gateway"],
  ["subgraphs/funding/reports", "../../../opendata/room"],
  ["gateway", "../opendata/room"],
  ["gateway", "../issuer"],
  ["kit/access", "../../issuer"],
  ["issuer", "../gateway/gateway"],
  ["cli", "../bench/generate"],
] as const;

const allowed = [
  ["subgraphs/areas", "../../kit/database"],
  ["subgraphs/comparisons/facts", "../../../kit/database"],
  ["intake", "../subgraphs/funding/import"],
  ["intake", "../subgraphs/comparisons/import"],
  ["intake/rows", "../../subgraphs/areas/import"],
  ["gateway", "../kit/errors"],
  ["gateway", "../registry"],
  ["gateway/supergraph", "../../registry/index"],
  ["registry", "../kit/errors"],
  ["registry/service", "../store/subgraphs"],
  ["municipal", "../kit/project-root"],
  ["municipal/sundsvall/src", "./resolvers"],
  ["opendata/bulk", "../../kit/database"],
  ["issuer", "../kit/access"],
  ["cli", "../opendata/room"],
  ["cli", "../issuer"],
  ["cli/registry", "../../registry/model"],
  ["cli/registry", "../../municipal/create-starter"],
  ["cli", "../intake"],
  ["bench", "../subgraphs/comparisons/import"],
] as const;

const fileOf = (folder: string, from: string) => join(folder, `probe-${from.replaceAll(/[^a-z]/g, "-")}.ts`);

/** Lints a file for each import in a house of the same plan; gives the files in which the import was refused. */
function lintProbes(): Set<string> {
  const house = mkdtempSync(join(tmpdir(), "kommungraf-lint-"));
  try {
    copyFileSync(join(projectRoot, "biome.json"), join(house, "biome.json"));
    writeFileSync(join(house, ".gitignore"), "node_modules/\n");
    for (const [folder, from] of [...refused, ...allowed]) {
      const file = join(house, fileOf(folder, from));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { x } from "${from}";\n\nexport const y = x;\n`);
    }
    const biome = join(projectRoot, "node_modules", "@biomejs", "biome", "bin", "biome");
    const { stdout } = spawnSync(process.execPath, [biome, "lint", "--reporter=github"], {
      cwd: house,
      encoding: "utf8",
    });
    const lines = stdout.split("\n").filter((line) => line.includes("noRestrictedImports"));
    return new Set(lines.map((line) => relative(realpathSync(house), /file=([^,]+)/.exec(line)?.[1] ?? "")));
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

describe("the linter", () => {
  const found = lintProbes();

  it.each(refused)("refuses that %s imports %s", (folder, from) => {
    expect(found).toContain(fileOf(folder, from));
  });

  it.each(allowed)("lets %s import %s", (folder, from) => {
    expect(found).not.toContain(fileOf(folder, from));
  });
});
