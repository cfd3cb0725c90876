import type { SealedStore } from "../store/sealed-store.ts";

/**
 * What a person had in hand in a screen of Private and neither sent nor kept: words in a field, a form half filled in.
 *
 * It rests sealed on this device alone, under Private's own key, and can be read again at the next unlock.
 */
export class Unfinished {
  readonly #notes: () => SealedStore | undefined;

  /** `notes` is the sealed store of Private, while it is unlocked. */
  constructor(notes: () => SealedStore | undefined) {
    this.#notes = notes;
  }

  /** What was kept under `key`; undefined when there is nothing, when it does not open, and while Private is locked. */
  async read(key: string): Promise<unknown> {
    return this.#notes()?.readJson("notes", keyOf(key));
  }

  /** Keeps `value` in the place of what was there, or forgets it where `value` is undefined. Nothing while locked. */
  async keep(key: string, value: unknown): Promise<void> {
    const notes = this.#notes();
    if (notes === undefined) return;
    const change =
      value === undefined
        ? ({ table: "notes", key: keyOf(key), remove: true } as const)
        : await notes.sealJson("notes", keyOf(key), value);
    await notes.write([change]);
  }
}

const keyOf = (key: string): string => `unfinished/${key}`;
