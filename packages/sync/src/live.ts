/**
 * The messages of the live line, one union for each direction.
 *
 * - Source: docs/formats/wire.md, "Live".
 */
import { type Bytes, concatBytes, type Result, u32 } from "@goldseam/core";
import type { Malformed } from "./errors.ts";
import { encodePlaced, type PlacedItem, readOr, takePlaced } from "./frames.ts";
import { WireReader } from "./wire-reader.ts";

/** What a device says. */
export type LiveUp =
  | { readonly type: "follow"; readonly room: Bytes; readonly after: number }
  | { readonly type: "unfollow"; readonly room: Bytes };

export const liveRefusals = ["room not found", "too many rooms"] as const;

/** What the server says. `n` and `head` of items are the room's newest. */
export type LiveDown =
  | {
      readonly type: "items";
      readonly room: Bytes;
      readonly n: number;
      readonly head: Bytes;
      readonly placed: readonly PlacedItem[];
    }
  | { readonly type: "refused"; readonly room: Bytes; readonly reason: (typeof liveRefusals)[number] }
  | { readonly type: "account changed" };

const code = (first: number): Bytes => new Uint8Array([first]);

export function encodeLiveUp(message: LiveUp): Bytes {
  switch (message.type) {
    case "follow":
      return concatBytes(code(1), message.room, u32(message.after));
    case "unfollow":
      return concatBytes(code(2), message.room);
  }
}

export function decodeLiveUp(bytes: Uint8Array): Result<LiveUp, Malformed> {
  const reader = new WireReader(bytes);
  const type = reader.u8("type");
  if (type < 1 || type > 2) reader.fail("type");
  const room = reader.take(32, "room");
  const message: LiveUp =
    type === 1 ? { type: "follow", room, after: reader.u32("after") } : { type: "unfollow", room };
  reader.end("message");
  return readOr(reader, message);
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
    default:
      reader.fail("type");
      return { type: "account changed" };
  }
}
