/**
 * The messages of the live line, one union for each direction.
 *
 * - Source: docs/formats/wire.md, "Live".
 */
import { type Bytes, concatBytes, type Result, u16, u32, u64 } from "@goldseam/core";
import type { Malformed } from "./errors.ts";
import {
  type AppendRequest,
  encodeAppend,
  encodePlaced,
  type PlacedItem,
  readOr,
  takeAppend,
  takePlaced,
} from "./frames.ts";
import { limits } from "./limits.ts";
import { WireReader } from "./wire-reader.ts";

/** What a device says. `ask` is the device's own number for an append: its answer names it. */
export type LiveUp =
  | { readonly type: "follow"; readonly room: Bytes; readonly after: number }
  | { readonly type: "unfollow"; readonly room: Bytes }
  | { readonly type: "append"; readonly ask: number; readonly batch: AppendRequest };

export const liveRefusals = ["room not found", "too many rooms"] as const;

/** What the server says. `n` and `head` of items are the room's newest; `error` is as `encodeError` writes it. */
export type LiveDown =
  | {
      readonly type: "items";
      readonly room: Bytes;
      readonly n: number;
      readonly head: Bytes;
      readonly placed: readonly PlacedItem[];
    }
  | { readonly type: "refused"; readonly room: Bytes; readonly reason: (typeof liveRefusals)[number] }
  | { readonly type: "account changed" }
  | {
      readonly type: "appended";
      readonly ask: number;
      readonly places: readonly { readonly n: number; readonly t: number }[];
    }
  | { readonly type: "not appended"; readonly ask: number; readonly error: Bytes };

const code = (first: number): Bytes => new Uint8Array([first]);

export function encodeLiveUp(message: LiveUp): Bytes {
  switch (message.type) {
    case "follow":
      return concatBytes(code(1), message.room, u32(message.after));
    case "unfollow":
      return concatBytes(code(2), message.room);
    case "append":
      return concatBytes(code(3), u32(message.ask), encodeAppend(message.batch));
  }
}

export function decodeLiveUp(bytes: Uint8Array): Result<LiveUp, Malformed> {
  const reader = new WireReader(bytes);
  const message = takeLiveUp(reader);
  reader.end("message");
  return readOr(reader, message);
}

function takeLiveUp(reader: WireReader): LiveUp {
  switch (reader.u8("type")) {
    case 1:
      return { type: "follow", room: reader.take(32, "room"), after: reader.u32("after") };
    case 2:
      return { type: "unfollow", room: reader.take(32, "room") };
    case 3:
      return { type: "append", ask: reader.u32("ask"), batch: takeAppend(reader) };
    default:
      reader.fail("type");
      return { type: "unfollow", room: new Uint8Array() };
  }
}

export function encodeLiveDown(message: LiveDown): Bytes {
  switch (message.type) {
    case "items": {
      const { room, n, head, placed } = message;
      return concatBytes(code(1), room, u32(n), head, ...placed.map(encodePlaced));
    }
    case "refused":
      return concatBytes(code(2), message.room, code(liveRefusals.indexOf(message.reason) + 1));
    case "account changed":
      return code(3);
    case "appended": {
      const places = message.places.flatMap(({ n, t }) => [u32(n), u64(t)]);
      return concatBytes(code(4), u32(message.ask), ...places);
    }
    case "not appended":
      return concatBytes(code(5), u32(message.ask), u16(message.error.length), message.error);
  }
}

export function decodeLiveDown(bytes: Uint8Array): Result<LiveDown, Malformed> {
  const reader = new WireReader(bytes);
  const message = takeLiveDown(reader);
  reader.end("message");
  return readOr(reader, message);
}

function takeLiveDown(reader: WireReader): LiveDown {
  switch (reader.u8("type")) {
    case 1: {
      const room = reader.take(32, "room");
      const n = reader.u32("n");
      const head = reader.take(32, "head");
      return { type: "items", room, n, head, placed: takePlaced(reader) };
    }
    case 2: {
      const room = reader.take(32, "room");
      const reason = liveRefusals[reader.u8("code") - 1];
      if (reason === undefined) reader.fail("code");
      return { type: "refused", room, reason: reason ?? "room not found" };
    }
    case 3:
      return { type: "account changed" };
    case 4:
      return { type: "appended", ask: reader.u32("ask"), places: takePlaces(reader) };
    case 5:
      return {
        type: "not appended",
        ask: reader.u32("ask"),
        error: reader.take(reader.u16("length"), "error"),
      };
    default:
      reader.fail("type");
      return { type: "account changed" };
  }
}

function takePlaces(reader: WireReader): { n: number; t: number }[] {
  const places: { n: number; t: number }[] = [];
  while (reader.left > 0) {
    if (places.length === limits.appendItemsMax) reader.fail("places");
    places.push({ n: reader.u32("n"), t: reader.u64("t") });
  }
  return places;
}
