/**
 * Items on their way: framed when a device sends them, placed when it gets them.
 *
 * Decoders take whatever arrived and answer with a value: no input makes them throw, and none makes them hold
 * more memory than the input itself, because every item is a view of it.
 *
 * - Source: docs/formats/wire.md, "Framed items".
 */
import { type Bytes, concatBytes, err, ok, type Result, u16, u32, u64 } from "@goldseam/core";
import type { Malformed } from "./errors.ts";
import { limits } from "./limits.ts";
import { WireReader } from "./wire-reader.ts";

/** A batch of items for one room, in the order in which they are to stand. */
export type AppendRequest = { readonly room: Bytes; readonly items: readonly Bytes[] };

/** An item with its place. When `erased`, `item` ends after its signature. */
export type PlacedItem = {
  readonly n: number;
  readonly t: number;
  readonly erased: boolean;
  readonly item: Bytes;
};

/** Asks for what stands after number `after`, at most `most` items. */
export type PullRequest = { readonly room: Bytes; readonly after: number; readonly most: number };

/**
 * What stands after the cursor, oldest first; `n` and `head` are the newest that the asker may read.
 *
 * It ends early by bytes as well as by count: there is more while the last item's n is below `n`.
 */
export type PullAnswer = { readonly n: number; readonly head: Bytes; readonly placed: readonly PlacedItem[] };

/** Bytes of a placed item besides the item itself. */
export const placedOverhead = 17;

export const encodeAppend = ({ room, items }: AppendRequest): Bytes =>
  concatBytes(room, ...items.flatMap((item) => [u32(item.length), item]));

export function decodeAppend(bytes: Uint8Array): Result<AppendRequest, Malformed> {
  const reader = new WireReader(bytes);
  const request = takeAppend(reader);
  return readOr(reader, request);
}

/** A batch to the end of the input. */
export function takeAppend(reader: WireReader): AppendRequest {
  const room = reader.take(32, "room");
  const items: Bytes[] = [];
  while (reader.left > 0) {
    if (items.length === limits.appendItemsMax) reader.fail("frames");
    items.push(takeItem(reader));
  }
  if (items.length === 0) reader.fail("frames");
  return { room, items };
}

export const encodePlaced = ({ n, t, erased, item }: PlacedItem): Bytes =>
  concatBytes(u32(n), u64(t), new Uint8Array([erased ? 1 : 0]), u32(item.length), item);

/** One placed item and nothing after it: what `encodePlaced` wrote. */
export function decodePlaced(bytes: Uint8Array): Result<PlacedItem, Malformed> {
  const reader = new WireReader(bytes);
  const [placed] = takePlaced(reader, 1);
  if (placed === undefined) reader.fail("placed");
  return readOr(reader, placed!);
}

export const encodePull = ({ room, after, most }: PullRequest): Bytes =>
  concatBytes(room, u32(after), u16(most));

export function decodePull(bytes: Uint8Array): Result<PullRequest, Malformed> {
  const reader = new WireReader(bytes);
  const room = reader.take(32, "room");
  const after = reader.u32("after");
  const most = reader.u16("most");
  if (most < 1 || most > limits.pullItemsMax) reader.fail("most");
  reader.end("pull");
  return readOr(reader, { room, after, most });
}

export const encodePullAnswer = ({ n, head, placed }: PullAnswer): Bytes =>
  concatBytes(u32(n), head, ...placed.map(encodePlaced));

export function decodePullAnswer(bytes: Uint8Array): Result<PullAnswer, Malformed> {
  const reader = new WireReader(bytes);
  const n = reader.u32("n");
  const head = reader.take(32, "head");
  return readOr(reader, { n, head, placed: takePlaced(reader) });
}

/** All placed items to the end of the input. Counts no further than a message may hold. */
export function takePlaced(reader: WireReader, most: number = limits.pullItemsMax): PlacedItem[] {
  const placed: PlacedItem[] = [];
  while (reader.left > 0) {
    if (placed.length === most) reader.fail("placed");
    const n = reader.u32("n");
    const t = reader.u64("t");
    const flags = reader.u8("flags");
    if (flags > 1) reader.fail("flags");
    placed.push({ n, t, erased: flags === 1, item: takeItem(reader) });
  }
  return placed;
}

/** `value` if everything was there, else where the input broke off. */
export function readOr<T>(reader: WireReader, value: T): Result<T, Malformed> {
  return reader.failedAt === undefined ? ok(value) : err({ type: "Malformed", at: reader.failedAt });
}

function takeItem(reader: WireReader): Bytes {
  const length = reader.u32("length");
  if (length < 1 || length > limits.itemBytesMax) reader.fail("length");
  return reader.take(length, "item");
}
