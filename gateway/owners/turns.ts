import { createSlots, NoSlotError } from "../../kit/slots";

export interface TurnLimits {
  /** How much is done at once, and how much waits for its turn. */
  atOnce: number;
  waiting: number;
  /** How long it waits. */
  waitMilliseconds: number;
}

/**
 * Does the work when it is its turn.
 * @returns undefined when it was not begun: too many wait already, it has waited for too long, or the signal has aborted
 */
export type InTurn = <Result>(
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
) => Promise<Result | undefined>;

export function createTurns({ atOnce, waiting, waitMilliseconds }: TurnLimits): InTurn {
  const withinSlot = createSlots(atOnce, waiting);

  return async function inTurn(signal, work) {
    const patience = new AbortController();
    const giveUp = () => patience.abort();
    const timer = setTimeout(giveUp, waitMilliseconds);
    const stopWaiting = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    };
    if (signal?.aborted) giveUp();
    else signal?.addEventListener("abort", giveUp, { once: true });
    let begun = false;
    try {
      return await withinSlot(patience.signal, () => {
        begun = true;
        stopWaiting();
        return work();
      });
    } catch (error) {
      if (!begun && (error instanceof NoSlotError || patience.signal.aborted)) return undefined;
      throw error;
    } finally {
      stopWaiting();
    }
  };
}
