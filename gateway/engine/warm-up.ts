import type { GraphQLRequestBody } from "../../kit/http";
import type { Engine } from "./types";

/**
 * Has an engine plan operations without asking anybody, one after the other, so that the first clients need not wait
 * for it. Ends when the time is up, wherever it is; what fails is left to the clients to meet.
 * @returns how many were planned
 */
export async function warmUp(
  engine: Engine,
  operations: readonly GraphQLRequestBody[],
  milliseconds: number,
): Promise<number> {
  const life = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      life.abort(new Error("Warming up took too long"));
      resolve();
    }, milliseconds);
  });
  let planned = 0;
  for (const body of operations) {
    const executed = engine
      .execute({ body, method: "POST", client: "", purpose: "warm-up" }, { signal: life.signal, requestId: "warm-up" })
      .catch(() => {});
    await Promise.race([executed, timeUp]);
    if (life.signal.aborted) break;
    planned += 1;
  }
  clearTimeout(timer);
  return planned;
}
