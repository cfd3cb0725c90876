import type {
  Author,
  CalendarDate,
  EventId,
  Instant,
  MemberId,
  PromiseId,
  RecordedEvent,
  RoomFacts,
  ZoneId,
} from "@goldseam/core";
import { dayMs, hourMs } from "@goldseam/core";
import type { Practice } from "../practice.ts";
import {
  faultIn,
  isPromiseEventType,
  type Mark,
  type PromiseEvent,
  type PromiseEventOf,
  type PromiseWords,
  promiseEventTypes,
  promiseEventVersion,
  promiseIdIn,
  promiseWordTypes,
  type RepairLines,
  textInPromise,
  type View,
} from "./events.ts";
import { promiseLimits } from "./limits.ts";
import {
  type Due,
  dateOf,
  horizonOf,
  lastDateOf,
  momentOf,
  occurrencesOf,
  type Schedule,
  type WallMoment,
} from "./schedule.ts";

/** When something was said, by every clock: rules use `at`, screens may show `claimed` and `received`. */
export type Said = {
  readonly eventId: EventId;
  readonly at: Instant;
  readonly claimed: Instant;
  readonly received: Instant;
  /** `undefined` while it waits to be sent. */
  readonly n: number | undefined;
};
type SaidWithNote = Said & { readonly wordsId?: EventId };

/** One time that a promise falls due, and all that was said of it, in record order. */
export type Occurrence = {
  /** Names it for good, also after it moved (P14.15). */
  readonly date: CalendarDate;
  /** The due moment that holds now. */
  readonly due: Instant;
  readonly signal?: Instant;
  readonly fallback?: Instant;
  readonly moves: readonly (SaidWithNote & { readonly from: Instant; readonly to: WallMoment })[];
  readonly headsUp?: SaidWithNote;
  /** The first stands; later ones are corrections (P14.6). */
  readonly marks: readonly (SaidWithNote & { readonly mark: Mark })[];
  /** "That mark was not true" (P14.9). */
  readonly corrected?: SaidWithNote;
  /** The last is the witness's view now; it overrides no mark (P14.5). */
  readonly views: readonly (SaidWithNote & { readonly view: View })[];
  readonly repair?: Said & { readonly wordsId: EventId; readonly lines?: RepairLines };
  /** The texts that came with a move, a heads-up, a mark, a correction or a view, by their own id. */
  readonly notes: ReadonlyMap<EventId, string>;
};

/** One promise. `words` is missing when they were erased. */
export type MadePromise = {
  readonly promiseId: PromiseId;
  readonly maker: MemberId;
  readonly witness: MemberId;
  readonly schedule: Schedule;
  readonly made: Said;
  readonly wordsId: EventId;
  readonly words?: PromiseWords;
  readonly withdrawn?: Said;
  readonly occurrences: ReadonlyMap<CalendarDate, Occurrence>;
};

/** All promises of one room, in the order in which they were made. */
export type PromiseLedger = { readonly promises: ReadonlyMap<PromiseId, MadePromise> };

/** Why something about a promise may not happen. */
export type PromiseRefusal =
  | { readonly type: "NewerVersion"; readonly v: number }
  | { readonly type: "Malformed"; readonly field: string }
  | { readonly type: "NotACoupleRoom" }
  | { readonly type: "NotAPartner" }
  | { readonly type: "NotTheOtherPartner" }
  | { readonly type: "NotTheMaker"; readonly maker: MemberId }
  | { readonly type: "NotTheWitness"; readonly witness: MemberId }
  | { readonly type: "AlreadyMade" }
  | { readonly type: "NoSuchPromise" }
  | { readonly type: "NoSuchOccurrence" }
  | { readonly type: "PromiseEnded" }
  | { readonly type: "NotBeforeDue"; readonly field: "signalTime" | "fallbackTime" }
  | { readonly type: "PastTheHorizon"; readonly latest: CalendarDate }
  | { readonly type: "NothingFallsDue" }
  | { readonly type: "TooManyActive"; readonly most: number }
  | { readonly type: "TooOftenOnOneDay"; readonly date: CalendarDate; readonly most: number }
  | { readonly type: "TooMuchOnOneDay"; readonly date: CalendarDate; readonly most: number }
  | { readonly type: "AlreadyDue" }
  | { readonly type: "NotDueYet" }
  | { readonly type: "AlreadyMarked" }
  | { readonly type: "NotMarked" }
  | { readonly type: "NothingMoved" }
  | { readonly type: "NothingToRepair" }
  | { readonly type: "NothingToBring" }
  | { readonly type: "AlreadySaid" }
  | { readonly type: "WordsNotAwaited" };

