import { base64url } from "./bytes.ts";

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A room: base64url of the 32-byte hash of its genesis. */
export type RoomId = Branded<string, "RoomId">;
/** A person in rooms: base64url of the 32-byte Ed25519 identity key. */
export type MemberId = Branded<string, "MemberId">;
/** One browser or phone of a person: base64url of 16 bytes, from its signing key. */
export type DeviceId = Branded<string, "DeviceId">;
/** One recorded event: base64url of 16 random bytes, chosen by its author. */
export type EventId = Branded<string, "EventId">;
/** One promise: the id of the event that made it. */
export type PromiseId = Branded<string, "PromiseId">;
/** The hash of one sealed entry: base64url of 32 bytes. */
export type EntryHash = Branded<string, "EntryHash">;

/** Where randomness comes from. An argument everywhere, so that tests can seed it. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

/** A fresh event id of 16 random bytes. */
export const newEventId = (random: RandomBytes): EventId => base64url(random(16)) as EventId;
