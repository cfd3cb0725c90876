import { base64url, hourMs, type Instant, type RoomId, utf8 } from "@goldseam/core";
import { hash } from "@goldseam/crypto/verify";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spelled } from "../src/events.ts";
import {
  commitmentOf,
  committedEvent,
  draw,
  nextShowingStep,
  pairingTopic,
  pairingWordsOf,
  quickRound,
  type RevealWords,
  revealEvents,
  rounds,
  showingOf,
  windowAt,
  windowStart,
  wishTopic,
} from "../src/index.ts";
import {
  ana,
  ben,
  bothOpened,
  bytesOf,
  doorsteps,
  fold,
  idOf,
  lineOf,
  opened,
  paired,
  pairingEvents,
  recorded,
  refused,
  room,
  source,
} from "./scene.ts";

const window = windowAt((windowStart(20_522, source) + hourMs) as Instant, source);
const noon = (windowStart(window, source) + 6 * hourMs) as Instant;
const ref = quickRound(window, 1) as { kind: "quick"; number: number };
const topic = wishTopic(ref, 112);
const wished = fold(bothOpened(ref, noon, 112), paired);

const wordsOf = (by: typeof ana): RevealWords => ({
  nonce: bytesOf(`nonce of ${by.memberId}`),
  value: by === ana ? "7 of 10" : "4 of 10",
});
const committed = (by: typeof ana, words = wordsOf(by), where: object = {}) =>
  recorded(
    by,
    noon,
    committedEvent(
      topic,
      commitmentOf({ roomId: room.roomId, topic, memberId: by.memberId, ...where }, words),
      { id: idOf(`commit ${by.memberId}`), at: noon },
    ),
  );
const shown = (by: typeof ana, words = wordsOf(by)) =>
  revealEvents(topic, words, {
    id: idOf(`open ${by.memberId}`),
    at: noon,
    wordsId: idOf(`words ${by.memberId}`),
  }).map((event) => recorded(by, noon, event));
const bothCommitted = fold([committed(ana), committed(ben)], wished);
const parts = (state: typeof wished, when = noon) => {
  const showing = showingOf(state, topic, room, when)!;
  return [showing.parts.get(ana.memberId)!, showing.parts.get(ben.memberId)!];
};

describe("showing together", () => {
  test("[RT1] a commitment counts only after both lines say that both wish to show it, once for each member", () => {
    expect(refused(paired, committed(ana))).toEqual({ type: "NotBothWished" });
    const oneSided = fold([opened(ana, noon, lineOf(ref, 112)), opened(ben, noon, lineOf(ref))], paired);
    expect(refused(oneSided, committed(ana))).toEqual({ type: "NotBothWished" });
    expect(refused(wished, committed(ana))).toBeNull();
    expect(refused(fold([committed(ana)], wished), committed(ana))).toEqual({ type: "AlreadySent" });
  });

  test("[RT2] a commitment binds room, topic, member, nonce and value", () => {
    const where = { roomId: room.roomId, topic, memberId: ana.memberId };
    const words = wordsOf(ana);
    const all = [
      commitmentOf(where, words),
      commitmentOf({ ...where, roomId: base64url(bytesOf("another room")) as RoomId }, words),
      commitmentOf({ ...where, topic: pairingTopic }, words),
      commitmentOf({ ...where, memberId: ben.memberId }, words),
      commitmentOf(where, { ...words, nonce: bytesOf("another") }),
      commitmentOf(where, { ...words, value: "8 of 10" }),
    ];
    expect(new Set(all.map(base64url)).size).toBe(all.length);
  });
  test("[RT2] words that do not fit the commitment, or are another's, are refused", () => {
    const after = fold([shown(ana)[0]!], bothCommitted);
    const said = (words: RevealWords) => refused(after, shown(ana, words)[1]!);
    expect(said({ ...wordsOf(ana), value: "10 of 10" })).toEqual({ type: "DoesNotFit" });
    expect(said({ ...wordsOf(ana), nonce: bytesOf("another") })).toEqual({ type: "DoesNotFit" });
    expect(said(wordsOf(ben))).toEqual({ type: "DoesNotFit" });
    expect(said(wordsOf(ana))).toBeNull();
    expect(refused(bothCommitted, shown(ana)[1]!)).toEqual({ type: "WordsNotAwaited" });
    const copied = fold([committed(ana), committed(ben, wordsOf(ana), { memberId: ana.memberId })], wished);
    const opening = shown(ben, wordsOf(ana));
    expect(refused(fold([opening[0]!], copied), opening[1]!)).toEqual({ type: "DoesNotFit" });
  });

  test("[RT3] each client commits and then opens by itself, and nothing opens before both commitments are there", () => {
    const one = fold([committed(ana)], wished);
    expect(nextShowingStep(wished, topic, ana.memberId)).toBe("commit");
    expect(nextShowingStep(one, topic, ana.memberId)).toBeNull();
    expect(refused(one, shown(ana)[0]!)).toEqual({ type: "NotBothCommitted" });
    expect(nextShowingStep(bothCommitted, topic, ana.memberId)).toBe("open");
    expect(nextShowingStep(fold(shown(ana), bothCommitted), topic, ana.memberId)).toBeNull();
  });

  test("[RT4] what the two said shows when both have opened, in one step", () => {
    const half = fold(shown(ana), bothCommitted);
    expect(showingOf(half, topic, room, noon)!.shown).toBe(false);
    expect(parts(half)).toEqual([{ reads: "waiting" }, { reads: "waiting" }]);
    const whole = fold(shown(ben), half);
    expect(showingOf(whole, topic, room, noon)!.shown).toBe(true);
    expect(parts(whole)).toEqual([
      { reads: "arrived", value: "7 of 10" },
      { reads: "arrived", value: "4 of 10" },
    ]);
  });

  test("[RT5] who has not opened 72 hours after both wishes didn't arrive, and still may", () => {
    const half = fold(shown(ana), bothCommitted);
    const late = (noon + 72 * hourMs) as Instant;
    expect(parts(half, (late - 1) as Instant)[1]).toEqual({ reads: "waiting" });
    expect(parts(half, late)[1]).toEqual({ reads: "did-not-arrive" });
    expect(parts(wished, late)).toEqual([{ reads: "did-not-arrive" }, { reads: "did-not-arrive" }]);
    expect(parts(fold(shown(ben), half), late)[1]).toEqual({ reads: "arrived", value: "4 of 10" });
    expect(showingOf(paired, topic, room, late)).toBeNull();
  });
  test("[RT5] words erased later read as removed, not as someone who didn't arrive", () => {
    const erased = fold([shown(ana)[0]!, ...shown(ben)], bothCommitted);
    expect(parts(erased)).toEqual([{ reads: "removed" }, { reads: "arrived", value: "4 of 10" }]);
  });

  test("[RT6] a value has at most 4,000 bytes", () => {
    const long = (length: number) => ({ ...wordsOf(ana), value: "é".repeat(length / 2) });
    for (const [length, expected] of [
      [4000, null],
      [4002, { type: "Malformed", field: "value" }],
    ] as const) {
      const state = fold([committed(ana, long(length)), committed(ben), shown(ana)[0]!], wished);
      expect(refused(state, shown(ana, long(length))[1]!)).toEqual(expected);
    }
  });
});

