import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allowedIn,
  dailyRound,
  type Mask,
  maskLength,
  maskToBytes,
  parseMask,
  quickRound,
  slotCount,
  startRound,
} from "../src/index.ts";
import { idOf } from "./scene.ts";

const slots = Array.from({ length: slotCount }, (_, slot) => slot);
const masks: fc.Arbitrary<Mask> = fc.record({
  switches: fc.record({ flares: fc.boolean(), appreciation: fc.boolean(), firstWords: fc.boolean() }),
  firstWindow: fc.integer({ min: 0, max: 2_932_000 }),
  windows: fc.array(
    fc.subarray(slots).map((yes) => new Set(yes)),
    { minLength: 30, maxLength: 30 },
  ),
});
const none = { flares: false, appreciation: false, firstWords: false };
const maskOf = (firstWindow: number, ...windows: readonly (readonly number[])[]): Mask => ({
  switches: none,
  firstWindow,
  windows: Array.from({ length: 30 }, (_, index) => new Set(windows[index] ?? [])),
});

test("[MK1] every mask has 1,024 bytes and is read again as it was written", () => {
  fc.assert(
    fc.property(masks, (mask) => {
      const bytes = maskToBytes(mask);
      expect(bytes.length).toBe(maskLength);
      expect(parseMask(bytes)).toEqual({ ok: true, value: mask });
    }),
    { numRuns: 200 },
  );
});
test("[MK1] a choice moves one bit and nothing else", () => {
  const [before, after] = [maskToBytes(maskOf(9, [], [])), maskToBytes(maskOf(9, [], [17]))];
  const moved = [...before.keys()].filter((place) => before[place] !== after[place]);
  expect(moved).toEqual([8 + 16 + 2]);
  expect(after[moved[0]!]).toBe(0x40);
});

test("[MK2] another length, first byte or a bit that must be zero is refused, and no bytes make it throw", () => {
  const good = maskToBytes(maskOf(20_522, [1], [2]));
  const changed = (place: number, value: number) => good.map((byte, at) => (at === place ? value : byte));
  const field = (bytes: Uint8Array) => {
    const parsed = parseMask(bytes);
    return parsed.ok ? null : parsed.error.field;
  };
  expect(field(good.slice(0, -1))).toBe("length");
  expect(field(new Uint8Array([...good, 0]))).toBe("length");
  expect(field(changed(0, 0x34))).toBe("format");
  expect(field(changed(1, 8))).toBe("switches");
  expect(field(changed(2, 1))).toBe("zeros");
  expect(field(changed(488, 1))).toBe("zeros");
  expect(field(changed(1023, 1))).toBe("zeros");
  expect(field(changed(4, 0xff))).toBe("firstWindow");
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1020, maxLength: 1030 }), (bytes) => {
      const parsed = parseMask(bytes);
      if (parsed.ok) expect(maskToBytes(parsed.value)).toEqual(bytes);
    }),
  );
});

test("[MK3] a round of a window before the first uses the first window, and after the thirtieth nothing is yes", () => {
  const mask = maskOf(100, [3], [4]);
  expect([...allowedIn(mask, dailyRound(90))]).toEqual([3]);
  expect([...allowedIn(mask, dailyRound(100))]).toEqual([3]);
  expect([...allowedIn(mask, dailyRound(101))]).toEqual([4]);
  expect([...allowedIn(mask, dailyRound(130))]).toEqual([]);
  expect([...allowedIn(undefined, dailyRound(100))]).toEqual([]);
});
test("[MK3] a quick round takes house rules, showing lines of open practices and short texts, a start its one slot", () => {
  const mask = maskOf(100, slots);
  const quick = allowedIn(mask, quickRound(100, 1));
  expect(quick.size).toBe(30);
  for (const slot of [47, 64, 111, 114, 115]) expect(quick.has(slot)).toBe(false);
  for (const slot of [48, 53, 63, 112, 113, 116, 127]) expect(quick.has(slot)).toBe(true);
  expect([...allowedIn(mask, startRound(100, 1, idOf("run"), 17))]).toEqual([17]);
});
