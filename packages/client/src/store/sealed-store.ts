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
  listBytes(table: Table, prefix: string): Promise<readonly (readonly [key: string, value: Bytes])[]>;
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
  const listBytes = async (table: Table, prefix: string) => {
    const pairs = await store.list(table, prefix);
    const opened = await Promise.all(
      pairs.map(async ([key, value]) => [key, await open(table, key, value)] as const),
    );
    return opened.filter((pair): pair is readonly [string, Bytes] => pair[1] !== undefined);
  };
  return {
    readBytes: async (table, key) => open(table, key, await store.read(table, key)),
    readJson: async (table, key) => jsonOf(await open(table, key, await store.read(table, key))),
    listBytes,
    listJson: async (table, prefix) =>
      (await listBytes(table, prefix)).map(([key, value]) => [key, jsonOf(value)] as const),
    sealBytes,
    sealJson: (table, key, value) => sealBytes(table, key, utf8(JSON.stringify(value))),
    write: (changes) => store.write(changes),
  };
}

function jsonOf(bytes: Bytes | undefined): unknown {
  const text = bytes === undefined ? undefined : textOf(bytes);
  return text?.ok ? JSON.parse(text.value) : undefined;
}