/** What the rules need of a recorded event: who said it, not from which device, and no hash. */
export type Judged = Omit<RecordedEvent, "entryHash" | "by"> & { readonly by: Pick<Author, "memberId"> };

/** The practice, as the shared code sees it. */
export const promise = {
  kind: "promise",
  rooms: ["couple"],
  types: promiseEventTypes,
  words: promiseWordTypes,
  keptMs: Object.fromEntries(promiseWordTypes.map((type) => [type, promiseLimits.wordsKept.value * dayMs])),
  textIn: textInPromise,
  subjectOf: promiseIdIn,
  empty: { promises: new Map() },
  refusal,
  evolve,
} as const satisfies Practice<"promise", PromiseLedger>;

/**
 * Applies one recorded event. An event that the rules refuse stays in the record and changes nothing here.
 *
 * - Errors: none. Never throws, whatever `data` holds.
 */
export function evolve(ledger: PromiseLedger, recorded: Judged, room: RoomFacts): PromiseLedger {
  if (refusal(ledger, recorded, room)) return ledger;
  const event = recorded.event as PromiseEvent;
  const said: Said = {
    eventId: event.id,
    at: recorded.at,
    claimed: event.at,
    received: recorded.received,
    n: recorded.n,
  };
  const before = ledger.promises.get(event.data.promiseId);
  const after = before
    ? changed(before, event, said)
    : made(event as PromiseEventOf<"promise.made">, recorded, said);
  return { promises: new Map(ledger.promises).set(after.promiseId, after) };
}

function made({ data }: PromiseEventOf<"promise.made">, { by }: Judged, said: Said): MadePromise {
  const untouched = (due: Due): Occurrence => ({ ...due, moves: [], marks: [], views: [], notes: new Map() });
  return {
    promiseId: data.promiseId,
    maker: by.memberId,
    witness: data.witness,
    schedule: data.schedule,
    made: said,
    wordsId: data.wordsId,
    occurrences: new Map(occurrencesOf(data.schedule, said.at).map((due) => [due.date, untouched(due)])),
  };
}

function changed(before: MadePromise, event: PromiseEvent, said: Said): MadePromise {
  switch (event.type) {
    case "promise.made":
      return before;
    case "promise.worded": {
      const { act, signal, fallback } = event.data;
      return { ...before, words: { act, ...(signal && { signal }), ...(fallback && { fallback }) } };
    }
    case "promise.withdrawn":
      return { ...before, withdrawn: said };
    default: {
      const occurrence = before.occurrences.get(event.data.occurrence)!;
      const after = changedOccurrence(occurrence, event, said, before.schedule.zone);
      return { ...before, occurrences: new Map(before.occurrences).set(after.date, after) };
    }
  }
}

type OccurrenceEvent = Exclude<
  PromiseEvent,
  PromiseEventOf<"promise.made"> | PromiseEventOf<"promise.worded"> | PromiseEventOf<"promise.withdrawn">
>;

