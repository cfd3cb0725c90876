import { type Bytes, base64url, dayMs, err, fromBase64url, ok } from "@goldseam/core";
import { gathered, type WakeUpRow } from "../reminders/gathered.ts";
import type { PushSubscription, ReminderStore } from "../store.ts";

type MemoryPush = PushSubscription & { readonly identity: string };
type MemoryConfirmation = {
  address: string | null;
  number: string | null;
  tries: number;
  readonly expires: number;
  readonly sent: number;
  readonly sentSince: number;
};
/** `device` is empty for the mailbox. */
type MemoryWakeUp = { readonly identity: string; readonly device: string; readonly at: number };

const bytesOf = (text: string): Bytes => {
  const bytes = fromBase64url(text);
  if (!bytes.ok) throw new Error("not what this store wrote");
  return bytes.value;
};

/** Reminders of a store that forgets everything, and what the rest of it tells them. */
export function remindersInMemory(): {
  readonly port: ReminderStore;
  /** The account is gone. */
  forget(identity: Bytes): void;
  sweep(now: number): void;
} {
  const pushByDevice = new Map<string, MemoryPush>();
  const addresses = new Map<string, string>();
  const confirmations = new Map<string, MemoryConfirmation>();
  let wakeUps: MemoryWakeUp[] = [];
  const dropWakeUps = (isTheirs: (one: MemoryWakeUp) => boolean) => {
    wakeUps = wakeUps.filter((one) => !isTheirs(one));
  };

  const port: ReminderStore = {
    async putPush(identity, device, subscription) {
      const key = base64url(device);
      for (const [other, { endpoint }] of pushByDevice) {
        if (endpoint !== subscription.endpoint || other === key) continue;
        pushByDevice.delete(other);
        dropWakeUps((one) => one.device === other);
      }
      pushByDevice.set(key, { ...subscription, identity: base64url(identity) });
      return ok(undefined);
    },
    async pushOf(device) {
      const found = pushByDevice.get(base64url(device));
      if (found === undefined) return null;
      const { endpoint, p256dh, auth } = found;
      return { endpoint, p256dh, auth };
    },
    async removePush(device, endpoint) {
      const key = base64url(device);
      if (endpoint !== undefined && pushByDevice.get(key)?.endpoint !== endpoint) return ok(undefined);
      pushByDevice.delete(key);
      dropWakeUps((one) => one.device === key);
      return ok(undefined);
    },

    async askToConfirm({ identity, address, number, tries, expires, now, sentMax, sentMs }) {
      const held = confirmations.get(base64url(identity));
      const until = held === undefined ? 0 : held.sentSince + sentMs;
      const sameDay = now < until ? held : undefined;
      if (sameDay !== undefined && sameDay.sent >= sentMax) return err({ type: "SentTooMany", until });
      const [sent, sentSince] = sameDay === undefined ? [1, now] : [sameDay.sent + 1, sameDay.sentSince];
      confirmations.set(base64url(identity), { address, number, tries, expires, sent, sentSince });
      return ok(undefined);
    },
    async confirmMail(identity, number, now) {
      const key = base64url(identity);
      const held = confirmations.get(key);
      if (held === undefined || held.number === null || held.expires <= now)
        return err({ type: "WrongNumber", left: 0 });
      const isRight = held.number === number;
      if (isRight) addresses.set(key, held.address!);
      held.tries = isRight ? 0 : held.tries - 1;
      if (held.tries === 0) Object.assign(held, { address: null, number: null });
      return isRight ? ok(undefined) : err({ type: "WrongNumber", left: held.tries });
    },
    async mailOf(identity) {
      return addresses.get(base64url(identity)) ?? null;
    },
    async removeMail(identity) {
      const key = base64url(identity);
      addresses.delete(key);
      const held = confirmations.get(key);
      if (held !== undefined) Object.assign(held, { address: null, number: null });
      dropWakeUps((one) => one.identity === key && one.device === "");
      return ok(undefined);
    },

    async putWakeUps(identity, device, { push, mail }) {
      const [key, here] = [base64url(identity), base64url(device)];
      dropWakeUps((one) => one.identity === key && (one.device === here || one.device === ""));
      const isPushed = pushByDevice.get(here)?.identity === key;
      const pushed = new Set(isPushed ? push : []);
      const mailed = new Set(addresses.has(key) ? mail : []);
      for (const at of pushed) wakeUps.push({ identity: key, device: here, at });
      for (const at of mailed) wakeUps.push({ identity: key, device: "", at });
      return ok(undefined);
    },
    async takeWakeUps({ now, lateBefore, most }) {
      const taken = wakeUps
        .filter(({ at }) => at <= now)
        .sort((one, other) => one.at - other.at)
        .slice(0, most);
      dropWakeUps((one) => taken.includes(one));
      const rows = taken.map(({ identity, device, at }): WakeUpRow => {
        const { endpoint = null, p256dh = null, auth = null } = pushByDevice.get(device) ?? {};
        const address = addresses.get(identity) ?? null;
        return { identity: bytesOf(identity), device: bytesOf(device), at, endpoint, p256dh, auth, address };
      });
      return ok(gathered(rows, { lateBefore, isMore: taken.length === most }));
    },
  };

  return {
    port,
    forget(identity) {
      const key = base64url(identity);
      addresses.delete(key);
      confirmations.delete(key);
      dropWakeUps((one) => one.identity === key);
      for (const [device, its] of pushByDevice) if (its.identity === key) pushByDevice.delete(device);
    },
    sweep(now) {
      for (const [key, held] of confirmations) {
        if (held.expires <= now) Object.assign(held, { address: null, number: null });
        if (held.number === null && held.sentSince <= now - dayMs) confirmations.delete(key);
      }
    },
  };
}
