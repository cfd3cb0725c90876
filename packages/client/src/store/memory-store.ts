import { type Change, type LocalStore, type Table, tables } from "./local-store.ts";

/** A store that ends with the process: for tests and for a device that may keep nothing. */
export function openMemoryStore(): LocalStore {
  const held = new Map<Table, Map<string, unknown>>(tables.map((table) => [table, new Map()]));
  const of = (table: Table): Map<string, unknown> => held.get(table)!;
  return {
    read: async (table, key) => of(table).get(key),
    list: async (table, prefix) =>
      [...of(table)].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)),
    write: async (changes: readonly Change[]) => {
      for (const change of changes) {
        if ("remove" in change) of(change.table).delete(change.key);
        else of(change.table).set(change.key, structuredClone(change.value));
      }
    },
    clear: async () => {
      for (const table of tables) of(table).clear();
    },
    close: () => undefined,
  };
}
