import { dayMs, hourMs, type Instant, type RoomFacts } from "@goldseam/core";
import { roundLimits } from "./limits.ts";
import { lineSays, type RoundLine } from "./message.ts";
import { indexOf, type RoundRef, refKey, slotsOf, windowOf } from "./round-ref.ts";
import { contactSlot, hasNoGrace, quickDecides } from "./slots.ts";
import { bothLines, later, type RoundInRecord, type RoundsState, windowSourceOf } from "./state.ts";
import { firstWindowStart, type WindowSource, windowEnd } from "./windows.ts";

/** What both may know of a slot: it says nothing of why a slot is not open. */
export type Openness =
  | { readonly reads: "open" }
  | { readonly reads: "not-open" }
  /** Not open, and the devices of the two disagree on what the round said (RD15). */
  | { readonly reads: "devices-disagree" };

const notOpen: Openness = { reads: "not-open" };

/** How a slot reads at `now`, from the lines alone. A start's slot is read by `roundReads`. */
export function opennessOf(state: RoundsState, slot: number, room: RoomFacts, now: Instant): Openness {
  const source = windowSourceOf(state, room);
  if (source === null) return notOpen;
  const ruling = rulingRound(state, slot, room, source, now);
  if (ruling === null || isClosedByNewer(state, ruling, slot, source, now)) return notOpen;
  if (now >= graceEnd(ruling.ref, slot, source)) return notOpen;
  const said = ruling.lines.map(({ line }) => lineSays(line, slot));
  if (said.every(Boolean)) return { reads: "open" };
  return said.some(Boolean) ? { reads: "devices-disagree" } : notOpen;
}

type Complete = { readonly ref: RoundRef; readonly lines: NonNullable<ReturnType<typeof bothLines>> };

/** The newest round with both lines that counts for `slot` at `now`. */
function rulingRound(
  state: RoundsState,
  slot: number,
  room: RoomFacts,
  source: WindowSource,
  now: Instant,
): Complete | null {
  const complete = [...state.rounds.values()].flatMap((round): Complete[] => {
    const lines = decides(round.ref, slot) ? bothLines(round, room) : null;
    // A quick round adds and takes nothing away, but for sexual contact (OP.15).
    const isMute = lines !== null && round.ref.kind === "quick" && slot !== contactSlot && !says(lines, slot);
    return lines === null || isMute ? [] : [{ ref: round.ref, lines }];
  });
  complete.sort((one, other) => (isNewer(one.ref, other.ref) ? -1 : 1));
  return complete.find(({ ref, lines }) => countsFrom(ref, lines, source) <= now) ?? null;
}

const says = (lines: Complete["lines"], slot: number): boolean =>
  lines.some(({ line }) => lineSays(line, slot));

const decides = (ref: RoundRef, slot: number): boolean =>
  ref.kind === "daily" || (ref.kind === "quick" && quickDecides(slot));

/** A quick round is newer than the daily one of its own window: that one was answered first. */
const isNewer = (one: RoundRef, other: RoundRef): boolean =>
  windowOf(one) !== windowOf(other) ? windowOf(one) > windowOf(other) : indexOf(one) > indexOf(other);

function countsFrom(ref: RoundRef, lines: Complete["lines"], source: WindowSource): Instant {
  const there = later(lines[0].at, lines[1].at);
  return ref.kind === "daily" ? firstWindowStart(there, source) : there;
}

/**
 * Whether a line of a newer round, even one alone, says no: it closes, by a daily round from the next window.
 *
 * Sexual contact closes at once, also by an older round that was finished later (RD13).
 */
function isClosedByNewer(
  { rounds }: RoundsState,
  ruling: Complete,
  slot: number,
  source: WindowSource,
  now: Instant,
): boolean {
  const isContact = slot === contactSlot;
  const there = later(ruling.lines[0].at, ruling.lines[1].at);
  return [...rounds.values()].some(({ ref, lines }: RoundInRecord) => {
    const mayClose = ref.kind === "daily" || (isContact && ref.kind === "quick");
    if (!mayClose || refKey(ref) === refKey(ruling.ref)) return false;
    const newer = isNewer(ref, ruling.ref);
    return [...lines.values()].some(({ at, line }) => {
      if (lineSays(line, slot) || !(newer || (isContact && at > there))) return false;
      return (isContact ? at : firstWindowStart(at, source)) <= now;
    });
  });
}

/** The beginning of the first window after the grace of a round is over (OP.4). */
function graceEnd(ref: RoundRef, slot: number, source: WindowSource): Instant {
  const { grace, noGrace } = roundLimits;
  const length = hasNoGrace(slot) ? noGrace.value * hourMs : grace.value * dayMs;
  return firstWindowStart((windowEnd(windowOf(ref), source) + length) as Instant, source);
}

/** How one slot of one round reads: `both` only once both lines say so. */
export type RoundReads = "both" | "not-yet" | "devices-disagree" | "under-way";

/** How `slot` reads in one round: for starts, and for wishes of a quick round. */
export function roundReads(state: RoundsState, ref: RoundRef, slot: number, room: RoomFacts): RoundReads {
  const lines = bothLines(state.rounds.get(refKey(ref)), room);
  if (lines === null) return "under-way";
  const said = lines.map(({ line }) => lineSays(line, slot));
  if (said.every(Boolean)) return "both";
  return said.some(Boolean) ? "devices-disagree" : "not-yet";
}

/** The rounds whose two lines differ, and in which slots: both are told that their devices disagree (RD15). */
export function disagreements(
  state: RoundsState,
  room: RoomFacts,
): readonly { readonly ref: RoundRef; readonly slots: readonly number[] }[] {
  const differ = (one: RoundLine, other: RoundLine): readonly number[] =>
    slotsOf(one.ref).filter((slot) => lineSays(one, slot) !== lineSays(other, slot));
  return [...state.rounds.values()].flatMap((round) => {
    const lines = bothLines(round, room);
    const slots = lines === null ? [] : differ(lines[0].line, lines[1].line);
    return slots.length > 0 ? [{ ref: round.ref, slots }] : [];
  });
}
