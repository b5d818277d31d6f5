import { type Change, CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, type GraphQLSchema } from "graphql";
import type { Finding, FindingCode, Severity } from "../findings";
import type { ClientUse, SchemaChange } from "../outcomes";
import { asSentence } from "./as-sentence";
import { concernedOperations } from "./concerned";
import { cutFindings } from "./cut-findings";
import { findingAt } from "./finding";

export interface ChangeQuestion {
  /** The public schema as it is; undefined when there is none yet. */
  readonly before: string | undefined;
  /** The public schema as it would be. */
  readonly after: string;
  /**
   * Who sends operations, in the last days, that touch these coordinates: `Type.field`, `Type.field(argument:)`, `Input.field`,
   * `Enum.VALUE`; those that nobody touches are left out. Asked once at most.
   */
  uses(coordinates: string[]): Promise<ReadonlyMap<string, readonly ClientUse[]>>;
  /** Whether what breaks an operation in use is let through, with a warning. */
  readonly force: boolean;
}

export interface ChangeJudgement {
  readonly findings: Finding[];
  /** What is added within a type that is new itself is not told apart. */
  readonly changes: SchemaChange[];
}

const levels = {
  [CriticalityLevel.Breaking]: "BREAKING",
  [CriticalityLevel.Dangerous]: "DANGEROUS",
  [CriticalityLevel.NonBreaking]: "SAFE",
} as const;

/** Tells what would change for those who ask the graph, and whether anybody asks for it. */
export async function judgeChanges({ before, after, uses, force }: ChangeQuestion): Promise<ChangeJudgement> {
  if (before === undefined || before === after) return { findings: [], changes: [] };
  const [old, next] = [schemaOf(before), schemaOf(after)];
  const changes = withoutNestedAdditions(await diff(old, next));
  const concerned = new Map(
    changes.filter(isBreaking).map((change) => [change, concernedOperations(change, old, next)]),
  );
  const asked = [...new Set([...concerned.values()].flat())].sort();
  const used = asked.length > 0 ? await uses(asked) : new Map<string, never>();

  const judged = changes.map((change): SchemaChange => {
    const touched = (concerned.get(change) ?? []).filter((coordinate) => used.has(coordinate));
    const usedBy = mostUse(touched.flatMap((coordinate) => used.get(coordinate) ?? []));
    return {
      criticality: levels[change.criticality.level],
      coordinate: coordinateOf(change),
      message: change.message,
      isUsed: touched.length > 0,
      ...(usedBy.length > 0 && { usedBy }),
    };
  });
  const findings = judged.flatMap((change) => findingsOf(change, force));
  const isError = ({ severity }: Finding) => severity === "ERROR";
  return {
    changes: judged,
    findings: cutFindings([...findings.filter(isError), ...findings.filter((f) => !isError(f))]),
  };
}

/** Each client once, with its largest count: an operation that touches several of the coordinates is one operation. */
function mostUse(uses: readonly ClientUse[]): ClientUse[] {
  const counts = new Map<string, number>();
  for (const { client, count } of uses) counts.set(client, Math.max(counts.get(client) ?? 0, count));
  return [...counts]
    .map(([client, count]) => ({ client, count }))
    .sort((one, other) => other.count - one.count)
    .slice(0, 10);
}

const schemaOf = (sdl: string): GraphQLSchema => buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });

const isBreaking = ({ criticality }: Change) => criticality.level === CriticalityLevel.Breaking;

const ADDITIONS: ReadonlySet<string> = new Set([
  "FIELD_ADDED",
  "INPUT_FIELD_ADDED",
  "ENUM_VALUE_ADDED",
  "FIELD_ARGUMENT_ADDED",
]);
const isDescription = ({ type }: Change) => type.includes("DESCRIPTION");

/** That a new type has fields goes without saying, and so it does that what is new has its description. */
export function withoutNestedAdditions(changes: readonly Change[]): Change[] {
  const pathsOf = (isAddition: (change: Change) => boolean) =>
    new Set(changes.filter(isAddition).map(({ path }) => path));
  const types = pathsOf(({ type }) => type === "TYPE_ADDED");
  const members = pathsOf(({ type }) => ADDITIONS.has(type));
  return changes.filter(
    (change) =>
      change.type === "TYPE_ADDED" ||
      !(types.has(change.path?.split(".")[0]) || (isDescription(change) && members.has(change.path))),
  );
}

/** `Type.field.argument` as GraphQL writes coordinates: `Type.field(argument:)`. */
export function coordinateOf({ path, type }: Pick<Change, "path" | "type">): string {
  const parts = (path ?? "").split(".").filter((part) => part !== "" && !part.startsWith("@"));
  const [owner = "schema", member, argument] = parts;
  if (member === undefined) return owner;
  const isOfArgument = argument !== undefined && String(type).includes("ARGUMENT");
  return isOfArgument ? `${owner}.${member}(${argument}:)` : `${owner}.${member}`;
}

function findingsOf(change: SchemaChange, force: boolean): Finding[] {
  const { criticality, coordinate, isUsed } = change;
  if (criticality === "SAFE") return [];
  const [code, severity, remedy] = verdict(criticality, isUsed, force);
  return [findingAt(undefined, code, { message: asSentence(change.message), remedy, coordinate }, severity)];
}

function verdict(
  criticality: "BREAKING" | "DANGEROUS",
  isUsed: boolean,
  force: boolean,
): [FindingCode, Severity, string] {
  if (criticality === "DANGEROUS") return ["DANGEROUS", "WARNING", "See that those who use it can do with the change."];
  if (!isUsed) return ["BREAKING_UNUSED", "WARNING", "Go on if you mean it: nobody has asked for it of late."];
  const remedy = "Keep it as it was, put @deprecated on it, and take it away when nobody asks for it any more.";
  return ["BREAKING_IN_USE", force ? "WARNING" : "ERROR", remedy];
}
