import type { EventId, Instant, RoomEvent } from "@goldseam/core";
import type { Practice, Refusal } from "@goldseam/practices";
import { tidyName } from "../members/people.ts";

/** What a person calls their own devices, by device id in base64url. Kept in the private room, so that all of them know. */
export type DeviceNames = ReadonlyMap<string, string>;

/** A fold like a practice's, of the private room alone. The last name given stands; an empty one takes it back. */
export const deviceNames: Practice<"device-names", DeviceNames> = {
  kind: "device-names",
  rooms: ["private"],
  types: ["device.named"],
  empty: new Map(),
  refusal: (_names, { event }) => refusal(event),
  evolve(names, { event }) {
    if (refusal(event) !== null) return names;
    const { device, name } = event.data as { device: string; name: string };
    return new Map(names).set(device, name);
  },
};

function refusal({ v, data }: RoomEvent): Refusal | null {
  if (v !== 1) return { type: "NewerVersion" };
  const { device, name } = (data ?? {}) as { device?: unknown; name?: unknown };
  const isDevice = typeof device === "string" && /^[A-Za-z0-9_-]{22}$/.test(device);
  const isName = typeof name === "string" && (name === "" || tidyName(name) === name);
  return isDevice && isName ? null : { type: "Malformed" };
}

/** Names a device; nothing but spaces takes the name back. */
export const nameDevice = (
  device: string,
  name: string,
  { id, at }: { readonly id: EventId; readonly at: Instant },
): RoomEvent => ({ v: 1, type: "device.named", id, at, data: { device, name: tidyName(name) ?? "" } });
