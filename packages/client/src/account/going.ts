import {
  type EntryHash,
  err,
  type Instant,
  isPresent,
  ok,
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

const allPractices = [...practices, shared] as readonly Practice[];
const practiceByType = new Map(allPractices.flatMap((one) => one.types.map((type) => [type, one] as const)));

type Held = Pick<Room, "heldEvents" | "me">;

/**
 * Own entries that hold words and nothing that must outlive them.
 *
 * Also those that were sent and have not come back: who leaves at once after writing leaves none of it.
 */
const ownWordsOf = ({ heldEvents, me }: Held) =>
  heldEvents.filter(
    ({ event, by }) =>
      by.memberId === me && practiceByType.get(event.type)?.words?.includes(event.type) === true,
  );

/** Entries of `room` that hold this person's own words and nothing that must outlive them. */
export const ownWordsIn = (room: Held): EntryHash[] => ownWordsOf(room).map(({ entryHash }) => entryHash);

/** What this person wrote in `room` and may erase, newest first. */
export const ownTextsIn = (
  room: Held,
): readonly { readonly entryHash: EntryHash; readonly at: Instant; readonly lines: readonly string[] }[] =>
  ownWordsOf(room)
    .map(({ event, at, entryHash }) => {
      const lines = practiceByType.get(event.type)?.textIn?.(event) ?? [];
      return { entryHash, at, lines };
    })
    .filter(({ lines }) => lines.length > 0)
    .reverse();

/** Erases this person's own words in `room` everywhere; resolves once the server has been told. */
export async function eraseOwnWords(
  room: Room,
): Promise<Result<void, WireError | { readonly type: string }>> {
  const unsent = await room.flush();
  if (unsent !== undefined) return err(unsent);
  const redacted = await room.redact(ownWordsIn(room));
  if (!redacted.ok) return redacted;
  const untold = await room.flush();
  return untold === undefined ? ok(undefined) : err(untold);
}

/** Erases own words of `room` whose time is over, wherever they are. */
export async function erasePastWords(room: Room): Promise<void> {
  const past = room.pastWords();
  if (past.length > 0) await room.redact(past);
}

/** Own entries of what both partners have asked to erase whole. */
export function jointlyErasedIn(room: Room): EntryHash[] {
  const subjects = erasedByBoth(jointOf(room.folded));
  if (subjects.size === 0) return [];
  return room.heldEvents
    .filter(({ event, by }) => by.memberId === room.me && subjects.has(subjectOf(event) ?? ""))
    .map(({ entryHash }) => entryHash);
}

const subjectOf = (event: RoomEvent): string | undefined =>
  practiceByType.get(event.type)?.subjectOf?.(event);

/** Rooms that this person is in with somebody else: those that an account must leave before it goes. */
export const sharedWithOthers = (rooms: readonly Room[]): readonly Room[] =>
  rooms.filter((room) => {
    const isHere = isPresent(room.facts, room.me);
    return isHere && room.facts.members.length > 1;
  });
