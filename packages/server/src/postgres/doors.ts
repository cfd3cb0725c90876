/**
 * The doors to PostgreSQL. What is behind them is loaded when one is opened: a server on SQLite does without the driver.
 */

import type { Store } from "../store.ts";
import type { PostgresConfig } from "./connections.ts";
import type { importSqlite as Import } from "./import.ts";

/** See `store.ts`. */
export const openPostgresStore = async (config: PostgresConfig): Promise<Store> =>
  (await import("./store.ts")).openPostgresStore(config);

/** See `import.ts`. */
export const importSqlite: typeof Import = async (...args) =>
  (await import("./import.ts")).importSqlite(...args);
