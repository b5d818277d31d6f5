import type { GraphQLDataSource } from "@apollo/gateway";
import type { GraphQLFormattedError } from "graphql";
import type { ErrorCode } from "../../kit/errors";
import { isRecord } from "../../kit/is-record";
import type { GatewayContext } from "../context";
import { messageOf, presentSubgraphError, type ShownError } from "../datasource/subgraph-errors";
import type { PreparedSupergraph } from "../supergraph/prepare";
import { type AnswerBudget, budgetOf } from "./answer-budget";
import { aboveLists, isShort, withoutAliases } from "./answer-paths";
import { createOwnerCaller, failureOf, type OwnerCallOptions, type OwnerOutcome } from "./ask-owner";
import { jsonLength } from "./json-value";
import { ofOwner, tooLong, wrongShape } from "./owner-errors";
import type { OwnerGraph } from "./owner-graph";
import {
  broken,
  emptyObject,
  type Findings,
  MOST_ITEMS,
  noFindings,
  own,
  type Path,
  type Place,
  readObject,
} from "./read-answer";
import { mayAnswerFor, readKey } from "./rows";
import { type Ask, createSplitter, type ObjectShape, type Split } from "./split-query";

export interface OwnersDataSourceOptions extends OwnerCallOptions {
  /** The live supergraph; asked at each fetch, since a data source outlives a supergraph. */
  supergraph(): PreparedSupergraph | undefined;
}

export interface OwnersDataSource extends GraphQLDataSource<GatewayContext> {
  /** The state of each owner's breaker, for the data source that takes this one's place. */
  breakerStates(): Record<string, unknown>;
}

/** One row, or several places of the same row, that an owner is asked about. */
interface Row {
  representation: Record<string, string>;
  places: Place[];
}

/** One fetch of the planner while it is answered. */
interface Fetch {
  owners: ReadonlyMap<string, OwnerGraph>;
  variables: Readonly<Record<string, unknown>>;
  context: Partial<GatewayContext>;
  errors: ShownError[];
  /** Owners whose failure is told already. */
  failed: Set<string>;
}

const MOST_ERRORS = 20;

/**
 * Answers fetches on the graph of all owners: each owner is asked for its own fields only, and only about rows that it
 * may be asked about; its answer is checked before any of it is taken up. An owner that fails loses its own fields, with
 * one error that names it. Expects that no two owners have a field in common, as folding does.
 */
