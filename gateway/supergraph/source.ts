/** Where the live supergraph comes from. The registry is one; a file and an address are others. */
export interface SupergraphSource {
  /** For messages and the log. */
  readonly description: string;
  /** The current supergraph SDL. After it was refused, another may be answered. */
  load(signal?: AbortSignal): Promise<string>;
  /** Calls back with each newer SDL until the returned function is called. */
  subscribe?(onChange: (sdl: string) => void, onError: (error: unknown) => void): () => void;
  /** Told when an SDL answers clients and has passed its check. */
  accepted?(sdl: string): void | Promise<void>;
  /** Told each time that an SDL is refused: another stays, or takes its place. */
  refused?(sdl: string, reason: string): void | Promise<void>;
  /** Calls back with the current SDL although it has been given before. Without it a refused one is kept and taken again. */
  offerAgain?(): void;
}

/** A source that never changes. */
export function fixedSource(sdl: string): SupergraphSource {
  return { description: "a fixed supergraph", load: async () => sdl };
}