function changedOccurrence(before: Occurrence, event: OccurrenceEvent, said: Said, zone: ZoneId): Occurrence {
  const saidWithNote: SaidWithNote =
    "wordsId" in event.data && event.data.wordsId ? { ...said, wordsId: event.data.wordsId } : said;
  switch (event.type) {
    case "promise.heads-up":
      return { ...before, headsUp: saidWithNote };
    case "promise.moved": {
      // The move was the word in time, so the sign and the word before the old moment are gone.
      const { signal: _signal, fallback: _fallback, ...rest } = before;
      const { date, time } = event.data.to;
      const move = { ...saidWithNote, from: before.due, to: { date, time } };
      return { ...rest, due: momentOf({ date, time }, zone), moves: [...before.moves, move] };
    }
    case "promise.marked":
      return { ...before, marks: [...before.marks, { ...saidWithNote, mark: event.data.mark }] };
    case "promise.corrected":
      return { ...before, corrected: saidWithNote };
    case "promise.viewed":
      return { ...before, views: [...before.views, { ...saidWithNote, view: event.data.view }] };
    case "promise.noted":
      return { ...before, notes: new Map(before.notes).set(event.id, event.data.text) };
    case "promise.repaired":
      return { ...before, repair: { ...said, wordsId: event.data.wordsId } };
    case "promise.repair-worded": {
      const { what, effect, next } = event.data;
      return { ...before, repair: { ...before.repair!, lines: { what, effect, next } } };
    }
  }
}

/**
 * Why this event may not happen, or null. Asked before appending and again on replay.
 *
 * Words are not judged here beyond their form: the check of the wording runs on the writer's device alone.
 *
 * - Errors: never throws, whatever `data` holds.
 * - Source: rules P14.1–P14.15 and PR1–PR12 in promise/README.md.
 */
export function refusal(ledger: PromiseLedger, recorded: Judged, room: RoomFacts): PromiseRefusal | null {
  const { type, v, data } = recorded.event;
  if (!isPromiseEventType(type)) return { type: "Malformed", field: "type" };
  if (v !== promiseEventVersion) return { type: "NewerVersion", v };
  const fault = faultIn(type, data);
  if (fault !== null) return { type: "Malformed", field: fault };
  if (room.kind !== "couple") return { type: "NotACoupleRoom" };
  if (!partnersAt(room, recorded.at).includes(recorded.by.memberId)) return { type: "NotAPartner" };

  const event = recorded.event as PromiseEvent;
  if (event.type === "promise.made") return refusalToMake(ledger, event, recorded, room);
  const promise = ledger.promises.get(event.data.promiseId);
  if (!promise) return { type: "NoSuchPromise" };
  switch (event.type) {
    case "promise.worded":
      if (recorded.by.memberId !== promise.maker) return { type: "NotTheMaker", maker: promise.maker };
      return event.id === promise.wordsId && !promise.words ? null : { type: "WordsNotAwaited" };
    case "promise.withdrawn":
      if (recorded.by.memberId !== promise.maker) return { type: "NotTheMaker", maker: promise.maker };
      return promise.withdrawn ? { type: "PromiseEnded" } : null;
    default: {
      const occurrence = promise.occurrences.get(event.data.occurrence);
      if (!occurrence) return { type: "NoSuchOccurrence" };
      return refusalOfOccurrence(ledger, promise, occurrence, event, recorded);
    }
  }
}

function refusalOfOccurrence(
  ledger: PromiseLedger,
  promise: MadePromise,
  occurrence: Occurrence,
  event: OccurrenceEvent,
  { by, at }: Judged,
): PromiseRefusal | null {
  if (event.type === "promise.noted") {
    const awaited = notesAwaited(promise, occurrence, by.memberId).includes(event.id);
    return awaited && !occurrence.notes.has(event.id) ? null : { type: "WordsNotAwaited" };
  }
  if (event.type === "promise.viewed") {
    if (by.memberId !== promise.witness) return { type: "NotTheWitness", witness: promise.witness };
    return occurrence.marks.length > 0 ? null : { type: "NotMarked" };
  }
  if (by.memberId !== promise.maker) return { type: "NotTheMaker", maker: promise.maker };
  switch (event.type) {
    case "promise.heads-up":
      if (occurrence.headsUp) return { type: "AlreadySaid" };
      return refusalAhead(promise, occurrence, at);
    case "promise.moved":
      return (
        refusalAhead(promise, occurrence, at) ?? refusalToMove(ledger, promise, occurrence, event.data.to, at)
      );
    case "promise.marked":
      return refusalToMark(promise, occurrence, event, at);
    case "promise.corrected":
      if (occurrence.marks.length === 0) return { type: "NotMarked" };
      return occurrence.corrected ? { type: "AlreadySaid" } : null;
    case "promise.repaired":
      if (occurrence.repair) return { type: "AlreadySaid" };
      return saidToBeMissed(occurrence) ? null : { type: "NothingToRepair" };
    case "promise.repair-worded": {
      const { repair } = occurrence;
      return repair && repair.wordsId === event.id && !repair.lines ? null : { type: "WordsNotAwaited" };
    }
  }
}

