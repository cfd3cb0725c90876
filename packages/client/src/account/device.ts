import type { Bytes, Instant } from "@goldseam/core";
import type { HandedOver, KeyPair, SharedKeys } from "@goldseam/crypto/open";
import type { LocalStore } from "../store/local-store.ts";

/**
 * What this browser keeps of an account in clear: keys that cannot be read out, and what a password opens.
 *
 * The Secret Key lies here because it is the second of two secrets: a password guessed elsewhere opens nothing.
 */
export type Device = {
  readonly version: 1;
  readonly deviceId: Bytes;
  readonly device: KeyPair;
  readonly shared: SharedKeys;
  readonly secretKey: Bytes;
  /** The seed, wrapped by password and Secret Key. */
  readonly wrapped: Bytes;
  /** By when a recovery kit should have been proved; absent once one was. */
  readonly kitDue?: Instant | undefined;
  /** This device writes and reads own rooms alone: the couple's room never hears of it (DV.21). */
  readonly isPrivateOnly?: boolean | undefined;
  /** One more way to unlock, which this device's passkey opens. */
  readonly passkey?:
    | { readonly credential: Bytes; readonly salt: Bytes; readonly wrapped: Bytes }
    | undefined;
};

/** What a new device has once an own one let it in, before it has a password of its own. */
export type TakenOver = { readonly device: KeyPair } & HandedOver;

const key = "device";

export async function readDevice(store: LocalStore): Promise<Device | undefined> {
  const held = (await store.read("device", key)) as Device | undefined;
  return held?.version === 1 ? held : undefined;
}

export const writeDevice = (store: LocalStore, device: Device): Promise<void> =>
  store.write([{ table: "device", key, value: device }]);
