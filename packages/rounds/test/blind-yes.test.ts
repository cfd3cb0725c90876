import { type Bytes, base64url, type DeviceId, equalBytes, type RoomId } from "@goldseam/core";
import { ristretto255 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dailyRound,
  lineSays,
  lineToBytes,
  messageToBytes,
  quickRound,
  quickSlots,
  type RoundRef,
  replyToBytes,
} from "../src/index.ts";
import { makeMessage, makeReply, readRound, roundSecretOf, yesPoint } from "../src/points/index.ts";
import { slotBytes } from "../src/points/secrets.ts";
import {
  choices,
  type Player,
  played,
  points,
  quick,
  reading,
  replyOf,
  saidIn,
  start,
  times,
} from "./players.ts";
import { ana, ben, bytesOf, doorsteps, idOf, messageOf, room, roundOf, saltOf, secretOf } from "./scene.ts";

describe("what both learn", () => {
  test("[BY1] both learn in which slots both said yes, and no other", async () => {
    await fc.assert(
      fc.asyncProperty(choices, choices, async (anas, bens) => {
        const { lines } = played(await messageOf("ana", quick, anas), await messageOf("ben", quick, bens));
        const both = quickSlots.filter((slot) => anas.includes(slot) && bens.includes(slot));
        for (const line of lines) expect(saidIn(line)).toEqual(both);
      }),
      { numRuns: 8 },
    );
  });
  test("[BY1] the same holds for all 128 slots of a daily round", async () => {
    const ref = dailyRound(20_522);
    const { lines } = played(
      await messageOf("ana", ref, [0, 5, 53, 127]),
      await messageOf("ben", ref, [5, 6, 127]),
    );
    for (const line of lines) {
      expect(Array.from({ length: 128 }, (_, slot) => slot).filter((slot) => lineSays(line, slot))).toEqual([
        5, 127,
      ]);
    }
  });
  test("[BY1] a yes to another text or another injury is no yes to this one", async () => {
    const ref = start;
    const about = { injury: idOf("one"), textVersion: bytesOf("a text") };
    const reads = async (other: { injury?: typeof about.injury; textVersion?: Bytes }) => {
      const players = await Promise.all(
        (
          [
            ["ana", about],
            ["ben", other],
          ] as const
        ).map(async ([name, said]) => {
          const secret = await secretOf(name, ref);
          const round = { ...roundOf(ref), about: () => said };
          const message = makeMessage(new Set([17]), { secret, epoch: 1, salt: saltOf(name) }, round);
          return { secret, sent: { by: name === "ana" ? ana : ben, message }, round };
        }),
      );
      const [one, two] = players as [(typeof players)[0], (typeof players)[0]];
      const [ownReply, theirReply] = [replyOf(one, two.sent), replyOf(two, one.sent)];
      const line = readRound({ own: one.sent, ownReply, theirs: two.sent, theirReply }, one, one.round);
      return line.ok && lineSays(line.value, 17);
    };
    expect(await reads(about)).toBe(true);
    expect(await reads({ ...about, textVersion: bytesOf("another text") })).toBe(false);
    expect(await reads({ textVersion: about.textVersion })).toBe(false);
    expect(await reads({})).toBe(false);
  });
});

