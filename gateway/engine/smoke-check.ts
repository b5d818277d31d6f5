import { requestTimeout, withinGrace } from "../../kit/http/request-life";
import { isRecord } from "../../kit/is-record";
import type { Engine } from "./types";

/** What says that a part of the graph is away, or too slow just now, which is no fault of a supergraph. */
const NO_FAULT: ReadonlySet<unknown> = new Set([
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_QUARANTINED",
  "DATABASE_UNAVAILABLE",
  "REQUEST_TIMEOUT",
]);

const GRACE_MILLISECONDS = 1000;

/**
 * Asks an engine for real before anybody depends on it.
 * @param queries besides `{ __typename }`
 * @param milliseconds for each query
 * @param stopping ends it early
 * @returns what is wrong, or undefined when it is sound
 */
export async function smokeCheck(
  engine: Engine,
  queries: readonly string[],
  milliseconds: number,
  stopping: AbortSignal,
): Promise<string | undefined> {
  for (const query of ["{ __typename }", ...queries]) {
    const wrong = await check(engine, query, milliseconds, stopping).catch((error: unknown) => String(error));
    if (wrong !== undefined) return `${wrong} was the answer to ${query}`;
  }
  return undefined;
}

async function check(
  engine: Engine,
  query: string,
  milliseconds: number,
  stopping: AbortSignal,
): Promise<string | undefined> {
  const life = new AbortController();
  const signal = AbortSignal.any([life.signal, stopping]);
  const timer = setTimeout(() => life.abort(requestTimeout(milliseconds)), milliseconds);
  try {
    const asked = engine.execute(
      { body: { query }, method: "POST", client: "", purpose: "check" },
      { signal, requestId: "smoke-check" },
    );
    const answer = await withinGrace(asked, signal, GRACE_MILLISECONDS);
    if (!answer) return "nothing";
    const { data, errors = [] } = JSON.parse(String(answer.body)) as { data?: unknown; errors?: readonly unknown[] };
    const fault = errors.find((error) => !NO_FAULT.has(codeOf(error)));
    if (fault !== undefined) return `${codeOf(fault)}: ${isRecord(fault) ? fault.message : fault}`;
    const isSound = errors.length > 0 || (answer.status === 200 && data !== undefined);
    return isSound ? undefined : `status ${answer.status}`;
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): unknown {
  return isRecord(error) && isRecord(error.extensions) ? error.extensions.code : undefined;
}
