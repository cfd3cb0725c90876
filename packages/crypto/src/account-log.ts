import { type Bytes, concatBytes, equalBytes, err, ok, type Result, u32, u64 } from "@goldseam/core";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { deviceIdOf, hash } from "./hash.ts";
import type { Malformed } from "./item.ts";
import { labels } from "./labels.ts";
import type { SignatureCheck } from "./signature.ts";

export const accountLogLinkLength = 190;
export const accountLogTypes = ["first device", "device by kit", "device by code", "device ended"] as const;

export type AccountLogFields = {
  readonly identity: Bytes;
  readonly number: number;
  readonly previous: Bytes;
  readonly type: (typeof accountLogTypes)[number];
  readonly at: number;
  readonly device: Bytes;
  readonly deviceKey: Bytes;
};
export type AccountLogLink = AccountLogFields & {
  readonly signature: Bytes;
  readonly bytes: Bytes;
  readonly hash: Bytes;
};

export type AccountLogFault = "LinkBroken" | "WrongAccount" | "UnknownDevice" | "DeviceKnown" | "DeviceEnded";

/** The first 126 bytes of a link: what the identity signs under the label. */
export const accountLogSignedBytes = (fields: AccountLogFields): Bytes =>
  concatBytes(
    new Uint8Array([0x20]),
    fields.identity,
    u32(fields.number),
    fields.previous,
    new Uint8Array([accountLogTypes.indexOf(fields.type) + 1]),
    u64(fields.at),
    fields.device,
    fields.deviceKey,
  );

export const accountLogMessage = (fields: AccountLogFields): Bytes =>
  concatBytes(labels.accountLog, accountLogSignedBytes(fields));

/** Reads one link of an account log. Shape: docs/formats/account.md, "Account log". */
export function parseAccountLogLink(input: Uint8Array): Result<AccountLogLink, Malformed> {
  try {
    const bytes = new Uint8Array(input);
    const reader = new ByteReader(bytes);
    if (reader.u8("format") !== 0x20) throw new Unreadable("format");
    const identity = reader.take(32, "identity");
    const number = reader.u32("number");
    const previous = reader.take(32, "previous");
    const type = accountLogTypes[reader.u8("type") - 1];
    if (type === undefined) throw new Unreadable("type");
    const at = reader.u64("at");
    const device = reader.take(16, "device");
    const deviceKey = reader.take(32, "deviceKey");
    const signature = reader.take(64, "signature");
    reader.end("link");
    const fields = { identity, number, previous, type, at, device, deviceKey };
    return ok({ ...fields, signature, bytes, hash: hash(labels.accountLogHash, bytes) });
  } catch (error) {
    if (error instanceof Unreadable) return err({ type: "Malformed", at: error.at });
    throw error;
  }
}

/** The signature that an account log link needs. */
export const accountLogSignatureOf = (link: AccountLogLink): SignatureCheck => ({
  publicKey: link.identity,
  signature: link.signature,
  message: accountLogMessage(link),
});

/** Why `link` cannot follow the links in `before`, or null. Its signature is checked apart. */
export function accountLogFaultOf(
  before: readonly AccountLogLink[],
  link: AccountLogLink,
): AccountLogFault | null {
  const last = before.at(-1);
  if (link.number !== before.length + 1) return "LinkBroken";
  if (!equalBytes(link.previous, last?.hash ?? new Uint8Array(32))) return "LinkBroken";
  if (last !== undefined && !equalBytes(last.identity, link.identity)) return "WrongAccount";
  if (!equalBytes(deviceIdOf(link.deviceKey), link.device)) return "UnknownDevice";
  if ((link.type === "first device") !== (last === undefined)) return "LinkBroken";
  const ofDevice = before.filter((earlier) => equalBytes(earlier.device, link.device));
  if (link.type === "device ended") return ofDevice.length === 1 ? null : "UnknownDevice";
  return ofDevice.length === 0 ? null : "DeviceKnown";
}