function refusalToMake(
  ledger: PromiseLedger,
  { id, data }: PromiseEventOf<"promise.made">,
  { by, at }: Judged,
  room: RoomFacts,
): PromiseRefusal | null {
  const { schedule, witness } = data;
  const maker = by.memberId;
  // Two brands, one text: a promise is named by the event that made it.
  if ((data.promiseId as string) !== (id as string)) return { type: "Malformed", field: "promiseId" };
  if (data.wordsId === id) return { type: "Malformed", field: "wordsId" };
  if (ledger.promises.has(data.promiseId)) return { type: "AlreadyMade" };
  if (witness === maker || !partnersAt(room, at).includes(witness)) return { type: "NotTheOtherPartner" };
  for (const field of ["signalTime", "fallbackTime"] as const) {
    const time = schedule[field];
    if (time !== undefined && time >= schedule.time) return { type: "NotBeforeDue", field };
  }
  const latest = horizonOf(at, schedule.zone);
  if (lastDateOf(schedule) > latest) return { type: "PastTheHorizon", latest };
  const occurrences = occurrencesOf(schedule, at);
  if (occurrences.length === 0) return { type: "NothingFallsDue" };
  const most = activeMost(room, at);
  if (activeOf(ledger, maker, at).length >= most) return { type: "TooManyActive", most };
  return refusalOfCrowd(ledger, { maker, zone: schedule.zone, fresh: occurrences.map(({ due }) => due) });
}

function refusalToMove(
  ledger: PromiseLedger,
  promise: MadePromise,
  occurrence: Occurrence,
  to: WallMoment,
  at: Instant,
): PromiseRefusal | null {
  const { zone } = promise.schedule;
  const latest = horizonOf(promise.made.at, zone);
  if (to.date > latest) return { type: "PastTheHorizon", latest };
  const due = momentOf(to, zone);
  if (due === occurrence.due) return { type: "NothingMoved" };
  if (due <= at) return { type: "NothingFallsDue" };
  const most = promiseLimits.dueOfOne.value;
  const others = [...promise.occurrences.values()].filter((other) => other !== occurrence);
  const sameDay = others.filter((other) => dateOf(other.due, zone) === to.date);
  if (sameDay.length >= most) return { type: "TooOftenOnOneDay", date: to.date, most };
  return refusalOfCrowd(ledger, { maker: promise.maker, zone, fresh: [due], except: occurrence });
}

function refusalToMark(
  promise: MadePromise,
  occurrence: Occurrence,
  { data }: PromiseEventOf<"promise.marked">,
  at: Instant,
): PromiseRefusal | null {
  if (isEnded(promise, occurrence)) return { type: "PromiseEnded" };
  if (data.mark !== "kept" && at < occurrence.due) return { type: "NotDueYet" };
  if (data.wordsId && (promise.schedule.kind !== "once" || data.mark === "missed"))
    return { type: "NothingToBring" };
  return null;
}

/** For what is only possible ahead of the due moment. */
function refusalAhead(promise: MadePromise, occurrence: Occurrence, at: Instant): PromiseRefusal | null {
  if (promise.withdrawn) return { type: "PromiseEnded" };
  if (occurrence.marks.length > 0) return { type: "AlreadyMarked" };
  return at < occurrence.due ? null : { type: "AlreadyDue" };
}

