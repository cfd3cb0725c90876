import { dayMs, hourMs, type Instant, type RoomEvent, type ZoneId } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dailyRound,
  nextQuickRound,
  nextStart,
  opennessOf,
  owedBy,
  quickRound,
  type RoundMessage,
  redactionsDue,
  refKey,
  roundReads,
  rounds,
  sentEvent,
  slotsOf,
  startRound,
  windowAt,
  windowEnd,
  windowStart,
} from "../src/index.ts";
import { contact, daily, exchanged, noon, noonOf, replyTo, rung, topic, window } from "./history.ts";
import {
  ana,
  anyMessage,
  at,
  ben,
  bothOpened,
  bytesOf,
  fold,
  idOf,
  kim,
  lineOf,
  opened,
  paired,
  pairingEvents,
  recorded,
  refused,
  replied,
  room,
  sent,
  source,
} from "./scene.ts";

describe("who and when", () => {
  test("[RD1] only the two partners take part, in the room of a couple that both joined", () => {
    const event = (by: typeof ana) => sent(by, noon, anyMessage(daily, "x"));
    expect(refused(paired, event(kim))).toEqual({ type: "NotAPartner" });
    expect(refused(paired, event(ana), { ...room, kind: "private" })).toEqual({ type: "NotACoupleRoom" });
    const alone = { ...room, members: room.members.slice(0, 1) };
    expect(refused(paired, event(ana), alone)).toEqual({ type: "NotAPartner" });
    expect(refused(paired, event(ana))).toBeNull();
  });

  test("[RD2] a window begins on its date between 03:00 and 06:00 of the couple's zone, also when the clocks change", () => {
    const zones = [
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Pacific/Kiritimati",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 18_000, max: 24_000 }), (zone, each) => {
        const there = { ...source, zone: zone as ZoneId };
        const start = Temporal.Instant.fromEpochMilliseconds(windowStart(each, there)).toZonedDateTimeISO(
          zone,
        );
        expect(start.toPlainDate().since("1970-01-01").days).toBe(each);
        expect(start.hour).toBeGreaterThanOrEqual(3);
        expect(start.hour).toBeLessThan(6);
        expect(windowAt(windowStart(each, there), there)).toBe(each);
        expect(windowAt((windowEnd(each, there) - 1) as Instant, there)).toBe(each);
      }),
      { numRuns: 300 },
    );
  });
  test("[RD2] hours differ from day to day, and are the same on both devices", () => {
    const hours = Array.from(
      { length: 40 },
      (_, index) => (windowStart(window + index, source) / 60_000) % 1440,
    );
    expect(new Set(hours).size).toBeGreaterThan(25);
  });
  test("[RD2] where a zone skipped a date, each moment still lies in one window, and windows never go back", () => {
    const apia = { ...source, zone: "Pacific/Apia" as ZoneId };
    let last = 0;
    for (let hour = 0; hour < 96; hour += 1) {
      const moment = (at("2011-12-28", "12:00", "Pacific/Apia") + hour * hourMs) as Instant;
      const now = windowAt(moment, apia);
      expect(windowStart(now, apia)).toBeLessThanOrEqual(moment);
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });

  test("[RD3] before both have drawn at pairing, nothing of a round counts", () => {
    expect(refused(rounds.empty, sent(ana, noon, anyMessage(daily, "x")))).toEqual({ type: "NotPaired" });
    expect(refused(fold(pairingEvents.slice(0, -1)), opened(ana, noon, lineOf(daily)))).toEqual({
      type: "NotPaired",
    });
    expect(opennessOf(rounds.empty, topic, room, noon)).toEqual({ reads: "not-open" });
  });

  test("[RD4] a daily round may be entered and answered from the start of its window until 72 hours after its end", () => {
    const message = anyMessage(daily, "x");
    const start = windowStart(window, source);
    const end = windowEnd(window, source) + 72 * hourMs;
    const said = (when: number) => refused(paired, sent(ana, when as Instant, message));
    expect(said(start - 1)).toEqual({ type: "WindowNotBegun" });
    expect(said(start)).toBeNull();
    expect(said(end - 1)).toBeNull();
    expect(said(end)).toEqual({ type: "RoundLapsed" });
    const reply = replyTo(message, anyMessage(daily, "y"), ana, ben);
    expect(refused(paired, replied(ana, end as Instant, reply))).toEqual({ type: "RoundLapsed" });
    expect(refused(paired, opened(ana, end as Instant, lineOf(daily)))).toBeNull();
    expect(refused(paired, opened(ana, (end + 7 * dayMs) as Instant, lineOf(daily)))).toEqual({
      type: "RoundLapsed",
    });
  });
  test("[RD4] several rounds may be under way, and each is finished on its own", () => {
    const when = noonOf(window + 2);
    const refs = [window, window + 1, window + 2].map(dailyRound);
    const state = fold(
      refs.flatMap((ref) => exchanged(ref, when)),
      paired,
    );
    for (const ref of refs) expect(state.rounds.get(refKey(ref))!.replies.size).toBe(2);
  });
});

