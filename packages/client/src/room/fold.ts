import type { Instant, Member, RecordedEvent, RoomFacts, RoomId, ZoneId } from "@goldseam/core";
import type { RecordState } from "@goldseam/crypto/verify";
import { type Practice, practices } from "@goldseam/practices";
import { type JointErasures, joint } from "@goldseam/practices/joint";
import { shared } from "@goldseam/practices/shared";
import { credentialTypes } from "../credentials/types.ts";
import { type Admission, admission } from "../members/admission.ts";
import { type People, people } from "../members/people.ts";

/** What a record means: the state of every practice, by kind. */
export type Folded = { readonly states: ReadonlyMap<string, unknown>; readonly unknownTypes: number };

const folds: readonly Practice[] = [people, admission, shared, joint, ...practices] as readonly Practice[];
const foldByType = new Map(folds.flatMap((fold) => fold.types.map((type) => [type, fold] as const)));

/** Types that this app knows and that are folded where they are shown. */
const foldedElsewhere: ReadonlySet<string> = new Set(credentialTypes);

const keptMsByType = new Map(folds.flatMap(({ keptMs = {} }) => Object.entries(keptMs)));

/** Whether an event holds words whose time is over: no device shows them, erased or not. */
export const isPast = ({ event, at }: RecordedEvent, now: Instant): boolean =>
  now - at >= (keptMsByType.get(event.type) ?? Number.POSITIVE_INFINITY);

export const emptyFold: Folded = {
  states: new Map(folds.map((fold) => [fold.kind, fold.empty])),
  unknownTypes: 0,
};

/**
 * Applies `events` in order. An event of no known type is counted and changes nothing, and one of a practice that has
 * no place in this kind of room changes nothing.
 */
export function foldEvents(before: Folded, events: readonly RecordedEvent[], room: RoomFacts): Folded {
  const states = new Map(before.states);
  let { unknownTypes } = before;
  for (const recorded of events) {
    const fold = foldByType.get(recorded.event.type);
    if (fold === undefined) unknownTypes += foldedElsewhere.has(recorded.event.type) ? 0 : 1;
    else if (fold.rooms.includes(room.kind))
      states.set(fold.kind, fold.evolve(states.get(fold.kind), recorded, room));
  }
  return { states, unknownTypes };
}

type Folding = { readonly kind: string; evolve(...given: never[]): unknown };

/** The state that `practice` folded. */
export const stateOf = <P extends Folding>(folded: Folded, practice: P): ReturnType<P["evolve"]> =>
  folded.states.get(practice.kind) as ReturnType<P["evolve"]>;

export const admissionOf = (folded: Folded): Admission => stateOf(folded, admission);
export const jointOf = (folded: Folded): JointErasures => stateOf(folded, joint);
export const peopleOf = (folded: Folded): People => stateOf(folded, people);

/** What rules may know of a room, from its record. */
export function factsOf(record: RecordState): RoomFacts {
  const members: Member[] = [...record.members.values()].map(({ memberId, role, since, until }) => ({
    memberId,
    role,
    since: since as Instant,
    ...(until === undefined ? {} : { until: until as Instant }),
  }));
  return { roomId: record.roomId as RoomId, kind: record.kind, zone: record.zone as ZoneId, members };
}
