import {
  type EntryHash,
  err,
  type Instant,
  ok,
  presentMembers,
  type Result,
  type RoomEvent,
} from "@goldseam/core";
import { type Practice, practices } from "@goldseam/practices";
import { erasedByBoth } from "@goldseam/practices/joint";
import { shared } from "@goldseam/practices/shared";
import type { WireError } from "../net/transport.ts";
import { jointOf } from "../room/fold.ts";
import type { Room } from "../room/room.ts";

/** What becomes of what a person wrote, where they leave. What they did (kept, moved, missed) stays in either case. */
export type OwnWords = "keep" | "erase";

/** Entries that one redaction may name. */
const redactionMax = 64;

const allPractices = [...practices, shared] as readonly Practice[];
const wordTypes: ReadonlySet<string> = new Set(allPractices.flatMap(({ words = [] }) => words));

/** Entries of `room` that hold this person's own words and nothing that must outlive them. */
export const ownWordsIn = (room: Room): EntryHash[] =>
  room.events
    .filter(({ event, by }) => by.memberId === room.me && wordTypes.has(event.type))
    .map(({ entryHash }) => entryHash);

/** What this person wrote in `room` and may erase, newest first. */
export const ownTextsIn = (
  room: Pick<Room, "events" | "me">,
): readonly { readonly entryHash: EntryHash; readonly at: Instant; readonly lines: readonly string[] }[] =>
  room.events
    .filter(({ event, by }) => by.memberId === room.me && wordTypes.has(event.type))
    .map(({ event, at, entryHash }) => {
      const practice = allPractices.find(({ types }) => types.includes(event.type));
      return { entryHash, at, lines: practice?.textIn?.(event) ?? [] };
    })
    .filter(({ lines }) => lines.length > 0)
    .reverse();

/** Erases this person's own words in `room` everywhere; resolves once the server has been told. */
export async function eraseOwnWords(
  room: Room,
): Promise<Result<void, WireError | { readonly type: string }>> {
  const unsent = await room.flush();
  if (unsent !== undefined) return err(unsent);
  const hashes = ownWordsIn(room);
  for (let from = 0; from < hashes.length; from += redactionMax) {
    const redacted = await room.redact(hashes.slice(from, from + redactionMax));
    if (!redacted.ok) return redacted;
  }
  const untold = await room.flush();
  return untold === undefined ? ok(undefined) : err(untold);
}

/** Erases own words of `room` whose time is over, wherever they are; the rest of a long list follows the next time. */
export async function erasePastWords(room: Room): Promise<void> {
  const past = room.pastWords().slice(0, redactionMax);
  if (past.length > 0) await room.redact(past);
}

/** Own entries of what both partners have asked to erase whole, at most as many as one redaction names. */
export function jointlyErasedIn(room: Room): EntryHash[] {
  const subjects = erasedByBoth(jointOf(room.folded));
  if (subjects.size === 0) return [];
  return room.events
    .filter(({ event, by }) => by.memberId === room.me && subjects.has(subjectOf(event) ?? ""))
    .slice(0, redactionMax)
    .map(({ entryHash }) => entryHash);
}

const subjectOf = (event: RoomEvent): string | undefined =>
  allPractices.find(({ types }) => types.includes(event.type))?.subjectOf?.(event);

/** Rooms that this person is in with somebody else: those that an account must leave before it goes. */
export const sharedWithOthers = (rooms: readonly Room[]): readonly Room[] =>
  rooms.filter((room) => {
    const isHere = presentMembers(room.facts).some(({ memberId }) => memberId === room.me);
    return isHere && room.facts.members.length > 1;
  });
