import { expect, test } from "vitest";
import { openIndexedDbStore } from "../src/store/indexeddb-store.ts";
import { describeLocalStore } from "./store-contract.ts";

let opened = 0;
const freshName = (): string => {
  opened += 1;
  return `goldseam-test-${opened}`;
};
const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });

describeLocalStore("IndexedDB", async () => {
  const name = freshName();
  let store = await openIndexedDbStore(name);
  return {
    store,
    reopen: async () => {
      store.close();
      store = await openIndexedDbStore(name);
      return store;
    },
    remove: async () => {
      store.close();
      await deleted(name);
    },
  };
});

test("two databases of one browser know nothing of each other", async () => {
  const [one, other] = [freshName(), freshName()];
  const [first, second] = [await openIndexedDbStore(one), await openIndexedDbStore(other)];
  await first.write([{ table: "notes", key: "k", value: "of one person" }]);
  expect(await second.read("notes", "k")).toBeUndefined();
  await second.clear();
  expect(await first.read("notes", "k")).toBe("of one person");
  for (const store of [first, second]) store.close();
  for (const name of [one, other]) await deleted(name);
});

test("a closed store refuses to write, and nothing is changed", async () => {
  const name = freshName();
  const store = await openIndexedDbStore(name);
  store.close();
  await expect(store.write([{ table: "notes", key: "k", value: 1 }])).rejects.toThrow();
  const again = await openIndexedDbStore(name);
  expect(await again.read("notes", "k")).toBeUndefined();
  again.close();
  await deleted(name);
});
