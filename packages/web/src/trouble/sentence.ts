import type { WeakPassword, WireError } from "@goldseam/client";
import type { NotAKit } from "@goldseam/crypto/kit";
import * as words from "./words.gen/words.ts";

/** Every expected refusal outside a practice's own rules, and its sentence. */
const sentences = {
  Unreachable: words.offline,
  NotSignedIn: words.offline,
  SlotNotOpened: words.wrongKit,
  AccountLogDamaged: words.accountLogDamaged,
  NotAnInvite: words.inviteBroken,
  InviteNotFound: words.inviteUnknown,
  InviteUsed: words.inviteUsed,
  InviteExpired: words.inviteExpired,
  AlreadyPaired: words.alreadyPaired,
  MeetingNotFound: words.meetingOver,
  MeetingMoved: words.meetingOver,
  MeetingOver: words.meetingOver,
  TooNew: words.tooNew,
  StillMember: words.stillMember,
  NotAName: words.nameNeeded,
  TooMany: words.tooMany,
  Full: words.full,
  StoreFull: words.storeFull,
  TooLong: words.tooLong,
  Locked: words.locked,
  NotAMember: words.notAMember,
  RoomStopped: words.stopped,
} as const satisfies Partial<Record<WireError["type"], () => string>> & Record<string, () => string>;

/** The sentence for a refusal; for one that nobody foresaw, a plain one that says that nothing changed. */
export const sentenceOf = ({ type }: { readonly type: string }): string =>
  (sentences as Readonly<Record<string, () => string>>)[type]?.() ?? words.refused();

export function weaknessSentence(weakness: WeakPassword): string {
  switch (weakness.type) {
    case "TooShort":
      return words.passwordShort({ least: weakness.least });
    case "TooPlain":
      return words.passwordPlain();
    case "HoldsTheName":
      return words.passwordName();
  }
}

export function kitSentence(refused: NotAKit): string {
  switch (refused.type) {
    case "WordCount":
      return words.kitCount({ given: refused.given });
    case "UnknownWords":
      return words.kitUnknown({
        count: refused.positions.length,
        places: refused.positions.map((position) => String(position + 1)).join(", "),
      });
    case "WordsDoNotFit":
      return words.kitMismatch();
  }
}
