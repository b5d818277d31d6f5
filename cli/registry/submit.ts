import { nearest } from "../../intake/nearest";
import { subgraphLimits } from "../../registry/checks/limits";
import { printable } from "../compare/printable";
import type { AnsweredFinding, CheckAnswer, PublishAnswer } from "./answers";
import { CommandFailure, type ExitCode, exitCodes, wrongUse } from "./failure";
import { withPlaces } from "./find-place";
import { githubAnnotations, notACommand } from "./github-annotations";
import { ownerNameOf } from "./known-owners";
import { printJson, printLines } from "./print";
import { createRegistryClient, type RegistryClient } from "./registry-client";
import { renderChanges } from "./render-changes";
import { counted, renderFindings } from "./render-findings";
import { askForSchema, readSchemaFile, type SchemaText } from "./schema-text";
import { type HubOptions, readHubSettings, styleOf } from "./settings";
import { tellService, type WaitOptions } from "./tell-service";
import { tokenOwner } from "./token-owner";
import { wrongOwner } from "./wrong-owner";

interface CheckOptions extends HubOptions {
  /** Without it the schema alone is checked, as of a change that is not deployed yet. */
  readonly url?: string;
  readonly schema?: string;
  readonly owner?: string;
  readonly format?: string;
}

interface PublishOptions extends CheckOptions, WaitOptions {
  readonly url: string;
  readonly message?: string;
  readonly force?: boolean;
}

const formats = ["text", "json", "github"] as const;
type Format = (typeof formats)[number];

/** What a publish would come to. */
export async function checkSubgraph(options: CheckOptions): Promise<ExitCode> {
  const { format, schema, client, owner, token } = await prepare(options);
  const handed = {
    sdl: schema.sdl,
    ...(options.url !== undefined && { routingUrl: options.url }),
    ...(owner !== undefined && { owner }),
  };
  const found = tooLarge(schema);
  const outcome: CheckAnswer = found ? { kind: "failed", ...found } : await client.check(handed);
  const warning = outcome.kind === "failed" ? await warnOf(outcome.findings, { owner, client, token }) : undefined;
  print(outcome, { format, schema, warning, headline: headlineOfCheck(outcome, options.url !== undefined) });
  return outcome.kind === "passed" ? exitCodes.done : exitCodes.rejected;
}

/** Checks the subgraph and makes it part of the live graph, or changes nothing. */
export async function publishSubgraph(options: PublishOptions): Promise<ExitCode> {
  const { message } = options;
  if (message !== undefined && message.length > MOST_MESSAGE) {
    throw wrongUse(`--message: it has ${message.length} characters; give at most ${MOST_MESSAGE}.`);
  }
  const { format, schema, client, settings, token, ...prepared } = await prepare(options);
  const owner = prepared.owner ?? (await tokenOwner(client, token));
  const found = tooLarge(schema);
  const outcome: PublishAnswer = found
    ? { kind: "rejected", ...found }
    : await client.publish(owner, {
        sdl: schema.sdl,
        routingUrl: options.url,
        ...(message && { message }),
        ...(options.force && { force: true }),
      });
  const served =
    outcome.kind === "published"
      ? await tellService(client, settings.url, outcome.supergraph.hash, options)
      : undefined;
  const told = served === undefined ? outcome : { ...outcome, served };
  const warning = outcome.kind === "rejected" ? await warnOf(outcome.findings, { owner, client, token }) : undefined;
  print(told, { format, schema, warning, headline: headlineOfPublish(outcome, owner, served) });
  return outcome.kind === "rejected" ? exitCodes.rejected : exitCodes.done;
}

/** As the registry takes them. */
const MOST_MESSAGE = 500;

/** What the registry would say of a schema that is too large, which need not be sent for that. */
function tooLarge({ sdl }: SchemaText): { findings: AnsweredFinding[]; changes: [] } | undefined {
  const bytes = Buffer.byteLength(sdl);
  if (bytes <= subgraphLimits.bytes) return undefined;
  const finding: AnsweredFinding = {
    code: "TOO_LARGE",
    severity: "ERROR",
    message: `The schema has ${bytes} bytes; a subgraph may have ${subgraphLimits.bytes}.`,
    remedy: "Publish less, or shorten descriptions.",
  };
  return { findings: [finding], changes: [] };
}