describe("pairing", () => {
  test("[RT7] at pairing both commit and open without a wish, and the seed is the hash of both values in order of joining", () => {
    expect(
      pairingEvents.map((event) =>
        refused(fold(pairingEvents.slice(0, pairingEvents.indexOf(event))), event),
      ),
    ).toEqual(pairingEvents.map(() => null));
    const values = pairingEvents.slice(2).flatMap(({ event }) => {
      const { value } = event.data as { value?: string };
      return value === undefined ? [] : [spelled(value)];
    });
    expect(paired.paired!.pacingSeed).toEqual(hash(values[0]!, values[1]!));
    const [, , anaOpens, anaWords, benOpens, benWords] = pairingEvents;
    const otherWay = fold([...pairingEvents.slice(0, 2), benOpens!, benWords!, anaOpens!, anaWords!]);
    expect(otherWay.paired!.pacingSeed).toEqual(paired.paired!.pacingSeed);
  });
  test("[RT7] each own device gets the same pairing words from the doorstep key, and nobody else does", async () => {
    const where = { roomId: room.roomId, memberId: ana.memberId };
    expect(await pairingWordsOf(doorsteps.ana, where)).toEqual(await pairingWordsOf(doorsteps.ana, where));
    expect(await pairingWordsOf(doorsteps.ben, where)).not.toEqual(
      await pairingWordsOf(doorsteps.ana, where),
    );
  });
  test("[RT7] a pairing value that is not 32 bytes is refused, and with an opening erased there is no seed", () => {
    const words = { nonce: bytesOf("n"), value: "short" };
    const where = { roomId: room.roomId, topic: pairingTopic, memberId: ana.memberId };
    const stamp = { id: idOf("c"), at: noon };
    const state = fold([
      recorded(ana, noon, committedEvent(pairingTopic, commitmentOf(where, words), stamp)),
      pairingEvents[1]!,
    ]);
    const [opening, worded] = revealEvents(pairingTopic, words, { ...stamp, wordsId: idOf("w") });
    const after = fold([recorded(ana, noon, opening)], state);
    expect(refused(after, recorded(ana, noon, worded))).toEqual({ type: "Malformed", field: "value" });
    expect(fold(pairingEvents.slice(0, -1)).paired).toBeUndefined();
    expect(rounds.empty.paired).toBeUndefined();
  });
  test("[RT8] a draw is the same for the same seed, label and number, and lies from 0 up to and without 1", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string(),
        fc.nat(),
        (seed, label, index) => {
          const drawn = draw(seed, label, index);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThan(1);
          expect(draw(seed, label, index)).toBe(drawn);
          expect(draw(seed, label, index + 1)).not.toBe(drawn);
          expect(draw(hash(utf8("another"), seed), label, index)).not.toBe(drawn);
        },
      ),
    );
    const mean = Array.from({ length: 2000 }, (_, index) => draw(bytesOf("seed"), "cap", index)).reduce(
      (sum, each) => sum + each,
    );
    expect(mean / 2000).toBeCloseTo(0.5, 1);
  });
});
