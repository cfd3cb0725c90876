import type { Timer } from "@goldseam/client";
import { type CheckSignatures, checkSignatures } from "@goldseam/crypto/verify";
import { packChecks } from "./packed-checks.ts";

/** Fewer than this many are checked at once and here: the way to another thread costs more. */
const fewest = 24;
/** A worker without work ends after this time: its memory goes back. */
const idleMs = 10_000;

type Asked = {
  readonly checks: Parameters<CheckSignatures>[0];
  readonly resolve: (holds: readonly boolean[] | Promise<readonly boolean[]>) => void;
};

/**
 * Checks long runs of signatures in a worker, so that a page that reads a long record stays alive and uses a second
 * core.
 *
 * A worker that cannot start or breaks changes no verdict: what it was asked is checked here instead.
 */
export function signaturesInWorker(start: () => Worker, timer: Timer): CheckSignatures {
  let worker: Worker | undefined;
  let asked: Asked[] = [];
  let cancelEnd: () => void = () => undefined;

  const end = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const checkHere = (): void => {
    end();
    const left = asked;
    asked = [];
    for (const { checks, resolve } of left) resolve(checkSignatures(checks));
  };
  const open = (): Worker => {
    const opened = start();
    opened.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
      asked.shift()?.resolve(Array.from(data, Boolean));
      if (asked.length === 0) cancelEnd = timer(end, idleMs);
    };
    opened.onerror = checkHere;
    opened.onmessageerror = checkHere;
    return opened;
  };

  return (checks) => {
    if (checks.length < fewest) return checkSignatures(checks);
    cancelEnd();
    return new Promise((resolve) => {
      asked.push({ checks, resolve });
      worker ??= open();
      const packed = packChecks(checks);
      worker.postMessage(packed, [packed.buffer]);
    });
  };
}
