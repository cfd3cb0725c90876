/**
 * Everything that reads bytes or text which another side made, with real samples of it and what must be true of
 * each answer. Run short by parsers.test.ts, and for longer by test/long/fuzz.test.ts.
 */
import { type Bytes, base64url, fromHex } from "@goldseam/core";
import {
  accountLogSignedBytes,
  type Entry,
  importEpochKey,
  inviteFragmentOf,
  inviteKeysOf,
  inviteSecretOf,
  itemToBytes,
  openEntry,
  openGrant,
  openPreview,
  openSlot,
  parseAccountLogLink,
  parseItem,
  readAnswer,
} from "@goldseam/crypto";
import { kitCodeOf, kitWordsOf } from "@goldseam/crypto/kit";
import {
  decodeAppend,
  decodeLiveDown,
  decodeLiveUp,
  decodePlaced,
  decodePull,
  decodePullAnswer,
  encodeAppend,
  encodeError,
  encodeLiveDown,
  encodeLiveUp,
  encodePlaced,
  encodePull,
  encodePullAnswer,
} from "@goldseam/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAccountLog } from "../../packages/client/src/account/account.ts";
import { verifyExport } from "../../packages/client/src/export/public.ts";
import { vectorText } from "../../packages/crypto/test/vector-text.ts";
import { accountVector, inviteVector, recordVector } from "../../packages/crypto/test/vectors.ts";
import {
  lineToBytes,
  maskLength,
  maskToBytes,
  messageToBytes,
  parseLine,
  parseMask,
  parseMessage,
  parseRef,
  parseReply,
  refToBytes,
  replyToBytes,
} from "../../packages/rounds/src/index.ts";
import { nearly, nearlyJson } from "./mutations.ts";

type Read = { readonly ok: boolean; readonly value?: unknown };
/** Something that reads bytes. What it accepts must be written back as it was, where it can be written. */
type Parser = {
  readonly samples: readonly Uint8Array[];
  readonly read: (bytes: Bytes) => Read | Promise<Read>;
  readonly write?: (value: never) => Uint8Array;
};

const room = fromHex(recordVector.room);
const records = [
  ...recordVector.items.map(({ item }) => fromHex(item)),
  ...(JSON.parse(vectorText("admit-v1.json")).items as { hex: string }[]).map(({ hex }) => fromHex(hex)),
];
const places = recordVector.items.map(({ n, t, item, erased }) => ({
  n,
  t,
  erased: erased ?? false,
  item: fromHex(item),
}));
const head = fromHex(recordVector.head);
const log = accountVector.log.map(({ link }) => fromHex(link));
const rounds = JSON.parse(vectorText("rounds-v1.json")).rounds as {
  reference: string;
  // A long round has its digest here instead of its bytes.
  messages: (string | object)[];
  replies: (string | object)[];
  line: string;
}[];
const hexes = (texts: readonly (string | object)[]): Bytes[] =>
  texts.flatMap((text) => (typeof text === "string" ? [fromHex(text)] : []));
const orNothing = <T>(value: T | null): Read => (value === null ? { ok: false } : { ok: true, value });

