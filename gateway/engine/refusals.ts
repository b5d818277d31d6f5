import { createHash } from "node:crypto";

/** Why a supergraph is not served, as `/health/ready` says it. */
export type RefusalReason = "CANNOT_BE_BUILT" | "CHECK_FAILED" | "KEEPS_ENDING";

export interface Refusal {
  /** SHA-256 in hex of the refused text. */
  readonly supergraph: string;
  readonly reason: RefusalReason;
}

export interface Refusals {
  /** The source has given this one: it alone is the current one. */
  given(sdl: string): void;
  /** One that the source has given up meanwhile is forgotten. */
  refuse(sdl: string, reason: RefusalReason): void;
  accept(sdl: string): void;
  /** The source's current one, while it is refused. */
  current(): Refusal | undefined;
  stop(): void;
}

const LONGEST = 20;
const LONGEST_ENDING = 36;

/**
 * Remembers the refused supergraph and has it offered again after a pause, since what it was refused for may pass.
 * @param pauseMilliseconds the first pause; doubles with each refusal, to twenty times as long. One that kept ending fails
 *   clients each time: its first pause is as long as that, and doubles to 36 times as long.
 * @param offer is to bring it again if it is still the current one
 */
export function createRefusals(pauseMilliseconds: number, offer: (sdl: string) => void): Refusals {
  let newest: string | undefined;
  let times = 0;
  let refused: Refusal | undefined;
  let timer: NodeJS.Timeout | undefined;

  function settle(): void {
    clearTimeout(timer);
    refused = undefined;
  }

  return {
    given(sdl) {
      if (sdl === newest) return;
      settle();
      newest = sdl;
      times = 0;
    },
    refuse(sdl, reason) {
      if (sdl !== newest) return;
      settle();
      refused = { supergraph: textHash(sdl), reason };
      const longest = pauseMilliseconds * LONGEST;
      const pause =
        reason === "KEEPS_ENDING"
          ? Math.min(longest * 2 ** times, longest * LONGEST_ENDING)
          : Math.min(pauseMilliseconds * 2 ** times, longest);
      times += 1;
      timer = setTimeout(() => offer(sdl), pause).unref();
    },
    accept(sdl) {
      if (sdl === newest) settle();
    },
    current: () => refused,
    stop: settle,
  };
}

/** SHA-256 in hex, as a registry names a supergraph. */
export function textHash(sdl: string): string {
  return createHash("sha256").update(sdl).digest("hex");
}