/** What stands before the findings when they have one cause that is not in the schema. */
async function warnOf(
  findings: readonly AnsweredFinding[],
  { owner, client, token }: { owner: string | undefined; client: RegistryClient; token: string },
): Promise<string | undefined> {
  if (!findings.some(({ code }) => code === "NAME_OF_OTHER_OWNER")) return undefined;
  return wrongOwner(findings, owner ?? (await tokenOwner(client, token)));
}

/** Every mistake that can be seen here is told before the hub is asked. */
async function prepare(options: CheckOptions) {
  const format = readFormat(options);
  if (options.url !== undefined && !isHttpAddress(options.url)) {
    throw wrongUse(
      `--url: "${options.url}" is no address of a subgraph. Give one such as https://graf.sandviken.se/graphql.`,
    );
  }
  const settings = readHubSettings(options);
  if (settings.token === undefined) {
    throw new CommandFailure(
      exitCodes.notAllowed,
      "There is no token: set KOMMUNGRAF_TOKEN, or name a file with --token-file. The operator of the hub gives you one.",
    );
  }
  const owner = options.owner === undefined ? undefined : ownerNameOf(options.owner);
  const schema = await readSchema(options);
  const client: RegistryClient = createRegistryClient(settings);
  return { format, owner, schema, client, settings, token: settings.token };
}

function isHttpAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function readSchema({ schema, url }: CheckOptions): Promise<SchemaText> {
  if (schema !== undefined) return readSchemaFile(schema);
  if (url !== undefined) return askForSchema(url);
  throw wrongUse("There is nothing to check: give --schema, or --url to ask the endpoint for its schema.");
}

function readFormat({ format = "text", json }: CheckOptions): Format {
  const found = formats.find((one) => one === format);
  if (!found) {
    const meant = nearest(format, formats);
    const guess = meant === null ? "" : ` Did you mean ${meant}?`;
    throw wrongUse(`--format: "${format}" is not a choice.${guess} Allowed: ${formats.join(", ")}.`);
  }
  return json ? "json" : found;
}

interface Printing {
  readonly format: Format;
  readonly schema: SchemaText;
  /** Said first. */
  readonly warning: string | undefined;
  readonly headline: string;
}

function print(outcome: CheckAnswer | PublishAnswer, { format, schema, warning, headline }: Printing): void {
  if (format === "json") {
    printJson(outcome);
    return;
  }
  // What is live already has been neither checked nor compared.
  const { findings: found, changes } = outcome.kind === "unchanged" ? { findings: [], changes: [] } : outcome;
  const findings = withPlaces(found, schema);
  const first = warning === undefined ? [] : [printable(warning), ""];
  const style = styleOf(process.stdout);
  if (format === "github") {
    printLines([
      ...first.map(notACommand),
      ...githubAnnotations(findings, schema),
      ...renderChanges(changes, style).map(notACommand),
      notACommand(headline),
    ]);
  } else printLines([...first, ...renderFindings(findings, schema, style), ...renderChanges(changes, style), headline]);
}

function headlineOfCheck({ kind, findings }: CheckAnswer, isEndpointAsked: boolean): string {
  if (kind === "failed") return `It cannot be published: ${counted(errorsIn(findings), "error")}.`;
  if (isEndpointAsked) return `It can be published${withWarnings(findings)}.`;
  return `The schema can be published${withWarnings(findings)}; no endpoint was asked.`;
}

/** @param served whether clients get it already */
function headlineOfPublish(outcome: PublishAnswer, owner: string, served: boolean | undefined): string {
  if (outcome.kind === "unchanged")
    return `Version ${outcome.version} of ${owner} is live already; nothing was changed.`;
  if (outcome.kind === "rejected") {
    return `Nothing was published: ${counted(errorsIn(outcome.findings), "error")}. What was live before stays live.`;
  }
  const { version, supergraph, findings } = outcome;
  return `Version ${version} of ${owner} is ${served ? "live" : "published"}${withWarnings(findings)}: supergraph ${supergraph.number} (${printable(supergraph.hash).slice(0, 12)}).`;
}

function errorsIn(findings: readonly AnsweredFinding[]): number {
  return findings.filter(({ severity }) => severity === "ERROR").length;
}

function withWarnings(findings: readonly AnsweredFinding[]): string {
  return findings.length === 0 ? "" : `, with ${counted(findings.length, "warning")}`;
}
