import { type Change, type LocalStore, type Table, tables } from "./local-store.ts";

/** A store that ends with the process: for tests and for a device that may keep nothing. */
export function openMemoryStore(): LocalStore {
  const held = new Map<Table, Map<string, unknown>>(tables.map((table) => [table, new Map()]));
  const of = (table: Table): Map<string, unknown> => held.get(table)!;
  return {
    read: async (table, key) => structuredClone(of(table).get(key)),
    list: async (table, prefix) =>
      [...of(table)]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => [key, structuredClone(value)] as const),
    write: async (changes: readonly Change[]) => {
      // Cloned before the first is made: a value that cannot be kept throws here, and nothing is changed.
      const kept = changes.map((change) =>
        "remove" in change ? change : { ...change, value: structuredClone(change.value) },
      );
      for (const change of kept) {
        if ("remove" in change) of(change.table).delete(change.key);
        else of(change.table).set(change.key, change.value);
      }
    },
    clear: async () => {
      for (const table of tables) of(table).clear();
    },
    close: () => undefined,
  };
}
