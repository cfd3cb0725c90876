/** Latin-1 of the bytes: the cheapest text that names them in a map. */
export const keyOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

/**
 * A map that holds at most about `max` values and forgets those not asked for lately.
 *
 * Two generations: what is asked for moves to the young one; when that is half of `max`, it becomes the old one
 * and the old one is forgotten. A get of a young value changes nothing, which a list in order of use could not do:
 * moving each value on each get was a tenth of an append's own cost.
 */
export class Lru<Value> {
  readonly #youngMax: number;
  readonly #mayForget: (value: Value) => boolean;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(max: number, mayForget: (value: Value) => boolean = () => true) {
    this.#youngMax = Math.max(1, max / 2);
    this.#mayForget = mayForget;
  }

  get(key: string): Value | undefined {
    const value = this.#young.get(key);
    if (value !== undefined) return value;
    const older = this.#old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    this.#young.set(key, value);
    if (this.#young.size > this.#youngMax) this.#grow(key, value);
  }

  delete(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  /** Deletes every value that `isGone` names. */
  deleteWhere(isGone: (value: Value) => boolean): void {
    for (const values of [this.#young, this.#old]) {
      for (const [key, value] of values) if (isGone(value)) values.delete(key);
    }
  }

  /** Begins a generation with the newest value and those that must stay, however old. */
  #grow(key: string, value: Value): void {
    const forgotten = this.#old;
    this.#old = this.#young;
    this.#young = new Map([[key, value]]);
    for (const [other, kept] of forgotten) {
      if (!this.#old.has(other) && !this.#mayForget(kept)) this.#young.set(other, kept);
    }
  }
}
