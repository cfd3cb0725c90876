import { type Bytes, base64url } from "@goldseam/core";
import {
  importEpochKey,
  type KeyPair,
  makeCertificate,
  newDevicePair,
  type Place,
  sealEntry,
  signCertificate,
  signLink,
} from "@goldseam/crypto/open";
import { deviceIdOf, headerLength, type Item, itemToBytes, signatureLength } from "@goldseam/crypto/verify";
import type { PlacedItem } from "@goldseam/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { until } from "../device.ts";
import { itemOf, withBitFlipped } from "./hostile-transport.ts";
import {
  bensWords,
  expectStopped,
  headWords,
  note,
  openScene,
  room,
  type Scene,
  textsIn,
  write,
} from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => {
  scene.ana.client.close();
  scene.ben.client.close();
  await scene.server.close();
});

const bodyStart = headerLength + signatureLength;

describe("the order of the record", () => {
  test("a record that ends before what this device holds has been rolled back", async () => {
    const { evil, held } = scene;
    evil.holdBack("ana");
    evil.tell("ana", evil.shownTo("ana").slice(0, held - 1));
    await expectStopped(scene, { type: "RolledBack", n: held - 1 });
  });

  test("an entry left out is missed when its author's next one arrives", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one", "two", "three");
    evil.tell("ana", [...order.slice(0, held + 1), order[held + 2]!]);
    await expectStopped(scene, { type: "ChainBroken", n: held + 2 }, ["one"]);
  });

  test("an entry left out is missed by a later one whose author had read it", async () => {
    const { evil, held, ben } = scene;
    await bensWords(scene, "one");
    await until(ben.client, () => textsIn(ben.client).includes("one"));
    await write(ben.client, "two");
    const order = await evil.honestOrder("ana", held + 2);
    evil.tell("ana", [...order.slice(0, held), order[held + 1]!]);
    await expectStopped(scene, { type: "SeenAhead", n: held + 1 });
  });

  test("an own entry that the server took in and then left out is missed, and still waits", async () => {
    const { evil, held, ana, ben } = scene;
    evil.holdBack("ben");
    await bensWords(scene, "one");
    await write(ana.client, "taken in, then left out");
    await until(ana.client, () => room(ana.client).waiting[0]?.placed !== undefined);
    expect(room(ana.client).waiting[0]!.placed!.n).toBe(held + 2);
    await write(ben.client, "two");
    const order = await evil.honestOrder("ana", held + 3);
    evil.tell("ana", [...order.slice(0, held + 1), order[held + 2]!]);
    await expectStopped(scene, { type: "Forked", n: held + 2 }, ["one", "two"]);
    expect(room(ana.client).waiting.length).toBe(1);
  });

  test("two entries of one author in the other order", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one", "two");
    evil.tell("ana", [...order.slice(0, held), order[held + 1]!, order[held]!]);
    await expectStopped(scene, { type: "ChainBroken", n: held + 1 });
  });

  test("an entry told a second time", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one");
    evil.tell("ana", [...order, order[held]!]);
    await expectStopped(scene, { type: "ChainBroken", n: held + 2 }, ["one"]);
  });

  test("an entry that both hold, told again as another one beside a new one", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one");
    const another = { ...order[held - 1]!, t: order[held - 1]!.t + 1 };
    evil.tell("ana", order, { n: held + 2, placed: [another, order[held]!] });
    await expectStopped(scene, { type: "Forked", n: held });
  });

  test("an own entry that stands elsewhere than the server said when it took it in", async () => {
    const { evil, held, ana } = scene;
    evil.holdBack("ana");
    await write(ana.client, "moved");
    await until(ana.client, () => room(ana.client).waiting[0]?.placed !== undefined);
    const order = await evil.honestOrder("ana", held + 1);
    evil.tell("ana", [...order.slice(0, held), { ...order[held]!, t: order[held]!.t + 1 }]);
    await until(ana.client, () => room(ana.client).fault !== undefined);
    expect(room(ana.client).fault).toEqual({ type: "Forked", n: held + 1 });
  });

  test("a receipt time after the year 9999, which no calendar knows", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one");
    evil.tell("ana", [...order.slice(0, held), { ...order[held]!, t: Number.MAX_SAFE_INTEGER }]);
    await expectStopped(scene, { type: "Malformed", n: held + 1 });
  });

  test("a number left out", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one");
    const skipping = { ...order[held]!, n: held + 2 };
    evil.tell("ana", order, { n: held + 2, placed: [skipping] });
    await expectStopped(scene, { type: "OutOfOrder", n: held + 2 });
  });

  test("a receipt time before the last one", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one");
    const backDated = { ...order[held]!, t: order[held - 1]!.t - 1 };
    evil.tell("ana", [...order.slice(0, held), backDated]);
    await expectStopped(scene, { type: "TimeWentBack", n: held + 1 });
  });

  test("a receipt time changed for one of two readers is noticed when the other writes", async () => {
    const { evil, held, ben, server } = scene;
    server.clock.pass(3_600_000);
    await bensWords(scene, "an hour later");
    await until(ben.client, () => textsIn(ben.client).includes("an hour later"));
    await write(ben.client, "and again");
    const order = await evil.honestOrder("ana", held + 2);
    const early = { ...order[held]!, t: order[held - 1]!.t };
    evil.tell("ana", [...order.slice(0, held), early, order[held + 1]!]);
    await expectStopped(scene, { type: "Forked", n: held + 2 }, ["an hour later"]);
  });

  test("a head that the items do not give", async () => {
    const { evil, held } = scene;
    evil.holdBack("ana");
    evil.tell("ana", evil.shownTo("ana"), { head: new Uint8Array(32).fill(5) });
    await expectStopped(scene, { type: "HeadMismatch", n: held });
  });

  test("a fork, once its two sides meet", async () => {
    const { evil, held, ana, ben } = scene;
    evil.takeIn("ana");
    evil.takeIn("ben");
    await write(ana.client, "on Ana's side");
    await write(ben.client, "on Ben's side");
    for (const { client } of [ana, ben])
      await until(client, () => textsIn(client).length === 3 && room(client).waiting.length === 0);
    await write(ben.client, "later, on Ben's side");
    await until(ben.client, () => textsIn(ben.client).length === 4);
    expect(room(ana.client).fault).toBeUndefined();
    expect(headWords(ana.client)).not.toBe(headWords(ben.client));
    evil.tell("ana", [...evil.shownTo("ana"), ...evil.shownTo("ben").slice(held)]);
    await expectStopped(scene, { type: "Forked", n: held + 3 }, ["on Ana's side", "on Ben's side"]);
  });
});

