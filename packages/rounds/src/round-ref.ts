import { type Bytes, base64url, concatBytes, type EventId, fromBase64url, u32 } from "@goldseam/core";
import { roundLimits } from "./limits.ts";
import { dailySlots, quickSlots, startSlotsEnd } from "./slots.ts";
import { windowMax } from "./windows.ts";

/** Which round. Source: docs/formats/rounds.md, "A round". */
export type RoundRef =
  | { readonly kind: "daily"; readonly number: number }
  | { readonly kind: "quick"; readonly number: number }
  | { readonly kind: "start"; readonly number: number; readonly run: EventId; readonly slot: number };
export type RoundKind = RoundRef["kind"];

const kinds: readonly RoundKind[] = ["daily", "quick", "start"];
const perWindow = 32;

/** Length of the bytes of a reference. */
export const refLength = 22;

export const dailyRound = (window: number): RoundRef => ({ kind: "daily", number: window });
/** The `index`-th quick round of a window, from 1. */
export const quickRound = (window: number, index: number): RoundRef => ({
  kind: "quick",
  number: window * perWindow + index,
});
/** The `index`-th start of `run` in a window, from 1; `slot` is the topic's. */
export const startRound = (window: number, index: number, run: EventId, slot: number): RoundRef => ({
  kind: "start",
  number: window * perWindow + index,
  run,
  slot,
});

/** The number of the window that a round belongs to. */
export const windowOf = (ref: RoundRef): number =>
  ref.kind === "daily" ? ref.number : Math.floor(ref.number / perWindow);

/** Which quick round of its window, or which start of its run there, from 1; 0 for a daily round. */
export const indexOf = (ref: RoundRef): number => (ref.kind === "daily" ? 0 : ref.number % perWindow);

/** The slots of a round, in the order of their points. */
export const slotsOf = (ref: RoundRef): readonly number[] =>
  ref.kind === "daily" ? dailySlots : ref.kind === "quick" ? quickSlots : [ref.slot];

/** A text that names a round and no other: a key of maps, and the topic of a wish without its slot. */
export const refKey = (ref: RoundRef): string =>
  ref.kind === "start"
    ? `${kinds.indexOf(ref.kind) + 1}/${ref.number}/${ref.run}/${ref.slot}`
    : `${kinds.indexOf(ref.kind) + 1}/${ref.number}/-/0`;

/** The 22 bytes of a reference. */
export function refToBytes(ref: RoundRef): Bytes {
  const run = ref.kind === "start" ? fromBase64url(ref.run) : null;
  if (run !== null && (!run.ok || run.value.length !== 16)) throw new Error("a run's id is an event id");
  return concatBytes(
    Uint8Array.of(kinds.indexOf(ref.kind) + 1),
    u32(ref.number),
    run?.value ?? new Uint8Array(16),
    Uint8Array.of(ref.kind === "start" ? ref.slot : 0),
  );
}

/** The reference that `bytes` spell, or null where they spell none: every round has one spelling. */
export function parseRef(bytes: Uint8Array): RoundRef | null {
  if (bytes.length !== refLength) return null;
  const kind = kinds[bytes[0]! - 1];
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  const run = bytes.slice(5, 21) as Bytes;
  const slot = bytes[21]!;
  if (kind === undefined) return null;
  const index = number % perWindow;
  if (kind !== "daily" && (number / perWindow > windowMax || index === 0)) return null;
  if (kind === "start") {
    if (slot >= startSlotsEnd || run.every((byte) => byte === 0)) return null;
    return { kind, number, run: base64url(run) as EventId, slot };
  }
  if (slot !== 0 || run.some((byte) => byte !== 0)) return null;
  if (kind === "quick") return index > roundLimits.quickADay.value ? null : { kind, number };
  return number > windowMax ? null : { kind, number };
}
