import { z } from "zod";
import { CommandFailure, exitCodes, wrongUse } from "../registry/failure";
import { changesQuery, sourceQuery } from "./follow-up-query";
import type { PatientHub } from "./patient-hub";
import type { PulledFiles } from "./pull-folder";
import type { PulledRecord } from "./pulled-rows";
import type { PullScope } from "./read-pull-options";

const record = z.looseObject({ id: z.string() });
const mayBeWithdrawn = z.looseObject({ id: z.string(), withdrawnAt: z.string().nullable() });
const source = z.object({ id: z.string() });
const ofSource = z.looseObject({ id: z.string(), source });
const contributions = z.array(z.looseObject({ source }));
const pageShape = z.object({
  changes: z.object({
    nodes: z.array(
      z.object({
        kind: z.string(),
        recordId: z.string(),
        grant: ofSource.extend({ events: z.array(record) }).nullable(),
        report: ofSource.nullable(),
        pot: mayBeWithdrawn.extend({ contributions }).nullable(),
        allocation: mayBeWithdrawn
          .extend({
            source: source.nullable(),
            ofPot: z.object({ contributions }).nullable(),
            ofGrant: z.object({ source }).nullable(),
          })
          .nullable(),
      }),
    ),
    endCursor: z.string(),
    hasNextPage: z.boolean(),
  }),
});
const sourceShape = z.object({
  fundingSource: z.object({ programmes: z.array(record) }).nullable(),
  reportTemplates: z.array(record),
});

type Change = z.infer<typeof pageShape>["changes"]["nodes"][number];

/** Events are part of a grant's record, and forms are few and asked for whole. */
const KINDS = ["GRANT", "FOLLOW_UP_REPORT", "POT", "ALLOCATION"];

export interface Pulled {
  /** Where the next run goes on. */
  readonly cursor: string;
  readonly changes: number;
}

/**
 * Reads the feed to its end and puts what has changed in the files' rows.
 * @param after cursor of the run before; from the beginning without it
 * @param page changes in a request; fewer when the hub finds the answer too large
 * @returns null when the hub does not take the cursor; nothing has been put in the rows then
 * @throws CommandFailure as PatientHub does, and for a source that there is not
 */
export async function pullChanges(
  hub: PatientHub,
  scope: PullScope,
  files: PulledFiles,
  after: string | undefined,
  page: number,
): Promise<Pulled | null> {
  await pullSource(hub, scope.source, files);
  const filter = {
    source: scope.source,
    kinds: KINDS,
    ...(scope.municipalities.length > 0 && { owners: scope.municipalities }),
  };
  let cursor = after;
  let changes = 0;
  for (let first = page; ; ) {
    const answer = await hub.ask(changesQuery, { after: cursor, first, filter, unpublished: scope.isUnpublished });
    if (answer.kind === "invalid cursor") {
      if (cursor === after && after !== undefined) return null;
      throw new CommandFailure(
        exitCodes.hubFailed,
        "The hub does not take its own cursor: its database was replaced. Run again.",
      );
    }
    if (answer.kind === "too much") {
      if (first === 1)
        throw new CommandFailure(exitCodes.hubFailed, "The hub does not give even one record at a time.");
      first = Math.ceil(first / 2);
      continue;
    }
    const read = understood(pageShape, answer.data).changes;
    for (const change of read.nodes) put(files, change, scope.source);
    changes += read.nodes.length;
    if (!read.hasNextPage) return { cursor: read.endCursor, changes };
    if (read.endCursor === cursor) throw notAsAgreed();
    cursor = read.endCursor;
  }
}

async function pullSource(hub: PatientHub, source: string, files: PulledFiles): Promise<void> {
  const answer = await hub.ask(sourceQuery, { source });
  if (answer.kind !== "whole") throw notAsAgreed();
  const { fundingSource, reportTemplates } = understood(sourceShape, answer.data);
  if (!fundingSource) throw wrongUse(`--source: the hub knows no funding source ${source}.`);
  files["report-templates"].putAll(reportTemplates);
  files["funding-programmes"].putAll(fundingSource.programmes);
}

/** Puts the record in its file, or takes it away when there is none or it is of another source by now. */
function put(files: PulledFiles, change: Change, source: string): void {
  const { kind, recordId, grant, report, pot, allocation } = change;
  if (kind === "FOLLOW_UP_REPORT") {
    if (report?.source.id === source) files["follow-up-reports"].put(report);
    else files["follow-up-reports"].remove(recordId);
  } else if (kind === "GRANT" && grant?.source.id === source) {
    const { events, ...rest } = grant;
    files.grants.put(rest);
    // A log is only added to, so no event is ever gone.
    for (const { id, ...event } of events) files["grant-events"].put({ id, grant: { id: grant.id }, ...event });
  } else if (kind === "GRANT") {
    files.grants.remove(recordId);
    files["grant-events"].removeWhere(({ grant: of }) => (of as PulledRecord).id === recordId);
  } else if (kind === "POT") {
    if (pot?.withdrawnAt === null && pays(source, pot)) files.pots.put(pot);
    else files.pots.remove(recordId);
  } else if (kind === "ALLOCATION") {
    const { ofPot, ofGrant, ...row } = allocation ?? { id: recordId, withdrawnAt: undefined };
    const isOfSource = (ofPot && pays(source, ofPot)) || (ofGrant?.source ?? allocation?.source)?.id === source;
    // Whose it was cannot be told any more when its pot is withdrawn with it.
    if (row.withdrawnAt === null && isOfSource) files.allocations.put(row);
    else files.allocations.remove(recordId);
  }
}

const pays = (id: string, { contributions: all }: { contributions: z.infer<typeof contributions> }) =>
  all.some(({ source: payer }) => payer.id === id);

/** The part of the answer that is used, in the order of its fields as they were asked for. */
function understood<Shape extends z.ZodType>(shape: Shape, data: unknown): z.infer<Shape> {
  const read = shape.safeParse(data);
  if (!read.success) throw notAsAgreed();
  return read.data;
}

function notAsAgreed(): CommandFailure {
  return new CommandFailure(exitCodes.hubFailed, "The hub answers, but not as its schema says.");
}
