import type { DeviceId, MemberId, RoomId } from "./ids.ts";
import type { Instant, ZoneId } from "./time.ts";

/** What a room is for; fixed by its genesis. */
export const roomKinds = ["couple", "private", "doorstep", "individual", "practice"] as const;
export type RoomKind = (typeof roomKinds)[number];

/** Rooms that a device opens while Private is unlocked and at no other time: docs/formats/account.md, "Keys". */
export const isPrivateKind = (kind: RoomKind): boolean =>
  kind === "private" || kind === "individual" || kind === "practice";

/** What a member may do in a room. Roles in an injury are another thing: they belong to the injury. */
export const memberRoles = ["partner", "practitioner", "owner"] as const;
export type MemberRole = (typeof memberRoles)[number];

export type Member = {
  readonly memberId: MemberId;
  readonly role: MemberRole;
  /** Receipt time of the control link that added them. */
  readonly since: Instant;
  /** Set once they left or were removed. */
  readonly until?: Instant;
};

/** What every rule may know of the room that it judges in. */
export type RoomFacts = {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  /** The couple's zone, fixed by the genesis: windows, weeks and dates of the couple are in it. */
  readonly zone: ZoneId;
  /** In the order in which they joined. */
  readonly members: readonly Member[];
};

/** Members of the room now, in the order in which they joined. */
export const presentMembers = (room: RoomFacts): readonly Member[] =>
  room.members.filter((member) => member.until === undefined);

/** Whether this member's part in the room goes on. */
export const isPresent = (room: RoomFacts, memberId: MemberId): boolean =>
  presentMembers(room).some((member) => member.memberId === memberId);

/** The two partners of a couple's room now; fewer while one has not joined or has left. */
export const partners = (room: RoomFacts): readonly MemberId[] =>
  presentMembers(room)
    .filter((member) => member.role === "partner")
    .map((member) => member.memberId);

/** Who wrote an event, and from which device. */
export type Author = { readonly memberId: MemberId; readonly deviceId: DeviceId };