describe("one changed bit", () => {
  const places: readonly (readonly [string, number, string])[] = [
    ["the format", 0, "Malformed"],
    ["the room", 1, "WrongRoom"],
    ["the device", 33, "UnknownDevice"],
    ["the device's number", 52, "ChainBroken"],
    ["the link to the author's item before", 53, "ChainBroken"],
    ["the head that the author had seen", 89, "Forked"],
    ["the epoch", 124, "WrongEpoch"],
    ["the salt", 125, "BadSignature"],
    ["the body's hash", 141, "BodySwapped"],
    ["the body's length", 176, "Malformed"],
    ["the signature", headerLength, "BadSignature"],
    ["the body", bodyStart, "BodySwapped"],
    ["the body's last byte", bodyStart + 527, "BodySwapped"],
  ];
  for (const [what, at, type] of places) {
    test(`in ${what}`, async () => {
      const { evil, held } = scene;
      const order = await bensWords(scene, "one", "two");
      evil.tell("ana", [...order.slice(0, held), withBitFlipped(order[held]!, at), order[held + 1]!]);
      await expectStopped(scene, { type, n: held + 1 });
    });
  }
});

describe("words", () => {
  const header = ({ item }: PlacedItem): Bytes => item.slice(0, bodyStart) as Bytes;
  const body = ({ item }: PlacedItem): Bytes => item.slice(bodyStart) as Bytes;
  const joined = (placed: PlacedItem, other: PlacedItem): PlacedItem => ({
    ...placed,
    item: new Uint8Array([...header(placed), ...body(other)]),
  });

  test("laid under another entry's header", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one", "two");
    const [one, two] = [order[held]!, order[held + 1]!];
    evil.tell("ana", [...order.slice(0, held), joined(one, two), joined(two, one)]);
    await expectStopped(scene, { type: "BodySwapped", n: held + 1 });
  });

  test("withheld as if erased, though their author erased nothing", async () => {
    const { evil, held } = scene;
    const order = await bensWords(scene, "one", "two");
    const withheld = { ...order[held]!, erased: true, item: header(order[held]!) };
    evil.tell("ana", [...order.slice(0, held), withheld, order[held + 1]!]);
    await expectStopped(scene, { type: "BodyMissing", n: held + 1 }, ["two"]);
  });
});

