import type { Bytes, ZoneId } from "@goldseam/core";
import {
  answerInvite,
  inviteKeysOf,
  inviteSecretOf,
  type KeyPair,
  makeGrant,
  newDevicePair,
  type SharedKeys,
  sealPreview,
  signCertificate,
  signLink,
} from "@goldseam/crypto/open";
import { deviceIdOf, epochCommitment, type Link, type MemberKeys, roomIdOf } from "@goldseam/crypto/verify";
import type { AnswerOf } from "@goldseam/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../../server/test/test-server.ts";
import { must, password, roomOf } from "../couple.ts";
import { type DeviceParts, openDevice, type TestDevice, until } from "../device.ts";
import { HostileServer } from "./hostile-transport.ts";

/** Ana has a room and an invite; Ben has an account and the link. Between them stands a server that lies. */
let server: TestServer;
let evil: HostileServer;
let ana: TestDevice;
let ben: TestDevice;
let fragment: string;
const parts = (name: string): DeviceParts => ({
  address: server.address,
  clock: server.clock.read,
  between: evil.between(name),
});
beforeEach(async () => {
  server = await startTestServer();
  evil = new HostileServer();
  [ana, ben] = [await openDevice(parts("ana")), await openDevice(parts("ben"))];
  await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
  await must(ana.client.startCouple("Europe/Berlin" as ZoneId));
  fragment = await must(ana.client.invite());
  await must(ben.client.createAccount({ name: "Ben", door: "couple" }, password));
});
afterEach(async () => {
  ana.client.close();
  ben.client.close();
  await server.close();
});

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const roomOfInvite = (): Bytes => {
  const read = inviteSecretOf(fragment);
  if (!read.ok) throw new Error("the invite was just made");
  return read.value.room;
};

/** Keys of the server's own making, as a member's. */
type Impostor = { readonly identity: KeyPair; readonly device: KeyPair; readonly member: MemberKeys };
async function impostor(): Promise<Impostor> {
  const [identity, device] = [await newDevicePair(), await newDevicePair()];
  const box = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  const boxKey = new Uint8Array(await crypto.subtle.exportKey("raw", box.publicKey));
  return { identity, device, member: { role: "partner", identity: identity.publicBytes, boxKey } };
}

describe("the joiner's keys, swapped on the way to the founder", () => {
  const swapAnswer = (swap: (answer: Bytes) => Bytes): void => {
    evil.lies.set("ana", (name, answer) => {
      if (name !== "myInvites") return answer;
      const { invites } = answer as AnswerOf<"myInvites">;
      return {
        invites: invites.map((invite) =>
          invite.answer === undefined ? invite : { ...invite, answer: swap(invite.answer) },
        ),
      };
    });
  };
  const expectNobodyLetIn = async (): Promise<void> => {
    await must(ben.client.acceptInvite(fragment));
    await until(ana.client, () => ana.client.state.keysSwapped);
    expect(roomOf(ana.client)!.facts.members.length).toBe(1);
    expect(roomOf(ana.client)!.record.n).toBe(roomOf(ana.client)!.rows.length);
    ana.client.close();
    const again = await openDevice({ ...parts("ana"), store: ana.store });
    await until(again.client, () => again.client.state.keysSwapped);
    expect(roomOf(again.client)!.facts.members.length).toBe(1);
    expect(ben.client.state.isJoining).toBe(true);
    again.client.close();
  };

  test("for an answer that the server signed itself throughout", async () => {
    const server = await impostor();
    const invite = await inviteKeysOf(random(16));
    const own = await answerInvite(roomOfInvite(), server.member, {
      invite: invite.key,
      identity: server.identity,
    });
    swapAnswer(() => own);
    await expectNobodyLetIn();
  });

  test("for the box key alone, so that the server could read along", async () => {
    const { member } = await impostor();
    swapAnswer((answer) => new Uint8Array([...answer.slice(0, 33), ...member.boxKey, ...answer.slice(65)]));
    await expectNobodyLetIn();
  });

  test("and an honest answer afterwards is let in, with nothing to be done over", async () => {
    swapAnswer((answer) => answer.map((byte, index) => (index === 40 ? byte ^ 1 : byte)) as Bytes);
    await expectNobodyLetIn();
    evil.lies.delete("ana");
    ana = await openDevice({ ...parts("ana"), store: ana.store });
    await until(ana.client, () => roomOf(ana.client)?.facts.members.length === 2);
    await until(ben.client, () => roomOf(ben.client)?.facts.members.length === 2);
    expect(ana.client.state.keysSwapped).toBe(false);
  });
});