export function createOwnersDataSource(options: OwnersDataSourceOptions): OwnersDataSource {
  const { logger } = options;
  const caller = createOwnerCaller(options);
  let known: PreparedSupergraph | undefined;
  let split: ReturnType<typeof createSplitter> | undefined;

  return {
    async process({ request, context }) {
      if (context.dry) return { data: null } as never;
      const supergraph = options.supergraph();
      if (supergraph !== known) {
        known = supergraph;
        split = supergraph?.ownersSchema && createSplitter(supergraph.ownersSchema);
      }
      if (!supergraph || !split) throw new Error("The supergraph has no owners.");
      const variables = (request.variables ?? {}) as Record<string, unknown>;
      const fetch: Fetch = { owners: supergraph.owners, variables, context, errors: [], failed: new Set() };
      const data = await answer(split(request.query ?? "", variables), fetch);
      const errors = fetch.errors as GraphQLFormattedError[];
      return (errors.length === 0 ? { data } : { data, errors }) as never;
    },
    breakerStates: caller.breakerStates,
  };

  async function answer({ kind, name, ask }: Split, fetch: Fetch): Promise<Record<string, unknown>> {
    const data = emptyObject();
    if (kind === "root") {
      await answerRoot(ask, data, fetch);
      return data;
    }
    const { representations } = fetch.variables;
    const places = (Array.isArray(representations) ? representations : []).map((representation, index): Place => {
      const type = isRecord(representation) ? String(representation.__typename) : "";
      const keyField = ask.ofType(type)?.key;
      const key =
        keyField !== undefined && isRecord(representation)
          ? readKey(keyField, own(representation, keyField))
          : undefined;
      return { type, key: key ?? "", target: emptyObject(), path: [name, index] };
    });
    const named = places.filter(({ key }) => key !== "");
    await answerRows(ask, named, fetch);
    data[name] = places.map(({ target }) => target);
    return data;
  }

  async function answerRoot(ask: Ask, target: Record<string, unknown>, fetch: Fetch): Promise<void> {
    const asked = ask.ofType(ROOT);
    if (!asked) return;
    for (const { name } of asked.given) target[name] = ROOT;
    await Promise.all(
      [...asked.byOwner].map(async ([name, { shape, names }]) => {
        for (const one of names) target[one] = null;
        const owner = fetch.owners.get(name);
        const query = ask.queryFor(name);
        if (!owner || !query) return;
        const [sole] = names.length === 1 ? names : [];
        const failurePath = sole === undefined ? undefined : [sole];
        const request = { query: query.query, variables: pick(fetch.variables, query.variables) };
        const outcome = await caller.call(owner, request, fetch.context, (one) => one);
        const known = new Set<string | number>(names);
        const pathOf = (path: Path) => (known.has(path[0] ?? "") ? path : undefined);
        const answered = take(outcome, owner, { failurePath, pathOf, ask }, fetch);
        if (!answered) return;
        const findings = noFindings(budgetOf(fetch.context).of(name));
        readObject(answered, shape, target, [], findings);
        if (isTooLarge(findings.budget, owner, failurePath, fetch)) {
          for (const one of names) target[one] = null;
          return;
        }
        await follow(findings, owner, fetch);
      }),
    );
  }

  /** Fills in what is asked of rows of the hub, wherever they stand. */
  async function answerRows(ask: Ask, places: readonly Place[], fetch: Fetch): Promise<void> {
    const rowsOf = new Map<string, Map<string, Row>>();
    for (const place of places) {
      const asked = ask.ofType(place.type);
      if (asked?.key === undefined) continue;
      for (const { name, is } of asked.given) place.target[name] = is === "key" ? place.key : place.type;
      for (const [name, { names }] of asked.byOwner) {
        for (const one of names) place.target[one] = null;
        const owner = fetch.owners.get(name);
        if (!owner || !mayAnswerFor(owner, asked.key, place.key)) continue;
        const rows = rowsOf.get(name) ?? new Map<string, Row>();
        rowsOf.set(name, rows);
        const id = `${place.type} ${place.key}`;
        const row = rows.get(id);
        if (row) row.places.push(place);
        else {
          const representation = { __typename: place.type, [asked.key]: place.key };
          rows.set(id, { representation, places: [place] });
        }
      }
    }
    await Promise.all(
      [...rowsOf].map(async ([name, rows]) => {
        const owner = fetch.owners.get(name);
        if (owner) await askAbout(owner, [...rows.values()], ask, fetch);
      }),
    );
  }

  async function askAbout(owner: OwnerGraph, rows: readonly Row[], ask: Ask, fetch: Fetch): Promise<void> {
    const query = ask.queryFor(owner.name);
    if (!query) return;
    const failurePath = aboveLists(rows[0]?.places[0]?.path ?? []);
    if (rows.length > MOST_ITEMS) {
      return fail(failureOf(owner, "ANSWER_TOO_LARGE", `${rows.length} rows to ask about`), owner, failurePath, fetch);
    }
    const request = {
      query: query.query,
      variables: {
        ...pick(fetch.variables, query.variables),
        [ask.rowsVariable]: rows.map(({ representation }) => representation),
      },
    };
    const outcome = await caller.call(owner, request, fetch.context, (one) => checkCount(one, rows.length, owner));
    const pathOf = ([entities, index, ...rest]: Path): Path | undefined => {
      const place = entities === "_entities" ? rows[Number(index)]?.places[0] : undefined;
      return place && [...place.path, ...rest];
    };
    const answered = take(outcome, owner, { failurePath, pathOf, ask }, fetch);
    if (!answered) return;
    const findings = noFindings(budgetOf(fetch.context).of(owner.name));
    (answered._entities as unknown[]).forEach((entity, index) => {
      const row = rows[index];
      if (row && entity !== null && entity !== undefined) readRow(entity, row, owner, ask, findings, fetch);
    });
    if (isTooLarge(findings.budget, owner, failurePath, fetch)) {
      for (const { type, target } of rows.flatMap(({ places }) => places)) {
        for (const one of ask.ofType(type)?.byOwner.get(owner.name)?.names ?? []) target[one] = null;
      }
      return;
    }
    await follow(findings, owner, fetch);
  }

  /** Takes up an owner's fields of one row, if it is the row that was asked for. */
  function readRow(
    entity: unknown,
    { representation, places }: Row,
    owner: OwnerGraph,
    ask: Ask,
    findings: Findings,
    { context }: Fetch,
  ): void {
    const [first] = places;
    if (!first) return;
    const asked = ask.ofType(first.type);
    const shape = asked?.byOwner.get(owner.name)?.shape;
    const { aliases } = ask;
    if (
      !shape ||
      !isRecord(entity) ||
      own(entity, aliases.typename) !== representation.__typename ||
      readKey(asked.key ?? "", own(entity, aliases.key(asked.key ?? ""))) !== first.key
    ) {
      broken(first.path, findings);
      return;
    }
    // Asked once and standing in many places, a row can grow far beyond what was read.
    if (places.length > 1) {
      const copies = jsonLength(entity) * (places.length - 1);
      if (context.answers?.spend(copies) === false) {
        broken(first.path, findings, true);
        return;
      }
    }
    for (const { target, path } of places) readObject(entity, shape as ObjectShape, target, path, findings);
  }

  /** Whether an answer is beyond its owner's budget, which is told. */
  function isTooLarge(budget: AnswerBudget, owner: OwnerGraph, path: Path | undefined, fetch: Fetch): boolean {
    if (!budget.exceeded()) return false;
    const failure = failureOf(owner, "ANSWER_TOO_LARGE", "more values or rows than the hub takes up");
    const { requestId } = fetch.context;
    const { code, detail } = failure;
    logger.warn({ requestId, owner: owner.name, code, detail }, "An owner failed");
    fail(failure, owner, path, fetch);
    return true;
  }

  /** Tells what was wrong in an owner's answer, and asks for the fields of the rows that it names. */
  async function follow({ rows, broken: { count, first } }: Findings, owner: OwnerGraph, fetch: Fetch): Promise<void> {
    if (first) {
      const { requestId } = fetch.context;
      logger.warn({ requestId, owner: owner.name, count }, "An owner broke its schema");
      tellOnce(owner, fetch, first.tooLong ? tooLong(owner, first.path) : wrongShape(owner, first.path));
    }
    await Promise.all([...rows].map(([ask, places]) => answerRows(ask, places, fetch)));
  }

  /** The data of an answer, once its errors are told; undefined when there is none. */
  function take(
    outcome: OwnerOutcome,
    owner: OwnerGraph,
    { failurePath, pathOf, ask }: { failurePath: Path | undefined; pathOf(path: Path): Path | undefined; ask: Ask },
    fetch: Fetch,
  ): Record<string, unknown> | undefined {
    if (outcome.kind === "failure") {
      fail(outcome, owner, failurePath, fetch);
      return undefined;
    }
    const presented = outcome.errors.slice(0, MOST_ERRORS).map((error) => presentSubgraphError(error, owner.name));
    const messages = outcome.errors
      .slice(0, MOST_ERRORS)
      .filter((_, index) => presented[index]?.masked)
      .slice(0, 3)
      .map(messageOf);
    if (messages.length > 0) {
      const { requestId } = fetch.context;
      logger.warn({ requestId, owner: owner.name, messages }, "Errors of an owner were masked");
    }
    for (const { shown } of presented) {
      const path = isShort(shown.path) ? pathOf(withoutAliases(shown.path, ask)) : undefined;
      const { path: _, ...rest } = shown;
      fetch.errors.push(ofOwner(owner, { ...rest, path: path ?? failurePath }));
    }
    return outcome.data ?? undefined;
  }

  function fail(
    { code, message }: { code: ErrorCode; message: string },
    owner: OwnerGraph,
    path: Path | undefined,
    fetch: Fetch,
  ): void {
    tellOnce(owner, fetch, { message, path, extensions: { code, subgraph: owner.name } });
  }
}

/** The root type's name is the same in every supergraph that composition makes. */
const ROOT = "Query";

function tellOnce(owner: OwnerGraph, fetch: Fetch, error: ShownError): void {
  if (fetch.failed.has(owner.name)) return;
  fetch.failed.add(owner.name);
  fetch.errors.push(ofOwner(owner, error));
}

function checkCount(outcome: OwnerOutcome, count: number, owner: OwnerGraph): OwnerOutcome {
  if (outcome.kind === "failure" || outcome.data === null) return outcome;
  const entities = own(outcome.data, "_entities");
  if (Array.isArray(entities) && entities.length === count) return outcome;
  if (outcome.errors.length > 0 && (entities === null || entities === undefined)) return { ...outcome, data: null };
  return failureOf(owner, "SUBGRAPH_INVALID_RESPONSE", "_entities is not a list of the right length");
}

function pick(variables: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.has(name)));
}
