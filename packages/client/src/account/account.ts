import { type Bytes, dayMs, err, type Instant, ok, type RandomBytes, type Result } from "@goldseam/core";
import {
  type AccountSeed,
  identityOf,
  type KeyPair,
  kitCodeLength,
  kitSlotKeys,
  makeAccountLogLink,
  makeSlot,
  newDevicePair,
  openSlot,
  passwordSlotKeys,
  secretKeyLength,
  sharedKeysOf,
  sign,
} from "@goldseam/crypto/open";
import {
  type AccountLogFields,
  type AccountLogLink,
  accountLogFaultOf,
  accountLogSignaturesOf,
  deviceIdOf,
  parseAccountLogLink,
  sessionMessage,
  verifySignature,
} from "@goldseam/crypto/verify";
import type { Transport, WireError } from "../net/transport.ts";
import type { Surroundings } from "../surroundings.ts";
import type { Device, TakenOver } from "./device.ts";

/** How long a new account may go without a proved recovery kit before the app asks at each opening. */
export const kitGraceMs = 3 * dayMs;

type Outside = Pick<Surroundings, "transport" | "clock" | "random" | "stretch">;
export type Opened = { readonly device: Device; readonly account: AccountSeed };
export type KitRefused = WireError | { readonly type: "AccountLogDamaged" };

/**
 * Makes an account on the server and this device's part of it.
 *
 * Nothing is kept on the device when the server did not answer: the person simply tries again.
 */
export async function createAccount(password: string, outside: Outside): Promise<Result<Opened, WireError>> {
  const { random, clock, stretch, transport } = outside;
  const device = await newDevicePair();
  const signed = await signChallenge(device, transport);
  if (!signed.ok) return signed;
  const account: AccountSeed = { generation: 1, seed: random(32) };
  const secretKey = random(secretKeyLength);
  const identity = await identityOf(account);
  const keys = await passwordSlotKeys(password, secretKey, stretch);
  const slot = await makeSlot(keys, { account, secretKey }, random);
  const link = await makeAccountLogLink(firstLink(device, identity.publicBytes, clock()), identity);
  const request = { identity: identity.publicBytes, link: link.bytes, slots: [slot], ...signed.value };
  const made = await transport.ask("accounts", request);
  if (!made.ok) return made;
  const held = { device, secretKey, wrapped: slot.wrapped, kitDue: (clock() + kitGraceMs) as Instant };
  return ok({ account, device: await deviceOf(account, held) });
}

async function deviceOf(
  account: AccountSeed,
  held: { device: KeyPair; secretKey: Bytes; wrapped: Bytes; kitDue?: Instant },
): Promise<Device> {
  const shared = await sharedKeysOf(account);
  return { version: 1, deviceId: deviceIdOf(held.device.publicBytes), shared, ...held };
}

const firstLink = (device: KeyPair, identity: Bytes, at: Instant): AccountLogFields => ({
  identity,
  number: 1,
  previous: new Uint8Array(32),
  type: "first device",
  at,
  device: deviceIdOf(device.publicBytes),
  deviceKey: device.publicBytes,
});

async function signChallenge(device: KeyPair, transport: Transport) {
  const answered = await transport.ask("challenge", {});
  if (!answered.ok) return answered;
  const { challenge } = answered.value;
  const signature = await sign(device, sessionMessage(challenge, transport.origin));
  return ok({ challenge, signature });
}

/** Opens a session for this device: it signs what the server drew. */
export async function openSession(held: Device, transport: Transport): Promise<Result<void, WireError>> {
  const signed = await signChallenge(held.device, transport);
  if (!signed.ok) return signed;
  const opened = await transport.ask("sessions", { device: held.deviceId, ...signed.value });
  return opened.ok ? ok(undefined) : opened;
}

/** The seed, if the password is right. Works without a server. */
export async function unlockSeed(
  password: string,
  held: Device,
  { stretch }: Pick<Outside, "stretch">,
): Promise<AccountSeed | null> {
  const keys = await passwordSlotKeys(password, held.secretKey, stretch);
  return (await openSlot(keys, held.wrapped))?.account ?? null;
}

/**
 * Puts a new password in the place of the old one, on the server and on this device.
 *
 * Other own devices keep the password that they were set up with: each wraps the seed by itself.
 */
