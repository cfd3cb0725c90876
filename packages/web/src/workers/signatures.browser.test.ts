import type { Bytes } from "@goldseam/core";
import type { SignatureCheck } from "@goldseam/crypto/verify";
import { beforeAll, expect, test } from "vitest";
import { packChecks, unpackChecks } from "./packed-checks.ts";
import { signaturesInWorker } from "./signatures.ts";
import signatureWorker from "./signatures.worker.ts?worker&url";

const start = (): Worker => new Worker(signatureWorker, { type: "module" });
const neverLater = (): (() => void) => () => undefined;

let checks: SignatureCheck[];
beforeAll(async () => {
  const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const publicKey: Bytes = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  checks = await Promise.all(
    Array.from({ length: 40 }, async (_, index): Promise<SignatureCheck> => {
      const message: Bytes = new Uint8Array(index + 1).fill(index);
      const signature = await crypto.subtle.sign("Ed25519", pair.privateKey, message);
      return { publicKey, signature: new Uint8Array(signature), message };
    }),
  );
});

/** The same checks, with one bit of the message behind `index` turned. */
const spoiledAt = (index: number): SignatureCheck[] =>
  checks.map((check, at) =>
    at === index ? { ...check, message: check.message.map((byte) => byte ^ 1) as Bytes } : check,
  );

test("packed checks come out as they went in", () => {
  expect(unpackChecks(packChecks(checks))).toEqual(checks);
});

test("a worker says of each signature whether it holds, for several runs at once, in their order", async () => {
  const check = signaturesInWorker(start, neverLater);
  const [first, second, third] = await Promise.all([
    check(checks),
    check(spoiledAt(7)),
    check(spoiledAt(39)),
  ]);
  expect(first.every(Boolean)).toBe(true);
  expect(second.map((holds, index) => (holds ? -1 : index)).filter((index) => index >= 0)).toEqual([7]);
  expect(third.indexOf(false)).toBe(39);
  expect([first.length, second.length, third.length]).toEqual([40, 40, 40]);
});

test("a worker that cannot start changes no verdict", async () => {
  let started = 0;
  const broken = (): Worker => {
    started += 1;
    return new Worker("/there-is-no-such-worker.js", { type: "module" });
  };
  const check = signaturesInWorker(broken, neverLater);
  expect((await check(spoiledAt(3))).indexOf(false)).toBe(3);
  expect(started).toBe(1);
});

test("an idle worker is let go, and the next long run starts another", async () => {
  const ends: (() => void)[] = [];
  let started = 0;
  const counted = (): Worker => {
    started += 1;
    return start();
  };
  const check = signaturesInWorker(counted, (act) => {
    ends.push(act);
    return () => undefined;
  });
  await check(checks);
  ends[0]?.();
  expect((await check(checks)).every(Boolean)).toBe(true);
  expect(started).toBe(2);
});

test("a short run is checked at once, without a worker", async () => {
  const check = signaturesInWorker(() => {
    throw new Error("no worker is needed");
  }, neverLater);
  expect(await check(spoiledAt(2).slice(0, 3))).toEqual([true, true, false]);
});
