import type { Client, ClientState, Room } from "@goldseam/client";
import {
  beingErased,
  type NotSent,
  type SharingPlace,
  shareEvent,
  sharingPlaces,
} from "@goldseam/client/sharing";
import type { CalendarDate, EntryHash, EventId, MemberId, Result } from "@goldseam/core";
import {
  type Assignment,
  assignedNow,
  choiceFor,
  chooseSharing,
  type Making,
  type Measure,
  type MeasureId,
  measureOf,
  readingsOf,
  type ScoredReading,
  type ShareLevel,
  type ShownReading,
  shareable,
  shareChoices,
  sharedMeasures,
  shareReading,
  shownOf,
  spokenChange,
  type Wording,
  wordingOfSlot,
} from "@goldseam/measures";
import { journalOf } from "../measures/own-answers.svelte.ts";
import { listOf, placeName } from "./names.ts";

/** What is shown in a room now; what this person took back is gone at once. */
export function shownIn(room: Room): readonly ShownReading[] {
  const erased = beingErased(room);
  return room.foldWith(sharedMeasures).shown.filter(({ entryHash }) => !erased.has(entryHash));
}

/** What is shown there of one reading. */
export const shownFor = (
  room: Room,
  reading: Pick<ScoredReading, "measure" | "on">,
): ShownReading | undefined =>
  shownIn(room).find(({ measure, on }) => measure === reading.measure && on === reading.on);

export const makingOf = (client: Client, room: Room): Making => ({
  now: room.now(),
  newId: () => client.stamp().id as EventId,
});

/** Erases what another sharing has taken the place of. Nothing is written when there is none. */
export async function eraseReplaced(client: Client, room: Room): Promise<void> {
  const own = new Set(
    room.events.filter(({ by }) => by.memberId === room.me).map(({ entryHash }) => entryHash),
  );
  const over = room.foldWith(sharedMeasures).toErase.filter((hash) => own.has(hash));
  if (over.length > 0) await client.redact(room, over);
}

/** Shows a reading at a level, in the place of what was shown of it before; see `shareEvent` for what may refuse it. */
export async function showReading(
  client: Client,
  {
    readings,
    level,
    to,
    named,
  }: {
    /** All readings of the measure up to the one that is shown. */
    readonly readings: readonly ScoredReading[];
    readonly level: Exclude<ShareLevel, "nothing">;
    readonly to: Room;
    readonly named: readonly MemberId[];
  },
): Promise<Result<void, NotSent>> {
  const reading = readings.at(-1)!;
  const facts = shareable(reading, level, spokenChange(measureOf(reading.measure)!, readings));
  if (facts === null) throw new Error("a reading that is never shared was to be shown");
  const before = shownFor(to, reading)?.entryHash;
  const event = shareReading(facts, makingOf(client, to));
  const from = { kind: "reading", id: reading.finished.eventId } as const;
  const sent = await shareEvent(client, event, { rules: sharedMeasures, to, named, from });
  if (sent.ok && before !== undefined) await client.redact(to, [before]);
  return sent;
}

/** Takes back everything that is shown of these entries. */
export const takeBackReadings = (client: Client, room: Room, hashes: readonly EntryHash[]) =>
  client.redact(room, hashes);

/** Chooses what is shown of a measure each time in that room. */
export async function chooseEach(
  client: Client,
  own: Room,
  choice: { readonly measure: MeasureId; readonly to: Room; readonly level: ShareLevel },
): Promise<Result<void, { readonly type: string }>> {
  const { measure, to, level } = choice;
  if (choiceFor(own.foldWith(shareChoices), measure, to.roomId) === level)
    return { ok: true, value: undefined };
  return client.write(own, [chooseSharing({ measure, room: to.roomId, level }, makingOf(client, own))]);
}

/** Shows what a person has just answered where they chose that it is shown each time (ME31). */
export async function showAsChosen(
  client: Client,
  own: Room,
  id: MeasureId,
  places: readonly { readonly room: Room; readonly named: readonly MemberId[] }[],
): Promise<Result<void, NotSent>> {
  const readings = readingsOf(journalOf(own), id);
  for (const { room, named } of places) {
    const level = choiceFor(own.foldWith(shareChoices), id, room.roomId);
    if (level === "nothing" || readings.length === 0) continue;
    const sent = await showReading(client, { readings, level, to: room, named });
    if (!sent.ok) return sent;
  }
  return { ok: true, value: undefined };
}

/** What is shown of one measure, oldest first: what a practitioner's view is drawn from. */
export const shownOfMeasure = (room: Room, id: MeasureId): readonly ShownReading[] =>
  shownOf({ ...room.foldWith(sharedMeasures), shown: shownIn(room) }, id);

/** Rooms in which this person shows readings, and who reads there. */
export const practitionerPlaces = (state: ClientState): readonly SharingPlace[] =>
  sharingPlaces(state).filter(({ kind }) => kind === "individual");

/** Who was shown something of the last of these readings, by name; undefined where nobody was. */
export function shownTo(state: ClientState, readings: readonly ScoredReading[]): string | undefined {
  const reading = readings.at(-1);
  const names = practitionerPlaces(state)
    .filter(({ room }) => reading !== undefined && shownFor(room, reading) !== undefined)
    .map(placeName);
  return names.length > 0 ? listOf(names) : undefined;
}

/** The words that a reading answered: the measure's own, or a practitioner's form as it was assigned. */
export function wordingAnswered(state: ClientState, reading: ScoredReading | undefined): Wording | undefined {
  if (reading === undefined) return undefined;
  const own: Measure = measureOf(reading.measure)!;
  const assigned = state.individual
    .flatMap((room) => [...room.foldWith(sharedMeasures).assignments.values()])
    .find(({ id }) => id === reading.sitting.wording.version);
  return own.wording ?? (assigned && wordingOfSlot(assigned));
}

/** What practitioners ask of this person today, each with who asks. */
export const askedOf = (
  state: ClientState,
  own: Room,
  today: CalendarDate,
): readonly { readonly assignment: Assignment; readonly by: string }[] =>
  practitionerPlaces(state).flatMap((place) =>
    assignedNow(place.room.foldWith(sharedMeasures), journalOf(own), today).map((assignment) => ({
      assignment,
      by: placeName(place),
    })),
  );
