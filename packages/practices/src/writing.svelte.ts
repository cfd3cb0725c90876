import type { EventId } from "@goldseam/core";

/** Keeps `text` as the text `id`, or as a new one. Gives its id, or null when it could not be kept. */
type Keep = (text: string, id: EventId | undefined) => Promise<EventId | null>;

/** One text as somebody writes it. It is kept when they ask, when they leave, and before their room closes. */
export class Writing {
  text = $state("");
  #id = $state.raw<EventId | undefined>();
  #kept = $state("");
  /** Counts the texts that were opened: what was asked for one is not noted for the next. */
  #opened = 0;
  #last: Promise<unknown> = Promise.resolve();
  readonly #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** The text's id, once it was kept. */
  get id(): EventId | undefined {
    return this.#id;
  }

  /** Whether what stands here is what is kept. */
  get isKept(): boolean {
    return this.text === this.#kept;
  }

  /** Opens a text that was kept, or a new one. What stood here before is no longer here: keep it first. */
  open(text = "", id?: EventId): void {
    this.#opened += 1;
    this.#id = id;
    this.text = this.#kept = text;
  }

  /** Keeps the words as they are now, after what is being kept. False when they could not be: they still stand here. */
  keep(): Promise<boolean> {
    const kept = this.#last.then(() => this.#keepNow());
    this.#last = kept.catch(() => undefined);
    return kept;
  }

  async #keepNow(): Promise<boolean> {
    if (this.isKept || this.text.trim() === "") return true;
    const [opened, text] = [this.#opened, this.text];
    const id = await this.#keep(text, this.#id);
    if (id === null) return false;
    if (opened === this.#opened) [this.#id, this.#kept] = [id, text];
    return true;
  }
}
