import {
  type Author,
  type CalendarDate,
  type EventId,
  err,
  type Instant,
  type MemberId,
  ok,
  type PromiseId,
  type Result,
  type RoomEvent,
  type RoomFacts,
} from "@goldseam/core";
import { type ForbiddenKind, forbiddenWordsIn } from "../forbidden-words.ts";
import { bindsTheOther } from "./binds-the-other.ts";
import {
  type Mark,
  type OccurrenceRef,
  type PromiseEvent,
  type PromiseWords,
  promiseEventVersion,
  type RepairLines,
  type View,
} from "./events.ts";
import { evolve, type PromiseLedger, type PromiseRefusal, refusal } from "./promise.ts";
import type { Schedule, WallMoment } from "./schedule.ts";

/** Which gap of a form a text stands in. */
export type TextField = keyof PromiseWords | keyof RepairLines | "text";

/** Why a text is not sent as it is. Judged on the writer's device alone, never on replay (PR8). */
export type WordingRefusal =
  | { readonly type: "ForbiddenWords"; readonly field: TextField; readonly kind: ForbiddenKind }
  | { readonly type: "BindsTheOther"; readonly field: TextField }
  | { readonly type: "HalfFilled"; readonly field: "signal" | "fallback" };

/** Why a command gives no events. */
export type PromiseCommandRefusal = PromiseRefusal | WordingRefusal;

/** The events to append, in this order and together; or why not, with nothing to append. Never throws. */
export type Commanded = Result<readonly RoomEvent[], PromiseCommandRefusal>;

/** Who asks, when by the screen's "now", and the fresh id of the event. */
type Asked = { readonly by: Pick<Author, "memberId">; readonly at: Instant; readonly eventId: EventId };
/** A text of up to 600 characters that comes with an act, and the fresh id of its own event. */
export type Note = { readonly wordsId: EventId; readonly text: string };

/**
 * Makes a promise; `eventId` becomes its id. Facts and words are two events.
 *
 * - Errors: every refusal of `promise.made` and `promise.worded`, and of the wording. `HalfFilled` when the sign, or
 *   the word in time, has a time and no words or words and no time.
 */
export function makePromise(
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & {
    readonly witness: MemberId;
    readonly schedule: Schedule;
    readonly wordsId: EventId;
    readonly words: PromiseWords;
  },
): Commanded {
  const { eventId, wordsId, witness, schedule } = asked;
  const promiseId = eventId as string as PromiseId;
  const words = trimmedWords(asked.words);
  if ((words.signal === undefined) !== (schedule.signalTime === undefined)) {
    return err({ type: "HalfFilled", field: "signal" });
  }
  if ((words.fallback === undefined) !== (schedule.fallbackTime === undefined)) {
    return err({ type: "HalfFilled", field: "fallback" });
  }
  return append(ledger, room, asked, [
    draft("promise.made", eventId, { promiseId, witness, schedule, wordsId }),
    draft("promise.worded", wordsId, { promiseId, ...words }),
  ]);
}

/** Says early that it may not work. */
export const headsUp = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & OccurrenceRef & { readonly note?: Note },
): Commanded =>
  append(ledger, room, asked, withNote(draft("promise.heads-up", asked.eventId, ref(asked)), asked.note));

/** Moves one occurrence to a new due moment, before it is due. */
export const movePromise = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & OccurrenceRef & { readonly to: WallMoment; readonly note?: Note },
): Commanded =>
  append(
    ledger,
    room,
    asked,
    withNote(draft("promise.moved", asked.eventId, { ...ref(asked), to: asked.to }), asked.note),
  );

/** Marks one occurrence. `brings` is what a one-off promise brings back. */
export const markPromise = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & OccurrenceRef & { readonly mark: Mark; readonly brings?: Note },
): Commanded =>
  append(
    ledger,
    room,
    asked,
    withNote(draft("promise.marked", asked.eventId, { ...ref(asked), mark: asked.mark }), asked.brings),
  );

/** Says that the maker's own mark was not true. */
export const correctMark = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & OccurrenceRef & { readonly note?: Note },
): Commanded =>
  append(ledger, room, asked, withNote(draft("promise.corrected", asked.eventId, ref(asked)), asked.note));

/** Adds the witness's view beside the mark. */
export const viewPromise = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & OccurrenceRef & { readonly view: View; readonly note?: Note },
): Commanded =>
  append(
    ledger,
    room,
    asked,
    withNote(draft("promise.viewed", asked.eventId, { ...ref(asked), view: asked.view }), asked.note),
  );

