import { type Bytes, concatBytes, u32 } from "@goldseam/core";
import {
  type AccountLogFields,
  type AccountLogLink,
  accountLogMessage,
  accountLogSignedBytes,
  parseAccountLogLink,
} from "./account-log.ts";
import { derive, importAesKey } from "./derivation.ts";
import { boxPairOf, type KeyPair, sign, signingPairOf } from "./key-pair.ts";
import { derivationLabels } from "./labels.ts";

/** The root of an account: everything of a person's own is derived from it. Lives in memory only while unlocked. */
export type AccountSeed = { readonly generation: number; readonly seed: Bytes };

/** What a signed-in device keeps: enough for shared rooms, nothing for private ones. */
export type SharedKeys = {
  readonly identity: Bytes;
  readonly box: KeyPair;
  readonly cacheKey: CryptoKey;
};

/** What a fresh unlock adds, and what lock drops. */
export type PrivateKeys = { readonly identity: KeyPair; readonly box: KeyPair; readonly cacheKey: CryptoKey };

const part = ({ seed, generation }: AccountSeed, label: Bytes): Promise<Bytes> =>
  derive(seed, concatBytes(label, u32(generation)), 32);

/** The identity key pair: who this person is to others. */
export const identityOf = async (account: AccountSeed): Promise<KeyPair> =>
  signingPairOf(await part(account, derivationLabels.identity));

/** Keys for couple and doorstep rooms. None of them can be read out of the browser again. */
export async function sharedKeysOf(account: AccountSeed): Promise<SharedKeys> {
  const identity = await identityOf(account);
  return {
    identity: identity.publicBytes,
    box: await boxPairOf(await part(account, derivationLabels.sharedBox)),
    cacheKey: await importAesKey(await part(account, derivationLabels.sharedCache)),
  };
}

/** Keys for private, individual and practice rooms, and the identity key. */
export async function privateKeysOf(account: AccountSeed): Promise<PrivateKeys> {
  return {
    identity: await identityOf(account),
    box: await boxPairOf(await part(account, derivationLabels.privateBox)),
    cacheKey: await importAesKey(await part(account, derivationLabels.privateCache)),
  };
}

/**
 * The nonce of an account's own private room.
 *
 * Derived, not drawn: two devices that make the room at the same moment make the same one.
 */
export const privateRoomNonceOf = async (account: AccountSeed): Promise<Bytes> =>
  (await part(account, derivationLabels.privateRoom)).slice(0, 16);

/**
 * The nonce of a room that this account has once: its doorstep, or a practitioner's own notes.
 *
 * Derived for the same reason as the private room's.
 */
export const ownRoomNonceOf = async (account: AccountSeed, kind: "doorstep" | "practice"): Promise<Bytes> =>
  (await part(account, derivationLabels[kind])).slice(0, 16);

/** A signed link of the account log; `acting` is the key of the device that `fields.by` names. */
export async function makeAccountLogLink(
  fields: AccountLogFields,
  identity: KeyPair,
  acting?: KeyPair,
): Promise<AccountLogLink> {
  const message = accountLogMessage(fields);
  const signature = await sign(identity, message);
  const actingSignature = acting === undefined ? new Uint8Array() : await sign(acting, message);
  const link = parseAccountLogLink(concatBytes(accountLogSignedBytes(fields), signature, actingSignature));
  if (!link.ok) throw new Error("an account log link was made that cannot be read");
  return link.value;
}
