import { type Bytes, concatBytes } from "@goldseam/core";

/** Room and device stand in every header at 1 to 49; their rows say them already, and 48 bytes of 820 count. */
export const withoutNames = (item: Bytes): Bytes => concatBytes(item.subarray(0, 1), item.subarray(49));

/** The header that `withoutNames` shortened. */
export const withNames = (item: Bytes, room: Bytes, device: Bytes): Bytes =>
  concatBytes(item.subarray(0, 1), room, device, item.subarray(1));
