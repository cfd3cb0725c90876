import type { Bytes } from "@goldseam/core";
import type { Growing } from "@goldseam/crypto/verify";

type Numbered = { readonly n: number; readonly head: Bytes };

/**
 * The heads of a room that are at hand: the newest few, whatever the room's length.
 *
 * A draft adds its own without changing these, and is kept or dropped as a whole.
 */
export class HeadWindow {
  readonly #room: Bytes;
  /** Head n stands at place n modulo the length, until a newer one takes its place. */
  readonly #kept: (Numbered | undefined)[];
  /** The head named last that is older than those: whatever a device wrote while it was away names the same one. */
  #older: Numbered | undefined;

  constructor(room: Bytes, keptMax: number) {
    this.#room = room;
    this.#kept = new Array(keptMax);
  }

  get(n: number): Bytes | undefined {
    if (n === 0) return this.#room;
    const kept = this.#kept[n % this.#kept.length];
    if (kept?.n === n) return kept.head;
    return this.#older?.n === n ? this.#older.head : undefined;
  }

  /** Holds the head from now on: among the newest, or as the one older one. */
  keep(n: number, head: Bytes): void {
    const place = n % this.#kept.length;
    // A newer one is not given up for it: that one may be on no disk yet.
    if ((this.#kept[place]?.n ?? 0) <= n) this.#kept[place] = { n, head };
    else this.#older = { n, head };
  }

  draft(n: number, fetched: ReadonlyMap<number, Bytes>): HeadDraft {
    return new HeadDraft(this, n, fetched);
  }
}

/** Heads as one batch sees them: the window, those fetched for it, and its own. */
export class HeadDraft implements Growing<Bytes> {
  readonly #window: HeadWindow;
  readonly #startN: number;
  readonly #fetched: ReadonlyMap<number, Bytes>;
  readonly #added: Bytes[] = [];

  constructor(window: HeadWindow, startN: number, fetched: ReadonlyMap<number, Bytes>) {
    this.#window = window;
    this.#startN = startN;
    this.#fetched = fetched;
  }

  at(n: number): Bytes | undefined {
    return this.#added[n - this.#startN - 1] ?? this.#window.get(n) ?? this.#fetched.get(n);
  }

  push(head: Bytes): void {
    this.#added.push(head);
  }

  /** Makes the heads of this draft those of the room. */
  keep(): void {
    for (const [index, head] of this.#added.entries()) this.#window.keep(this.#startN + 1 + index, head);
  }
}