/**
 * Whether `fresh` due moments would make a day of the maker too full (P14.10).
 *
 * A maker may have set more than one zone; a day must not be too full in any of them.
 */
function refusalOfCrowd(
  ledger: PromiseLedger,
  {
    maker,
    zone,
    fresh,
    except,
  }: {
    readonly maker: MemberId;
    readonly zone: ZoneId;
    readonly fresh: readonly Instant[];
    readonly except?: Occurrence;
  },
): PromiseRefusal | null {
  const most = promiseLimits.dueOfAll.value;
  const earliest = Math.min(...fresh) - 2 * dayMs;
  const latest = Math.max(...fresh) + 2 * dayMs;
  const zones = new Set([zone]);
  const moments = [...fresh];
  for (const promise of ledger.promises.values()) {
    if (promise.maker !== maker) continue;
    const near = [...promise.occurrences.values()].filter(
      (other) => other !== except && other.due >= earliest && other.due <= latest && fallsDue(promise, other),
    );
    if (near.length > 0) zones.add(promise.schedule.zone);
    moments.push(...near.map((other) => other.due));
  }
  for (const each of zones) {
    const amounts = new Map<CalendarDate, number>();
    const dates = moments.map((moment) => dateOf(moment, each));
    for (const date of dates) amounts.set(date, (amounts.get(date) ?? 0) + 1);
    const full = fresh.find((_, index) => amounts.get(dates[index]!)! > most);
    if (full !== undefined) return { type: "TooMuchOnOneDay", date: dateOf(full, zone), most };
  }
  return null;
}

/** Everyone who was a partner at that moment, so that who left later is judged by the room they acted in. */
export const partnersAt = (room: RoomFacts, at: Instant): readonly MemberId[] =>
  room.members
    .filter(
      ({ role, since, until }) => role === "partner" && since <= at && (until === undefined || at < until),
    )
    .map(({ memberId }) => memberId);

/** How many promises of one maker may be active at that moment (P14.3). */
export function activeMost(room: RoomFacts, at: Instant): number {
  const { activeEarly, activeLater, earlyWeeks } = promiseLimits;
  const joined = room.members.filter(({ role }) => role === "partner").map(({ since }) => since);
  const paired = joined.length < 2 ? at : Math.max(...joined);
  return at < paired + earlyWeeks.value * 7 * dayMs ? activeEarly.value : activeLater.value;
}

/** A promise is active until it is withdrawn or nothing of it is left to come (PR1). */
export const isActive = (promise: MadePromise, at: Instant): boolean =>
  !promise.withdrawn &&
  [...promise.occurrences.values()].some(({ due, marks }) => at < due && marks.length === 0);

export const activeOf = (ledger: PromiseLedger, maker: MemberId, at: Instant): readonly MadePromise[] =>
  [...ledger.promises.values()].filter((promise) => promise.maker === maker && isActive(promise, at));

/** Whether a withdrawal came before this occurrence was due and nothing had been said of it (P14.12). */
export const isEnded = (promise: MadePromise, occurrence: Occurrence): boolean =>
  occurrence.marks.length === 0 && !fallsDue(promise, occurrence);

/** The end of the time in which a mark counts (P14.7); the moment itself is outside. */
export const markUntil = ({ due }: Occurrence): Instant =>
  (due + promiseLimits.markWithin.value * hourMs) as Instant;

/** Whether the maker has said, first or later, that it was missed or that the mark was not true. */
export const saidToBeMissed = ({ marks, corrected }: Occurrence): boolean =>
  corrected !== undefined || marks.some(({ mark }) => mark === "missed");

const fallsDue = ({ withdrawn }: MadePromise, { due }: Occurrence): boolean =>
  !withdrawn || due < withdrawn.at;

function notesAwaited(
  promise: MadePromise,
  occurrence: Occurrence,
  by: MemberId,
): readonly (EventId | undefined)[] {
  const ofMaker = [...occurrence.moves, ...occurrence.marks, occurrence.headsUp, occurrence.corrected];
  return (by === promise.maker ? ofMaker : occurrence.views).map((said) => said?.wordsId);
}
