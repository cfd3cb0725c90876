import type { EntryHash, EventId, Instant, RecordedEvent } from "@goldseam/core";

/** A text that its author keeps anew as they go on with it. */
export type KeptText = {
  readonly id: EventId;
  readonly text: string;
  readonly begun: Instant;
  readonly kept: Instant;
  /** The entry that holds the text now. */
  readonly entryHash: EntryHash;
};

export type KeptTexts<Text extends KeptText> = {
  readonly texts: ReadonlyMap<EventId, Text>;
  readonly putAway: ReadonlySet<EventId>;
  /** Entries whose words nobody needs any more; their author's device erases them. */
  readonly toErase: readonly EntryHash[];
};

/** Letters in a text, at most: an entry holds no more than about three times as much. */
export const keptTextMax = 20_000;

export const noTexts: KeptTexts<never> = {
  texts: new Map<EventId, never>(),
  putAway: new Set(),
  toErase: [],
};

/** `words` as they stand now: they take the place of what was kept before, whose entry is to be erased. */
export function withText<Text extends KeptText>(
  state: KeptTexts<Text>,
  words: Omit<Text, "begun" | "kept" | "entryHash">,
  { at, entryHash }: RecordedEvent,
): KeptTexts<Text> {
  const before = state.texts.get(words.id);
  const text = { ...words, begun: before?.begun ?? at, kept: at, entryHash } as Text;
  return {
    ...state,
    texts: new Map(state.texts).set(words.id, text),
    toErase: before ? [...state.toErase, before.entryHash] : state.toErase,
  };
}

/** Over for good: not shown, not kept again, and what it held is to be erased. */
export function withoutText<Text extends KeptText>(state: KeptTexts<Text>, id: EventId): KeptTexts<Text> {
  const over = state.texts.get(id);
  const texts = new Map(state.texts);
  texts.delete(id);
  return {
    texts,
    putAway: new Set(state.putAway).add(id),
    toErase: over === undefined ? state.toErase : [...state.toErase, over.entryHash],
  };
}

/** The words of a text of its form: at least one letter, and no more than fit. */
export const keptTextIn = (text: unknown): string | null =>
  typeof text === "string" && text.trim() !== "" && text.length <= keptTextMax ? text : null;
