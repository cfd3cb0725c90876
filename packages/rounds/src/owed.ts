import { dayMs, type EntryHash, type Instant, type MemberId, type RoomFacts } from "@goldseam/core";
import { roundLimits } from "./limits.ts";
import { dailyRound, quickRound, type RoundRef, refKey, startRound, windowOf } from "./round-ref.ts";
import {
  bothLines,
  deadlineOf,
  later,
  lineDeadlineOf,
  pairOf,
  type RoundInRecord,
  type RoundsState,
  windowSourceOf,
} from "./state.ts";
import { windowAt, windowStart } from "./windows.ts";

/** What a member's client sends when it next syncs. It depends on the record alone, never on a choice (OP.10). */
export type Owed = { readonly owes: "message" | "reply" | "line"; readonly ref: RoundRef };

/** Everything that `member` owes at `now`, oldest round first. A message of a quick round or a start is never owed. */
export function owedBy(state: RoundsState, member: MemberId, room: RoomFacts, now: Instant): readonly Owed[] {
  const source = windowSourceOf(state, room);
  const pair = pairOf(room);
  if (source === null || state.paired === undefined || !pair?.includes(member)) return [];
  const other = pair[0] === member ? pair[1] : pair[0];
  const present = windowAt(now, source);
  // Four windows back is further than a round may be finished.
  const first = Math.max(windowAt(state.paired.at, source), present - 4);
  const owed: Owed[] = [];
  for (let window = first; window <= present; window += 1) {
    const ref = dailyRound(window);
    const isMissing = !state.rounds.get(refKey(ref))?.messages.has(member);
    if (isMissing && !isOver(ref) && now < deadlineOf(ref, source)) owed.push({ owes: "message", ref });
  }
  for (const round of state.rounds.values()) {
    const { ref, messages, replies, lines } = round;
    if (now < windowStart(windowOf(ref), source) || now >= lineDeadlineOf(ref, source)) continue;
    const isAnswerable = messages.has(member) && messages.has(other) && now < deadlineOf(ref, source);
    if (isAnswerable && !replies.has(member)) owed.push({ owes: "reply", ref });
    const isReadable = messages.size === 2 && replies.size === 2;
    if (isReadable && !lines.has(member)) owed.push({ owes: "line", ref });
  }
  return owed.sort((one, two) => windowOf(one.ref) - windowOf(two.ref));

  /** A round with a line was entered; its messages may be erased by now. */
  function isOver(ref: RoundRef): boolean {
    return state.rounds.get(refKey(ref))?.lines.has(member) ?? false;
  }
}

/**
 * The round that closing a page of open choices enters now: the one that the other has opened, or the next. Null when the
 * day's quick rounds are used up: the choices then count in the next daily round (OP.17).
 */
export const nextQuickRound = (
  state: RoundsState,
  member: MemberId,
  room: RoomFacts,
  now: Instant,
): RoundRef | null =>
  nextOf(state, member, room, now, roundLimits.quickADay.value, (window, index) => quickRound(window, index));

/** The start that "Begin" or "Not today" enters now, or null when this run's are used up for the day. */
export const nextStart = (
  state: RoundsState,
  member: MemberId,
  room: RoomFacts,
  now: Instant,
  { run, slot }: Pick<RoundRef & { kind: "start" }, "run" | "slot">,
): RoundRef | null =>
  nextOf(state, member, room, now, roundLimits.startsADay.value, (window, index) =>
    startRound(window, index, run, slot),
  );

function nextOf(
  state: RoundsState,
  member: MemberId,
  room: RoomFacts,
  now: Instant,
  most: number,
  refOf: (window: number, index: number) => RoundRef,
): RoundRef | null {
  const source = windowSourceOf(state, room);
  if (source === null) return null;
  const window = windowAt(now, source);
  let index = most;
  while (index > 0 && !hasMessages(state.rounds.get(refKey(refOf(window, index))))) index -= 1;
  const last = index > 0 ? state.rounds.get(refKey(refOf(window, index))) : undefined;
  const isOpenToMember = last !== undefined && last.messages.size === 1 && !last.messages.has(member);
  if (isOpenToMember) return last.ref;
  return index < most ? refOf(window, index + 1) : null;
}

const hasMessages = (round: RoundInRecord | undefined): boolean => (round?.messages.size ?? 0) > 0;

/**
 * The entries of `member` that this member's client erases now: messages and replies, seven days after their round.
 *
 * A round is over when both lines are there, or when it can no longer be finished. Lines are never among them.
 */
export function redactionsDue(
  state: RoundsState,
  member: MemberId,
  room: RoomFacts,
  now: Instant,
): readonly EntryHash[] {
  const source = windowSourceOf(state, room);
  if (source === null) return [];
  return [...state.rounds.values()].flatMap((round) => {
    const own = [round.messages.get(member), round.replies.get(member)];
    const entries = own.flatMap((entry) => (entry === undefined ? [] : [entry.entryHash]));
    if (entries.length === 0) return [];
    const lines = bothLines(round, room);
    const over = lines === null ? deadlineOf(round.ref, source) : later(lines[0].at, lines[1].at);
    return now < over + roundLimits.eraseAfter.value * dayMs ? [] : entries;
  });
}
