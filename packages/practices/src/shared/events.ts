import type { EventId, RoomEvent, RoomId } from "@goldseam/core";

/** What shared words are, for who reads them. A note is plain words of a talk; the others begin as drafts. */
export const sharedUses = [
  "note",
  "first-words",
  "apology",
  "flare-reply",
  "soft-start",
  "question",
  "impact-letter",
  "appreciation",
] as const;
export type SharedUse = (typeof sharedUses)[number];

/** Where something that was shared came from, as its author's private room remembers it. */
export const originKinds = ["draft", "shared", "reading"] as const;
export type OriginKind = (typeof originKinds)[number];

/** Words that others read from now on. It holds what they read and nothing of where it came from (SH3). */
export type WordsShared = RoomEvent<"words.shared", { readonly use: SharedUse; readonly text: string }>;
/** Their author keeps them beyond their end, or lets them end again. */
export type WordsKept = RoomEvent<"words.kept", { readonly shared: EventId; readonly isKept: boolean }>;
/** In the author's private room alone. */
export type OriginNoted = RoomEvent<
  "shared.origin-noted",
  {
    readonly shared: EventId;
    readonly room: RoomId;
    readonly kind: OriginKind;
    readonly from: EventId;
  }
>;

export const sharedEventVersion = 1;

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = ({ data }: RoomEvent): Fields =>
  typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Fields) : {};

const isId = (value: unknown): value is EventId =>
  typeof value === "string" && /^[A-Za-z0-9_-]{22}$/.test(value);

/** What a `words.shared` holds, or null when it is none that this version knows. Never throws. */
export function readShared(event: RoomEvent, textMax: number): WordsShared["data"] | null {
  const { use: named, text } = fieldsOf(event);
  const use = sharedUses.find((known) => known === named);
  if (use === undefined || typeof text !== "string") return null;
  return text.trim() === "" || text.length > textMax ? null : { use, text };
}

export function readKept(event: RoomEvent): WordsKept["data"] | null {
  const { shared, isKept } = fieldsOf(event);
  return isId(shared) && typeof isKept === "boolean" ? { shared, isKept } : null;
}

export function readOrigin(event: RoomEvent): OriginNoted["data"] | null {
  const { shared, room, kind: named, from } = fieldsOf(event);
  const kind = originKinds.find((known) => known === named);
  if (!isId(shared) || !isId(from) || kind === undefined) return null;
  return typeof room === "string" && /^[A-Za-z0-9_-]{43}$/.test(room)
    ? { shared, room: room as RoomId, kind, from }
    : null;
}
