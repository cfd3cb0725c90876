import { type Bytes, concatBytes, equalBytes, err, ok, type Result, u32, u64 } from "@goldseam/core";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { deviceIdOf, hash } from "./hash.ts";
import type { Malformed } from "./item.ts";
import { labels } from "./labels.ts";
import type { SignatureCheck } from "./signature.ts";

export const accountLogLinkLength = 190;
/** A link that says which own device acted, with that device's signature too. */
export const actedLinkLength = 270;
export const accountLogTypes = ["first device", "device by kit", "device by code", "device ended"] as const;

export type AccountLogFields = {
  readonly identity: Bytes;
  readonly number: number;
  readonly previous: Bytes;
  readonly type: (typeof accountLogTypes)[number];
  readonly at: number;
  readonly device: Bytes;
  readonly deviceKey: Bytes;
  /**
   * The own device that acted: it let the other one in, or ended it. Absent where nobody but the device itself acts.
   *
   * The identity key alone would not say: whoever opened the account with its kit holds it too.
   */
  readonly by?: Bytes | undefined;
};
export type AccountLogLink = AccountLogFields & {
  readonly signature: Bytes;
  /** By the acting device; present when `by` is. */
  readonly actingSignature?: Bytes | undefined;
  readonly bytes: Bytes;
  readonly hash: Bytes;
};

export type AccountLogFault =
  | "LinkBroken"
  | "WrongAccount"
  | "UnknownDevice"
  | "DeviceKnown"
  | "DeviceEnded"
  | "NobodyActed";

const plainFormat = 0x20;
const actedFormat = 0x21;

/** The bytes of a link before its signatures: what the identity, and the acting device, sign under the label. */
export const accountLogSignedBytes = (fields: AccountLogFields): Bytes =>
  concatBytes(
    new Uint8Array([fields.by === undefined ? plainFormat : actedFormat]),
    fields.identity,
    u32(fields.number),
    fields.previous,
    new Uint8Array([accountLogTypes.indexOf(fields.type) + 1]),
    u64(fields.at),
    fields.device,
    fields.deviceKey,
    fields.by ?? new Uint8Array(),
  );

export const accountLogMessage = (fields: AccountLogFields): Bytes =>
  concatBytes(labels.accountLog, accountLogSignedBytes(fields));

/** Reads one link of an account log. Shape: docs/formats/account.md, "Account log". */
export function parseAccountLogLink(input: Uint8Array): Result<AccountLogLink, Malformed> {
  try {
    const bytes = new Uint8Array(input);
    const reader = new ByteReader(bytes);
    const format = reader.u8("format");
    if (format !== plainFormat && format !== actedFormat) throw new Unreadable("format");
    const identity = reader.take(32, "identity");
    const number = reader.u32("number");
    const previous = reader.take(32, "previous");
    const type = accountLogTypes[reader.u8("type") - 1];
    if (type === undefined) throw new Unreadable("type");
    const at = reader.u64("at");
    const device = reader.take(16, "device");
    const deviceKey = reader.take(32, "deviceKey");
    const by = format === actedFormat ? reader.take(16, "by") : undefined;
    const signature = reader.take(64, "signature");
    const actingSignature = by && reader.take(64, "actingSignature");
    reader.end("link");
    const fields = { identity, number, previous, type, at, device, deviceKey };
    const acted = by && { by, actingSignature };
    return ok({ ...fields, ...acted, signature, bytes, hash: hash(labels.accountLogHash, bytes) });
  } catch (error) {
    if (error instanceof Unreadable) return err({ type: "Malformed", at: error.at });
    throw error;
  }
}

/**
 * The signatures that an account log link needs: of the identity, and of the device that acted.
 *
 * `before` holds the links that it follows. An acting device that they do not know is `accountLogFaultOf`'s matter.
 */
export function accountLogSignaturesOf(
  before: readonly AccountLogLink[],
  link: AccountLogLink,
): readonly SignatureCheck[] {
  const message = accountLogMessage(link);
  const own = { publicKey: link.identity, signature: link.signature, message };
  const acting = before.find((earlier) => link.by !== undefined && equalBytes(earlier.device, link.by));
  if (acting === undefined || link.actingSignature === undefined) return [own];
  return [own, { publicKey: acting.deviceKey, signature: link.actingSignature, message }];
}

/** Why `link` cannot follow the links in `before`, or null. Its signatures are checked apart. */
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
  // Who ended a device was not asked for at first: such links are still good to read.
  const mayAct = link.type === "device by code" || link.type === "device ended";
  if (link.by === undefined ? link.type === "device by code" : !mayAct) return "NobodyActed";
  const acting = link.by === undefined ? null : linksOf(before, link.by);
  if (acting !== null && acting.length !== 1) return acting.length === 0 ? "UnknownDevice" : "DeviceEnded";
  const ofDevice = linksOf(before, link.device);
  if (link.type === "device ended") return ofDevice.length === 1 ? null : "UnknownDevice";
  return ofDevice.length === 0 ? null : "DeviceKnown";
}

const linksOf = (log: readonly AccountLogLink[], device: Bytes): readonly AccountLogLink[] =>
  log.filter((earlier) => equalBytes(earlier.device, device));
