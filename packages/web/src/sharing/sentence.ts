import type { NotSent } from "@goldseam/client/sharing";
import type { SharedMeasuresRefusal } from "@goldseam/measures";
import { forbiddenKindWords } from "@goldseam/practices/forbidden";
import type { NotShared, SharedRefusal } from "@goldseam/practices/shared";
import { sentenceOf } from "../trouble/sentence.ts";
import * as words from "./words.gen/words.ts";

type Refusal = Exclude<
  SharedRefusal["type"] | NotShared["type"] | SharedMeasuresRefusal["type"],
  "ForbiddenWords" | "NotAMember"
>;

/** Every refusal of the rules of sharing, and its sentence. Leaving one out does not compile. */
const sentences: Readonly<Record<Refusal, () => string>> = {
  NewerVersion: words.refusedPlace,
  Malformed: words.refusedLength,
  WrongRoom: words.refusedPlace,
  NotAPartner: words.refusedNotYours,
  NotTheOwner: words.refusedNotYours,
  NotThePractitioner: words.refusedNotYours,
  NotYours: words.refusedNotYours,
  AlreadyShared: words.refusedGone,
  NothingShared: words.refusedGone,
  NotAssigned: words.refusedGone,
  Over: words.refusedOver,
  ReadersChanged: words.refusedReaders,
  NobodyReads: words.refusedNobody,
  TooSoon: words.refusedSoon,
};

/** Why something was not shared, as a sentence. */
export function notSentSentence(refused: NotSent): string {
  if (refused.type === "ForbiddenWords" && "kind" in refused)
    return words.refusedForbidden({ what: forbiddenKindWords(refused.kind) });
  return Object.hasOwn(sentences, refused.type) ? sentences[refused.type as Refusal]() : sentenceOf(refused);
}
