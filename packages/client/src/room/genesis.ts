import {
  type Bytes,
  err,
  type Instant,
  ok,
  type RandomBytes,
  type Result,
  type RoomKind,
} from "@goldseam/core";
import { type KeyPair, makeGrant, signCertificate, signLink } from "@goldseam/crypto/open";
import { epochCommitment, headAfter, type MemberKeys, roomIdOf } from "@goldseam/crypto/verify";
import type { Delivery, Transport, WireError } from "../net/transport.ts";

const noPolicy = new Uint8Array(32);

export type Founding = {
  readonly roomKind: RoomKind;
  readonly zone: string;
  readonly nonce: Bytes;
  readonly member: MemberKeys;
};

/** The id that the room of this founding has, before it exists anywhere. */
export const roomIdOfFounding = (founding: Founding): Bytes =>
  roomIdOf({ ...founding, policyHash: noPolicy });

/**
 * Makes a room with this person as its first member, and its first epoch key.
 *
 * The room exists once the server took the genesis in; the key exists nowhere but in the genesis's own grant. The
 * answer is the genesis as the server will deliver it, so that the room can be used before the line brings it.
 */
export async function foundRoom(
  founding: Founding,
  held: {
    readonly device: KeyPair;
    readonly deviceId: Bytes;
    readonly identity: KeyPair;
    readonly at: Instant;
  },
  append: Transport["append"],
  random: RandomBytes,
): Promise<Result<Delivery, WireError>> {
  const { device, deviceId, identity, at } = held;
  const room = roomIdOfFounding(founding);
  const key = random(32);
  const genesis = await signLink(
    {
      room,
      number: 1,
      previous: new Uint8Array(32),
      seenN: 0,
      seenHead: room,
      device: deviceId,
      at,
      epoch: 1,
      payload: {
        type: "genesis",
        ...founding,
        policyHash: noPolicy,
        deviceKey: device.publicBytes,
        certificateSignature: await signCertificate(room, device.publicBytes, identity),
        newEpoch: { commitment: epochCommitment(room, 1, key) },
        grants: [await makeGrant(room, { epoch: 1, key }, founding.member)],
      },
    },
    device,
  );
  const appended = await append(room, [genesis.bytes]);
  if (!appended.ok) return err(appended.error);
  const { n, t } = appended.value.items[0]!;
  const head = headAfter(room, n, t, genesis.hash);
  return ok({ room, n, head, placed: [{ n, t, erased: false, item: genesis.bytes }] });
}
