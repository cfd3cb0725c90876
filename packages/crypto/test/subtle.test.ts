import { type Bytes, utf8 } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subtle as browsers } from "../src/subtle.ts";
import { subtle as nodes } from "../src/subtle-node.ts";

type Subtle = typeof nodes;
const bytes = (length: number, value = 7): Bytes => new Uint8Array(length).fill(value);
const keyBytes = bytes(32);
const nonce = new Uint8Array(12);
const aes = { name: "AES-GCM", iv: nonce, additionalData: utf8("whose") };
const aesKey = { name: "AES-GCM", length: 256 };
const hkdf = { name: "HKDF", hash: "SHA-256", salt: bytes(16), info: utf8("what for") };
const pkcs8: Bytes = Uint8Array.from([
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
  ...keyBytes,
]);
const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : String(error));
const refusalOf = (work: Promise<unknown>): Promise<string> => work.then(() => "done", nameOf);

const ways: readonly (readonly [string, Subtle, Subtle])[] = [
  ["WebCrypto", browsers, nodes],
  ["Node's own calls", nodes, browsers],
];

for (const [name, subtle, other] of ways) {
  const aesOf = (uses: KeyUsage[] = ["encrypt", "decrypt"], by = subtle) =>
    by.importKey("raw", keyBytes, "AES-GCM", false, uses);
  const epochOf = (by: Subtle) => by.importKey("raw", keyBytes, "HKDF", false, ["deriveKey"]);

  describe(name, () => {
    test("seals and opens any bytes, and the other way opens them too", async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (text) => {
          const sealed = await subtle.encrypt(aes, await aesOf(), text as Bytes);
          const opened = [await subtle.decrypt(aes, await aesOf(), sealed)];
          opened.push(await other.decrypt(aes, await aesOf(["decrypt"], other), sealed));
          for (const one of opened) expect(new Uint8Array(one)).toEqual(text);
        }),
        { numRuns: 50 },
      );
    });

    test("gives memory of its own, which holds nothing else", async () => {
      const sealed = await subtle.encrypt(aes, await aesOf(), bytes(3));
      expect(sealed).toBeInstanceOf(ArrayBuffer);
      expect(sealed.byteLength).toBe(19);
      expect((await subtle.decrypt(aes, await aesOf(), sealed)).byteLength).toBe(3);
    });

    test("refuses what was changed, is too short, or was bound to another place", async () => {
      const sealed = new Uint8Array(await subtle.encrypt(aes, await aesOf(), bytes(40)));
      const changed = sealed.map((byte, at) => (at === 5 ? byte ^ 1 : byte));
      for (const one of [changed, sealed.slice(0, 15), sealed.slice(0, -1), new Uint8Array()])
        expect(await refusalOf(subtle.decrypt(aes, await aesOf(), one))).toBe("OperationError");
      const elsewhere = { ...aes, additionalData: utf8("another's") };
      expect(await refusalOf(subtle.decrypt(elsewhere, await aesOf(), sealed))).toBe("OperationError");
    });

    test("derives the same key as the other way, readable only where that was asked for", async () => {
      const uses: KeyUsage[] = ["encrypt", "decrypt"];
      const read = async (by: Subtle) =>
        new Uint8Array(
          await by.exportKey("raw", await by.deriveKey(hkdf, await epochOf(by), aesKey, true, uses)),
        );
      expect(await read(subtle)).toEqual(await read(other));
      const closed = await subtle.deriveKey(hkdf, await epochOf(subtle), aesKey, false, uses);
      const sealed = await subtle.encrypt(aes, closed, bytes(9));
      expect(new Uint8Array(await subtle.decrypt(aes, closed, sealed))).toEqual(bytes(9));
      expect(await refusalOf(subtle.exportKey("raw", closed))).toBe("InvalidAccessError");
    });

    test("signs the same bytes as the other way; the key cannot be read", async () => {
      const keyOf = (by: Subtle) => by.importKey("pkcs8", pkcs8, "Ed25519", false, ["sign"]);
      const message = utf8("We said we would talk on Sunday.");
      const [one, two] = [await keyOf(subtle), await keyOf(other)];
      const signature = await subtle.sign("Ed25519", one, message);
      expect(signature).toEqual(await other.sign("Ed25519", two, message));
      expect(await refusalOf(subtle.exportKey("pkcs8", one))).toBe("InvalidAccessError");
    });

    test("makes pairs that fit, whose private half cannot be read", async () => {
      const uses: KeyUsage[] = ["sign", "verify"];
      const pair = (await subtle.generateKey("Ed25519", false, uses)) as CryptoKeyPair;
      const message = utf8("Yes.");
      const signature = await subtle.sign("Ed25519", pair.privateKey, message);
      expect(await subtle.verify("Ed25519", pair.publicKey, signature, message)).toBe(true);
      expect(await subtle.verify("Ed25519", pair.publicKey, signature, utf8("No."))).toBe(false);
      expect(await refusalOf(subtle.exportKey("pkcs8", pair.privateKey))).toBe("InvalidAccessError");
      expect([pair.privateKey.usages, pair.publicKey.usages]).toEqual([["sign"], ["verify"]]);
    });

    test("refuses a use that the key was not made for", async () => {
      const toOpen = await aesOf(["decrypt"]);
      expect(await refusalOf(subtle.encrypt(aes, toOpen, bytes(3)))).toBe("InvalidAccessError");
      expect(await refusalOf(subtle.sign("Ed25519", toOpen, bytes(3)))).toBe("InvalidAccessError");
      const epoch = await epochOf(subtle);
      expect(await refusalOf(subtle.decrypt(aes, epoch, bytes(30)))).toBe("InvalidAccessError");
    });
  });
}
