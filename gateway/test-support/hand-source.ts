import type { SupergraphSource } from "../supergraph/source";

export interface HandSource {
  source: SupergraphSource;
  /** Brings a newer supergraph and resolves with what came of it: `accepted`, or `refused: ` and why. */
  change(sdl: string): Promise<string>;
  /** Brings one and does not wait. */
  push(sdl: string): void;
  fail(error: unknown): void;
  isSubscribed(): boolean;
  /** What came of every supergraph so far, the first one's included. */
  outcomes: { sdl: string; outcome: string }[];
}

/** A source whose changes the test makes. */
export function handSource(first: string): HandSource {
  let onChange: (sdl: string) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  let isSubscribed = false;
  const outcomes: HandSource["outcomes"] = [];
  const waiting = new Map<string, (outcome: string) => void>();
  const tell = (sdl: string, outcome: string) => {
    outcomes.push({ sdl, outcome });
    waiting.get(sdl)?.(outcome);
    waiting.delete(sdl);
  };
  return {
    source: {
      description: "by hand",
      load: async () => first,
      subscribe(change, error) {
        onChange = change;
        fail = error;
        isSubscribed = true;
        return () => {
          isSubscribed = false;
        };
      },
      accepted: (sdl) => tell(sdl, "accepted"),
      refused: (sdl, reason) => tell(sdl, `refused: ${reason}`),
    },
    change: (sdl) =>
      new Promise((resolve) => {
        waiting.set(sdl, resolve);
        onChange(sdl);
      }),
    push: (sdl) => onChange(sdl),
    fail: (error) => fail(error),
    isSubscribed: () => isSubscribed,
    outcomes,
  };
}