describe("an author who is not one", () => {
  /** Where Ben's device, or a new one, would write next. */
  const placeOf = (device: Bytes): Place => {
    const { record } = room(scene.ana.client);
    const known = record.devices.get(base64url(device) as never);
    return {
      room: record.room as Bytes,
      device,
      seq: (known?.seq ?? 0) + 1,
      prev: (known?.lastHash ?? new Uint8Array(32)) as Bytes,
      seenN: record.n,
      seenHead: record.head,
    };
  };
  const bensDevice = (): Bytes => {
    const { record, me } = room(scene.ana.client);
    const device = [...record.devices.values()].find(({ memberId }) => memberId !== me)!;
    return deviceIdOf(device.deviceKey);
  };
  const tellAlso = (item: Item): void => {
    const { evil } = scene;
    evil.holdBack("ana");
    const order = evil.shownTo("ana");
    const last = order.at(-1)!;
    evil.tell("ana", [...order, { n: last.n + 1, t: last.t, erased: false, item: itemToBytes(item) }]);
  };
  const sealedBy = async (device: KeyPair, as: Bytes): Promise<Item> => {
    const epochKey = await importEpochKey(1, crypto.getRandomValues(new Uint8Array(32)));
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    const event = note(scene.ana.client, "I am Ben");
    return sealEntry(event, placeOf(as), { epochKey, device }, random);
  };

  test("an entry in Ben's name, signed by the server's own key", async () => {
    tellAlso(await sealedBy(await newDevicePair(), bensDevice()));
    await expectStopped(scene, { type: "BadSignature", n: scene.held + 1 });
  });

  test("an entry by a device that nobody vouched for", async () => {
    const device = await newDevicePair();
    tellAlso(await sealedBy(device, deviceIdOf(device.publicBytes)));
    await expectStopped(scene, { type: "UnknownDevice", n: scene.held + 1 });
  });

  test("a device certified by a stranger", async () => {
    const [device, identity] = [await newDevicePair(), await newDevicePair()];
    const place = placeOf(deviceIdOf(device.publicBytes));
    const certificateSignature = await signCertificate(place.room, device.publicBytes, identity);
    tellAlso(await makeCertificate(place, { device, identity: identity.publicBytes, certificateSignature }));
    await expectStopped(scene, { type: "NotAMember", n: scene.held + 1 });
  });

  test("a device certified in Ben's name by a stranger", async () => {
    const [device, stranger] = [await newDevicePair(), await newDevicePair()];
    const { record, me } = room(scene.ana.client);
    const identity = [...record.members.values()].find(({ memberId }) => memberId !== me)!.identity;
    const place = placeOf(deviceIdOf(device.publicBytes));
    const certificateSignature = await signCertificate(place.room, device.publicBytes, stranger);
    tellAlso(await makeCertificate(place, { device, identity, certificateSignature }));
    await expectStopped(scene, { type: "BadSignature", n: scene.held + 1 });
  });

  const thirdMember = async (device: KeyPair, as: Bytes): Promise<Item> => {
    const { record } = room(scene.ana.client);
    const stranger = await newDevicePair();
    const nothing = new Uint8Array(64);
    return signLink(
      {
        room: record.room as Bytes,
        number: record.linkNumber + 1,
        previous: record.linkHash,
        seenN: record.n,
        seenHead: record.head,
        device: as,
        at: record.t,
        epoch: record.epoch,
        payload: {
          type: "add",
          member: { role: "partner", identity: stranger.publicBytes, boxKey: stranger.publicBytes },
          inviteKey: stranger.publicBytes,
          inviteSignature: nothing,
          identitySignature: nothing,
          sees: "everything",
          newEpoch: undefined,
          grants: [],
        },
      },
      device,
    );
  };

  test("a third person let in by the server itself", async () => {
    const device = await newDevicePair();
    tellAlso(await thirdMember(device, deviceIdOf(device.publicBytes)));
    await expectStopped(scene, { type: "UnknownDevice", n: scene.held + 1 });
    expect(room(scene.ana.client).facts.members.length).toBe(2);
  });

  test("a third person let in by the server in Ben's name", async () => {
    tellAlso(await thirdMember(await newDevicePair(), bensDevice()));
    await expectStopped(scene, { type: "LinkRefused", n: scene.held + 1 });
    expect(room(scene.ana.client).facts.members.length).toBe(2);
  });
});

test("what honest servers send is no fault: the same words pass through the same hands", async () => {
  const { evil, held, ana, ben } = scene;
  const order = await bensWords(scene, "one", "two");
  evil.tell("ana", order);
  await until(ana.client, () => textsIn(ana.client).length === 4);
  expect(room(ana.client).fault).toBeUndefined();
  expect(room(ana.client).record.n).toBe(held + 2);
  await until(ben.client, () => textsIn(ben.client).length === 4);
  expect(headWords(ana.client)).toBe(headWords(ben.client));
  expect(order.slice(held).map((placed) => itemOf(placed).kind)).toEqual(["entry", "entry"]);
});
