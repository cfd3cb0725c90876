import type { ForbiddenKind } from "./forbidden-words.ts";
import * as words from "./words.gen/words.ts";

/** What each kind of the list in docs/safety.md is called inside a sentence. */
export const forbiddenKindWords = (kind: ForbiddenKind): string => named[kind]();

const named: Readonly<Record<ForbiddenKind, () => string>> = {
  passwords: words.passwords,
  readingInBulk: words.readingInBulk,
  mirroring: words.mirroring,
  recording: words.recording,
  tracking: words.tracking,
  childrensDevices: words.childrensDevices,
  workDevices: words.workDevices,
  confidants: words.confidants,
  bodyChecks: words.bodyChecks,
  bans: words.bans,
  reporting: words.reporting,
  covert: words.covert,
};
