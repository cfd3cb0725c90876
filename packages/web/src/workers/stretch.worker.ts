import { stretchPassword } from "@goldseam/crypto/stretch";

/** Answers each `{password, salt}` with the stretched bytes. In a worker: it takes 64 MiB and a third of a second. */
self.onmessage = async ({ data }: MessageEvent<{ password: string; salt: Uint8Array<ArrayBuffer> }>) => {
  const stretched = await stretchPassword(data.password, data.salt);
  self.postMessage(stretched);
};
