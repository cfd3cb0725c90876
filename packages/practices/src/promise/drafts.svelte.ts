import type { RoomView } from "../screen.ts";
import type { RepairLines } from "./events.ts";
import { dateOf, horizonOf, type Weekday } from "./schedule.ts";
import * as words from "./words.gen/words.ts";

/** A promise as it is being written: what stands in the fields. */
export class PromiseDraft {
  act = $state("");
  time = $state("");
  signal = $state("");
  signalTime = $state("");
  /** Stands there from the start, since it completes its sentence; without a time it is not sent. */
  fallback = $state(words.sampleOneFallback());
  fallbackTime = $state("");
  kind = $state<"once" | "repeat">("repeat");
  date = $state("");
  days = $state<readonly Weekday[]>([1, 2, 3, 4, 5]);
  until = $state("");

  constructor({ now, zone }: Pick<RoomView, "now" | "zone">) {
    this.date = dateOf(now, zone);
    this.until = horizonOf(now, zone);
  }
}

/** What a promise may begin with: an example, or nothing. */
export type Beginning = Partial<
  Pick<PromiseDraft, "act" | "time" | "signal" | "signalTime" | "fallbackTime" | "days">
>;

/** A note, and where a move would go. */
class Written {
  text = $state("");
  time = $state("");
  date = $state("");
}

class WrittenLines {
  what = $state("");
  effect = $state("");
  next = $state("");
}

/** What a person wrote and did not send yet: closing a sheet loses none of it. Lives as long as the screen that holds it. */
export class Drafts {
  #make: PromiseDraft | undefined;
  readonly #written = new Map<string, Written>();
  readonly #lines = new Map<string, WrittenLines>();

  /** The promise being written; a fresh one when there is none, or when it begins with an example. */
  promise(room: RoomView, begin?: Beginning): PromiseDraft {
    if (!this.#make || begin) this.#make = Object.assign(new PromiseDraft(room), begin);
    return this.#make;
  }

  promiseMade(): void {
    this.#make = undefined;
  }

  written(key: string, begin: Partial<Written> = {}): Written {
    const written = this.#written.get(key) ?? Object.assign(new Written(), begin);
    this.#written.set(key, written);
    return written;
  }

  lines(key: string): Record<keyof RepairLines, string> {
    const lines = this.#lines.get(key) ?? new WrittenLines();
    this.#lines.set(key, lines);
    return lines;
  }

  /** Forgets what was sent. */
  forget(key: string): void {
    this.#written.delete(key);
    this.#lines.delete(key);
  }
}

/** Three promises to begin from: the first is the one of the design. */
export const examples = (): readonly (Beginning & { readonly act: string; readonly time: string })[] => [
  {
    act: words.sampleOneAct(),
    time: "18:00",
    signal: words.sampleOneSignal(),
    signalTime: "17:45",
    fallbackTime: "17:30",
  },
  { act: words.sampleTwoAct(), time: "19:00", days: [1, 2, 3, 4, 5, 6, 7] },
  { act: words.sampleThreeAct(), time: "21:00", days: [1, 2, 3, 4, 5, 6, 7] },
];
