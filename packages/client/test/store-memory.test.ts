import { openMemoryStore } from "../src/store/memory-store.ts";
import { describeLocalStore } from "./store-contract.ts";

// What it holds ends with the process: opened again means the same store.
describeLocalStore("memory", async () => {
  const store = openMemoryStore();
  return { store, reopen: async () => store, remove: () => store.clear() };
});
