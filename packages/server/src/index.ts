export { type ConfigChoices, configFrom, defaultConfig, type ServerConfig } from "./config.ts";
export { statusByError } from "./errors.ts";
export { openMemoryStore } from "./memory-store.ts";
export { type LogLine, type RunningServer, type ServerParts, startServer } from "./server.ts";
export { checkerOnThisThread, checkerOnThreadPool, type SignatureChecker } from "./signature-checker.ts";
export { openSqliteStore, type SqliteConfig } from "./sqlite-store.ts";
export type * from "./store.ts";
