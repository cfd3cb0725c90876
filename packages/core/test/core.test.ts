import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  base64url,
  concatBytes,
  fromBase64url,
  fromHex,
  hex,
  type Instant,
  isInstant,
  isRoomEvent,
  type Member,
  partners,
  type RoomFacts,
  ruleTime,
  textOf,
  u32,
  u64,
  utf8,
} from "../src/index.ts";

const seeded = { seed: 3, numRuns: 300 };
const at = (ms: number): Instant => ms as Instant;

describe("bytes", () => {
  const engines: readonly (readonly [string, readonly (readonly [object, string])[]])[] = [
    ["which spells it itself", []],
    [
      "which does not",
      [
        [Uint8Array.prototype, "toBase64"],
        [Uint8Array, "fromBase64"],
      ],
    ],
  ];
  test.each(engines)(
    "in an engine %s, base64url gives back what it was given, and one text names one value",
    (_engine, without) => {
      const kept = without.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));
      for (const [owner, name] of without) Reflect.deleteProperty(owner, name);
      try {
        fc.assert(
          fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
            const back = fromBase64url(base64url(bytes));
            return back.ok && hex(back.value) === hex(bytes) && !/[+/=]/.test(base64url(bytes));
          }),
          seeded,
        );
        for (const text of ["A", "AB=", "A B", "AR", "é"]) expect(fromBase64url(text).ok, text).toBe(false);
      } finally {
        without.forEach(([owner, name], index) => {
          if (kept[index]) Object.defineProperty(owner, name, kept[index]);
        });
      }
    },
  );

  test("hexadecimal, big-endian numbers and joined parts are what they say", () => {
    expect(hex(concatBytes(u32(258), u64(2 ** 40 + 1)))).toBe("000001020000010000000001");
    expect(hex(fromHex("00ff10"))).toBe("00ff10");
    expect(() => fromHex("0G")).toThrow();
  });
  test("text that is no UTF-8 is refused, and a byte order mark is kept", () => {
    expect(textOf(new Uint8Array([0xc3, 0x28])).ok).toBe(false);
    expect(textOf(utf8("\ufeffa"))).toEqual({ ok: true, value: "\ufeffa" });
  });
});

describe("rule time", () => {
  test("lies between what the author had seen and the receipt, whatever the device claims", () => {
    expect(ruleTime(at(50), { seen: at(10), received: at(100) })).toBe(50);
    expect(ruleTime(at(5), { seen: at(10), received: at(100) })).toBe(10);
    expect(ruleTime(at(500), { seen: at(10), received: at(100) })).toBe(100);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (claimed, a, b) => {
        const [seen, received] = [Math.min(a, b), Math.max(a, b)];
        const time = ruleTime(at(claimed), { seen: at(seen), received: at(received) });
        return time >= seen && time <= received;
      }),
      seeded,
    );
  });
  test("a moment is a whole number of milliseconds of this era", () => {
    for (const moment of [0, 1_800_000_000_000]) expect(isInstant(moment)).toBe(true);
    for (const none of [-1, 1.5, Number.NaN, 1e15, "0", null]) expect(isInstant(none)).toBe(false);
  });
});

describe("an event's outer form", () => {
  const event = { v: 1, type: "promise.heads-up", id: "A".repeat(22), at: 0, data: {} };
  test("is a version, a dotted type in the past tense, an id and a time", () => {
    expect(isRoomEvent(event)).toBe(true);
    for (const change of [
      { v: 0 },
      { v: 1.5 },
      { type: "promise" },
      { type: "Promise.made" },
      { id: "short" },
      { at: -1 },
    ]) {
      expect(isRoomEvent({ ...event, ...change }), JSON.stringify(change)).toBe(false);
    }
    const { data: _, ...bare } = event;
    expect(isRoomEvent(bare)).toBe(false);
  });
  test("nothing that JSON can hold makes the check throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => typeof isRoomEvent(value) === "boolean"),
      seeded,
    );
  });
});

test("a room's partners are those who are in it now, in the order in which they joined", () => {
  const member = (memberId: string, role: Member["role"], until?: number) =>
    ({ memberId, role, since: at(0), ...(until === undefined ? {} : { until: at(until) }) }) as Member;
  const members = [member("ana", "partner"), member("kim", "practitioner"), member("ben", "partner", 5)];
  const room = { roomId: "r", kind: "couple", zone: "UTC", members } as unknown as RoomFacts;
  expect(partners(room)).toEqual(["ana"]);
});
