import { type Bytes, hex, type Instant, type ZoneId } from "@goldseam/core";
import { hash } from "@goldseam/crypto/verify";
import {
  commitmentOf,
  dailyRound,
  draw,
  lineToBytes,
  maskToBytes,
  messageHash,
  messageToBytes,
  pacingSeedOf,
  pairingTopic,
  pairingWordsOf,
  quickRound,
  type RoundRef,
  refToBytes,
  replyToBytes,
  slotCount,
  startRound,
  windowStart,
} from "../src/index.ts";
import { makeReply, readRound, yesPoint } from "../src/points/index.ts";
import { ana, ben, bytesOf, doorsteps, idOf, messageOf, room, roundOf } from "./scene.ts";

/** Long bytes stand as their hash. */
const brief = (bytes: Bytes) =>
  bytes.length <= 200 ? hex(bytes) : { length: bytes.length, sha256: hex(hash(bytes)) };

const window = 20_522;
const cases: readonly (readonly [name: string, RoundRef, readonly number[], readonly number[]])[] = [
  ["a start, both yes", startRound(window, 1, idOf("a run"), 17), [17], [17]],
  ["a start, one yes", startRound(window, 2, idOf("a run"), 17), [17], []],
  ["a quick round", quickRound(window, 3), [48, 53, 127], [53, 120, 127]],
  ["a daily round", dailyRound(window), [0, 17, 53, 127], [17, 18, 127]],
];

async function roundVector([name, ref, anas, bens]: (typeof cases)[number]) {
  const [one, two] = [await messageOf("ana", ref, anas), await messageOf("ben", ref, bens)];
  const round = roundOf(ref);
  const ownReply = makeReply(one.sent, two.sent, one, round);
  const theirReply = makeReply(two.sent, one.sent, two, round);
  if (!ownReply.ok || !theirReply.ok) throw new Error("a vector's own round is void");
  const exchange = {
    own: one.sent,
    ownReply: ownReply.value,
    theirs: two.sent,
    theirReply: theirReply.value,
  };
  const line = readRound(exchange, one, round);
  if (!line.ok) throw new Error("a vector's own round is void");
  const messages = [one, two].map(({ sent }) => messageToBytes(sent.message));
  return {
    name,
    reference: hex(refToBytes(ref)),
    secrets: [hex(one.secret.bytes), hex(two.secret.bytes)],
    firstYesPoint: hex(yesPoint(round, ref.kind === "start" ? ref.slot : 48).toBytes() as Bytes),
    messages: messages.map(brief),
    messageHashes: [one, two].map(({ sent }, at) => hex(messageHash(room.roomId, sent.by, messages[at]!))),
    replies: [ownReply.value, theirReply.value].map((reply) => brief(replyToBytes(reply))),
    line: hex(lineToBytes(line.value)),
  };
}

const maskVector = () =>
  brief(
    maskToBytes({
      switches: { flares: true, appreciation: false, firstWords: true },
      firstWindow: window,
      windows: Array.from(
        { length: 30 },
        (_, day) =>
          new Set(Array.from({ length: slotCount }, (_, slot) => slot).filter((slot) => slot % 30 === day)),
      ),
    }),
  );

/** Windows around the nights in which the clocks change. */
const windowsVector = (pacingSeed: Bytes) =>
  ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"].map((zone) => ({
    zone,
    starts: [15_337, 20_520, 20_541, 20_542, 20_751].map((each): readonly [number, Instant] => [
      each,
      windowStart(each, { zone: zone as ZoneId, pacingSeed }),
    ]),
  }));

/** Everything that is frozen in test/vectors/rounds-v1.json, computed anew from names alone. */
export async function roundsVector() {
  const pairing = await Promise.all(
    (
      [
        ["ana", ana],
        ["ben", ben],
      ] as const
    ).map(async ([name, by]) => {
      const where = { roomId: room.roomId, topic: pairingTopic, memberId: by.memberId };
      const words = await pairingWordsOf(doorsteps[name], where);
      return { nonce: hex(words.nonce), value: words.value, commitment: hex(commitmentOf(where, words)) };
    }),
  );
  const pacingSeed = pacingSeedOf(bytesOf("ana's value"), bytesOf("ben's value"));
  return {
    format: "goldseam-vectors/rounds/1",
    room: room.roomId,
    members: [ana, ben],
    doorstepKeys: [hex(bytesOf("ana's doorstep")), hex(bytesOf("ben's doorstep"))],
    rounds: await Promise.all(cases.map(roundVector)),
    mask: maskVector(),
    pairing,
    pacingSeed: hex(pacingSeed),
    draws: [0, 1, 2].map((index) => draw(pacingSeed, "window", index)),
    windows: windowsVector(pacingSeed),
  };
}
