/** What client-size.bench.ts weighs. */
export * as crypto from "@goldseam/crypto";
export * as sync from "@goldseam/sync";
