import { err, ok, type Result } from "./result.ts";

/** Bytes that own their memory: what WebCrypto and IndexedDB accept. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Joins `parts` in order into one new array. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Whether both hold the same bytes. Not constant in time: for public values only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // A plain loop: with a callback for each byte it cost as much as a hash.
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

const utf8Encoder = new TextEncoder();
const utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => utf8Encoder.encode(text);

/** The text that `bytes` spell, or `NotUtf8` when they spell none. */
export function textOf(bytes: Uint8Array): Result<string, { readonly type: "NotUtf8" }> {
  try {
    return ok(utf8Decoder.decode(bytes));
  } catch {
    return err({ type: "NotUtf8" });
  }
}

/** What newer engines have of their own; typed here because the standard library's types do not know it yet. */
type NativeBase64 = { toBase64?(options: { alphabet: "base64url"; omitPadding: true }): string };
type NativeBytes = { fromBase64?(text: string, options: { alphabet: "base64url" }): Bytes };

/** Base64 for addresses (RFC 4648, section 5), without padding. */
export function base64url(bytes: Uint8Array): string {
  const native = bytes as Uint8Array & NativeBase64;
  if (native.toBase64 !== undefined) return native.toBase64({ alphabet: "base64url", omitPadding: true });
  let binary = "";
  for (let index = 0; index < bytes.length; index += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(index, index + 0x8000));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Reads what `base64url` wrote, and nothing else.
 *
 * A second spelling of the same bytes (padding, stray low bits) is refused, so that a text names one value.
 */
export function fromBase64url(text: string): Result<Bytes, { readonly type: "NotBase64url" }> {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return err({ type: "NotBase64url" });
  const bytes = bytesOfBase64url(text);
  return base64url(bytes) === text ? ok(bytes) : err({ type: "NotBase64url" });
}

function bytesOfBase64url(text: string): Bytes {
  const native = Uint8Array as NativeBytes;
  if (native.fromBase64 !== undefined) return native.fromBase64(text, { alphabet: "base64url" });
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Reads lower-case hexadecimal. Throws on anything else: used for constants and vectors alone. */
export function fromHex(text: string): Bytes {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Error("fromHex takes pairs of lower-case hexadecimal digits");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Big-endian bytes of a whole number below 2^16. */
export const u16 = (value: number): Bytes => new Uint8Array([value >> 8, value & 0xff]);

/** Big-endian bytes of a whole number below 2^32. */
export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  putU32(bytes, 0, value);
  return bytes;
}

/** Big-endian bytes of a whole number below 2^53. Throws on a number that is not whole: a bug of the caller's. */
export function u64(value: number): Bytes {
  if (!Number.isInteger(value)) throw new RangeError("u64 takes whole numbers");
  const bytes = new Uint8Array(8);
  putU32(bytes, 0, Math.floor(value / 2 ** 32));
  putU32(bytes, 4, value);
  return bytes;
}

/** By shifts, without a `DataView`: every head of a record is made of three such numbers. */
function putU32(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 24;
  bytes[offset + 1] = value >>> 16;
  bytes[offset + 2] = value >>> 8;
  bytes[offset + 3] = value;
}
