import { type Clock, equalBytes, hourMs, minuteMs } from "@goldseam/core";
import type { Store, WakeUpTarget } from "../store.ts";
import type { MailSender } from "./mail.ts";
import type { Outcome, PushSender } from "./push.ts";

/** A mail with the number that confirms an address. */
type NumberTarget = { readonly kind: "number"; readonly address: string; readonly number: string };
type Target = WakeUpTarget | NumberTarget;
type Delivery = { readonly target: Target; readonly tries: number; readonly at: number };

export const reminderKinds = ["push", "mail", "number"] as const;
/** What metrics count: how each ended, and those that were taken too late to be sent. */
export const reminderEnds = ["sent", "gone", "refused", "given-up", "late"] as const;
export type ReminderCount = {
  readonly kind: (typeof reminderKinds)[number];
  readonly ended: (typeof reminderEnds)[number];
};

export type SenderParts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly push: PushSender;
  /** Null: no mail is configured, and wake-ups of mailboxes reach nobody. */
  readonly mail: MailSender | null;
  readonly counted: (count: ReminderCount, by: number) => void;
  /** Told of what should never happen: its name alone. */
  readonly onBroken: (name: string) => void;
};

/** A reminder at the wrong hour harms: what is later than this is dropped. */
const lateMs = hourMs;
/** How long after each try the next one comes; all of them within ten minutes. */
const waitsMs = [minuteMs, 3 * minuteMs, 5 * minuteMs] as const;
const takenAtOnce = 200;
const sendingAtOnce = 16;

/**
 * Sends what is due: at each look, once.
 *
 * Wake-ups are taken from the store before anything is sent, so that of several processes one sends, and a process that
 * is killed loses what it had taken. Better one lost than one twice. What waits for another try is in memory alone.
 */
export class ReminderSender {
  readonly #parts: SenderParts;
  readonly #stop = new AbortController();
  #waiting: Delivery[] = [];
  #looking: Promise<void> | undefined;
  readonly #numbers = new Set<Promise<void>>();

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Sends everything that is due now. While one look goes on, another is the same. Never throws. */
  look(): Promise<void> {
    this.#looking ??= this.#lookOnce()
      .catch((error: unknown) => this.#parts.onBroken(error instanceof Error ? error.name : "unknown"))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  /** Mails a number, soon: whoever asked does not wait for a mail server, and learns nothing of its answer. */
  sendNumber(address: string, number: string): void {
    const sending = this.#deliver({ target: { kind: "number", address, number }, tries: 0, at: 0 })
      .catch((error: unknown) => this.#parts.onBroken(error instanceof Error ? error.name : "unknown"))
      .finally(() => this.#numbers.delete(sending));
    this.#numbers.add(sending);
  }

  /** Takes nothing new, cuts off what is under way, and resolves when it has ended. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#waiting = [];
    this.#parts.mail?.close();
    await Promise.all([this.#looking, ...this.#numbers]);
  }

  async #lookOnce(): Promise<void> {
    const { store, clock, counted } = this.#parts;
    const now = clock();
    const again = this.#waiting.filter(({ at }) => at <= now);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    await this.#deliverAll(again);
    while (!this.#stop.signal.aborted) {
      const taken = await store.takeWakeUps({ now, lateBefore: now - lateMs, most: takenAtOnce });
      // Full: nothing was taken, and the next look tries again.
      if (!taken.ok) return;
      const { due, late, isMore } = taken.value;
      for (const kind of ["push", "mail"] as const)
        if (late[kind] > 0) counted({ kind, ended: "late" }, late[kind]);
      await this.#deliverAll(due.map((target) => ({ target, tries: 0, at: now })));
      if (!isMore) return;
    }
  }

  async #deliverAll(deliveries: readonly Delivery[]): Promise<void> {
    const left = deliveries.values();
    const work = async (): Promise<void> => {
      for (const delivery of left) if (!this.#stop.signal.aborted) await this.#deliver(delivery);
    };
    await Promise.all(Array.from({ length: sendingAtOnce }, work));
  }

  async #deliver({ target, tries }: Delivery): Promise<void> {
    // Between two tries a subscription or an address may have been taken away.
    if (tries > 0 && !(await this.#stands(target))) return;
    const outcome = await this.#try(target);
    if (this.#stop.signal.aborted) return;
    if (outcome === "gone" && target.kind === "push")
      await this.#parts.store.removePush(target.device, target.endpoint);
    const waitMs = waitsMs[tries];
    if (outcome !== "later") this.#parts.counted({ kind: target.kind, ended: outcome }, 1);
    else if (waitMs === undefined) this.#parts.counted({ kind: target.kind, ended: "given-up" }, 1);
    else this.#waiting.push({ target, tries: tries + 1, at: this.#parts.clock() + waitMs });
  }

  async #try(target: Target): Promise<Outcome> {
    const { push, mail } = this.#parts;
    switch (target.kind) {
      case "push":
        return push.send(target, this.#stop.signal);
      case "mail":
        return mail === null ? "refused" : mail.send(target.address);
      case "number":
        return mail === null ? "refused" : mail.send(target.address, target.number);
    }
  }

  async #stands(target: Target): Promise<boolean> {
    const { store } = this.#parts;
    switch (target.kind) {
      case "push": {
        const held = await store.pushOf(target.device);
        return held?.endpoint === target.endpoint && equalBytes(held.auth, target.auth);
      }
      case "mail":
        return (await store.mailOf(target.identity)) === target.address;
      case "number":
        return true;
    }
  }
}
