import type { Bytes } from "@goldseam/core";
import { checkSignatures } from "@goldseam/crypto/verify";
import { unpackChecks } from "./packed-checks.ts";

/** Answers each run of packed checks with one byte a check: 1 where the signature holds. In the order of asking. */
let turn: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<Bytes>) => {
  turn = turn.then(async () => {
    const holds = await checkSignatures(unpackChecks(data));
    self.postMessage(Uint8Array.from(holds, Number));
  });
};