describe("what a no hides", () => {
  /** Everything that stands in the record of a round, as bytes, in order. */
  const transcript = (one: Player, two: Player) => {
    const { replies, lines } = played(one, two);
    return [
      messageToBytes(one.sent.message),
      messageToBytes(two.sent.message),
      ...replies.map(replyToBytes),
      ...lines.map(lineToBytes),
    ];
  };
  /** Which of the points that Ben can make out of all he sees, and his own secret, are equal to each other. */
  const equalities = (one: Player, two: Player, index: number, slot: number) => {
    const { replies } = played(one, two);
    const y =
      (littleEndian(slotBytes(two.secret, slot).subarray(0, 64)) % (ristretto255.Point.Fn.ORDER - 1n)) + 1n;
    const inverse = ristretto255.Point.Fn.inv(y);
    const seen = [
      yesPoint(roundOf(quick), slot).toBytes() as Bytes,
      points(one.sent)[index]!,
      points(two.sent)[index]!,
      replies[0].points[index]!,
      replies[1].points[index]!,
    ];
    const made = seen.flatMap((point) => [point, times(point, y), times(point, inverse)]);
    return made.map((point) => made.map((other) => equalBytes(point, other)));
  };
  const littleEndian = (bytes: Uint8Array): bigint =>
    bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);

  test("[BY2] who gave no yes cannot tell yes from no: same items, sizes and order, and but for points and their hashes the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(choices, choices, fc.constantFrom(...quickSlots), async (anas, bens, slot) => {
        const index = quickSlots.indexOf(slot);
        const two = await messageOf(
          "ben",
          quick,
          bens.filter((each) => each !== slot),
        );
        const without = anas.filter((each) => each !== slot);
        const worlds = [
          await messageOf("ana", quick, without),
          await messageOf("ana", quick, [...without, slot]),
        ];
        const [no, yes] = worlds.map((one) => transcript(one, two)) as [Bytes[], Bytes[]];
        expect(yes.map(({ length }) => length)).toEqual(no.map(({ length }) => length));
        const head = 43;
        const differing = no.map((bytes, item) => {
          const places = [...bytes.keys()].filter((place) => bytes[place] !== yes[item]![place]);
          const inSlot = (from: number) =>
            places.filter((place) => place < from + index * 32 || place >= from + (index + 1) * 32);
          return { places, outside: inSlot(item === 0 ? head : 87) };
        });
        expect(differing[0]!.places.length).toBeGreaterThan(0);
        expect(differing[0]!.outside).toEqual([]);
        expect(differing[1]!.places).toEqual([]);
        // Replies name the hashes of both messages (bytes 23 to 86); Ana's points are the same in both worlds.
        expect(differing[2]!.places.every((place) => place >= 23 && place < 55)).toBe(true);
        expect(differing[3]!.outside.every((place) => place >= 55 && place < 87)).toBe(true);
        expect([differing[4]!.places, differing[5]!.places]).toEqual([[], []]);
      }),
      { numRuns: 6 },
    );
  });
  test("[BY2] in both worlds the points pass the same checks, and no equation that the other can make holds in one alone", async () => {
    for (const slot of [48, 53, 120]) {
      const index = quickSlots.indexOf(slot);
      const two = await messageOf("ben", quick, [49]);
      const [no, yes] = [await messageOf("ana", quick, []), await messageOf("ana", quick, [slot])];
      expect(equalities(yes, two, index, slot)).toEqual(equalities(no, two, index, slot));
      for (const one of [no, yes]) expect(makeReply(two.sent, one.sent, two, roundOf(quick)).ok).toBe(true);
    }
  });
  test("[BY2] one more yes leaves every other point as it was, so nothing tells how many there are", async () => {
    const [few, many] = [await messageOf("ana", quick, [50]), await messageOf("ana", quick, [...quickSlots])];
    for (const [index, slot] of quickSlots.entries()) {
      expect(equalBytes(points(few.sent)[index]!, points(many.sent)[index]!)).toBe(slot === 50);
    }
  });
  test("[BY3] the reply is the same, point for point, whatever its author chose", async () => {
    const two = await messageOf("ben", quick, [50, 51]);
    const replies = await Promise.all(
      [[], [50], [...quickSlots]].map(
        async (yes) => replyOf(await messageOf("ana", quick, yes), two.sent).points,
      ),
    );
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toEqual(replies[0]);
  });
});

describe("secrets", () => {
  test("[BY4] a secret serves one room, round, sending device, salt and slot", async () => {
    const purpose = {
      roomId: room.roomId,
      ref: quick as RoundRef,
      deviceId: ana.deviceId,
      salt: saltOf("ana"),
    };
    const secrets = await Promise.all([
      roundSecretOf(doorsteps.ana, purpose),
      roundSecretOf(doorsteps.ben, purpose),
      roundSecretOf(doorsteps.ana, { ...purpose, roomId: base64url(bytesOf("another")) as RoomId }),
      roundSecretOf(doorsteps.ana, { ...purpose, ref: quickRound(20_522, 2) }),
      roundSecretOf(doorsteps.ana, { ...purpose, ref: dailyRound(20_522) }),
      roundSecretOf(doorsteps.ana, { ...purpose, deviceId: base64url(bytesOf("tablet", 16)) as DeviceId }),
      roundSecretOf(doorsteps.ana, { ...purpose, salt: saltOf("again") }),
    ]);
    const all = secrets.flatMap((secret) => [0, 1, 127].map((slot) => base64url(slotBytes(secret, slot))));
    expect(new Set(all).size).toBe(secrets.length * 3);
  });
  test("[BY5] another own device makes the same reply and reads the same from the doorstep key and the record", async () => {
    const [one, two] = [await messageOf("ana", quick, [50]), await messageOf("ben", quick, [50])];
    const { salt, ref } = one.sent.message;
    const again = await roundSecretOf(doorsteps.ana, {
      roomId: room.roomId,
      ref,
      deviceId: one.sent.by.deviceId,
      salt,
    });
    const elsewhere = { secret: again, sent: one.sent };
    expect(replyOf(elsewhere, two.sent)).toEqual(replyOf(one, two.sent));
    const line = reading(elsewhere, replyOf(elsewhere, two.sent), two.sent, replyOf(two, one.sent));
    expect(line.ok && saidIn(line.value)).toEqual([50]);
  });
});
