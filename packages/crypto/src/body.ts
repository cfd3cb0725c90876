import {
  type Bytes,
  concatBytes,
  err,
  isRoomEvent,
  ok,
  type RandomBytes,
  type Result,
  type RoomEvent,
  textOf,
  u32,
  utf8,
} from "@goldseam/core";
import { subtle } from "#subtle";
import { hash, underLabel } from "./hash.ts";
import { bodyLengthMax, type Entry, formats, type Header, headerToBytes, signedOf } from "./item.ts";
import { type KeyPair, sign } from "./key-pair.ts";
import { labels } from "./labels.ts";
import { pad, paddedLength, unpad } from "./padding.ts";

/** An epoch key ready for use: HKDF input, not readable. */
export type EpochKey = { readonly epoch: number; readonly key: CryptoKey };

/** Where an author stands in a room when writing: the fields that chain an item to what came before. */
export type Place = Pick<Header, "room" | "device" | "seq" | "prev" | "seenN" | "seenHead">;

export type Unopened = { readonly type: "NotOpened" } | { readonly type: "NotAnEvent" };

const fixedNonce = new Uint8Array(12);
const additionalDataLength = 141;

/** Makes 32 bytes into an epoch key. Shape: docs/formats/record.md, "Body of an entry". */
export const importEpochKey = async (epoch: number, key: Bytes): Promise<EpochKey> => ({
  epoch,
  key: await subtle.importKey("raw", key, "HKDF", false, ["deriveKey"]),
});

const bodyKeyInfo = (header: Pick<Header, "room" | "device" | "seq">): Bytes =>
  concatBytes(labels.body, header.room, header.device, u32(header.seq));

const bodyKeyOf = (
  epochKey: EpochKey,
  header: Pick<Header, "room" | "device" | "seq" | "salt">,
  readable: boolean,
) =>
  subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: header.salt, info: bodyKeyInfo(header) },
    epochKey.key,
    { name: "AES-GCM", length: 256 },
    readable,
    ["encrypt", "decrypt"],
  );

const writtenOut = (event: RoomEvent): Bytes => utf8(JSON.stringify(event));
const fits = (written: Bytes): boolean => paddedLength(4 + written.length) + 16 <= bodyLengthMax;

/** Whether `event` fits into one entry. */
export const eventFits = (event: RoomEvent): boolean => fits(writtenOut(event));

/**
 * Seals and signs one event as the next entry of this device.
 *
 * Throws when the event does not fit (ask `eventFits`): a caller that let it come so far has a bug.
 */
export async function sealEntry(
  event: RoomEvent,
  place: Place,
  keys: { readonly epochKey: EpochKey; readonly device: Pick<KeyPair, "privateKey"> },
  random: RandomBytes,
): Promise<Entry> {
  const written = writtenOut(event);
  if (!fits(written)) throw new Error("an event larger than an entry may be was given to sealEntry");
  const padded = pad(written);
  const open = {
    ...place,
    format: formats.entry,
    epoch: keys.epochKey.epoch,
    salt: random(16),
    bodyHash: new Uint8Array(32),
    bodyLength: padded.length + 16,
  };
  const additionalData = headerToBytes(open).slice(0, additionalDataLength);
  const key = await bodyKeyOf(keys.epochKey, open, false);
  const body = new Uint8Array(
    await subtle.encrypt({ name: "AES-GCM", iv: fixedNonce, additionalData }, key, padded),
  );
  const header: Header = { ...open, bodyHash: hash(body) };
  return { kind: "entry", body, ...(await signHeader(header, keys.device)) };
}

/** Signs `header` and computes the item's hash. */
export async function signHeader(header: Header, device: Pick<KeyPair, "privateKey">) {
  const headerBytes = headerToBytes(header);
  return signedOf(header, headerBytes, await sign(device, underLabel(labels.item, headerBytes)));
}

/**
 * Opens one entry whose record was checked.
 *
 * - Errors: `NotOpened` says only that it failed; `NotAnEvent` when what was sealed is no event.
 */
export async function openEntry(
  entry: Entry & { readonly body: Bytes },
  epochKey: EpochKey,
): Promise<Result<RoomEvent, Unopened>> {
  return openBody(entry, await bodyKeyOf(epochKey, entry.header, false));
}

/** The key of one body, in bytes: for an export of own words. It opens that body and no other. */
export async function bodyKeyBytes(entry: Pick<Entry, "header">, epochKey: EpochKey): Promise<Bytes> {
  const key = await bodyKeyOf(epochKey, entry.header, true);
  return new Uint8Array(await subtle.exportKey("raw", key));
}

/** Opens one entry with the key of its body alone. */
export async function openBody(
  entry: Pick<Entry, "header" | "headerBytes"> & { readonly body: Bytes },
  key: CryptoKey,
): Promise<Result<RoomEvent, Unopened>> {
  const additionalData = entry.headerBytes.subarray(0, additionalDataLength);
  let padded: ArrayBuffer;
  try {
    padded = await subtle.decrypt({ name: "AES-GCM", iv: fixedNonce, additionalData }, key, entry.body);
  } catch (error) {
    if (error instanceof DOMException) return err({ type: "NotOpened" });
    throw error;
  }
  return eventOf(new Uint8Array(padded));
}

function eventOf(padded: Bytes): Result<RoomEvent, Unopened> {
  const unpadded = unpad(padded);
  const text = unpadded.ok ? textOf(unpadded.value) : unpadded;
  if (!text.ok) return err({ type: "NotAnEvent" });
  try {
    const event: unknown = JSON.parse(text.value);
    return isRoomEvent(event) ? ok(event) : err({ type: "NotAnEvent" });
  } catch {
    return err({ type: "NotAnEvent" });
  }
}
