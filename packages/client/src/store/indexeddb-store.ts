import { openDB } from "idb";
import { type LocalStore, StoreFull, type Table, tables } from "./local-store.ts";

/**
 * The store of a browser, in one database of the given name.
 *
 * `durability: "strict"`: an outbox row that was acknowledged to the person survives a power cut.
 */
export async function openIndexedDbStore(name: string): Promise<LocalStore> {
  const database = await openDB(name, 1, {
    upgrade(fresh) {
      for (const table of tables) fresh.createObjectStore(table);
    },
    // A newer version of the app waits in another tab, or the browser is clearing this site: stand in nobody's way.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
    },
  });
  return {
    read: (table, key) => database.get(table, key),
    list: async (table: Table, prefix: string) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const reading = database.transaction(table);
      const [keys, values] = await Promise.all([
        reading.store.getAllKeys(range),
        reading.store.getAll(range),
      ]);
      return keys.map((key, index) => [String(key), values[index]] as const);
    },
    write: async (changes) => {
      const writing = database.transaction([...tables], "readwrite", { durability: "strict" });
      const requests: Promise<unknown>[] = [];
      try {
        for (const change of changes) {
          const table = writing.objectStore(change.table);
          requests.push("remove" in change ? table.delete(change.key) : table.put(change.value, change.key));
        }
        await Promise.all([...requests, writing.done]);
      } catch (error) {
        // A value that cannot be cloned throws before its request: what was asked before it would be committed.
        if (requests.length < changes.length) writing.abort();
        await Promise.allSettled([...requests, writing.done]);
        if (isQuota(error) || isQuota(writing.error)) throw new StoreFull();
        throw error;
      }
    },
    clear: async () => {
      const writing = database.transaction([...tables], "readwrite");
      for (const table of tables) void writing.objectStore(table).clear();
      await writing.done;
    },
    close: () => database.close(),
  };
}

const isQuota = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";
