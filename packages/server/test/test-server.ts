import { randomBytes } from "node:crypto";
import type { Clock, Instant, RandomBytes } from "@goldseam/core";
import {
  type ConfigChoices,
  configFrom,
  openMemoryStore,
  type RunningServer,
  type ServerParts,
  type Store,
  startServer,
} from "../src/index.ts";

export const realRandom: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** A clock that stands still until it is moved. */
export class TestClock {
  now = 1_800_000_000_000 as Instant;
  readonly read: Clock = () => this.now;
  pass(ms: number): void {
    this.now = (this.now + ms) as Instant;
  }
}

export type TestServer = RunningServer & { readonly clock: TestClock; readonly store: Store };

/** Limits that no test meets by accident. */
export const widePace: NonNullable<ConfigChoices["pace"]> = {
  strangerRequests: { atOnce: 1e9, perSecond: 1e9 },
  accountsMade: { atOnce: 1e9, perSecond: 1e9 },
  accountRequests: { atOnce: 1e9, perSecond: 1e9 },
  accountItems: { atOnce: 1e9, perSecond: 1e9 },
  accountBytes: { atOnce: 1e12, perSecond: 1e12 },
};

let openStore: () => Store = openMemoryStore;

/** From now on servers of this file's tests are started on what `open` gives. */
export function useStore(open: () => Store): void {
  openStore = open;
}

/** A server of its own on a free port, with wide limits unless `choices` says otherwise. */
export async function startTestServer(
  choices: ConfigChoices = {},
  parts: Partial<ServerParts> = {},
): Promise<TestServer> {
  const clock = new TestClock();
  const store = parts.store ?? openStore();
  const config = configFrom({
    ...choices,
    listen: { port: 0, ...choices.listen },
    pace: { ...widePace, ...choices.pace },
  });
  const server = await startServer(config, { clock: clock.read, random: realRandom, ...parts, store });
  return { ...server, clock, store };
}
