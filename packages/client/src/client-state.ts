import type { Bytes, Instant } from "@goldseam/core";
import type { Fault } from "@goldseam/crypto/verify";
import type { OwnDevice } from "./account/devices.ts";
import type { OwnInvite } from "./couple/couple-keeper.ts";
import type { PractitionerInvites } from "./members/keeper.ts";
import type { Room } from "./room/room.ts";

/** Which way in a person chose. It changes what is offered first and nothing else. */
export type Door = "couple" | "alone" | "practitioner";
export type Profile = { readonly name: string; readonly door: Door };

export type ClientState = {
  readonly stage: "opening" | "new" | "signed in";
  readonly profile: Profile | undefined;
  /** The couple's room, once this person is in one. */
  readonly couple: Room | undefined;
  /** Couples' rooms in which this person is the practitioner. */
  readonly clients: readonly Room[];
  /** Rooms that this person was in and has left, or was taken out of. They hold what had been read. */
  readonly former: readonly Room[];
  /** Rooms of one person and one practitioner, while Private is unlocked. */
  readonly individual: readonly Room[];
  /** Answered an invite; the inviter's device has not let them in yet. */
  readonly isJoining: boolean;
  /** Why the room that this person waits to be let into is not the one of the invite, or not an honest one. */
  readonly joiningFault: Fault | undefined;
  readonly invite: OwnInvite | undefined;
  /** Invites to practitioners, until each is in or proposed: to the couple's room, and to an own individual one. */
  readonly practitionerInvites: PractitionerInvites;
  /** Somebody between put other keys into an answer to this person's invite. Nobody was let in. */
  readonly keysSwapped: boolean;
  readonly isOnline: boolean;
  /** Private keys are in memory. */
  readonly isUnlocked: boolean;
  /** The person's own room, while Private is unlocked. */
  readonly private: Room | undefined;
  /** A practitioner's room for own notes, while Private is unlocked. */
  readonly practice: Room | undefined;
  /** The room that holds what this person's devices may say while Private is locked. */
  readonly doorstep: Room | undefined;
  /** Own devices that were added and that this one has not been told to know, while Private is unlocked. */
  readonly newDevices: readonly OwnDevice[];
  /** This device keeps out of everything but Private. */
  readonly isPrivateOnly: boolean;
  /** A passkey of this device opens Private too. */
  readonly passkey: { readonly credential: Bytes; readonly salt: Bytes } | undefined;
  readonly kitDue: Instant | undefined;
  readonly isStoreFull: boolean;
};

/** A browser that nobody has an account on. */
export const nobody: ClientState = {
  stage: "new",
  profile: undefined,
  couple: undefined,
  clients: [],
  former: [],
  individual: [],
  isJoining: false,
  joiningFault: undefined,
  invite: undefined,
  practitionerInvites: {},
  keysSwapped: false,
  isOnline: false,
  isUnlocked: false,
  private: undefined,
  practice: undefined,
  doorstep: undefined,
  newDevices: [],
  isPrivateOnly: false,
  passkey: undefined,
  kitDue: undefined,
  isStoreFull: false,
};
