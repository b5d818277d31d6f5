/** Where the live supergraph comes from. The registry is one; a file and an address are others. */
export interface SupergraphSource {
  /** For messages and the log. */
  readonly description: string;
  /** The current supergraph SDL. One that has been refused may be answered with another. */
  load(signal?: AbortSignal): Promise<string>;
  /** Calls back with each newer SDL until the returned function is called. */
  subscribe?(onChange: (sdl: string) => void, onError: (error: unknown) => void): () => void;
  /** Told when an SDL answers clients: the first one, and each that took the place of another. */
  accepted?(sdl: string): void | Promise<void>;
  /** Told when an SDL cannot be served and the one before stays. */
  refused?(sdl: string, reason: string): void | Promise<void>;
}

/** A source that never changes. */
export function fixedSource(sdl: string): SupergraphSource {
  return { description: "a fixed supergraph", load: async () => sdl };
}
