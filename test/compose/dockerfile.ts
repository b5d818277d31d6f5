import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../kit/project-root";

export interface Instruction {
  readonly keyword: string;
  readonly text: string;
}

export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

export interface Copy {
  /** The stage that the files come from; undefined for the folder that the image is built from. */
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

export const dockerfileText = readFileSync(join(projectRoot, "Dockerfile"), "utf8");

export function readDockerfile(): Stage[] {
  const stages: { name: string; from: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsIn(dockerfileText)) {
    if (instruction.keyword === "FROM") {
      const [, from, name] = /^(\S+) AS (\S+)$/.exec(instruction.text) ?? [];
      if (!from || !name) throw new Error(`A stage without a name: FROM ${instruction.text}`);
      stages.push({ name, from, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`${instruction.keyword} stands before the first FROM`);
      stage.instructions.push(instruction);
    }
  }
  return stages;
}

function instructionsIn(text: string): Instruction[] {
  return text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, keyword = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line.trim()) ?? [];
      return { keyword, text: rest };
    });
}

export function textsOf({ instructions }: Stage, keyword: string): string[] {
  return instructions.filter((each) => each.keyword === keyword).map(({ text }) => text);
}

/** The words of a CMD in exec form, alone or at the end of a HEALTHCHECK. */
export function commandIn(text: string): string[] {
  return JSON.parse(text.slice(text.indexOf("[")));
}

export function environmentOf(stage: Stage): Record<string, string> {
  return Object.fromEntries(
    textsOf(stage, "ENV").flatMap((text) =>
      text.split(/\s+/).map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
    ),
  );
}

export function copiesIn(stage: Stage): Copy[] {
  return textsOf(stage, "COPY").map((text) => {
    const words = text.split(/\s+/);
    const from = words[0]?.startsWith("--from=") ? words.shift()?.slice("--from=".length) : undefined;
    return { from, sources: words.slice(0, -1), target: words.at(-1) ?? "" };
  });
}
