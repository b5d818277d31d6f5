import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
  noJitterGenerator,
} from "cockatiel";
import { isRecord } from "../../kit/is-record";

export interface BreakerSettings {
  /** Failures in a row that open it. */
  failures: number;
  /** How long it stays open at first; each failed probe doubles it. */
  firstMilliseconds: number;
  mostMilliseconds: number;
}

export const defaultBreaker: Readonly<BreakerSettings> = {
  failures: 5,
  firstMilliseconds: 5000,
  mostMilliseconds: 60_000,
};

/** What a call says of the one that is called: `neutral` says nothing, as when the request itself was stopped. */
export type Verdict = "sound" | "failed" | "neutral";

export interface Breaker {
  /**
   * Runs the call unless the breaker is open. While it is half open one call at a time is let through as a probe.
   * @param call gets whether it is the probe, whose neutral verdict counts as sound, and whether the breaker has opened
   *   meanwhile, for a call that waited
   * @returns undefined when the call was not let through
   */
  run<Result extends { verdict: Verdict }>(
    call: (probe: boolean, hasOpened: () => boolean) => Promise<Result>,
  ): Promise<Result | undefined>;
  /** For a breaker that takes its place; survives a copy into another thread. */
  state(): unknown;
}

/** @param initial what another breaker's `state` gave; anything else is a closed breaker */
export function createBreaker(settings: BreakerSettings, initial?: unknown): Breaker {
  const policy = circuitBreaker(
    handleWhenResult((result) => (result as { verdict: Verdict }).verdict === "failed"),
    {
      halfOpenAfter: new ExponentialBackoff({
        initialDelay: settings.firstMilliseconds,
        maxDelay: settings.mostMilliseconds,
        generator: noJitterGenerator,
      }),
      breaker: new ConsecutiveBreaker(settings.failures),
      initialState: isState(initial) ? structuredClone(initial) : undefined,
    },
  );

  return {
    async run<Result extends { verdict: Verdict }>(
      call: (probe: boolean, hasOpened: () => boolean) => Promise<Result>,
    ): Promise<Result | undefined> {
      // The library would let it wait for the probe.
      if (policy.state === CircuitState.HalfOpen) return undefined;
      const probe = policy.state === CircuitState.Open;
      try {
        return await policy.execute(async () => {
          const result = await call(probe, () => !probe && policy.state !== CircuitState.Closed);
          // What is thrown counts neither way in a closed breaker.
          if (result.verdict === "neutral" && !probe) throw new Neutral(result);
          return result;
        });
      } catch (error) {
        if (error instanceof Neutral) return error.result as Result;
        if (error instanceof BrokenCircuitError) return undefined;
        throw error;
      }
    },
    state: () => policy.toJSON(),
  };
}

class Neutral extends Error {
  constructor(readonly result: unknown) {
    super();
  }
}

/** Only what `toJSON` gives for these states: anything else would break the breaker later. */
function isState(state: unknown): boolean {
  if (!isRecord(state) || !isRecord(state.ownState) || !Number.isInteger(state.breakerState)) return false;
  const { value, openedAt, attemptNo } = state.ownState;
  if (value === CircuitState.Closed) return true;
  return value === CircuitState.Open && Number.isFinite(openedAt) && Number.isInteger(attemptNo);
}
