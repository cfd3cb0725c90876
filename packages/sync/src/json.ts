import { type Bytes, base64url, fromBase64url } from "@goldseam/core";
import * as v from "valibot";

/**
 * JSON of `value`, with every byte string as base64url without padding.
 *
 * The schemas of `endpoints` read exactly this back: requests and answers are bytes and numbers on both sides,
 * and text only in between.
 */
export const encodeJson = (value: unknown): string => JSON.stringify(withBytesAsText(value));

function withBytesAsText(value: unknown): unknown {
  if (value instanceof Uint8Array) return base64url(value);
  if (Array.isArray(value)) return value.map(withBytesAsText);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withBytesAsText(part)]));
}

/** Text of `min` to `max` bytes. The text's length is looked at before anything is decoded. */
export const bytesBetween = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(Math.ceil((max * 4) / 3)),
    v.rawTransform<string, Bytes>(({ dataset, addIssue, NEVER }) => {
      const bytes = fromBase64url(dataset.value);
      if (bytes.ok && bytes.value.length >= min && bytes.value.length <= max) return bytes.value;
      addIssue({ message: "bytes" });
      return NEVER;
    }),
  );

export const bytesOf = (length: number) => bytesBetween(length, length);

/** A number of an item or link. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
/** A moment in milliseconds. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999));
