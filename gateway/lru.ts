/** A map that forgets what was used longest ago; for values that are made again when needed. */
export class Lru<V> {
  readonly #entries = new Map<string, V>();
  constructor(readonly capacity: number) {}

  getOrMake(key: string, make: () => V): V {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const made = make();
    this.#entries.set(key, made);
    const oldest = this.#entries.size > this.capacity ? this.#entries.keys().next() : undefined;
    if (oldest && !oldest.done) this.#entries.delete(oldest.value);
    return made;
  }
}
