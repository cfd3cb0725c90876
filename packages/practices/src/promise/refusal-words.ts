import type { PromiseCommandRefusal } from "./commands.ts";
import type { ForbiddenKind } from "./forbidden-words.ts";

/** The sentence of every refusal, as a key of words/en.json: a new refusal without one does not compile. */
export const refusalWords = {
  NewerVersion: "refusedNewerVersion",
  Malformed: "refusedMalformed",
  NotACoupleRoom: "refusedNotACoupleRoom",
  NotAPartner: "refusedNotAPartner",
  NotTheOtherPartner: "refusedNotTheOtherPartner",
  NotTheMaker: "refusedNotTheMaker",
  NotTheWitness: "refusedNotTheWitness",
  AlreadyMade: "refusedAlreadyMade",
  NoSuchPromise: "refusedNoSuchPromise",
  NoSuchOccurrence: "refusedNoSuchOccurrence",
  PromiseEnded: "refusedPromiseEnded",
  NotBeforeDue: "refusedNotBeforeDue",
  PastTheHorizon: "refusedPastTheHorizon",
  NothingFallsDue: "refusedNothingFallsDue",
  TooManyActive: "refusedTooManyActive",
  TooOftenOnOneDay: "refusedTooOftenOnOneDay",
  TooMuchOnOneDay: "refusedTooMuchOnOneDay",
  AlreadyDue: "refusedAlreadyDue",
  NotDueYet: "refusedNotDueYet",
  AlreadyMarked: "refusedAlreadyMarked",
  NotMarked: "refusedNotMarked",
  NothingMoved: "refusedNothingMoved",
  NothingToRepair: "refusedNothingToRepair",
  NothingToBring: "refusedNothingToBring",
  AlreadySaid: "refusedAlreadySaid",
  WordsNotAwaited: "refusedWordsNotAwaited",
  ForbiddenWords: "refusedForbiddenWords",
  BindsTheOther: "refusedBindsTheOther",
  HalfFilled: "refusedHalfFilled",
} as const satisfies Record<PromiseCommandRefusal["type"], string>;

/** What each kind of that list (docs/safety.md) is called inside `refusedForbiddenWords`. */
export const forbiddenKindWords = {
  passwords: "forbiddenPasswords",
  readingInBulk: "forbiddenReadingInBulk",
  mirroring: "forbiddenMirroring",
  recording: "forbiddenRecording",
  tracking: "forbiddenTracking",
  childrensDevices: "forbiddenChildrensDevices",
  workDevices: "forbiddenWorkDevices",
  confidants: "forbiddenConfidants",
  bodyChecks: "forbiddenBodyChecks",
  bans: "forbiddenBans",
  reporting: "forbiddenReporting",
  covert: "forbiddenCovert",
} as const satisfies Record<ForbiddenKind, string>;