describe("the founder's room, swapped on the way to the joiner", () => {
  /** The first links of a couple's room that the server founded itself. */
  async function ownRoom(joiner?: MemberKeys): Promise<{ room: Bytes; genesis: Link; add: Link }> {
    const own = await impostor();
    const core = {
      roomKind: "couple",
      zone: "Europe/Berlin",
      policyHash: new Uint8Array(32),
      nonce: random(16),
      member: own.member,
    } as const;
    const room = roomIdOf(core);
    const key = random(32);
    const device = deviceIdOf(own.device.publicBytes);
    const place = { room, seenN: 0, seenHead: room, device, at: server.clock.now, epoch: 1 };
    const genesis = await signLink(
      {
        ...place,
        number: 1,
        previous: new Uint8Array(32),
        payload: {
          type: "genesis",
          ...core,
          deviceKey: own.device.publicBytes,
          certificateSignature: await signCertificate(room, own.device.publicBytes, own.identity),
          newEpoch: { commitment: epochCommitment(room, 1, key) },
          grants: [await makeGrant(room, { epoch: 1, key }, own.member)],
        },
      },
      own.device,
    );
    const member = joiner ?? own.member;
    const invite = await inviteKeysOf(random(16));
    const signed = await answerInvite(room, member, { invite: invite.key, identity: own.identity });
    const add = await signLink(
      {
        ...place,
        number: 2,
        previous: genesis.hash,
        payload: {
          type: "add",
          member,
          inviteKey: invite.key.publicBytes,
          inviteSignature: signed.slice(65, 129),
          identitySignature: signed.slice(129),
          sees: "everything",
          newEpoch: undefined,
          grants: [await makeGrant(room, { epoch: 1, key }, member)],
        },
      },
      own.device,
    );
    return { room, genesis, add };
  }

  test("is refused, because the invite's address names the room, and stays refused", async () => {
    evil.holdBack("ben");
    await must(ben.client.acceptInvite(fragment));
    await evil.asked("ben");
    const { genesis } = await ownRoom();
    evil.tell("ben", [{ n: 1, t: server.clock.now, erased: false, item: genesis.bytes }]);
    await until(ben.client, () => ben.client.state.joiningFault !== undefined);
    const refused = (device: TestDevice): void => {
      expect(device.client.state.joiningFault).toEqual({ type: "WrongRoom", n: 1 });
      expect(device.client.state.isJoining).toBe(true);
      expect(roomOf(device.client)).toBeUndefined();
    };
    refused(ben);
    ben.client.close();
    ben = await openDevice({ ...parts("ben"), store: ben.store });
    refused(ben);
  });

  test("a genesis that claims the invited room's id for other keys", async () => {
    evil.holdBack("ben");
    await must(ben.client.acceptInvite(fragment));
    await evil.asked("ben");
    const own = await impostor();
    const { genesis } = await ownRoom();
    const room = roomOfInvite();
    const claimed = await signLink({ ...genesis, room, seenHead: room }, own.device);
    evil.tell("ben", [{ n: 1, t: server.clock.now, erased: false, item: claimed.bytes }]);
    await until(ben.client, () => ben.client.state.joiningFault !== undefined);
    expect(ben.client.state.joiningFault).toEqual({ type: "WrongRoom", n: 1 });
    expect(roomOf(ben.client)).toBeUndefined();
  });

  test("a room of the server's own making is nobody's, even if it says that this person is in it", async () => {
    await until(ben.client, () => ben.client.state.isOnline);
    const { shared } = (await ben.store.read("device", "device")) as { readonly shared: SharedKeys };
    const bens: MemberKeys = {
      role: "partner",
      identity: shared.identity,
      boxKey: shared.box.publicBytes,
    };
    const { room, genesis, add } = await ownRoom(bens);
    evil.holdBack("ben");
    evil.lies.set("ben", (name, answer) =>
      name === "myRooms" ? { rooms: [{ room, n: 2, head: room }] } : answer,
    );
    ben.client.networkChanged(false);
    ben.client.networkChanged(true);
    expect(await evil.asked("ben")).toEqual(room);
    const placed = [genesis, add].map(({ bytes }, index) => ({
      n: index + 1,
      t: server.clock.now,
      erased: false,
      item: bytes,
    }));
    evil.tell("ben", placed);
    // From here on this person waits to be let in somewhere, so that a stopped room is told to them.
    await must(ben.client.acceptInvite(fragment));
    await until(ben.client, () => ben.client.state.joiningFault !== undefined);
    expect(ben.client.state.joiningFault).toEqual({ type: "BadSignature", n: 2 });
    expect(roomOf(ben.client)).toBeUndefined();
  });
});

test("a preview that was not sealed by whoever made the link says nothing to anyone", async () => {
  const secret = random(16);
  const preview = await sealPreview({ name: "Ana", kind: "couple" }, await inviteKeysOf(secret), random);
  evil.lies.set("ben", (name, answer) =>
    name === "lookAtInvite" ? { ...(answer as AnswerOf<"lookAtInvite">), preview } : answer,
  );
  expect(await ben.client.lookAtInvite(fragment)).toEqual({ ok: false, error: { type: "NotAnInvite" } });
});
