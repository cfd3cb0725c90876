import { type Bytes, concatBytes, u32 } from "@goldseam/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decodeAppend,
  decodeError,
  decodeLiveDown,
  decodeLiveUp,
  decodePull,
  decodePullAnswer,
  type EndpointName,
  encodeAppend,
  encodeError,
  encodeJson,
  encodeLiveDown,
  encodeLiveUp,
  encodePull,
  encodePullAnswer,
  endpoints,
  limits,
  liveRefusals,
  parseAnswer,
  parseRequest,
} from "../src/index.ts";

const bytesArbitrary = (minLength: number, maxLength = minLength) =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => bytes as Bytes);
const room = bytesArbitrary(32);
const u32Arbitrary = fc.nat({ max: 0xffff_ffff });
const item = bytesArbitrary(1, 300);
const placed = fc.record({
  n: u32Arbitrary,
  t: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  erased: fc.boolean(),
  item,
});
const place = { n: u32Arbitrary, head: room, placed: fc.array(placed, { maxLength: 20 }) };
const codecs = {
  append: {
    encode: encodeAppend,
    decode: decodeAppend,
    arbitrary: fc.record({ room, items: fc.array(item, { minLength: 1, maxLength: 20 }) }),
  },
  pull: {
    encode: encodePull,
    decode: decodePull,
    arbitrary: fc.record({
      room,
      after: u32Arbitrary,
      most: fc.integer({ min: 1, max: limits.pullItemsMax }),
    }),
  },
  "pull answer": { encode: encodePullAnswer, decode: decodePullAnswer, arbitrary: fc.record(place) },
  "live up": {
    encode: encodeLiveUp,
    decode: decodeLiveUp,
    arbitrary: fc.oneof(
      fc.record({ type: fc.constant("follow" as const), room, after: u32Arbitrary }),
      fc.record({ type: fc.constant("unfollow" as const), room }),
      fc.record({
        type: fc.constant("append" as const),
        ask: u32Arbitrary,
        batch: fc.record({ room, items: fc.array(item, { minLength: 1, maxLength: 20 }) }),
      }),
    ),
  },
  "live down": {
    encode: encodeLiveDown,
    decode: decodeLiveDown,
    arbitrary: fc.oneof(
      fc.record({ type: fc.constant("items" as const), room, ...place }),
      fc.record({ type: fc.constant("refused" as const), room, reason: fc.constantFrom(...liveRefusals) }),
      fc.record({ type: fc.constant("account changed" as const) }),
      fc.record({
        type: fc.constant("appended" as const),
        ask: u32Arbitrary,
        places: fc.array(fc.record({ n: u32Arbitrary, t: fc.nat({ max: Number.MAX_SAFE_INTEGER }) }), {
          maxLength: 100,
        }),
      }),
      fc.record({
        type: fc.constant("not appended" as const),
        ask: u32Arbitrary,
        error: bytesArbitrary(0, 200),
      }),
    ),
  },
};
type AnyCodec = {
  encode(value: unknown): Bytes;
  decode(bytes: Uint8Array): { ok: boolean; value?: unknown };
  arbitrary: fc.Arbitrary<unknown>;
};

for (const [name, codec] of Object.entries(codecs) as unknown as [string, AnyCodec][]) {
  test(`[SY1] decoding undoes encoding: ${name}`, () => {
    fc.assert(
      fc.property(codec.arbitrary, (value) => {
        expect(codec.decode(codec.encode(value))).toEqual({ ok: true, value });
      }),
    );
  });

  test(`[SY2] no bytes make the decoder throw: ${name}`, () => {
    fc.assert(
      fc.property(bytesArbitrary(0, 400), (bytes) => void codec.decode(bytes)),
      { numRuns: 500 },
    );
  });

  test(`[SY4] a damaged message is refused or is another message's own form: ${name}`, () => {
    fc.assert(
      fc.property(codec.arbitrary, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
        const bytes = codec.encode(value);
        bytes[at % bytes.length]! ^= change;
        const decoded = codec.decode(bytes);
        if (decoded.ok) expect(codec.encode(decoded.value)).toEqual(bytes);
      }),
    );
  });

  test(`[SY4] a byte too few is refused: ${name}`, () => {
    fc.assert(
      fc.property(codec.arbitrary, (value) => {
        expect(codec.decode(codec.encode(value).subarray(0, -1)).ok).toBe(false);
      }),
    );
  });
}

