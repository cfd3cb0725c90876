import {
  type EntryHash,
  type EventId,
  err,
  type Instant,
  type MemberId,
  type MemberRole,
  ok,
  partners,
  presentMembers,
  type Result,
  type RoomEvent,
} from "@goldseam/core";
import type { Practice } from "@goldseam/practices";
import {
  type ForbiddenKind,
  keepShared,
  noteOrigin,
  type OriginKind,
  overIn,
  readableIn,
  readersRefusal,
  type SharedItem,
  type SharedUse,
  shared,
  shareWords,
  towardsTheCouple,
  wordingRefusal,
} from "@goldseam/practices/shared";
import type { Client } from "../client.ts";
import type { ClientState } from "../client-state.ts";
import { peopleOf, stateOf } from "../room/fold.ts";
import type { Room } from "../room/room.ts";

/** What sharing needs of a client. */
export type Sharer = Pick<Client, "write" | "redact" | "stamp" | "state">;

/** Somebody who reads in a room, as a preview names them. */
export type Reader = {
  readonly memberId: MemberId;
  readonly role: MemberRole;
  /** When they came into the room. */
  readonly since: Instant;
  readonly name: string | undefined;
};
/** A room into which this person may share. */
export type SharingPlace = {
  readonly room: Room;
  readonly kind: "couple" | "individual";
  readonly readers: readonly Reader[];
};

/** Why nothing was sent. `type` may also be a refusal of the rules, or of writing. */
export type NotSent =
  | { readonly type: string }
  | { readonly type: "ForbiddenWords"; readonly kind: ForbiddenKind };

/** Who reads what this person writes in `room` now, in the order in which they came. */
export const readersOf = (room: Pick<Room, "facts" | "folded" | "me">): readonly Reader[] =>
  presentMembers(room.facts)
    .filter(({ memberId }) => memberId !== room.me)
    .map(({ memberId, role, since }) => ({
      memberId,
      role,
      since,
      name: peopleOf(room.folded).get(memberId),
    }));

/** Where this person can share something of their own: first with a practitioner alone, then with the couple. */
export function sharingPlaces(state: Pick<ClientState, "couple" | "individual">): readonly SharingPlace[] {
  const isOwner = ({ facts, me }: Room): boolean =>
    facts.members.some(({ memberId, role }) => memberId === me && role === "owner");
  const alone = state.individual
    .filter(isOwner)
    .map((room) => ({ room, kind: "individual", readers: readersOf(room) }) as const)
    .filter(({ readers }) => readers.length > 0);
  const { couple } = state;
  return couple !== undefined && partners(couple.facts).length === 2
    ? [...alone, { room: couple, kind: "couple", readers: readersOf(couple) }]
    : alone;
}

/**
 * Writes `event` where others read it, once the rules of its practice allow it there, and notes in the private room where
 * it came from. Kept at once; sent when there is a line.
 *
 * - Errors: `ReadersChanged` or `NobodyReads` when the readers are not those that were `named`; `WrongRoom` and the
 *   practice's own refusals; `Locked` when an origin is to be noted and Private is closed; those of writing.
 */
export async function shareEvent<State>(
  client: Sharer,
  event: RoomEvent,
  {
    rules,
    to,
    named,
    from,
  }: {
    /** The practice that the event belongs to, whichever package it lives in. */
    readonly rules: Practice<string, State>;
    readonly to: Room;
    readonly named: readonly MemberId[];
    readonly from?: { readonly kind: OriginKind; readonly id: EventId };
  },
): Promise<Result<void, NotSent>> {
  if (!rules.rooms.includes(to.facts.kind)) return err({ type: "WrongRoom" });
  const refused =
    readersRefusal(to.facts, { me: to.me, named }) ??
    rules.refusal(to.foldWith(rules), to.asRecorded(event), to.facts);
  if (refused !== null) return err(refused);
  if (from !== undefined) {
    const own = client.state.private;
    if (own === undefined) return err({ type: "Locked" });
    const origin = { room: to.roomId, kind: from.kind, from: from.id };
    const { id, at } = client.stamp();
    const noted = await client.write(own, [noteOrigin(event.id, origin, { id: id as EventId, at })]);
    if (!noted.ok) return noted;
  }
  return client.write(to, [event]);
}

/** Words on their way: what they are, for whom, and whom the person was told of. */
export type Sharing = {
  readonly use: SharedUse;
  readonly text: string;
  readonly to: Room;
  readonly named: readonly MemberId[];
  readonly from?: { readonly kind: OriginKind; readonly id: EventId };
};

/** Shares words by the rules SH1–SH12; see `shareEvent`. Gives the id of what was shared. */
export async function share(
  client: Sharer,
  { use, text, to, named, from }: Sharing,
): Promise<Result<EventId, NotSent>> {
  const wording = wordingRefusal({ use, text }, to.facts);
  if (wording !== null) return err(wording);
  const { id, at } = client.stamp();
  const event = shareWords({ use, text }, { id: id as EventId, at });
  const sent = await shareEvent(client, event, { rules: shared, to, named, ...(from && { from }) });
  return sent.ok ? ok(event.id) : sent;
}

/** Shares an item of the room with a practitioner in the couple's room, as a new entry of its author (SH12). */
export async function shareOn(
  client: Sharer,
  item: SharedItem,
  { inRoom, to, named }: { readonly inRoom: Room; readonly to: Room; readonly named: readonly MemberId[] },
): Promise<Result<EventId, NotSent>> {
  const allowed = towardsTheCouple(item, inRoom.facts, inRoom.me);
  if (!allowed.ok) return allowed;
  return share(client, { ...allowed.value, to, named, from: { kind: "shared", id: item.id } });
}

/** Keeps own words beyond their end, or lets them end again. */
export async function keepBeyondEnd(
  client: Sharer,
  room: Room,
  item: SharedItem,
  isKept: boolean,
): Promise<Result<void, { readonly type: string }>> {
  const { id, at } = client.stamp();
  const event = keepShared(item.id, isKept, { id: id as EventId, at });
  const refused = shared.refusal(stateOf(room.folded, shared), room.asRecorded(event), room.facts);
  return refused === null ? client.write(room, [event]) : err(refused);
}

/** Entries that this device has asked to erase, and whose erasing has not come back yet. */
export const beingErased = (room: Pick<Room, "waiting">): ReadonlySet<EntryHash> =>
  new Set(room.waiting.flatMap(({ content }) => (content.kind === "redaction" ? content.hashes : [])));

/** What is shared in a room and can be read now, oldest first. What this person took back is gone at once. */
export function sharedIn(room: Pick<Room, "waiting" | "folded">, now: Instant): readonly SharedItem[] {
  const erased = beingErased(room);
  return readableIn(stateOf(room.folded, shared), now).filter(({ entryHash }) => !erased.has(entryHash));
}

/** Erases own words that are past their end (SH5). Nothing is written when there are none. */
export async function eraseEnded(client: Sharer, room: Room): Promise<void> {
  const over = overIn(stateOf(room.folded, shared), room.me, room.now());
  if (over.length > 0) await client.redact(room, over);
}