export async function changePassword(
  password: string,
  { account, device }: Opened,
  ask: Transport["ask"],
  { random, stretch }: Pick<Outside, "random" | "stretch">,
): Promise<Result<Device, WireError>> {
  const keys = await passwordSlotKeys(password, device.secretKey, stretch);
  const slot = await makeSlot(keys, { account, secretKey: device.secretKey }, random);
  const put = await ask("putSlot", { slot });
  return put.ok ? ok({ ...device, wrapped: slot.wrapped }) : put;
}

/** Makes a recovery kit; the one before ends with it. The code is shown once and kept nowhere. */
export async function makeKit(
  opened: Opened,
  ask: Transport["ask"],
  random: RandomBytes,
): Promise<Result<Bytes, WireError>> {
  const code = random(kitCodeLength);
  const keys = await kitSlotKeys(code);
  const slot = await makeSlot(keys, { account: opened.account, secretKey: opened.device.secretKey }, random);
  const put = await ask("putSlot", { slot });
  return put.ok ? ok(code) : put;
}

/**
 * Opens an account on a browser that does not know it, with the recovery kit, and sets this browser's password.
 *
 * - Errors: `SlotNotOpened` when no account has this kit; `AccountLogDamaged` when the server's list of the
 *   person's devices is not one that the person signed.
 */
export async function openWithKit(
  code: Bytes,
  password: string,
  outside: Outside,
): Promise<Result<Opened, KitRefused>> {
  const { random, clock, stretch, transport } = outside;
  const kit = await kitSlotKeys(code);
  const answered = await transport.ask("openSlot", { kind: "kit", locator: kit.locator, login: kit.login });
  if (!answered.ok) return answered;
  const held = await openSlot(kit, answered.value.wrapped);
  if (held?.secretKey === undefined) return err({ type: "SlotNotOpened" });
  const { account, secretKey } = held;
  const identity = await identityOf(account);
  const log = await readAccountLog(answered.value.log, identity.publicBytes);
  // An account has had its first device: an empty list is one that somebody cut.
  if (log === null || log.length === 0) return err({ type: "AccountLogDamaged" });
  const device = await newDevicePair();
  const link = await makeAccountLogLink(nextLink(log, device, identity.publicBytes, clock()), identity);
  const signed = await signChallenge(device, transport);
  if (!signed.ok) return signed;
  const added = await transport.ask("devices", { link: link.bytes, ...signed.value });
  if (!added.ok) return added;
  const keys = await passwordSlotKeys(password, secretKey, stretch);
  const { wrapped } = await makeSlot(keys, { account, secretKey }, random);
  return ok({ account, device: await deviceOf(account, { device, secretKey, wrapped }) });
}

/**
 * Makes this browser a device of the account that an own device handed over, under a password for this browser.
 *
 * - Errors: `StaleLink` when the list of devices changed meanwhile: the two meet again.
 */
export async function joinByCode(
  taken: TakenOver,
  password: string,
  outside: Outside,
): Promise<Result<Opened, WireError>> {
  const { random, stretch, transport } = outside;
  const { device, account, secretKey, link } = taken;
  const signed = await signChallenge(device, transport);
  if (!signed.ok) return signed;
  const added = await transport.ask("devices", { link, ...signed.value });
  if (!added.ok) return added;
  const keys = await passwordSlotKeys(password, secretKey, stretch);
  const { wrapped } = await makeSlot(keys, { account, secretKey }, random);
  return ok({ account, device: await deviceOf(account, { device, secretKey, wrapped }) });
}

const nextLink = (
  log: readonly AccountLogLink[],
  device: KeyPair,
  identity: Bytes,
  at: Instant,
): AccountLogFields => ({
  ...firstLink(device, identity, at),
  number: log.length + 1,
  previous: log.at(-1)!.hash,
  type: "device by kit",
});

/** The account log, if every link is the person's own and in order; else null. */
export async function readAccountLog(
  links: readonly Bytes[],
  identity: Bytes,
): Promise<AccountLogLink[] | null> {
  const log: AccountLogLink[] = [];
  for (const bytes of links) {
    const link = parseAccountLogLink(bytes);
    if (!link.ok || accountLogFaultOf(log, link.value) !== null) return null;
    const [own, ...acting] = accountLogSignaturesOf(log, link.value);
    const holds = await Promise.all([{ ...own!, publicKey: identity }, ...acting].map(verifySignature));
    if (!holds.every(Boolean)) return null;
    log.push(link.value);
  }
  return log;
}
