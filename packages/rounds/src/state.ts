import type { Bytes, EntryHash, EventId, Instant, MemberId, RoomFacts } from "@goldseam/core";
import { dayMs, hourMs } from "@goldseam/core";
import { roundLimits } from "./limits.ts";
import type { MessageAuthor, RoundLine, RoundMessage, RoundReply } from "./message.ts";
import type { RevealWords } from "./reveal.ts";
import { type RoundRef, windowOf } from "./round-ref.ts";
import { type WindowSource, windowEnd } from "./windows.ts";

type Recorded = { readonly at: Instant; readonly entryHash: EntryHash };

/** What stands in the record of one round. Of each member the first of each kind. */
export type RoundInRecord = {
  readonly ref: RoundRef;
  readonly messages: ReadonlyMap<
    MemberId,
    Recorded & { readonly by: MessageAuthor; readonly message: RoundMessage; readonly hash: Bytes }
  >;
  readonly replies: ReadonlyMap<MemberId, Recorded & { readonly reply: RoundReply }>;
  readonly lines: ReadonlyMap<MemberId, { readonly at: Instant; readonly line: RoundLine }>;
};

/** What stands in the record of one showing. */
export type RevealInRecord = {
  readonly topic: string;
  readonly commitments: ReadonlyMap<MemberId, { readonly at: Instant; readonly commitment: Bytes }>;
  readonly openings: ReadonlyMap<MemberId, { readonly at: Instant; readonly wordsId: EventId }>;
  readonly words: ReadonlyMap<MemberId, RevealWords>;
};

/** All rounds by `refKey` and all showings by topic. */
export type RoundsState = {
  readonly rounds: ReadonlyMap<string, RoundInRecord>;
  readonly reveals: ReadonlyMap<string, RevealInRecord>;
  /** What both drew at pairing, and when it was there; without it there is no window. */
  readonly paired?: { readonly pacingSeed: Bytes; readonly at: Instant };
};

export const emptyRounds: RoundsState = { rounds: new Map(), reveals: new Map() };

/** The two partners of a couple's room in the order in which they joined, also after one left; null before both joined. */
export function pairOf(room: RoomFacts): readonly [MemberId, MemberId] | null {
  const [first, second, ...more] = room.members.filter(({ role }) => role === "partner");
  return first && second && more.length === 0 ? [first.memberId, second.memberId] : null;
}

/** What fixes the windows, or null before pairing. */
export const windowSourceOf = ({ paired }: RoundsState, { zone }: RoomFacts): WindowSource | null =>
  paired === undefined ? null : { zone, pacingSeed: paired.pacingSeed };

/** The moment from which messages and replies of a round come too late. */
export function deadlineOf(ref: RoundRef, source: WindowSource): Instant {
  const end = windowEnd(windowOf(ref), source);
  return (ref.kind === "daily" ? end + roundLimits.finishWithin.value * hourMs : end) as Instant;
}

/** The moment from which a line of a round comes too late. */
export const lineDeadlineOf = (ref: RoundRef, source: WindowSource): Instant =>
  (deadlineOf(ref, source) + roundLimits.eraseAfter.value * dayMs) as Instant;

/** The lines of both partners, or null while one is missing. */
export function bothLines(
  round: Pick<RoundInRecord, "lines"> | undefined,
  room: RoomFacts,
): readonly [{ at: Instant; line: RoundLine }, { at: Instant; line: RoundLine }] | null {
  const [first, second] = (pairOf(room) ?? []).map((member) => round?.lines.get(member));
  return first && second ? [first, second] : null;
}

/** The later of two moments. */
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
