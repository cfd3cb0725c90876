import {
  type Channel,
  httpTransport,
  type Locks,
  openIndexedDbStore,
  type Surroundings,
  type Timer,
} from "@goldseam/client";
import type { Instant, ZoneId } from "@goldseam/core";
import { signaturesInWorker } from "./workers/signatures.ts";
import signatureWorker from "./workers/signatures.worker.ts?worker&url";
import { stretchInWorker } from "./workers/stretch.ts";
import { scriptAddress } from "./workers/trusted-types.ts";

/** The name of this device's store and of what its tabs share. It says nothing about what is inside. */
export const storeName = "notes";

const locks: Locks = {
  exclusively: <T>(name: string, act: () => Promise<T>) =>
    navigator.locks.request(`${storeName}/${name}`, act) as Promise<T>,
  lead: (name, lead, stop) => {
    navigator.locks.request(`${storeName}/${name}`, { signal: stop }, lead).catch((error: unknown) => {
      if (!stop.aborted) reportError(error);
    });
  },
};

function openChannel(): Channel {
  const channel = new BroadcastChannel(storeName);
  return {
    tell: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      const heard = ({ data }: MessageEvent<unknown>): void => listener(data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
    close: () => channel.close(),
  };
}

const timer: Timer = (act, ms) => {
  const id = setTimeout(act, ms);
  return () => clearTimeout(id);
};

const startSignatureWorker = (): Worker =>
  new Worker(scriptAddress(signatureWorker), { type: "module", name: "signatures" });

/** The browser's own clock, randomness, store, locks and network: the only place of the app that touches them. */
export async function browserSurroundings(): Promise<Surroundings> {
  return {
    store: await openIndexedDbStore(storeName),
    transport: httpTransport({
      origin: location.origin,
      fetch: (address, init) => fetch(address, init),
      openSocket: (address) => new WebSocket(address),
      timer,
    }),
    clock: () => Date.now() as Instant,
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone as ZoneId,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    locks,
    channel: openChannel(),
    timer,
    stretch: stretchInWorker,
    checkSignatures: signaturesInWorker(startSignatureWorker, timer),
  };
}
