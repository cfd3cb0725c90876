import type { Stretch } from "@goldseam/crypto/open";
import workerAddress from "./stretch.worker.ts?worker&url";
import { scriptAddress } from "./trusted-types.ts";

/** Stretches a password in a worker of its own, which ends with the answer: its 64 MiB go back at once. */
export const stretchInWorker: Stretch = (password, salt) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(scriptAddress(workerAddress), { type: "module" });
    const end = (): void => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      end();
      resolve(data);
    };
    worker.onerror = () => {
      end();
      reject(new Error("the password worker could not start"));
    };
    worker.postMessage({ password, salt });
  });