const inviteKeys = await inviteKeysOf(fromHex(inviteVector.secret));
const kitKeys = {
  kind: "kit" as const,
  locator: fromHex(accountVector.kitSlot.locator),
  login: fromHex(accountVector.kitSlot.login),
  wrapKey: fromHex(accountVector.kitSlot.wrapKey),
};
const epochKey = await importEpochKey(1, fromHex(recordVector.epochKeys[0]!));
const link = records.map((bytes) => parseItem(bytes)).find((item) => item.ok && item.value.kind === "link");
const box = (await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"])) as CryptoKeyPair;

const parsers: Readonly<Record<string, Parser>> = {
  "items and links": {
    samples: records,
    read: (bytes) => parseItem(bytes),
    write: itemToBytes as Parser["write"] & object,
  },
  "items whose words are erased": {
    samples: records,
    read: (bytes) => parseItem(bytes, { bodyErased: true }),
  },
  "account log links": {
    samples: log,
    read: (bytes) => parseAccountLogLink(bytes),
    write: ((value: Parameters<typeof accountLogSignedBytes>[0] & { signature: Bytes }) =>
      Buffer.concat([accountLogSignedBytes(value), value.signature])) as never,
  },
  "account logs": {
    samples: [Buffer.concat(log)],
    read: async (bytes) =>
      orNothing(
        await readAccountLog(
          Array.from({ length: Math.ceil(bytes.length / 190) }, (_, index) =>
            bytes.slice(index * 190, (index + 1) * 190),
          ),
          fromHex(accountVector.identity),
        ),
      ),
  },
  "wrapped seeds": {
    samples: [fromHex(accountVector.kitSlot.wrapped), fromHex(accountVector.passwordSlot.wrapped)],
    read: async (bytes) => orNothing(await openSlot(kitKeys, bytes)),
  },
  "sealed previews": {
    samples: [fromHex(inviteVector.sealedPreview)],
    read: async (bytes) => orNothing(await openPreview(bytes, inviteKeys)),
  },
  "answers to invites": {
    samples: [fromHex(inviteVector.answer)],
    read: async (bytes) =>
      orNothing(await readAnswer(bytes, fromHex(inviteVector.room), inviteKeys.key.publicBytes)),
  },
  "sealed bodies": {
    samples: records.filter((bytes) => bytes[0] === 1),
    read: async (bytes) => {
      const item = parseItem(bytes);
      if (!item.ok || item.value.kind !== "entry") return { ok: false };
      return openEntry(item.value as Entry & { body: Bytes }, epochKey);
    },
  },
  grants: {
    samples: [new Uint8Array(80)],
    read: async (bytes) => {
      if (!link?.ok || link.value.kind !== "link" || link.value.payload.type !== "genesis") throw new Error();
      const [grant] = link.value.payload.grants;
      const own = { identity: grant!.recipient, box: { ...box, publicBytes: new Uint8Array(32) } };
      const read = { ...grant!, encapsulation: bytes.slice(0, 32), sealedKey: bytes.slice(32) };
      return orNothing(await openGrant(read, room, own as never, new Uint8Array(32)));
    },
  },
  "round references": {
    samples: hexes(rounds.map(({ reference }) => reference)),
    read: (bytes) => orNothing(parseRef(bytes)),
    write: refToBytes as never,
  },
  "round messages": {
    samples: hexes(rounds.flatMap(({ messages }) => messages)),
    read: parseMessage,
    write: messageToBytes as never,
  },
  "round replies": {
    samples: hexes(rounds.flatMap(({ replies }) => replies)),
    read: parseReply,
    write: replyToBytes as never,
  },
  "round lines": {
    samples: hexes(rounds.map(({ line }) => line)),
    read: parseLine,
    write: lineToBytes as never,
  },
  "round masks": {
    samples: [new Uint8Array(maskLength)],
    read: parseMask,
    write: maskToBytes as never,
  },
  appends: {
    samples: [encodeAppend({ room, items: records })],
    read: decodeAppend,
    write: encodeAppend as never,
  },
  pulls: {
    samples: [encodePull({ room, after: 3, most: 100 })],
    read: decodePull,
    write: encodePull as never,
  },
  "answers to pulls": {
    samples: [encodePullAnswer({ n: 10, head, placed: places })],
    read: decodePullAnswer,
    write: encodePullAnswer as never,
  },
  "placed items": {
    samples: places.map(encodePlaced),
    read: decodePlaced,
    write: encodePlaced as never,
  },
  "messages up the line": {
    samples: [
      encodeLiveUp({ type: "follow", room, after: 7 }),
      encodeLiveUp({ type: "unfollow", room }),
      encodeLiveUp({ type: "append", ask: 9, batch: { room, items: records } }),
    ],
    read: decodeLiveUp,
    write: encodeLiveUp as never,
  },
  "messages down the line": {
    samples: [
      encodeLiveDown({ type: "items", room, n: 10, head, placed: places }),
      encodeLiveDown({ type: "refused", room, reason: "room not found" }),
      encodeLiveDown({ type: "account changed" }),
      encodeLiveDown({ type: "appended", ask: 9, places: places.map(({ n, t }) => ({ n, t })) }),
      encodeLiveDown({ type: "not appended", ask: 9, error: encodeError({ type: "Full" }) }),
    ],
    read: decodeLiveDown,
    write: encodeLiveDown as never,
  },
};

/** A seed of its own for each part, so that a failure is found again by running the same test. */
const seed = 20_261_128;

/** Feeds every reader `runs` inputs. */
export function describeParsers(runs: number): void {
  describe("whatever is read: no input throws, and what is accepted is written back as it was", () => {
    for (const [name, { samples, read, write }] of Object.entries(parsers)) {
      test(`[FZ1] ${name}`, async () => {
        for (const sample of samples) expect(typeof (await read(new Uint8Array(sample))).ok).toBe("boolean");
        await fc.assert(
          fc.asyncProperty(nearly(samples), async (bytes) => {
            const answer = await read(bytes);
            if (!answer.ok) return;
            if (write !== undefined)
              expect(Buffer.from(write(answer.value as never))).toEqual(Buffer.from(bytes));
          }),
          { seed, numRuns: runs },
        );
      });
    }

    test("[FZ1] exported files", async () => {
      const file = JSON.parse(vectorText("export-v1.json"));
      expect((await verifyExport(JSON.stringify(file))).ok).toBe(true);
      await fc.assert(
        fc.asyncProperty(nearlyJson([file]), async (text) => {
          const answer = await verifyExport(text);
          // Spaces and the order of fields may change; the record that is proved may not.
          if (answer.ok) expect(base64url(answer.value.headWordsInput.head)).toBe(file.head);
          else expect(answer.error.n).toBeGreaterThanOrEqual(0);
        }),
        { seed, numRuns: Math.ceil(runs / 5) },
      );
    });

    test("[FZ1] invites' addresses and kits' words", () => {
      const fragment = fc.oneof(
        nearly([Buffer.from(inviteVector.fragment)]).map((bytes) => Buffer.from(bytes).toString("utf8")),
        fc.string({ unit: "binary" }),
      );
      fc.assert(
        fc.property(fragment, (text) => {
          const read = inviteSecretOf(text);
          if (read.ok) expect(inviteFragmentOf(read.value)).toBe(text);
        }),
        { seed, numRuns: runs },
      );
      const words = accountVector.kitWords;
      const typed = fc.oneof(
        nearly([Buffer.from(words.join(" "))]).map((bytes) => Buffer.from(bytes).toString("utf8")),
        fc.shuffledSubarray([...words, "zoo", "zooo"]).map((some) => some.join(", ")),
        fc.string({ unit: "binary" }),
      );
      fc.assert(
        fc.property(typed, (text) => {
          const read = kitCodeOf(text);
          if (read.ok)
            expect(kitWordsOf(read.value).every((word) => text.toLowerCase().includes(word))).toBe(true);
        }),
        { seed, numRuns: Math.ceil(runs / 5) },
      );
    });
  });
}
