import { type Bytes, dayMs, equalBytes, err, type Instant, ok, type Result } from "@goldseam/core";
import { type KeyPair, makeAccountLogLink } from "@goldseam/crypto/open";
import type { AccountLogLink } from "@goldseam/crypto/verify";
import type { Transport, WireError } from "../net/transport.ts";
import { readAccountLog } from "./account.ts";

/** How long a device that was added with the kit may not end others, make a kit or change the password (DV.8). */
export const newDeviceMs = dayMs;

/** A device of this person's own, as the signed account log lists it. Only own devices can read that log. */
export type OwnDevice = {
  readonly deviceId: Bytes;
  readonly how: "first device" | "device by kit" | "device by code";
  /** By the clock of the device that was added. */
  readonly since: Instant;
  readonly ended: boolean;
};

type LogRefused = WireError | { readonly type: "AccountLogDamaged" };

/** The whole log, if every link is the person's own. */
async function pullLog(
  identity: Bytes,
  ask: Transport["ask"],
): Promise<Result<AccountLogLink[], LogRefused>> {
  const links: Bytes[] = [];
  for (;;) {
    const page = await ask("pullAccountLog", { after: links.length });
    if (!page.ok) return page;
    if (page.value.links.length === 0) break;
    links.push(...page.value.links);
  }
  const log = await readAccountLog(links, identity);
  return log === null || log.length === 0 ? err({ type: "AccountLogDamaged" }) : ok(log);
}

const devicesIn = (log: readonly AccountLogLink[]): OwnDevice[] =>
  log.flatMap(({ type, device, at }) => {
    if (type === "device ended") return [];
    const ended = log.some((link) => link.type === "device ended" && equalBytes(link.device, device));
    return [{ deviceId: device, how: type, since: at as Instant, ended }];
  });

/** This person's devices, oldest first, those that have ended too. */
export async function listDevices(
  identity: Bytes,
  ask: Transport["ask"],
): Promise<Result<readonly OwnDevice[], LogRefused>> {
  const log = await pullLog(identity, ask);
  return log.ok ? ok(devicesIn(log.value)) : log;
}

/** Whether this device was added with the kit less than a day ago. */
export const isNewByKit = (devices: readonly OwnDevice[], own: Bytes, now: Instant): boolean =>
  devices.some(
    ({ deviceId, how, since }) =>
      how === "device by kit" && equalBytes(deviceId, own) && now - since < newDeviceMs,
  );

/**
 * Ends a device for good: the server signs it out and opens no session for it again.
 *
 * Its rooms go on with the keys that it knew until they are rotated: the caller sees to that.
 *
 * - Errors: `TooNew` when this device was added with the kit less than a day ago; `StaleLink` when another own device
 *   changed the list a moment ago.
 */
export async function endDevice(
  ended: Bytes,
  held: { readonly own: Bytes; readonly identity: KeyPair; readonly now: Instant },
  ask: Transport["ask"],
): Promise<Result<void, LogRefused | { readonly type: "TooNew" | "UnknownDevice" }>> {
  const { identity, own, now } = held;
  const log = await pullLog(identity.publicBytes, ask);
  if (!log.ok) return log;
  const devices = devicesIn(log.value);
  if (isNewByKit(devices, own, now)) return err({ type: "TooNew" });
  const known = log.value.find((link) => equalBytes(link.device, ended));
  if (known === undefined) return err({ type: "UnknownDevice" });
  if (devices.some((device) => device.ended && equalBytes(device.deviceId, ended))) return ok(undefined);
  const link = await makeAccountLogLink(
    {
      identity: identity.publicBytes,
      number: log.value.length + 1,
      previous: log.value.at(-1)!.hash,
      type: "device ended",
      at: now,
      device: ended,
      deviceKey: known.deviceKey,
    },
    identity,
  );
  const answered = await ask("endDevice", { link: link.bytes });
  return answered.ok ? ok(undefined) : answered;
}
