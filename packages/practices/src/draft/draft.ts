import type { EntryHash, EventId, Instant, RecordedEvent, RoomEvent, RoomFacts } from "@goldseam/core";
import type { Practice } from "../practice.ts";

/** What a draft is to become. The coach reads each by other rules. */
export const draftUses = [
  "first-words",
  "apology",
  "flare-reply",
  "soft-start",
  "question",
  "impact-letter",
  "appreciation",
] as const;
export type DraftUse = (typeof draftUses)[number];

export type Draft = {
  readonly id: EventId;
  readonly use: DraftUse;
  readonly text: string;
  /** Keys of the coach's notes that were waved away in this text. */
  readonly waved: readonly string[];
  readonly begun: Instant;
  readonly kept: Instant;
  /** The entry that holds the text now. */
  readonly entryHash: EntryHash;
};

export type Drafts = {
  readonly drafts: ReadonlyMap<EventId, Draft>;
  readonly putAway: ReadonlySet<EventId>;
  /** Entries whose words nobody needs any more; their author's device erases them (DR2, DR3). */
  readonly toErase: readonly EntryHash[];
};

export type DraftRefusal = {
  readonly type: "NewerVersion" | "Malformed" | "WrongRoom" | "PutAway" | "OtherUse";
};

export const draftEventTypes = ["draft.kept", "draft.put-away"] as const;
export const draftTextMax = 20_000;
const wavedMax = 64;

/**
 * The drafts of a private room. Rules DR1–DR6: README.md.
 *
 * What came before is erased as it goes on, so that neither the first keeping of a draft nor any other need be there.
 */
export const draft: Practice<"draft", Drafts> = {
  kind: "draft",
  rooms: ["private"],
  types: draftEventTypes,
  empty: { drafts: new Map(), putAway: new Set(), toErase: [] },
  refusal,
  evolve,
};

type Kept = {
  readonly draft: EventId;
  readonly use: DraftUse;
  readonly text: string;
  readonly waved: readonly string[];
};

export function refusal(state: Drafts, { event }: RecordedEvent, room: RoomFacts): DraftRefusal | null {
  if (event.v !== 1) return { type: "NewerVersion" };
  if (room.kind !== "private") return { type: "WrongRoom" };
  if (event.type === "draft.put-away") {
    return draftIdIn(event) === null ? { type: "Malformed" } : null;
  }
  const kept = keptIn(event);
  if (kept === null) return { type: "Malformed" };
  if (state.putAway.has(kept.draft)) return { type: "PutAway" };
  const before = state.drafts.get(kept.draft);
  return before === undefined || before.use === kept.use ? null : { type: "OtherUse" };
}

export function evolve(state: Drafts, recorded: RecordedEvent, room: RoomFacts): Drafts {
  if (refusal(state, recorded, room) !== null) return state;
  const { event, at, entryHash } = recorded;
  const drafts = new Map(state.drafts);
  if (event.type === "draft.put-away") {
    const id = draftIdIn(event)!;
    const over = drafts.get(id);
    drafts.delete(id);
    return {
      drafts,
      putAway: new Set(state.putAway).add(id),
      toErase: over === undefined ? state.toErase : [...state.toErase, over.entryHash],
    };
  }
  const { draft: id, use, text, waved } = keptIn(event)!;
  const before = drafts.get(id);
  drafts.set(id, { id, use, text, waved, begun: before?.begun ?? at, kept: at, entryHash });
  return { ...state, drafts, toErase: before ? [...state.toErase, before.entryHash] : state.toErase };
}

/** Keeps a text; `id` is the draft's own, or the event's for one that begins. Null when there is nothing to keep. */
export function keepDraft(
  words: Pick<Draft, "use" | "text" | "waved">,
  stamp: { readonly id: EventId; readonly at: Instant; readonly draft?: EventId },
): RoomEvent | null {
  const { use, waved } = words;
  const text = words.text.slice(0, draftTextMax);
  if (text.trim() === "") return null;
  const data = { draft: stamp.draft ?? stamp.id, use, text, waved: waved.slice(0, wavedMax) };
  return { v: 1, type: "draft.kept", id: stamp.id, at: stamp.at, data };
}

export const putDraftAway = (
  id: EventId,
  stamp: { readonly id: EventId; readonly at: Instant },
): RoomEvent => ({ v: 1, type: "draft.put-away", ...stamp, data: { draft: id } });

const dataOf = ({ data }: RoomEvent): Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};

function draftIdIn(event: RoomEvent): EventId | null {
  const id = dataOf(event).draft;
  return typeof id === "string" && id.length === 22 ? (id as EventId) : null;
}

function keptIn(event: RoomEvent): Kept | null {
  const { text, waved, use: named } = dataOf(event);
  const id = draftIdIn(event);
  const use = draftUses.find((known) => known === named);
  if (id === null || use === undefined || typeof text !== "string" || !Array.isArray(waved)) return null;
  if (text.trim() === "" || text.length > draftTextMax) return null;
  if (waved.length > wavedMax || !waved.every((key) => typeof key === "string" && key.length <= 200))
    return null;
  return { draft: id, use, text, waved };
}
