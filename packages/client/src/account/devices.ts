import { type Bytes, equalBytes, err, type Instant, ok, type Result } from "@goldseam/core";
import { type KeyPair, makeAccountLogLink } from "@goldseam/crypto/open";
import type { AccountLogLink } from "@goldseam/crypto/verify";
import { limits } from "@goldseam/sync";
import type { Transport, WireError } from "../net/transport.ts";
import { readAccountLog } from "./account.ts";

/** How long a device that was added with the kit may not end others, make a kit or change the password (DV.8). */
export const newDeviceMs = limits.newDeviceWaitMs;

/** A device of this person's own, as the signed account log lists it. Only own devices can read that log. */
export type OwnDevice = {
  readonly deviceId: Bytes;
  readonly how: "first device" | "device by kit" | "device by code";
  /** By the server's clock; by the device's own for those added before the server kept it. */
  readonly since: Instant;
  readonly ended: boolean;
};

type LogRefused = WireError | { readonly type: "AccountLogDamaged" };

/** A link of the log, and when the server took it in. */
type Logged = { readonly link: AccountLogLink; readonly at: Instant };

/** The whole log, if every link is the person's own. */
export async function pullLog(
  identity: Bytes,
  ask: Transport["ask"],
): Promise<Result<readonly Logged[], LogRefused>> {
  const links: Bytes[] = [];
  const times: number[] = [];
  for (;;) {
    const page = await ask("pullAccountLog", { after: links.length });
    if (!page.ok) return page;
    if (page.value.links.length === 0) break;
    links.push(...page.value.links);
    times.push(...page.value.times);
  }
  const log = await readAccountLog(links, identity);
  if (log === null || log.length === 0) return err({ type: "AccountLogDamaged" });
  return ok(log.map((link, index) => ({ link, at: (times[index] || link.at) as Instant })));
}

/**
 * What the log says of the person's devices.
 *
 * What a device did to others in its first day with the kit is left out, whoever took it in (DV.8): it ends nobody, and
 * lets nobody in.
 */
export function devicesIn(log: readonly Logged[]): OwnDevice[] {
  const actedTooEarly = ({ link, at }: Logged): boolean =>
    log.some(
      (added) =>
        link.by !== undefined &&
        added.link.type === "device by kit" &&
        equalBytes(added.link.device, link.by) &&
        at - added.at < newDeviceMs,
    );
  const holding = log.filter((logged) => !actedTooEarly(logged));
  return holding.flatMap(({ link: { type, device }, at }) => {
    if (type === "device ended") return [];
    const ended = holding.some(({ link }) => link.type === "device ended" && equalBytes(link.device, device));
    return [{ deviceId: device, how: type, since: at, ended }];
  });
}

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
  held: {
    readonly own: Bytes;
    readonly device: KeyPair;
    readonly identity: KeyPair;
    readonly now: Instant;
  },
  ask: Transport["ask"],
): Promise<Result<void, LogRefused | { readonly type: "TooNew" | "UnknownDevice" }>> {
  const { identity, own, now } = held;
  const log = await pullLog(identity.publicBytes, ask);
  if (!log.ok) return log;
  const devices = devicesIn(log.value);
  if (isNewByKit(devices, own, now)) return err({ type: "TooNew" });
  const links = log.value.map(({ link }) => link);
  const known = links.find((link) => equalBytes(link.device, ended));
  if (known === undefined) return err({ type: "UnknownDevice" });
  if (links.some((link) => link.type === "device ended" && equalBytes(link.device, ended)))
    return ok(undefined);
  const link = await makeAccountLogLink(
    {
      identity: identity.publicBytes,
      number: links.length + 1,
      previous: links.at(-1)!.hash,
      type: "device ended",
      at: now,
      device: ended,
      deviceKey: known.deviceKey,
      by: own,
    },
    identity,
    held.device,
  );
  const answered = await ask("endDevice", { link: link.bytes });
  return answered.ok ? ok(undefined) : answered;
}
