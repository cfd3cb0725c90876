import { type Bytes, base64url, concatBytes, type DeviceId, err, ok, type Result, u32 } from "@goldseam/core";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { hash } from "./hash.ts";
import { labels } from "./labels.ts";
import { type Link, parseLink } from "./link.ts";
import { paddedLengthIsValid } from "./padding.ts";

export const headerLength = 177;
export const signatureLength = 64;
/** Largest body of an entry: a plaintext of 64 KiB and the 16 bytes of its seal. */
export const bodyLengthMax = 65_552;
export const redactedMax = 64;

/** First byte of an item. */
export const formats = { entry: 0x01, redaction: 0x02, certificate: 0x03, link: 0x10 } as const;

export type Header = {
  readonly format: 1 | 2 | 3;
  readonly room: Bytes;
  readonly device: Bytes;
  readonly seq: number;
  readonly prev: Bytes;
  readonly seenN: number;
  readonly seenHead: Bytes;
  readonly epoch: number;
  readonly salt: Bytes;
  readonly bodyHash: Bytes;
  readonly bodyLength: number;
};

type Signed = {
  readonly header: Header;
  /** The writer's device, by the text that a record names it by. */
  readonly deviceId: DeviceId;
  readonly headerBytes: Bytes;
  readonly signature: Bytes;
  readonly hash: Bytes;
};

/** A sealed body, or none when it was erased. */
export type Entry = Signed & { readonly kind: "entry"; readonly body: Bytes | undefined };
export type Redaction = Signed & {
  readonly kind: "redaction";
  readonly body: Bytes;
  readonly hashes: readonly Bytes[];
};
export type Certificate = Signed & {
  readonly kind: "certificate";
  readonly body: Bytes;
  readonly deviceKey: Bytes;
  readonly identity: Bytes;
  readonly certificateSignature: Bytes;
};
export type Item = Entry | Redaction | Certificate | Link;

export type Malformed = { readonly type: "Malformed"; readonly at: string };

/** The 177 bytes of `header`. Shape: docs/formats/record.md, "Header". */
export const headerToBytes = (header: Header): Bytes =>
  concatBytes(
    new Uint8Array([header.format]),
    header.room,
    header.device,
    u32(header.seq),
    header.prev,
    u32(header.seenN),
    header.seenHead,
    u32(header.epoch),
    header.salt,
    header.bodyHash,
    u32(header.bodyLength),
  );

/** Item hash: what heads, device chains and redactions name. */
export const itemHashOf = (headerBytes: Uint8Array, signature: Uint8Array): Bytes =>
  hash(labels.itemHash, headerBytes, signature);

/** What a header and the signature under it say together. */
export const signedOf = (header: Header, headerBytes: Bytes, signature: Bytes): Signed => ({
  header,
  deviceId: base64url(header.device) as DeviceId,
  headerBytes,
  signature,
  hash: itemHashOf(headerBytes, signature),
});

/** The bytes of an item as they travel and rest. An erased body is left out. */
export function itemToBytes(item: Item): Bytes {
  if (item.kind === "link") return item.bytes;
  return concatBytes(item.headerBytes, item.signature, item.body ?? new Uint8Array());
}

/**
 * Reads one item, and refuses everything that docs/formats/record.md calls Malformed.
 *
 * With `bodyErased` the bytes end after the signature and the entry has no body. That the body is the one the
 * header names is asked by `faultOf`, not here.
 */
export function parseItem(bytes: Uint8Array, { bodyErased = false } = {}): Result<Item, Malformed> {
  try {
    if (bytes[0] === formats.link) return ok(parseLink(bytes));
    return ok(readSigned(bytes, bodyErased));
  } catch (error) {
    if (error instanceof Unreadable) return err({ type: "Malformed", at: error.at });
    throw error;
  }
}

function readSigned(bytes: Uint8Array, bodyErased: boolean): Item {
  const reader = new ByteReader(bytes);
  const header = readHeader(reader);
  const headerBytes = new Uint8Array(bytes.subarray(0, headerLength));
  const signature = reader.take(signatureLength, "signature");
  const signed = signedOf(header, headerBytes, signature);
  if (header.format === formats.entry) {
    if (header.bodyLength > bodyLengthMax || !paddedLengthIsValid(header.bodyLength - 16)) {
      throw new Unreadable("bodyLength");
    }
    const body = bodyErased ? undefined : reader.take(header.bodyLength, "body");
    reader.end("body");
    return { ...signed, kind: "entry", body };
  }
  if (bodyErased) throw new Unreadable("body");
  if (header.epoch !== 0 || header.salt.some((byte) => byte !== 0)) throw new Unreadable("epoch");
  const body = reader.take(Math.min(header.bodyLength, bodyLengthMax), "body");
  reader.end("body");
  return header.format === formats.redaction ? readRedaction(signed, body) : readCertificate(signed, body);
}

function readHeader(reader: ByteReader): Header {
  const format = reader.u8("format");
  if (format !== formats.entry && format !== formats.redaction && format !== formats.certificate) {
    throw new Unreadable("format");
  }
  return {
    format,
    room: reader.take(32, "room"),
    device: reader.take(16, "device"),
    seq: reader.u32("seq"),
    prev: reader.take(32, "prev"),
    seenN: reader.u32("seenN"),
    seenHead: reader.take(32, "seenHead"),
    epoch: reader.u32("epoch"),
    salt: reader.take(16, "salt"),
    bodyHash: reader.take(32, "bodyHash"),
    bodyLength: reader.u32("bodyLength"),
  };
}

function readRedaction(signed: Signed, body: Bytes): Redaction {
  const reader = new ByteReader(body);
  const count = reader.u8("count");
  if (count < 1 || count > redactedMax) throw new Unreadable("count");
  const hashes = Array.from({ length: count }, () => reader.take(32, "hashes"));
  reader.end("hashes");
  return { ...signed, kind: "redaction", body, hashes };
}

function readCertificate(signed: Signed, body: Bytes): Certificate {
  const reader = new ByteReader(body);
  const deviceKey = reader.take(32, "deviceKey");
  const identity = reader.take(32, "identity");
  const certificateSignature = reader.take(64, "certificateSignature");
  reader.end("certificate");
  return { ...signed, kind: "certificate", body, deviceKey, identity, certificateSignature };
}
