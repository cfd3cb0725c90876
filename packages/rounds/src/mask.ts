import { type Bytes, concatBytes, err, ok, type Result, u32 } from "@goldseam/core";
import { roundLimits } from "./limits.ts";
import { bitAt, bitsOf, type Malformed } from "./message.ts";
import { type RoundRef, slotsOf, windowOf } from "./round-ref.ts";
import { dailySlots, quickDecides, slotCount } from "./slots.ts";
import { windowMax } from "./windows.ts";

/** What a person takes from the other, switched off without a trace. */
export type Switches = {
  /** Flares in their short form (P05s). */
  readonly flares: boolean;
  /** Appreciation (P23). */
  readonly appreciation: boolean;
  /** First words (P34). */
  readonly firstWords: boolean;
};

/** What a person's devices may answer while Private is locked. Source: docs/formats/rounds.md, "Mask". */
export type Mask = {
  readonly switches: Switches;
  /** Number of the first window. */
  readonly firstWindow: number;
  /** For each of 30 windows the slots for which a yes may be sent. */
  readonly windows: readonly ReadonlySet<number>[];
};

/** Every mask has this length. */
export const maskLength = 1024;
const format = 0x33;
const headLength = 8;
const windowBytes = slotCount / 8;
const reach = roundLimits.maskReach.value;
const switchBits = { flares: 1, appreciation: 2, firstWords: 4 } as const;

/** The 1,024 bytes of a mask. Throws where it does not name 30 windows: a bug of the caller's. */
export function maskToBytes({ switches, firstWindow, windows }: Mask): Bytes {
  if (windows.length !== reach) throw new RangeError(`a mask names ${reach} windows`);
  const set = (name: keyof Switches): number => (switches[name] ? switchBits[name] : 0);
  const bytes = new Uint8Array(maskLength);
  const switched = set("flares") | set("appreciation") | set("firstWords");
  bytes.set(concatBytes(Uint8Array.of(format, switched, 0, 0), u32(firstWindow)));
  for (const [index, yes] of windows.entries()) {
    bytes.set(bitsOf(dailySlots.map((slot) => yes.has(slot))), headLength + index * windowBytes);
  }
  return bytes;
}

/** Reads a mask; refuses every other spelling of one. */
export function parseMask(bytes: Uint8Array): Result<Mask, Malformed> {
  if (bytes.length !== maskLength) return err({ type: "Malformed", field: "length" });
  if (bytes[0] !== format) return err({ type: "Malformed", field: "format" });
  const switched = bytes[1]!;
  if (switched > 7) return err({ type: "Malformed", field: "switches" });
  const end = headLength + reach * windowBytes;
  if (bytes[2] !== 0 || bytes[3] !== 0 || bytes.subarray(end).some((byte) => byte !== 0))
    return err({ type: "Malformed", field: "zeros" });
  const firstWindow = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4);
  if (firstWindow > windowMax) return err({ type: "Malformed", field: "firstWindow" });
  const windows = Array.from({ length: reach }, (_, index) => {
    const from = headLength + index * windowBytes;
    const bits = bytes.subarray(from, from + windowBytes);
    return new Set(dailySlots.filter((slot) => bitAt(bits, slot)));
  });
  const isSet = (name: keyof Switches): boolean => (switched & switchBits[name]) !== 0;
  const switches = {
    flares: isSet("flares"),
    appreciation: isSet("appreciation"),
    firstWords: isSet("firstWords"),
  };
  return ok({ switches, firstWindow, windows });
}

/**
 * The slots of `ref` for which this mask allows a yes. Without a mask: none.
 *
 * - Surprising: a round of a window before the mask's first uses the first, so that taking up a round late says no
 *   more than the choices of today; after the mask's last window nothing is yes.
 */
export function allowedIn(mask: Mask | undefined, ref: RoundRef): ReadonlySet<number> {
  if (mask === undefined) return new Set();
  const yes = mask.windows[Math.max(0, windowOf(ref) - mask.firstWindow)] ?? new Set<number>();
  return new Set(
    slotsOf(ref).filter((slot) => yes.has(slot) && (ref.kind !== "quick" || quickDecides(slot))),
  );
}