test("[SY3] a claimed length of 4 GiB is refused without being allocated", () => {
  const before = process.memoryUsage().arrayBuffers;
  for (let index = 0; index < 1_000; index += 1) {
    const claimed = concatBytes(new Uint8Array(32), u32(0xffff_ffff), new Uint8Array(8));
    expect(decodeAppend(claimed)).toEqual({ ok: false, error: { type: "Malformed", at: "length" } });
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test("[SY3] decoded items are views of what arrived", () => {
  const bytes = encodeAppend({ room: new Uint8Array(32), items: [new Uint8Array(1_000)] });
  const decoded = decodeAppend(bytes);
  expect(decoded.ok && decoded.value.items[0]!.buffer === bytes.buffer).toBe(true);
});

test("[SY4] an append of no items, of too many, or of too large a one is refused", () => {
  const one = new Uint8Array(1);
  const refused = (items: Bytes[]) =>
    decodeAppend(encodeAppend({ room: new Uint8Array(32), items })).ok === false;
  expect(refused([])).toBe(true);
  expect(refused(Array.from({ length: limits.appendItemsMax + 1 }, () => one))).toBe(true);
  expect(refused([new Uint8Array(limits.itemBytesMax + 1)])).toBe(true);
  expect(refused([new Uint8Array(limits.itemBytesMax)])).toBe(false);
});

test("an error on the line is read as over HTTP: unknown facts are left out, an unknown error is none", () => {
  const read = (value: unknown) => decodeError(new TextEncoder().encode(JSON.stringify(value)));
  const known = { type: "ItemRefused", index: 3, fault: "Forked" } as const;
  expect(decodeError(encodeError(known))).toEqual({ ok: true, value: known });
  expect(read({ ...known, more: 1 })).toEqual({ ok: true, value: known });
  for (const none of [{ type: "New" }, { ...known, index: "3" }, "Full", null, []])
    expect(read(none)).toEqual({ ok: false, error: { type: "Malformed", at: "error" } });
  expect(decodeError(new Uint8Array([0x7b, 0xff]))).toMatchObject({ ok: false });
});

test("[SY4] a moment of 2^53 or more is refused", () => {
  const answer = encodePullAnswer({
    n: 1,
    head: new Uint8Array(32),
    placed: [{ n: 1, t: 0, erased: false, item: new Uint8Array(1) }],
  });
  answer[36 + 4 + 1] = 0x20;
  expect(decodePullAnswer(answer)).toEqual({ ok: false, error: { type: "Malformed", at: "t" } });
});

test("[SY1] a JSON request reads back as it was", () => {
  const slot = fc.record({
    kind: fc.constantFrom("password" as const, "kit" as const),
    locator: bytesArbitrary(16),
    login: bytesArbitrary(32),
    wrapped: bytesArbitrary(64, 80),
  });
  const request = fc.record({
    identity: bytesArbitrary(32),
    link: bytesArbitrary(190),
    slots: fc.array(slot, { minLength: 1, maxLength: 2 }),
    challenge: bytesArbitrary(32),
    signature: bytesArbitrary(64),
  });
  fc.assert(
    fc.property(request, (value) => {
      expect(parseRequest("accounts", JSON.parse(encodeJson(value)))).toEqual({ ok: true, value });
    }),
  );
});

test("[SY2] no JSON makes a schema throw, and none is accepted by chance", () => {
  const names = Object.keys(endpoints) as EndpointName[];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
      const request = parseRequest(name, value);
      if (!request.ok) expect(request.error.at.length).toBeLessThanOrEqual(64);
      parseAnswer(name, value);
    }),
    { numRuns: 1_000 },
  );
});

test("[SY4] Malformed names the document's field and never the sender's text", () => {
  const stray = parseRequest("sessions", {
    device: "A".repeat(22),
    challenge: "A".repeat(43),
    signature: "A".repeat(86),
    "a secret name": 1,
  });
  expect(stray).toEqual({ ok: false, error: { type: "Malformed", at: "body" } });
  const wrong = parseRequest("putSlot", { slot: { kind: "password", locator: "not base64 at all!" } });
  expect(wrong).toEqual({ ok: false, error: { type: "Malformed", at: "slot.locator" } });
});
