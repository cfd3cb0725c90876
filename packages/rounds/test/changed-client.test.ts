import { type Bytes, equalBytes, fromHex } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickRound, quickSlots } from "../src/index.ts";
import { makeReply, voidLine, yesPoint } from "../src/points/index.ts";
import { choices, points, quick, reading, replyOf, saidIn, start, times, withPoints } from "./players.ts";
import { messageOf, roundOf, saltOf, secretOf } from "./scene.ts";

describe("a changed client", () => {
  const bad = {
    "not below p": "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    negative: "0100000000000000000000000000000000000000000000000000000000000000",
    "high bit": "00000000000000000000000000000000000000000000000000000000000000ff",
    "no square": "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371",
  };
  test.each(Object.entries(bad))(
    "[BY6] a message or reply with a point that is %s is void as a whole",
    async (_, encoding) => {
      const [one, two] = [await messageOf("ana", quick, [50]), await messageOf("ben", quick, [50])];
      const forged = withPoints(two, (point, index) => (index === 7 ? fromHex(encoding) : point));
      const slot = quickSlots[7]!;
      expect(makeReply(one.sent, forged.sent, one, roundOf(quick))).toEqual({
        ok: false,
        error: { type: "NotAPoint", slot },
      });
      const reply = replyOf(two, one.sent);
      const spoilt = {
        ...reply,
        points: reply.points.map((point, at) => (at === 7 ? fromHex(encoding) : point)),
      };
      expect(reading(one, replyOf(one, two.sent), two.sent, spoilt)).toEqual({
        ok: false,
        error: { type: "NotAPoint", slot },
      });
      expect(saidIn(voidLine(quick))).toEqual([]);
    },
  );
  test("[BY6] identity, repeated and reflected points void the whole message, and get no reply", async () => {
    const [one, two] = [await messageOf("ana", quick, [50]), await messageOf("ben", quick, [50])];
    const said = (change: (point: Bytes, index: number) => Bytes) => {
      const made = makeReply(one.sent, withPoints(two, change).sent, one, roundOf(quick));
      return made.ok ? null : made.error.type;
    };
    expect(said((point, at) => (at === 2 ? new Uint8Array(32) : point))).toBe("Identity");
    expect(said((point, at) => (at === 2 ? points(two.sent)[9]! : point))).toBe("Repeated");
    expect(said((point, at) => (at === 2 ? points(one.sent)[2]! : point))).toBe("Reflected");
    expect(said((point, at) => (at === 2 ? points(one.sent)[20]! : point))).toBe("Reflected");
    const other = await messageOf("ben", quickRound(20_522, 2), []);
    expect(makeReply(one.sent, other.sent, one, roundOf(quick))).toEqual({
      ok: false,
      error: { type: "OtherRound" },
    });
  });
  test("[BY6] a reply to another message, or with points of the messages, is void", async () => {
    const [one, two] = [await messageOf("ana", quick, [50]), await messageOf("ben", quick, [50])];
    const other = await messageOf("ana", quick, [50], saltOf("another"));
    const ownReply = replyOf(one, two.sent);
    expect(reading(one, ownReply, two.sent, replyOf(two, other.sent))).toEqual({
      ok: false,
      error: { type: "OtherMessages" },
    });
    const reflected = { ...replyOf(two, one.sent), points: points(one.sent) };
    expect(reading(one, ownReply, two.sent, reflected)).toEqual({
      ok: false,
      error: { type: "Reflected", slot: quickSlots[0] },
    });
  });
  test("[BY7] handing back the other's reply is found in the first slot in which the other said no, and voids the round", async () => {
    const [one, two] = [await messageOf("ana", quick, [48, 50]), await messageOf("ben", quick, [])];
    const ownReply = replyOf(one, two.sent);
    const copied = { ...replyOf(two, one.sent), points: ownReply.points };
    expect(reading(one, ownReply, two.sent, copied)).toEqual({
      ok: false,
      error: { type: "Copied", slot: 49 },
    });
  });
  test("[BY7] a multiple of the other's own points brings no yes in a slot in which the other said no", async () => {
    const [one, two] = [await messageOf("ana", quick, [50]), await messageOf("ben", quick, [])];
    const forged = withPoints(two, (_, at) => times(points(one.sent)[at]!, 7n));
    const ownReply = replyOf(one, forged.sent);
    const honest = reading(one, ownReply, forged.sent, replyOf(forged, one.sent));
    expect(honest.ok && saidIn(honest.value)).toEqual([]);
    const copied = { ...replyOf(forged, one.sent), points: ownReply.points };
    expect(reading(one, ownReply, forged.sent, copied)).toMatchObject({ error: { type: "Copied" } });
  });
  test("[BY8] a reply computed with another secret gives no yes", async () => {
    const [one, two] = [await messageOf("ana", quick, [50]), await messageOf("ben", quick, [50])];
    const wrong = { ...two, secret: await secretOf("ben", quick, saltOf("another")) };
    const line = reading(one, replyOf(one, two.sent), two.sent, replyOf(wrong, one.sent));
    expect(line.ok && saidIn(line.value)).toEqual([]);
  });
  test("[BY8] points or replies in swapped slots give no yes", async () => {
    const [one, two] = [await messageOf("ana", quick, [50, 51]), await messageOf("ben", quick, [50, 51])];
    const [i, j] = [quickSlots.indexOf(50), quickSlots.indexOf(51)];
    const swap = (list: readonly Bytes[]) =>
      list.map((point, at) => (at === i ? list[j]! : at === j ? list[i]! : point));
    const swapped = withPoints(two, (_, at) => swap(points(two.sent))[at]!);
    const line = reading(one, replyOf(one, swapped.sent), swapped.sent, replyOf(swapped, one.sent));
    expect(line.ok && saidIn(line.value)).toEqual([]);
    const reply = replyOf(two, one.sent);
    const late = reading(one, replyOf(one, two.sent), two.sent, { ...reply, points: swap(reply.points) });
    expect(late).toEqual({ ok: false, error: { type: "Reflected", slot: 50 } });
  });
  test("[BY8] one secret for all slots forges no yes, and the other's secrets of one slot answer no question about another", async () => {
    const [i, j] = [quickSlots.indexOf(50), quickSlots.indexOf(51)];
    const one = await messageOf("ana", quick, [50]);
    const secret = 12345n;
    const base = await messageOf("ben", quick, []);
    // Ben says yes to 50 alone and puts that slot's point, times two, where 51 stands.
    const at = yesPoint(roundOf(quick), 50);
    const forged = withPoints(base, (point, index) =>
      index === i
        ? (at.multiply(secret).toBytes() as Bytes)
        : index === j
          ? (at.multiply(2n * secret).toBytes() as Bytes)
          : point,
    );
    const ownReply = replyOf(one, forged.sent);
    const honest = replyOf(forged, one.sent);
    const answers = honest.points.map((point, index) =>
      index === i || index === j ? times(points(one.sent)[index]!, secret) : point,
    );
    const line = reading(one, ownReply, forged.sent, { ...honest, points: answers });
    expect(line.ok && saidIn(line.value)).toEqual([50]);
    // What came back for 51 is no multiple that fits Ana's yes to 50.
    expect(equalBytes(ownReply.points[j]!, times(points(one.sent)[i]!, 2n * secret))).toBe(false);
    expect(equalBytes(ownReply.points[i]!, times(points(one.sent)[i]!, secret))).toBe(true);
  });
  test("[BY9] a device counts no slot in which its own message held no yes point, whatever comes back", async () => {
    await fc.assert(
      fc.asyncProperty(choices, choices, async (anas, bens) => {
        const one = await messageOf("ana", quick, anas);
        const two = await messageOf("ben", quick, bens);
        const ownReply = replyOf(one, two.sent);
        const honest = replyOf(two, one.sent);
        const mixed = {
          ...honest,
          points: honest.points.map((point, at) => (at % 2 ? ownReply.points[at]! : point)),
        };
        const line = reading(one, ownReply, two.sent, mixed);
        if (line.ok) for (const slot of saidIn(line.value)) expect(anas).toContain(slot);
      }),
      { numRuns: 6 },
    );
  });
  test("[BY10] a disguised yes does tell its sender of the other's yes: this protocol does not hide that", async () => {
    const [one, two] = [await messageOf("ana", start, [17]), await messageOf("ben", start, [])];
    const secret = 99n;
    const disguised = withPoints(two, () => yesPoint(roundOf(start), 17).multiply(secret).toBytes() as Bytes);
    const told = replyOf(one, disguised.sent).points[0]!;
    expect(equalBytes(told, times(points(one.sent)[0]!, secret))).toBe(true);
  });
});
