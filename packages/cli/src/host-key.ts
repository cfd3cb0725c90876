import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { type Bytes, base64url, err, fromBase64url, ok, type Result } from "@goldseam/core";
import { type KeyPair, signingPairOf } from "@goldseam/crypto/open";

/** Name of the host's signing key beside the database. No backup of the database holds it. */
export const hostKeyName = "host-key";
/** What the relay gives out lies beside the key, so that the key itself can be kept on another machine. */
export const publicFileOf = (file: string): string => `${file}.pub`;

/** 32 bytes in base64url; null where there is no such file, and the sentence where it holds something else. */
function read(file: string): Result<Bytes | null, string> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return ok(null);
    return err(`The key in ${file} could not be read.`);
  }
  const bytes = fromBase64url(text.trim());
  return bytes.ok && bytes.value.length === 32 ? bytes : err(`${file} does not hold a key.`);
}

/** The key by which apps check what this host signed; null where it has none. */
export const readPublicKey = read;

/** The host's key pair; null where there is none yet. It signs what this host confirms, and opens nothing. */
export async function readHostKey(file: string): Promise<Result<KeyPair | null, string>> {
  const seed = read(file);
  if (!seed.ok) return seed;
  return ok(seed.value === null ? null : await signingPairOf(seed.value));
}

/**
 * Makes a new key in `file`, which its owner alone may read, and its public half beside it.
 *
 * Never replaces one: throws when a file is there.
 */
export async function makeHostKey(file: string): Promise<KeyPair> {
  const seed = new Uint8Array(randomBytes(32));
  const pair = await signingPairOf(seed);
  writeFileSync(file, `${base64url(seed)}\n`, { mode: 0o600, flag: "wx" });
  writeFileSync(publicFileOf(file), `${base64url(pair.publicBytes)}\n`, { mode: 0o644 });
  return pair;
}
