import { type Bytes, type RandomBytes, textOf, utf8 } from "@goldseam/core";
import { unwrap, wrap } from "@goldseam/crypto/open";
import type { Change, LocalStore, Table } from "./local-store.ts";

/**
 * The device's store with every value sealed under one cache key.
 *
 * Table and key are bound into each seal, so that one value cannot be laid in another's place. A value that
 * does not open (a damaged file, another account's) reads as absent: it is fetched again, never guessed.
 */
export type SealedStore = {
  readBytes(table: Table, key: string): Promise<Bytes | undefined>;
  readJson(table: Table, key: string): Promise<unknown>;
  /** What is there by key, `undefined` for what does not open. */
  listJson(table: Table, prefix: string): Promise<readonly (readonly [key: string, value: unknown])[]>;
  sealBytes(table: Table, key: string, value: Bytes): Promise<Change>;
  sealJson(table: Table, key: string, value: unknown): Promise<Change>;
  write(changes: readonly Change[]): Promise<void>;
};

export function sealedStore(store: LocalStore, cacheKey: CryptoKey, random: RandomBytes): SealedStore {
  const place = (table: Table, key: string): Bytes => utf8(`${table}/${key}`);
  const open = async (table: Table, key: string, value: unknown): Promise<Bytes | undefined> =>
    value instanceof Uint8Array
      ? ((await unwrap(cacheKey, value, place(table, key))) ?? undefined)
      : undefined;
  const sealBytes = async (table: Table, key: string, value: Bytes): Promise<Change> => ({
    table,
    key,
    value: await wrap(cacheKey, random(12), value, place(table, key)),
  });
  return {
    readBytes: async (table, key) => open(table, key, await store.read(table, key)),
    readJson: async (table, key) => jsonOf(await open(table, key, await store.read(table, key))),
    listJson: async (table, prefix) => {
      const pairs = await store.list(table, prefix);
      return Promise.all(
        pairs.map(async ([key, value]) => [key, jsonOf(await open(table, key, value))] as const),
      );
    },
    sealBytes,
    sealJson: (table, key, value) => sealBytes(table, key, utf8(JSON.stringify(value))),
    write: (changes) => store.write(changes),
  };
}

function jsonOf(bytes: Bytes | undefined): unknown {
  const text = bytes === undefined ? undefined : textOf(bytes);
  return text?.ok ? JSON.parse(text.value) : undefined;
}
