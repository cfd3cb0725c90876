import type { Bytes } from "@goldseam/core";
import { argon2id } from "hash-wasm";

/** The cost of guessing a password, once for all accounts: docs/formats/account.md, "Slots". */
export const stretchCost = { memoryKib: 64 * 1024, passes: 3, lanes: 1, length: 32 } as const;

/** Argon2id (RFC 9106) at `stretchCost`. Takes a third of a second and 64 MiB: run it in a worker. */
export const stretchPassword = async (password: string, salt: Bytes): Promise<Bytes> =>
  (await argon2id({
    password,
    salt,
    memorySize: stretchCost.memoryKib,
    iterations: stretchCost.passes,
    parallelism: stretchCost.lanes,
    hashLength: stretchCost.length,
    outputType: "binary",
  })) as Bytes;
