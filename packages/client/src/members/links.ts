import { type Bytes, err, type Instant, type MemberId, type RandomBytes, type Result } from "@goldseam/core";
import { type KeyPair, makeGrant, signLink } from "@goldseam/crypto/open";
import {
  type Approval,
  epochCommitment,
  type Grant,
  type LinkPayload,
  type NewEpoch,
  type RecordMember,
} from "@goldseam/crypto/verify";
import type { Transport, WireError } from "../net/transport.ts";
import type { Room } from "../room/room.ts";
import type { Newcomer } from "./admission.ts";

/** Whose device signs a link, when. */
export type Signer = { readonly device: KeyPair; readonly deviceId: Bytes; readonly at: Instant };

/** Why a link did not become the room's next. */
export type NotAppended = WireError | { readonly type: "Locked" };

type Recipient = Pick<RecordMember, "identity" | "boxKey">;

/** The second partner's link: they see everything. */
export async function addLink(room: Room, { sees: _, ...newcomer }: Newcomer): Promise<LinkPayload> {
  const grants = await everyEpochFor(room, newcomer.member);
  return { type: "add", ...newcomer, sees: "everything", newEpoch: undefined, grants };
}

/** A practitioner's link, with the other partner's yes where there is another partner. */
export async function admitLink(
  room: Room,
  newcomer: Newcomer,
  approval: Approval | undefined,
  random: RandomBytes,
): Promise<LinkPayload> {
  if (newcomer.sees === "everything") {
    const grants = await everyEpochFor(room, newcomer.member);
    return { type: "admit", ...newcomer, newEpoch: undefined, grants, approval };
  }
  const begun = await newEpochFor(room, [...presentIn(room), newcomer.member], random);
  return { type: "admit", ...newcomer, ...begun, approval };
}

/** Ends a member's part, own or a practitioner's; the rest go on with a new epoch. */
export async function removeLink(room: Room, removed: MemberId, random: RandomBytes): Promise<LinkPayload> {
  const staying = presentIn(room).filter(({ memberId }) => memberId !== removed);
  const { identity } = room.record.members.get(removed)!;
  return { type: "remove", identity, ...(await newEpochFor(room, staying, random)) };
}

/** Begins a new epoch for those who are there, and ends own devices in this room. */
export async function rotateLink(
  room: Room,
  revoked: readonly Bytes[],
  random: RandomBytes,
): Promise<LinkPayload> {
  return { type: "rotate", revoked, ...(await newEpochFor(room, presentIn(room), random)) };
}

/**
 * Signs `payload` as the room's next link and sends it.
 *
 * - Errors: `StaleLink` when another link came first: look at the room again and decide again. `Locked` when the room
 *   does not know this device, and it was not signed for at an unlock yet.
 */
export async function appendLink(
  room: Room,
  payload: LinkPayload,
  { device, deviceId, at }: Signer,
  append: Transport["append"],
): Promise<Result<unknown, NotAppended>> {
  const unknown = await room.vouch();
  if (unknown !== undefined) return err(unknown);
  const { record } = room;
  const isNewEpoch = payload.type !== "policy" && payload.newEpoch !== undefined;
  const link = await signLink(
    {
      room: record.room,
      number: record.linkNumber + 1,
      previous: record.linkHash,
      seenN: record.n,
      seenHead: record.head,
      device: deviceId,
      at,
      epoch: isNewEpoch ? record.epoch + 1 : record.epoch,
      payload,
    },
    device,
  );
  return append(record.room, [link.bytes]);
}

const presentIn = (room: Room): RecordMember[] =>
  [...room.record.members.values()].filter((member) => member.untilN === undefined);

const everyEpochFor = (room: Room, recipient: Recipient): Promise<Grant[]> =>
  Promise.all(
    [...room.epochKeys.values()].map(({ epoch, bytes }) =>
      makeGrant(room.record.room, { epoch, key: bytes }, recipient),
    ),
  );

async function newEpochFor(
  room: Room,
  recipients: readonly Recipient[],
  random: RandomBytes,
): Promise<{ readonly newEpoch: NewEpoch; readonly grants: readonly Grant[] }> {
  const epoch = room.record.epoch + 1;
  const key = random(32);
  const grants = recipients.map((recipient) => makeGrant(room.record.room, { epoch, key }, recipient));
  const newEpoch = { commitment: epochCommitment(room.record.room, epoch, key) };
  return { newEpoch, grants: await Promise.all(grants) };
}
