import { argon2Sync } from "node:crypto";
import { type Bytes, base64url } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headWordsOf, kitCodeOf, kitWordsOf, verificationWordsOf } from "../src/kit.ts";
import {
  answerInvite,
  inviteFragmentOf,
  inviteKeysOf,
  inviteSecretOf,
  kitSlotKeys,
  makeSlot,
  openPreview,
  openSlot,
  passwordSlotKeys,
  readAnswer,
  sealPreview,
  sharedKeysOf,
} from "../src/open.ts";
import { pad, paddedLength, paddedLengthIsValid, unpad } from "../src/padding.ts";
import { stretchPassword } from "../src/stretch.ts";
import { person, seededRandom } from "./couple.ts";

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }) as fc.Arbitrary<Bytes>;
const seed = { seed: 11, numRuns: 60 };
const quickStretch = async (password: string, salt: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(password + base64url(salt))));

describe("padding", () => {
  test("unpadding undoes padding, and lengths fall into few classes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (text) => {
        const padded = pad(text);
        const back = unpad(padded);
        return paddedLengthIsValid(padded.length) && back.ok && base64url(back.value) === base64url(text);
      }),
      seed,
    );
    expect(paddedLength(1)).toBe(512);
    expect(paddedLength(513)).toBe(544);
    expect(paddedLength(65_536)).toBe(65_536);
  });
  test("padding that is not zero, or longer than it should be, is refused", () => {
    const padded = pad(new Uint8Array(10));
    padded[600 % padded.length] = 1;
    expect(unpad(padded).ok).toBe(false);
    expect(unpad(new Uint8Array(1024)).ok).toBe(false);
    expect(unpad(new Uint8Array(2)).ok).toBe(false);
  });
});

describe("the recovery kit", () => {
  test("fifteen words give back the code, however they were typed", () => {
    fc.assert(
      fc.property(bytes(20), (code) => {
        const words = kitWordsOf(code);
        const typed = words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join(",\n");
        const back = kitCodeOf(typed);
        return words.length === 15 && back.ok && base64url(back.value) === base64url(code);
      }),
      seed,
    );
  });
  test("says what is wrong: how many words, which ones, or that they do not fit together", () => {
    const words = kitWordsOf(new Uint8Array(20));
    expect(kitCodeOf(words.slice(1).join(" "))).toEqual({
      ok: false,
      error: { type: "WordCount", given: 14 },
    });
    expect(kitCodeOf(["zzz", ...words.slice(1)].join(" "))).toEqual({
      ok: false,
      error: { type: "UnknownWords", positions: [0] },
    });
    expect(kitCodeOf(["zoo", ...words.slice(1)].join(" "))).toEqual({
      ok: false,
      error: { type: "WordsDoNotFit" },
    });
  });
});

describe("slots", () => {
  const random = seededRandom(5);
  const account = { generation: 1, seed: random(32) };
  const secretKey = random(16);
  test("the password slot opens with both secrets and with neither alone", async () => {
    const keys = await passwordSlotKeys("a quiet harbour wall", secretKey, quickStretch);
    const slot = await makeSlot(keys, { account, secretKey }, random);
    expect((await openSlot(keys, slot.wrapped))?.account.seed).toEqual(account.seed);
    const wrongPassword = await passwordSlotKeys("a quiet harbour well", secretKey, quickStretch);
    const wrongKey = await passwordSlotKeys("a quiet harbour wall", random(16), quickStretch);
    expect(await openSlot(wrongPassword, slot.wrapped)).toBeNull();
    expect(await openSlot(wrongKey, slot.wrapped)).toBeNull();
  });
  test("the kit opens the seed and the Secret Key", async () => {
    const keys = await kitSlotKeys(random(20));
    const slot = await makeSlot(keys, { account, secretKey }, random);
    const opened = await openSlot(keys, slot.wrapped);
    expect(opened?.secretKey).toEqual(secretKey);
    expect(base64url(slot.locator)).not.toBe(base64url(slot.login.slice(0, 16)));
  });
  test("one password typed on two keyboards is one password", async () => {
    const composed = await passwordSlotKeys("caf\u00e9 am Fluss", secretKey, quickStretch);
    const decomposed = await passwordSlotKeys("cafe\u0301 am Fluss", secretKey, quickStretch);
    expect(composed.login).toEqual(decomposed.login);
  });
  test("Argon2id costs what the format says, and gives what another implementation gives", async () => {
    const salt = seededRandom(9)(16);
    const other = argon2Sync("argon2id", {
      message: "a quiet harbour wall",
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 64 * 1024,
      passes: 3,
    });
    expect(base64url(await stretchPassword("a quiet harbour wall", salt))).toBe(base64url(other));
  }, 20_000);
});

describe("an invite", () => {
  const random = seededRandom(8);
  const [secret, room] = [random(16), random(32)];
  test("its fragment gives back secret and room; every shorter, longer or changed one is refused", () => {
    const fragment = inviteFragmentOf({ secret, room });
    expect(inviteSecretOf(fragment)).toEqual({ ok: true, value: { secret, room } });
    for (const broken of [fragment.slice(1), `${fragment}A`, fragment.replace(/^./, "B"), "", "%%%"]) {
      expect(inviteSecretOf(broken).ok).toBe(false);
    }
  });
  test("the preview opens with the link's secret alone", async () => {
    const keys = await inviteKeysOf(secret);
    const sealed = await sealPreview({ name: "Ana", kind: "couple" }, keys, random);
    expect(await openPreview(sealed, keys)).toEqual({ name: "Ana", kind: "couple" });
    expect(await openPreview(sealed, await inviteKeysOf(random(16)))).toBeNull();
  });
  test("an answer with swapped keys is refused, whoever signed it", async () => {
    const invite = await inviteKeysOf(secret);
    const [ben, server] = [await person(300), await person(301)];
    const memberOf = async (who: typeof ben) =>
      ({
        role: "partner",
        identity: who.identity.publicBytes,
        boxKey: (await sharedKeysOf(who.account)).box.publicBytes,
      }) as const;
    const honest = await answerInvite(room, await memberOf(ben), {
      invite: invite.key,
      identity: ben.identity,
    });
    expect(await readAnswer(honest, room, invite.key.publicBytes)).not.toBeNull();
    const other = await inviteKeysOf(random(16));
    const swapped = await answerInvite(room, await memberOf(server), {
      invite: other.key,
      identity: server.identity,
    });
    expect(await readAnswer(swapped, room, invite.key.publicBytes)).toBeNull();
    const patched = honest.slice();
    patched.set(server.identity.publicBytes, 1);
    expect(await readAnswer(patched, room, invite.key.publicBytes)).toBeNull();
  });
});

test("verification words depend on the identity alone, head words on room, place and head", () => {
  const random = seededRandom(3);
  const identity = random(32);
  expect(verificationWordsOf(identity)).toEqual(verificationWordsOf(identity.slice()));
  expect(verificationWordsOf(identity)).toHaveLength(6);
  const [room, head] = [random(32), random(32)];
  expect(headWordsOf(room, 4, head)).toHaveLength(8);
  expect(headWordsOf(room, 4, head)).not.toEqual(headWordsOf(room, 5, head));
});
