/**
 * The doors to PostgreSQL. What is behind them is loaded when one is opened: a server on SQLite does without the driver.
 */
import type { PostgresConfig } from "./postgres-connections.ts";
import type { importSqlite as Import } from "./postgres-import.ts";
import type { Store } from "./store.ts";

/** See `postgres-store.ts`. */
export const openPostgresStore = async (config: PostgresConfig): Promise<Store> =>
  (await import("./postgres-store.ts")).openPostgresStore(config);

/** See `postgres-import.ts`. */
export const importSqlite: typeof Import = async (...args) =>
  (await import("./postgres-import.ts")).importSqlite(...args);
