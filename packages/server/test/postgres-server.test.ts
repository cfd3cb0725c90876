import { afterAll, beforeAll } from "vitest";
import { openPostgresStore, type Store } from "../src/index.ts";
import { describePostgres, newDatabase } from "./postgres.ts";
import { useStore } from "./test-server.ts";

let store: Store;

/** What a server does must not depend on its store: the same tests again, on a real database. */
describePostgres("on PostgreSQL", async () => {
  beforeAll(async () => {
    store = await openPostgresStore({ url: await newDatabase() });
    useStore(() => store);
  });
  afterAll(() => store.close());

  await import("./server.test.ts");
  await import("./live.test.ts");
});
