import type { Clock, RandomBytes, ZoneId } from "@goldseam/core";
import type { Stretch } from "@goldseam/crypto/open";
import type { CheckSignatures } from "@goldseam/crypto/verify";
import type { Transport } from "./net/transport.ts";
import type { LocalStore } from "./store/local-store.ts";

/** Runs one act at a time among all tabs of this device that use the same name. */
export type Locks = {
  exclusively<T>(name: string, act: () => Promise<T>): Promise<T>;
  /** Runs `lead` in one tab at a time; the next one takes over when it ends. Ends when `stop` is aborted. */
  lead(name: string, lead: () => Promise<void>, stop: AbortSignal): void;
};

/** A word from one tab of this device to the others. */
export type Channel = {
  tell(message: unknown): void;
  onMessage(listener: (message: unknown) => void): () => void;
  close(): void;
};

/** Calls `act` once, `ms` from now, unless cancelled. */
export type Timer = (act: () => void, ms: number) => () => void;

/** Everything that a client needs from outside itself; made once in the wiring of each program. */
export type Surroundings = {
  readonly store: LocalStore;
  readonly transport: Transport;
  readonly clock: Clock;
  /** The zone that this device's clock shows. Nothing but its own reminders is reckoned in it. */
  readonly zone: () => ZoneId;
  readonly random: RandomBytes;
  readonly locks: Locks;
  readonly channel: Channel;
  readonly timer: Timer;
  readonly stretch: Stretch;
  readonly checkSignatures: CheckSignatures;
};
