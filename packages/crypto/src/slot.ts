import { type Bytes, concatBytes, type RandomBytes, u32 } from "@goldseam/core";
import type { AccountSeed } from "./account.ts";
import { derive, unwrap, wrap } from "./derivation.ts";
import { derivationLabels, labels } from "./labels.ts";

export type SlotKind = "password" | "kit";
/** What the server holds of a way into an account: where to find it, what proves the right, and the wrapped seed. */
export type Slot = {
  readonly kind: SlotKind;
  readonly locator: Bytes;
  readonly login: Bytes;
  readonly wrapped: Bytes;
};
/** What a slot opens with. */
export type SlotKeys = {
  readonly kind: SlotKind;
  readonly locator: Bytes;
  readonly login: Bytes;
  readonly wrapKey: Bytes;
};

export const secretKeyLength = 16;
export const kitCodeLength = 20;

/** Argon2id, 64 MiB, three passes, one lane, 32 bytes: a port, because it runs in a worker in browsers. */
export type Stretch = (password: string, salt: Bytes) => Promise<Bytes>;

/**
 * The keys of the password slot, from two secrets.
 *
 * Two, because the likeliest attacker is a partner who can guess the password but does not hold this device.
 */
export async function passwordSlotKeys(
  password: string,
  secretKey: Bytes,
  stretch: Stretch,
): Promise<SlotKeys> {
  const salt = await derive(secretKey, derivationLabels.passwordSalt, 16);
  const stretched = await stretch(password.normalize("NFKC"), salt);
  return slotKeys("password", concatBytes(stretched, secretKey), secretKey);
}

/** The keys of the recovery kit's slot. 160 random bits need no stretching. */
export const kitSlotKeys = (kitCode: Bytes): Promise<SlotKeys> => slotKeys("kit", kitCode, kitCode);

async function slotKeys(kind: SlotKind, secret: Bytes, findable: Bytes): Promise<SlotKeys> {
  return {
    kind,
    locator: await derive(findable, derivationLabels.slotLocator, 16),
    login: await derive(secret, derivationLabels.slotLogin, 32),
    wrapKey: await derive(secret, derivationLabels.slotWrap, 32),
  };
}

const slotData = (kind: SlotKind, generation: number): Bytes =>
  concatBytes(labels.slot, new Uint8Array([kind === "password" ? 1 : 2]), u32(generation));

/** Wraps the seed (and, for a kit, the Secret Key) so that the slot's secret alone opens it. */
export async function makeSlot(
  keys: SlotKeys,
  held: { readonly account: AccountSeed; readonly secretKey: Bytes },
  random: RandomBytes,
): Promise<Slot> {
  const { seed, generation } = held.account;
  const text = concatBytes(u32(generation), seed, keys.kind === "kit" ? held.secretKey : new Uint8Array());
  const wrapped = await wrap(keys.wrapKey, random(12), text, slotData(keys.kind, generation));
  return { kind: keys.kind, locator: keys.locator, login: keys.login, wrapped };
}

/** What a slot wraps, or null when the secret is another one: a wrong password and a damaged slot look alike. */
export async function openSlot(
  keys: SlotKeys,
  wrapped: Bytes,
): Promise<{ readonly account: AccountSeed; readonly secretKey: Bytes | undefined } | null> {
  const generation = 1;
  const text = await unwrap(keys.wrapKey, wrapped, slotData(keys.kind, generation));
  if (text === null || text.length !== (keys.kind === "kit" ? 52 : 36)) return null;
  const account = { generation, seed: text.slice(4, 36) };
  return { account, secretKey: keys.kind === "kit" ? text.slice(36) : undefined };
}

/**
 * Wraps the seed under what a passkey gives out (WebAuthn's PRF): one more way to unlock this device.
 *
 * It stays on the device. The server learns nothing of it, and the passkey opens no account elsewhere.
 */
export async function wrapForPasskey(
  secret: Bytes,
  account: AccountSeed,
  random: RandomBytes,
): Promise<Bytes> {
  const key = await derive(secret, derivationLabels.passkeyWrap, 32);
  return wrap(key, random(12), concatBytes(u32(account.generation), account.seed), passkeyData);
}

/** The account, or null when the passkey is another one. */
export async function unwrapWithPasskey(secret: Bytes, wrapped: Bytes): Promise<AccountSeed | null> {
  const key = await derive(secret, derivationLabels.passkeyWrap, 32);
  const text = await unwrap(key, wrapped, passkeyData);
  return text?.length === 36 ? { generation: 1, seed: text.slice(4) } : null;
}

const passkeyData: Bytes = concatBytes(labels.slot, new Uint8Array([3]), u32(1));