describe("what counts", () => {
  test("[RD5] of each member the first message, the first reply and the first line in record order count", () => {
    const events = [...exchanged(daily, noon), ...bothOpened(daily, noon, topic)];
    const state = fold(events, paired);
    expect(refused(state, sent(ana, noon, anyMessage(daily, "another")))).toEqual({ type: "AlreadySent" });
    const { message: own } = state.rounds.get(refKey(daily))!.messages.get(ana.memberId)!;
    const { message: theirs } = state.rounds.get(refKey(daily))!.messages.get(ben.memberId)!;
    expect(refused(state, replied(ana, noon, replyTo(own, theirs, ana, ben)))).toEqual({
      type: "AlreadySent",
    });
    expect(refused(state, opened(ana, noon, lineOf(daily)))).toEqual({ type: "AlreadySent" });
  });

  const broken = (index: number, point: Uint8Array<ArrayBuffer>): RoundMessage => {
    const message = anyMessage(daily, "broken");
    return { ...message, points: message.points.map((each, place) => (place === index ? point : each)) };
  };
  test("[RD6] a message with the identity, a point twice, or a point of the other's changes nothing", () => {
    const state = fold([sent(ben, noon, anyMessage(daily, "ben"))], paired);
    const said = (message: RoundMessage) => refused(state, sent(ana, noon, message));
    expect(said(broken(3, new Uint8Array(32)))).toEqual({ type: "Identity", slot: 3 });
    expect(said(broken(5, bytesOf("broken 4")))).toEqual({ type: "Repeated", slot: 5 });
    expect(said(broken(6, bytesOf("ben 6")))).toEqual({ type: "Reflected", slot: 6 });
    expect(said(broken(6, bytesOf("ben 90")))).toEqual({ type: "Reflected", slot: 6 });
    expect(said(broken(6, bytesOf("new")))).toBeNull();
  });
  test("[RD6] a reply with a point of either message, or of the other reply in another slot, changes nothing", () => {
    const [a, b] = [anyMessage(daily, "ana"), anyMessage(daily, "ben")];
    const first = replyTo(a, b, ana, ben);
    const state = fold([sent(ana, noon, a), sent(ben, noon, b), replied(ana, noon, first)], paired);
    const second = replyTo(b, a, ben, ana);
    const said = (index: number, point: Uint8Array<ArrayBuffer>) =>
      refused(
        state,
        replied(ben, noon, {
          ...second,
          points: second.points.map((each, at) => (at === index ? point : each)),
        }),
      );
    expect(said(2, a.points[2]!)).toEqual({ type: "Reflected", slot: 2 });
    expect(said(2, b.points[9]!)).toEqual({ type: "Reflected", slot: 2 });
    expect(said(2, first.points[3]!)).toEqual({ type: "Reflected", slot: 2 });
    expect(said(2, new Uint8Array(32))).toEqual({ type: "Identity", slot: 2 });
    expect(said(2, first.points[2]!)).toBeNull();
  });
  test("[RD6] no data makes the rules throw; what is malformed is refused and changes nothing", () => {
    const good = sentEvent(anyMessage(quickRound(window, 1), "x"), { id: idOf("x"), at: noon }).data;
    fc.assert(
      fc.property(
        fc.constantFrom(...rounds.types),
        fc.oneof(
          fc.anything({ withNullPrototype: true, withBigInt: true }),
          fc.record({ bytes: fc.oneof(fc.base64String(), fc.string(), fc.constant(good.bytes.slice(4))) }),
          fc.record({
            topic: fc.constantFrom("pairing", "2/1/-/112"),
            nonce: fc.anything(),
            value: fc.anything(),
          }),
        ),
        (type, data) => {
          const event = { v: 1, type, id: idOf("any"), at: noon, data } as RoomEvent;
          expect(refused(paired, recorded(ana, noon, event))).not.toBeNull();
        },
      ),
      { numRuns: 600 },
    );
  });

  test("[RD7] a reply to other messages than those that count changes nothing", () => {
    const [a, b, other] = [anyMessage(daily, "ana"), anyMessage(daily, "ben"), anyMessage(daily, "other")];
    const state = fold([sent(ana, noon, a), sent(ben, noon, b)], paired);
    expect(refused(state, replied(ben, noon, replyTo(b, other, ben, ana)))).toEqual({
      type: "OtherMessages",
    });
    expect(refused(state, replied(ben, noon, replyTo(other, a, ben, ana)))).toEqual({
      type: "OtherMessages",
    });
    expect(refused(state, replied(ben, noon, replyTo(b, a, ben, ana)))).toBeNull();
  });

  test("[RD8] what is open follows from the lines alone: with messages and replies erased every slot reads the same", () => {
    const events = [window, window + 1].flatMap((each) => [
      ...exchanged(dailyRound(each), noonOf(each)),
      ...bothOpened(dailyRound(each), noonOf(each), topic, contact),
      ...exchanged(quickRound(each, 1), noonOf(each)),
      ...bothOpened(quickRound(each, 1), noonOf(each), 120),
    ]);
    const whole = fold(events, paired);
    const kept = fc.array(fc.boolean(), { minLength: events.length, maxLength: events.length });
    fc.assert(
      fc.property(
        kept,
        fc.constantFrom(topic, contact, 120, rung),
        fc.integer({ min: 0, max: 240 }),
        (keep, slot, hours) => {
          const rest = events.filter(({ event }, index) => event.type === "round.opened" || keep[index]);
          const now = (noon + hours * hourMs) as Instant;
          const erased = opennessOf(fold(rest, paired), slot, room, now);
          expect(erased).toEqual(opennessOf(whole, slot, room, now));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("quick rounds and starts", () => {
  const one = quickRound(window, 1);
  test("[RD9] closing a page answers the round that the other opened, or opens the next", () => {
    expect(nextQuickRound(paired, ana.memberId, room, noon)).toEqual(one);
    const state = fold([sent(ana, noon, anyMessage(one, "ana"))], paired);
    expect(nextQuickRound(state, ben.memberId, room, noon)).toEqual(one);
    expect(nextQuickRound(state, ana.memberId, room, noon)).toEqual(quickRound(window, 2));
  });
  test("[RD9] who closes again before the other has closed leaves the first number behind", () => {
    const two = quickRound(window, 2);
    const state = fold(
      [sent(ana, noon, anyMessage(one, "a")), sent(ana, noon, anyMessage(two, "b"))],
      paired,
    );
    expect(refused(state, sent(ben, noon, anyMessage(one, "c")))).toEqual({ type: "Superseded" });
    expect(nextQuickRound(state, ben.memberId, room, noon)).toEqual(two);
    expect(owedBy(state, ana.memberId, room, noon).filter(({ ref }) => ref.kind === "quick")).toEqual([]);
  });
  test("[RD9] a quick round still open at the next window lapses, and numbers begin again there", () => {
    const next = windowStart(window + 1, source);
    const state = fold([sent(ana, noon, anyMessage(one, "ana"))], paired);
    expect(refused(state, sent(ben, next, anyMessage(one, "ben")))).toEqual({ type: "RoundLapsed" });
    expect(nextQuickRound(state, ben.memberId, room, next)).toEqual(quickRound(window + 1, 1));
  });
  test("[RD9] there are at most twelve quick rounds a day", () => {
    const events = Array.from({ length: 12 }, (_, index) =>
      sent(ana, noon, anyMessage(quickRound(window, index + 1), `${index}`)),
    );
    const state = fold(events, paired);
    expect(nextQuickRound(state, ana.memberId, room, noon)).toBeNull();
    expect(nextQuickRound(state, ben.memberId, room, noon)).toEqual(quickRound(window, 12));
    expect(refused(state, sent(ana, noon, anyMessage(quickRound(window, 13), "x")))).toEqual({
      type: "Malformed",
      field: "reference",
    });
  });

  test("[RD10] a start is one slot of one run, counted apart from quick rounds and from other runs", () => {
    const [walk, talk] = [idOf("walk"), idOf("talk")];
    const begin = startRound(window, 1, walk, topic);
    const state = fold([sent(ana, noon, anyMessage(begin, "ana"))], paired);
    expect(slotsOf(begin)).toEqual([topic]);
    expect(nextStart(state, ben.memberId, room, noon, { run: walk, slot: topic })).toEqual(begin);
    expect(nextStart(state, ana.memberId, room, noon, { run: talk, slot: topic })).toEqual(
      startRound(window, 1, talk, topic),
    );
    expect(nextQuickRound(state, ana.memberId, room, noon)).toEqual(one);
    expect(roundReads(state, begin, topic, room)).toBe("under-way");
    expect(roundReads(fold(bothOpened(begin, noon, topic), state), begin, topic, room)).toBe("both");
    expect(roundReads(fold(bothOpened(begin, noon), state), begin, topic, room)).toBe("not-yet");
  });
});

describe("what a client sends and erases by itself", () => {
  test("[RD16] a client owes each round that can still be finished its message, its reply and its line", () => {
    const now = noonOf(window + 2);
    const owed = (events: Parameters<typeof fold>[0]) =>
      owedBy(fold(events, paired), ana.memberId, room, now).filter(
        ({ ref }) => refKey(ref) === refKey(daily),
      );
    const events = exchanged(daily, now);
    expect(owed([])).toEqual([{ owes: "message", ref: daily }]);
    expect(owed(events.slice(0, 1))).toEqual([]);
    expect(owed(events.slice(0, 2))).toEqual([{ owes: "reply", ref: daily }]);
    expect(owed(events.slice(0, 3))).toEqual([]);
    expect(owed(events)).toEqual([{ owes: "line", ref: daily }]);
    expect(owed([...events, opened(ana, now, lineOf(daily))])).toEqual([]);
    const all = owedBy(paired, ana.memberId, room, now).map(({ ref }) => ref.number);
    expect(all).toEqual(all.toSorted((one, other) => one - other));
    expect(all.length).toBeGreaterThanOrEqual(4);
    expect(owedBy(paired, kim.memberId, room, now)).toEqual([]);
  });

  test("[RD17] an author's client erases messages and replies seven days after the round, and never a line", () => {
    const events = exchanged(daily, noon);
    const own = [events[0]!.entryHash, events[2]!.entryHash];
    const lines = bothOpened(daily, noon, topic);
    const due = (state: ReturnType<typeof fold>, when: number) =>
      redactionsDue(state, ana.memberId, room, when as Instant);
    const complete = fold([...events, ...lines], paired);
    expect(due(complete, noon + 7 * dayMs - 1)).toEqual([]);
    expect(due(complete, noon + 7 * dayMs)).toEqual(own);
    const deadline = windowEnd(window, source) + 72 * hourMs;
    expect(due(fold(events, paired), deadline + 7 * dayMs - 1)).toEqual([]);
    expect(due(fold(events.slice(0, 1), paired), deadline + 7 * dayMs)).toEqual(own.slice(0, 1));
    expect(due(fold(lines, paired), noon + 30 * dayMs)).toEqual([]);
  });

  test("[RD18] every message of one kind of round has one size, and so have replies and lines", () => {
    const refs = [dailyRound(window), quickRound(window, 3), startRound(window, 1, idOf("run"), 4)];
    const sizes = refs.map((ref) => [
      JSON.stringify(sent(ana, noon, anyMessage(ref, "x")).event).length,
      JSON.stringify(opened(ana, noon, lineOf(ref)).event).length,
    ]);
    fc.assert(
      fc.property(fc.string(), fc.subarray([...slotsOf(daily)]), (name, yes) => {
        for (const [index, ref] of refs.entries()) {
          expect([
            JSON.stringify(sent(ben, noon, anyMessage(ref, name)).event).length,
            JSON.stringify(opened(ben, noon, lineOf(ref, ...yes)).event).length,
          ]).toEqual(sizes[index]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
