import type { EventId, Instant, RecordedEvent, RoomEvent, RoomFacts } from "@goldseam/core";
import {
  type KeptText,
  type KeptTexts,
  keptTextIn,
  keptTextMax,
  noTexts,
  withoutText,
  withText,
} from "../kept-texts.ts";
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

export type Draft = KeptText & {
  readonly use: DraftUse;
  /** Keys of the coach's notes that were waved away in this text. */
  readonly waved: readonly string[];
};
export type Drafts = KeptTexts<Draft>;

export type DraftRefusal = {
  readonly type: "NewerVersion" | "Malformed" | "WrongRoom" | "PutAway" | "OtherUse";
};

export const draftEventTypes = ["draft.kept", "draft.put-away"] as const;
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
  empty: noTexts,
  refusal,
  evolve,
};

type Kept = Pick<Draft, "id" | "use" | "text" | "waved">;

export function refusal(state: Drafts, { event }: RecordedEvent, room: RoomFacts): DraftRefusal | null {
  if (event.v !== 1) return { type: "NewerVersion" };
  if (room.kind !== "private") return { type: "WrongRoom" };
  if (event.type === "draft.put-away") {
    return draftIdIn(event) === null ? { type: "Malformed" } : null;
  }
  const kept = keptIn(event);
  if (kept === null) return { type: "Malformed" };
  if (state.putAway.has(kept.id)) return { type: "PutAway" };
  const before = state.texts.get(kept.id);
  return before === undefined || before.use === kept.use ? null : { type: "OtherUse" };
}

export function evolve(state: Drafts, recorded: RecordedEvent, room: RoomFacts): Drafts {
  if (refusal(state, recorded, room) !== null) return state;
  const { event } = recorded;
  if (event.type === "draft.put-away") return withoutText(state, draftIdIn(event)!);
  return withText(state, keptIn(event)!, recorded);
}

/** Keeps a text; `id` is the draft's own, or the event's for one that begins. Null when there is nothing to keep. */
export function keepDraft(
  words: Pick<Draft, "use" | "text" | "waved">,
  stamp: { readonly id: EventId; readonly at: Instant; readonly draft?: EventId },
): RoomEvent | null {
  const { use, waved } = words;
  const text = words.text.slice(0, keptTextMax);
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
  const { text: words, waved, use: named } = dataOf(event);
  const id = draftIdIn(event);
  const use = draftUses.find((known) => known === named);
  const text = keptTextIn(words);
  if (id === null || use === undefined || text === null || !Array.isArray(waved)) return null;
  if (waved.length > wavedMax || !waved.every((key) => typeof key === "string" && key.length <= 200))
    return null;
  return { id, use, text, waved };
}
