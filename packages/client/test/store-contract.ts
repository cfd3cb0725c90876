import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalStore, tables } from "../src/store/local-store.ts";

/** A store for one test, and the way back to what it kept. */
export type OpenedStore = {
  readonly store: LocalStore;
  /** Closes the store and opens what it left. */
  readonly reopen: () => Promise<LocalStore>;
  readonly remove: () => Promise<void>;
};

/** What every adapter of the local store must keep, whatever it is made of. */
export function describeLocalStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`local store: ${name}`, () => {
    let opened: OpenedStore;
    let store: LocalStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.remove());

    test("gives back what was written, and undefined for what was not", async () => {
      expect(await store.read("notes", "a")).toBeUndefined();
      await store.write([{ table: "notes", key: "a", value: { one: 1 } }]);
      expect(await store.read("notes", "a")).toEqual({ one: 1 });
      expect(await store.read("notes", "A")).toBeUndefined();
      await store.write([{ table: "notes", key: "a", value: 2 }]);
      expect(await store.read("notes", "a")).toBe(2);
      await store.write([{ table: "notes", key: "a", remove: true }]);
      expect(await store.read("notes", "a")).toBeUndefined();
    });

    test("keeps tables apart", async () => {
      await store.write(tables.map((table) => ({ table, key: "same", value: table })));
      for (const table of tables) expect(await store.read(table, "same")).toBe(table);
      await store.write([{ table: "rows", key: "same", remove: true }]);
      expect(await store.read("items", "same")).toBe("items");
    });

    test("makes changes in their order", async () => {
      await store.write([
        { table: "outbox", key: "a", value: 1 },
        { table: "outbox", key: "a", remove: true },
        { table: "outbox", key: "b", remove: true },
        { table: "outbox", key: "b", value: 2 },
      ]);
      expect(await store.list("outbox", "")).toEqual([["b", 2]]);
    });

    test("makes all changes or none: one that cannot be kept undoes those beside it", async () => {
      await store.write([
        { table: "rows", key: "held", value: "before" },
        { table: "outbox", key: "gone", value: "still here" },
      ]);
      const impossible = { table: "items", key: "c", value: () => "a function cannot be kept" } as const;
      const changes = [
        { table: "rows", key: "held", value: "after" },
        { table: "rows", key: "new", value: "after" },
        { table: "outbox", key: "gone", remove: true },
        impossible,
        { table: "notes", key: "later", value: "after" },
      ] as const;
      await expect(store.write(changes)).rejects.toThrow();
      expect(await store.list("rows", "")).toEqual([["held", "before"]]);
      expect(await store.list("outbox", "")).toEqual([["gone", "still here"]]);
      expect(await store.list("notes", "")).toEqual([]);
      // And the store goes on as if nothing had been asked.
      await store.write([{ table: "rows", key: "held", value: "after" }]);
      expect(await store.read("rows", "held")).toBe("after");
    });

    test("lists by prefix, in the order of keys, whatever the order of writing", async () => {
      const keys = ["r/0000000501", "r/0000000001", "r/0000000002", "s/0000000001", "r", "ra", "r0"];
      await store.write(keys.map((key) => ({ table: "rows", key, value: key })));
      const listed = async (prefix: string) => (await store.list("rows", prefix)).map(([key]) => key);
      expect(await listed("r/")).toEqual(["r/0000000001", "r/0000000002", "r/0000000501"]);
      expect(await listed("s/")).toEqual(["s/0000000001"]);
      expect(await listed("t/")).toEqual([]);
      expect(await listed("")).toEqual([...keys].sort());
      for (const [key, value] of await store.list("rows", "")) expect(value).toBe(key);
    });

    test("one room's prefix never lists another's, even when one id begins the other", async () => {
      await store.write([
        { table: "items", key: "abc/1", value: "abc" },
        { table: "items", key: "abcd/1", value: "abcd" },
        { table: "items", key: "ab-c/1", value: "ab-c" },
      ]);
      expect(await store.list("items", "abc/")).toEqual([["abc/1", "abc"]]);
    });

    test("keeps values, not references: what a caller changes later is not changed here", async () => {
      const value = { bytes: new Uint8Array([1, 2, 3]), list: ["a"] };
      await store.write([{ table: "items", key: "v", value }]);
      value.bytes[0] = 9;
      value.list.push("b");
      const read = (await store.read("items", "v")) as typeof value;
      expect(read).toEqual({ bytes: new Uint8Array([1, 2, 3]), list: ["a"] });
      read.bytes[0] = 7;
      const [[, listed]] = (await store.list("items", "v")) as [[string, typeof value]];
      expect(listed.bytes[0]).toBe(1);
      listed.list.push("c");
      expect(await store.read("items", "v")).toEqual({ bytes: new Uint8Array([1, 2, 3]), list: ["a"] });
    });

    test("keeps keys that cannot be read out: they come back, work, and still cannot be read out", async () => {
      const pair = (await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])) as CryptoKeyPair;
      const cacheKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
      const { privateKey, publicKey } = pair;
      await store.write([{ table: "device", key: "device", value: { privateKey, publicKey, cacheKey } }]);
      const again = await opened.reopen();
      const held = (await again.read("device", "device")) as CryptoKeyPair & { cacheKey: CryptoKey };
      const message = new Uint8Array([1, 2, 3]);
      const signature = await crypto.subtle.sign("Ed25519", held.privateKey, message);
      expect(await crypto.subtle.verify("Ed25519", publicKey, signature, message)).toBe(true);
      expect([held.privateKey.extractable, held.cacheKey.extractable]).toEqual([false, false]);
      await expect(crypto.subtle.exportKey("pkcs8", held.privateKey)).rejects.toThrow();
    });

    test("still holds everything after it was closed and opened again", async () => {
      await store.write([
        { table: "rooms", key: "r", value: new Uint8Array(70_000).fill(5) },
        { table: "outbox", key: "r/0000000001", value: new Uint8Array([1]) },
      ]);
      const again = await opened.reopen();
      expect(await again.read("rooms", "r")).toEqual(new Uint8Array(70_000).fill(5));
      expect(await again.list("outbox", "r/")).toEqual([["r/0000000001", new Uint8Array([1])]]);
    });

    test("forgets everything when told to, in every table, for good", async () => {
      await store.write(tables.map((table) => ({ table, key: "k", value: 1 })));
      await store.clear();
      for (const table of tables) expect(await store.list(table, "")).toEqual([]);
      const again = await opened.reopen();
      for (const table of tables) expect(await again.list(table, "")).toEqual([]);
    });

    test("writes asked for at once do not lose each other", async () => {
      const keys = Array.from({ length: 50 }, (_, index) => `r/${String(index).padStart(10, "0")}`);
      await Promise.all(keys.map((key) => store.write([{ table: "rows", key, value: key }])));
      expect((await store.list("rows", "r/")).map(([key]) => key)).toEqual(keys);
    });
  });
}
