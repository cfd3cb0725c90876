import { randomBytes } from "node:crypto";
import type { Clock, Instant, ZoneId } from "@goldseam/core";
import { checkSignatures } from "@goldseam/crypto/verify";
import { WebSocket as NodeSocket } from "ws";
import { Client, httpTransport, type LocalStore, openMemoryStore, type Surroundings } from "../src/index.ts";

/** Locks and channel of one device whose tabs all live in this process. */
export class TestTabs {
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #leads = new Map<string, (() => void)[]>();
  readonly #listeners = new Set<(message: unknown) => void>();

  surroundings(): Pick<Surroundings, "locks" | "channel"> {
    let own: ((message: unknown) => void) | undefined;
    return {
      locks: {
        exclusively: (name, act) => {
          const turn = (this.#queues.get(name) ?? Promise.resolve()).then(act);
          this.#queues.set(
            name,
            turn.catch(() => undefined),
          );
          return turn;
        },
        lead: (name, lead, stop) => this.#lead(name, lead, stop),
      },
      channel: {
        tell: (message) => {
          for (const listener of this.#listeners)
            if (listener !== own) queueMicrotask(() => listener(structuredClone(message)));
        },
        onMessage: (listener) => {
          own = listener;
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
        close: () => own && this.#listeners.delete(own),
      },
    };
  }

  #lead(name: string, lead: () => Promise<void>, stop: AbortSignal): void {
    const line = this.#leads.get(name) ?? [];
    this.#leads.set(name, line);
    const begin = (): void => {
      if (stop.aborted) next();
      else void lead().then(next);
    };
    const next = (): void => {
      line.shift();
      line[0]?.();
    };
    line.push(begin);
    if (line.length === 1) begin();
  }
}

export type DeviceParts = {
  readonly address: string;
  readonly clock: Clock;
  readonly store?: LocalStore;
  readonly tabs?: TestTabs;
  /** Lets a test stand between this device and the server. */
  readonly between?: (transport: Surroundings["transport"]) => Surroundings["transport"];
  /** How it waits. Default: 5 ms at most, whatever is asked for. */
  readonly timer?: Surroundings["timer"];
};

export type TestDevice = {
  readonly client: Client;
  readonly network: TestNetwork;
  readonly store: LocalStore;
  readonly tabs: TestTabs;
};

/** A network that a test can cut: requests fail and sockets close, as when a phone loses its signal. */
export class TestNetwork {
  #isUp = true;
  #cookie = "";
  readonly #sockets = new Set<NodeSocket>();
  /** Addresses that were asked over HTTP. */
  readonly posted: string[] = [];
  readonly #origin: string;
  constructor(origin: string) {
    this.#origin = origin;
  }
  cut(): void {
    this.#isUp = false;
    for (const socket of this.#sockets) socket.terminate();
  }
  mend(): void {
    this.#isUp = true;
  }
  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    if (!this.#isUp) throw new TypeError("no network");
    this.posted.push(new URL(address).pathname);
    const headers = {
      ...(init.headers as Record<string, string>),
      origin: this.#origin,
      cookie: this.#cookie,
    };
    const { credentials: _, cache: __, ...plain } = init;
    const response = await fetch(address, { ...plain, headers });
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(";")[0]!;
    return response;
  };
  readonly openSocket = (address: string): WebSocket => {
    const headers = { origin: this.#origin, cookie: this.#cookie };
    const socket = new NodeSocket(this.#isUp ? address : "ws://127.0.0.1:1", { headers });
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    return socket as unknown as WebSocket;
  };
}

/** A stretch that costs nothing: what Argon2 does is tested where it lives. */
const quickStretch: Surroundings["stretch"] = async (password, salt) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(password + salt.join())));

const soon: Surroundings["timer"] = (act, ms) => {
  const id = setTimeout(act, Math.min(ms, 5));
  return () => clearTimeout(id);
};

/** Waits as long as it is asked to, and keeps no test from ending. */
const patient: Surroundings["timer"] = (act, ms) => {
  const id = setTimeout(act, ms).unref();
  return () => clearTimeout(id);
};

/** Node has no `reportError`: a failure outside any act fails the run, and says what it was. */
globalThis.reportError ??= (error: unknown): void => {
  throw error;
};

/** One person's device against a real server. */
export async function openDevice({
  address,
  clock,
  store = openMemoryStore(),
  tabs = new TestTabs(),
  between,
  timer = soon,
}: DeviceParts): Promise<TestDevice> {
  const network = new TestNetwork(address);
  const transport = httpTransport({
    origin: address,
    fetch: network.fetch,
    openSocket: network.openSocket,
    timer: patient,
  });
  const client = await Client.open({
    store,
    transport: between?.(transport) ?? transport,
    clock,
    zone: () => "Europe/Berlin" as ZoneId,
    random: (length) => new Uint8Array(randomBytes(length)),
    ...tabs.surroundings(),
    timer,
    stretch: quickStretch,
    checkSignatures,
  });
  return { client, network, store, tabs };
}

/** Resolves when `isTrue` holds of the client, asked again at each change of it. */
export function until(client: Client, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    let stop: () => void = () => undefined;
    const look = (): void => {
      if (!isTrue()) return;
      stop();
      resolve();
    };
    stop = client.subscribe(look);
    look();
  });
}

export const instant = (at: number): Instant => at as Instant;
