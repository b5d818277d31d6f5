import { nearest } from "../../intake/nearest";
import { printable } from "../compare/printable";
import type { AnsweredFinding, CheckAnswer, PublishAnswer } from "./answers";
import { CommandFailure, type ExitCode, exitCodes, wrongUse } from "./failure";
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
  const { format, schema, client, owner } = await prepare(options);
  const handed = {
    sdl: schema.sdl,
    ...(options.url !== undefined && { routingUrl: options.url }),
    ...(owner !== undefined && { owner }),
  };
  const outcome = await client.check(handed);
  print(outcome, { format, schema, headline: headlineOfCheck(outcome, options.url !== undefined) });
  return outcome.kind === "passed" ? exitCodes.done : exitCodes.rejected;
}

/** Checks the subgraph and makes it part of the live graph, or changes nothing. */
export async function publishSubgraph(options: PublishOptions): Promise<ExitCode> {
  const { format, schema, client, settings, ...prepared } = await prepare(options);
  const owner = prepared.owner ?? (await tokenOwner(client, prepared.token));
  const outcome = await client.publish(owner, {
    sdl: schema.sdl,
    routingUrl: options.url,
    ...(options.message !== undefined && { message: options.message }),
    ...(options.force && { force: true }),
  });
  const served =
    outcome.kind === "published"
      ? await tellService(client, settings.url, outcome.supergraph.hash, options)
      : undefined;
  const told = served === undefined ? outcome : { ...outcome, served };
  print(told, { format, schema, headline: headlineOfPublish(outcome, owner, served) });
  return outcome.kind === "rejected" ? exitCodes.rejected : exitCodes.done;
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
  readonly headline: string;
}

function print(outcome: CheckAnswer | PublishAnswer, { format, schema, headline }: Printing): void {
  if (format === "json") {
    printJson(outcome);
    return;
  }
  // What is live already has been neither checked nor compared.
  const { findings, changes } = outcome.kind === "unchanged" ? { findings: [], changes: [] } : outcome;
  const style = styleOf(process.stdout);
  if (format === "github") {
    printLines([
      ...githubAnnotations(findings, schema),
      ...renderChanges(changes, style).map(notACommand),
      notACommand(headline),
    ]);
  } else printLines([...renderFindings(findings, schema, style), ...renderChanges(changes, style), headline]);
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
