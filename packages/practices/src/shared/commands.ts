import {
  type EventId,
  err,
  type Instant,
  type MemberId,
  ok,
  presentMembers,
  type Result,
  type RoomEvent,
  type RoomFacts,
  type RoomId,
} from "@goldseam/core";
import { type ForbiddenKind, forbiddenWordsIn } from "../forbidden-words.ts";
import { type OriginKind, type SharedUse, sharedEventVersion } from "./events.ts";
import type { SharedItem } from "./shared.ts";

type Stamp = { readonly id: EventId; readonly at: Instant };

/** Why words are not sent as they are. Judged on the writer's device alone, never on replay. */
export type NotShared =
  | { readonly type: "ForbiddenWords"; readonly kind: ForbiddenKind }
  /** Others are in the room than the preview named. */
  | { readonly type: "ReadersChanged" }
  | { readonly type: "NobodyReads" };

/** Who reads what `me` writes in this room now. */
export const readersIn = (room: RoomFacts, me: MemberId): readonly MemberId[] =>
  presentMembers(room)
    .filter(({ memberId }) => memberId !== me)
    .map(({ memberId }) => memberId);

/**
 * Whether exactly those are there whom the person was told of, and somebody is (SH11).
 *
 * - `named`: the readers of the preview, in any order.
 */
export function readersRefusal(
  room: RoomFacts,
  { me, named }: { readonly me: MemberId; readonly named: readonly MemberId[] },
): NotShared | null {
  const readers = readersIn(room, me);
  if (readers.length === 0) return { type: "NobodyReads" };
  const isSame = readers.length === named.length && readers.every((reader) => named.includes(reader));
  return isSame ? null : { type: "ReadersChanged" };
}

/** Short words, in which a demand is a demand. In a letter, an account or a question the same words tell what was. */
const checkedUses: readonly SharedUse[] = ["note", "first-words", "flare-reply", "soft-start"];

/** Why these words do not go to a partner as they are (SH8), or null. To a practitioner alone all words go. */
export function wordingRefusal(
  { use, text }: { readonly use: SharedUse; readonly text: string },
  room: Pick<RoomFacts, "kind">,
): NotShared | null {
  if (room.kind !== "couple" || !checkedUses.includes(use)) return null;
  const kind = forbiddenWordsIn(text);
  return kind === null ? null : { type: "ForbiddenWords", kind };
}

/** Shares words: what others read, and nothing else (SH3). Ask the rules before it is written. */
export const shareWords = (
  { use, text }: { readonly use: SharedUse; readonly text: string },
  { id, at }: Stamp,
): RoomEvent => ({
  v: sharedEventVersion,
  type: "words.shared",
  id,
  at,
  data: { use, text: text.trim() },
});

/** Keeps words beyond their end, or lets them end again. */
export const keepShared = (shared: EventId, isKept: boolean, { id, at }: Stamp): RoomEvent => ({
  v: sharedEventVersion,
  type: "words.kept",
  id,
  at,
  data: { shared, isKept },
});

/** Notes in the author's private room what was shared, where, and from what. */
export const noteOrigin = (
  shared: EventId,
  origin: { readonly room: RoomId; readonly kind: OriginKind; readonly from: EventId },
  { id, at }: Stamp,
): RoomEvent => ({
  v: sharedEventVersion,
  type: "shared.origin-noted",
  id,
  at,
  data: { shared, room: origin.room, kind: origin.kind, from: origin.from },
});

/**
 * The words of an item, to be shared in the couple's room (SH12).
 *
 * - Errors: `NotYours` for anyone's words but one's own, and for a practitioner always: nothing that somebody told a
 *   practitioner moves towards the couple by the practitioner's act.
 */
export function towardsTheCouple(
  { by, use, text }: SharedItem,
  room: RoomFacts,
  me: MemberId,
): Result<{ readonly use: SharedUse; readonly text: string }, { readonly type: "NotYours" }> {
  const isOwner = room.members.some(({ memberId, role }) => memberId === me && role === "owner");
  return isOwner && by === me ? ok({ use, text }) : err({ type: "NotYours" });
}
