/** Inputs that are nearly right: what a damaged file, a broken program or somebody on purpose would send. */
import type { Bytes } from "@goldseam/core";
import fc from "fast-check";

/** One change of some bytes, where `at` is a part of their length. */
type Change =
  | { readonly type: "flip"; readonly at: number; readonly by: number }
  | { readonly type: "cut"; readonly at: number }
  | { readonly type: "drop"; readonly at: number; readonly count: number }
  | { readonly type: "insert"; readonly at: number; readonly bytes: Uint8Array }
  | { readonly type: "extreme"; readonly at: number; readonly width: number; readonly value: number }
  | { readonly type: "repeat"; readonly at: number; readonly count: number };

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("flip"), at, by: fc.integer({ min: 1, max: 255 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("cut"), at }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("drop"), at, count: fc.integer({ min: 1, max: 70 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("insert"),
      at,
      bytes: fc.uint8Array({ minLength: 1, maxLength: 70 }),
    }),
  },
  // Lengths and counts: the numbers that parsers believe.
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("extreme"),
      at,
      width: fc.constantFrom(1, 2, 4, 8),
      value: fc.constantFrom(0x00, 0xff, 0x7f, 0x80),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("repeat"), at, count: fc.integer({ min: 1, max: 200 }) }),
  },
) as fc.Arbitrary<Change>;

function changed(bytes: Uint8Array, one: Change): Uint8Array {
  const from = Math.floor(one.at * bytes.length);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  switch (one.type) {
    case "flip":
      return Uint8Array.from(bytes, (byte, index) => (index === from ? byte ^ one.by : byte));
    case "cut":
      return before;
    case "drop":
      return Buffer.concat([before, after.subarray(one.count)]);
    case "insert":
      return Buffer.concat([before, one.bytes, after]);
    case "extreme":
      return Buffer.concat([before, new Uint8Array(one.width).fill(one.value), after.subarray(one.width)]);
    case "repeat":
      return Buffer.concat([before, after.subarray(0, one.count), after]);
  }
}

/** One of `samples` after up to four changes, or any bytes at all. */
export const nearly = (samples: readonly Uint8Array[]): fc.Arbitrary<Bytes> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 }))
        .map(([sample, changes]) => new Uint8Array(changes.reduce(changed, sample)) as Bytes),
    },
    {
      weight: 1,
      arbitrary: fc.uint8Array({ maxLength: 1_200 }).map((bytes) => new Uint8Array(bytes) as Bytes),
    },
  );

/** Values that stand in no schema, each wrong in its own way. */
const strays: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  "",
  "=",
  "A".repeat(43),
  "A".repeat(10_000),
  "\u0000",
  "\ud800",
  "é",
  [],
  {},
  [[[[]]]],
  { length: 32 },
  { __proto__: null, toString: "x" },
  { type: "Buffer", data: [1, 2, 3] },
];

/** Every place in a JSON value, as the keys that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function replaced(value: unknown, path: readonly string[], by: (before: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by(value);
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const dropped = Symbol("dropped");
const withoutDropped = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((part) => part !== dropped).map(withoutDropped);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, part]) => part !== dropped);
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutDropped(part)]));
};

/**
 * Text of JSON that is nearly one of `samples`: a field gone, added, doubled, of another type, a character longer
 * or shorter; or text that is no JSON any more.
 */
export const nearlyJson = (samples: readonly unknown[]): fc.Arbitrary<string> => {
  const places = samples.map((sample) => placesIn(sample));
  const edit = fc.record({
    place: fc.nat(),
    how: fc.constantFrom("stray", "drop", "add", "longer", "shorter", "nest"),
    stray: fc.constantFrom(...strays),
  });
  const structured = fc
    .tuple(fc.nat(samples.length - 1), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([index, edits]) => {
      let value = samples[index];
      for (const { place, how, stray } of edits) {
        const path = places[index]![place % places[index]!.length]!;
        try {
          value = replaced(value, path, (before) => {
            if (how === "stray") return stray;
            if (how === "drop") return path.length === 0 ? {} : dropped;
            if (how === "nest") return { value: before };
            if (typeof before === "string") return how === "longer" ? `${before}A` : before.slice(1);
            if (typeof before === "number") return how === "longer" ? before + 0.5 : -before;
            return Array.isArray(before) ? [...before, ...before] : { ...(before as object), stray };
          });
        } catch {
          // An edit before this one took the place away: the other edits are enough.
        }
      }
      return JSON.stringify(withoutDropped(value)) ?? "";
    });
  const texts = samples.map((sample) => JSON.stringify(sample));
  const damaged = nearly(texts.map((text) => Buffer.from(text))).map((bytes) =>
    Buffer.from(bytes).toString("utf8"),
  );
  const deep = fc.integer({ min: 1, max: 8_000 }).map((depth) => "[".repeat(depth) + "]".repeat(depth));
  return fc.oneof(
    { weight: 6, arbitrary: structured },
    { weight: 3, arbitrary: damaged },
    { weight: 1, arbitrary: deep },
  );
};