/** Three lines, and the fresh id of their own event. */
type Repair = { readonly wordsId: EventId; readonly lines: RepairLines };

/** Repairs a miss in three lines. */
export const repairPromise = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & OccurrenceRef & Repair,
): Commanded => append(ledger, room, asked, repairDrafts(asked, asked.eventId, asked));

/** Says "I didn't" and repairs it in three lines, together. `eventId` is the mark's. */
export const missAndRepair = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & OccurrenceRef & { readonly repair: Repair & { readonly eventId: EventId } },
): Commanded =>
  append(ledger, room, asked, [
    draft("promise.marked", asked.eventId, { ...ref(asked), mark: "missed" }),
    ...repairDrafts(asked, asked.repair.eventId, asked.repair),
  ]);

function repairDrafts(asked: OccurrenceRef, eventId: EventId, { wordsId, lines }: Repair): readonly Draft[] {
  const [what, effect, next] = [lines.what.trim(), lines.effect.trim(), lines.next.trim()];
  return [
    draft("promise.repaired", eventId, { ...ref(asked), wordsId }),
    draft("promise.repair-worded", wordsId, { ...ref(asked), what, effect, next }),
  ];
}

/** Withdraws a promise. Asks nothing. */
export const withdrawPromise = (
  ledger: PromiseLedger,
  room: RoomFacts,
  asked: Asked & { readonly promiseId: PromiseId },
): Commanded =>
  append(ledger, room, asked, [draft("promise.withdrawn", asked.eventId, { promiseId: asked.promiseId })]);

/**
 * What stops this text from being sent from this field, or null. Screens ask it on leaving a field.
 *
 * An empty text is no refusal here. Whether it binds the other is asked of an act and a sign alone: "you will
 * hear" is how a word in time begins.
 */
export function refusalOfWording(field: TextField, text: string): WordingRefusal | null {
  const kind = forbiddenWordsIn(text);
  if (kind) return { type: "ForbiddenWords", field, kind };
  return (field === "act" || field === "signal") && bindsTheOther(text)
    ? { type: "BindsTheOther", field }
    : null;
}

const textFields: readonly TextField[] = ["act", "signal", "fallback", "what", "effect", "next", "text"];

/** Asks the rules of each draft in turn, against the state that the ones before it lead to; then the wording. */
function append(
  ledger: PromiseLedger,
  room: RoomFacts,
  { by, at }: Asked,
  drafts: readonly ((at: Instant) => PromiseEvent)[],
): Commanded {
  const events = drafts.map((draft) => draft(at));
  let state = ledger;
  for (const event of events) {
    const recorded = { event, by, at, received: at, n: undefined };
    const refused = refusal(state, recorded, room) ?? refusalOfTexts(event.data);
    if (refused) return err(refused);
    state = evolve(state, recorded, room);
  }
  return ok(events);
}

function refusalOfTexts(data: PromiseEvent["data"]): WordingRefusal | null {
  for (const field of textFields) {
    const text = (data as { readonly [Field in TextField]?: unknown })[field];
    const refused = typeof text === "string" ? refusalOfWording(field, text) : null;
    if (refused) return refused;
  }
  return null;
}

const draft =
  <Type extends PromiseEvent["type"]>(
    type: Type,
    id: EventId,
    data: Extract<PromiseEvent, { readonly type: Type }>["data"],
  ) =>
  (at: Instant): PromiseEvent =>
    ({ v: promiseEventVersion, type, id, at, data }) as PromiseEvent;

type Draft = (at: Instant) => PromiseEvent;

/** The draft, and after it the text that came with it. */
function withNote(act: Draft, note: Note | undefined): readonly Draft[] {
  const text = note?.text.trim();
  if (!note || !text) return [act];
  const { wordsId } = note;
  const withId: Draft = (at) => {
    const event = act(at);
    return { ...event, data: { ...event.data, wordsId } } as PromiseEvent;
  };
  const noted: Draft = (at) => {
    const { promiseId, occurrence } = act(at).data as OccurrenceRef;
    return draft("promise.noted", wordsId, { promiseId, occurrence, text })(at);
  };
  return [withId, noted];
}

const ref = ({
  promiseId,
  occurrence,
}: {
  promiseId: PromiseId;
  occurrence: CalendarDate;
}): OccurrenceRef => ({
  promiseId,
  occurrence,
});

function trimmedWords({ act, signal, fallback }: PromiseWords): PromiseWords {
  return {
    act: act.trim(),
    ...(signal?.trim() && { signal: signal.trim() }),
    ...(fallback?.trim() && { fallback: fallback.trim() }),
  };
}
