import type { CalendarDate } from "@goldseam/core";
import { forbiddenKindWords } from "../forbidden-kind-words.ts";
import { type PromiseCommandRefusal, refusalOfWording } from "./commands.ts";
import { refusalWords } from "./refusal-words.ts";
import { dayWords, shortDay } from "./when.ts";
import * as words from "./words.gen/words.ts";

/** What the room itself may answer to a write. */
const writeWords = {
  RoomStopped: words.refusedRoomStopped,
  NotAMember: words.refusedNotAMember,
  TooLong: words.refusedTooLong,
  StoreFull: words.refusedStoreFull,
} as const;

/** The sentence of a refusal of these rules. */
export function refusalSentence(refused: PromiseCommandRefusal, today: CalendarDate): string {
  switch (refused.type) {
    case "PastTheHorizon":
      return words.refusedPastTheHorizon({ latest: shortDay(refused.latest) });
    case "TooManyActive":
      return words.refusedTooManyActive({ most: refused.most });
    case "TooOftenOnOneDay":
      return words.refusedTooOftenOnOneDay({ date: dayWords(refused.date, today) });
    case "TooMuchOnOneDay":
      return words.refusedTooMuchOnOneDay({ date: dayWords(refused.date, today) });
    case "ForbiddenWords":
      return words.refusedForbiddenWords({ what: forbiddenKindWords(refused.kind) });
    default:
      // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a table of the rules names the sentence
      return words[refusalWords[refused.type]]();
  }
}

/** Why these words of a note are not sent as they are; undefined when they may be. */
export function wordingSentence(text: string, today: CalendarDate): string | undefined {
  const refused = refusalOfWording("text", text);
  return refused ? refusalSentence(refused, today) : undefined;
}

/** The sentence of what a write answered; `type` may be of any layer below. */
export function writeSentence({ type }: { readonly type: string }, today: CalendarDate): string {
  if (Object.hasOwn(writeWords, type)) return writeWords[type as keyof typeof writeWords]();
  const isPlain = Object.hasOwn(refusalWords, type) && !withFacts.includes(type);
  return isPlain ? refusalSentence({ type } as PromiseCommandRefusal, today) : words.refusedUnknown();
}

/** Refusals whose sentence needs more than a type. */
const withFacts: readonly string[] = [
  "PastTheHorizon",
  "TooManyActive",
  "TooOftenOnOneDay",
  "TooMuchOnOneDay",
  "ForbiddenWords",
] satisfies readonly PromiseCommandRefusal["type"][];
