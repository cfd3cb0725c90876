import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { base64url } from "@goldseam/core";
import type { SignatureCheck } from "@goldseam/crypto/verify";
import { keyOf, Lru } from "./lru.ts";

/**
 * Checks Ed25519 signatures: the most expensive thing that the relay does.
 *
 * A port, because where it runs is a question of the machine: on the thread that asks, or on others.
 */
export interface SignatureChecker {
  /** Whether each signature holds, in order. A key that is no point of the curve signs nothing: false. */
  check(checks: readonly SignatureCheck[]): Promise<readonly boolean[]>;
}

const keysMax = 20_000;

/** Reads raw keys once; the cache holds public values alone. */
function keyReader(): (publicKey: Uint8Array) => KeyObject | null {
  const read = new Lru<KeyObject>(keysMax);
  return (publicKey) => {
    const name = keyOf(publicKey);
    const known = read.get(name);
    if (known !== undefined) return known;
    const x = base64url(publicKey);
    try {
      const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
      read.set(name, key);
      return key;
    } catch {
      return null;
    }
  };
}

/**
 * Checks on the calling thread: the least work for one core (0.15 ms each; WebCrypto's way costs 0.37 ms).
 *
 * All that one turn of the event loop asked for is checked at its end, before anything is done with the answers: one
 * check after another finds the tables of the curve in the processor's cache, and one between two requests does not.
 */
export function checkerOnThisThread(): SignatureChecker {
  const readKey = keyReader();
  let endOfTurn: Promise<void> | undefined;
  const atEndOfTurn = (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(() => {
        endOfTurn = undefined;
        resolve();
      });
    });
  return {
    check: async (checks) => {
      endOfTurn ??= atEndOfTurn();
      await endOfTurn;
      return checks.map(({ publicKey, signature, message }) => {
        const key = readKey(publicKey);
        return key !== null && verify(null, message, key, signature);
      });
    },
  };
}

/** Checks on Node's own pool of threads, so that other cores carry the cost and this thread goes on. */
export function checkerOnThreadPool(): SignatureChecker {
  const readKey = keyReader();
  return {
    check: (checks) =>
      Promise.all(
        checks.map(({ publicKey, signature, message }) => {
          const key = readKey(publicKey);
          if (key === null) return false;
          return new Promise<boolean>((resolve, reject) => {
            verify(null, message, key, signature, (error, holds) => (error ? reject(error) : resolve(holds)));
          });
        }),
      ),
  };
}
