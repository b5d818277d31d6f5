/** Where the live supergraph comes from. The registry is one; a file and an address are others. */
export interface SupergraphSource {
  /** For messages and the log. */
  readonly description: string;
  /** The current supergraph SDL. */
  load(signal?: AbortSignal): Promise<string>;
  /** Calls back with each newer SDL until the returned function is called. */
  subscribe?(onChange: (sdl: string) => void, onError: (error: unknown) => void): () => void;
}

/** A source that never changes. */
export function fixedSource(sdl: string): SupergraphSource {
  return { description: "a fixed supergraph", load: async () => sdl };
}
