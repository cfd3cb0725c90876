import type { FaultType } from "@goldseam/crypto/verify";
import * as words from "./words.gen/words.ts";

/** What a fault means to a person. Several faults read alike where a person would do the same about them. */
export const faultWords = {
  Malformed: words.faultChanged,
  WrongRoom: words.faultForged,
  OutOfOrder: words.faultOrder,
  TimeWentBack: words.faultOrder,
  UnknownDevice: words.faultForged,
  BadSignature: words.faultForged,
  ChainBroken: words.faultOrder,
  SeenAhead: words.faultOrder,
  Forked: words.faultForked,
  NotAMember: words.faultForged,
  WrongEpoch: words.faultForged,
  BodySwapped: words.faultChanged,
  BodyMissing: words.faultMissing,
  LinkBroken: words.faultOrder,
  LinkRefused: words.faultRight,
  HeadMismatch: words.faultForked,
  RolledBack: words.faultRolledBack,
} as const satisfies Record<FaultType, () => string>;
