import type { Source } from "../engine/rule.ts";
import * as words from "../words.gen/words.ts";
import type { NoteName } from "./uses.ts";

/** The sentence that the person reads, and why it matters. Leaving a note out does not compile. */
const sentences = {
  threat: [words.threat, words.threatWhy],
  "children-used": [words.childrenUsed, words.childrenUsedWhy],
  contempt: [words.contempt, words.contemptWhy],
  forgiveness_demand: [words.forgivenessDemand, words.forgivenessDemandWhy],
  timeline_demand: [words.timelineDemand, words.timelineDemandWhy],
  irritated: [words.irritated, words.irritatedWhy],
  defensive_but: [words.defensiveBut, words.defensiveButWhy],
  blame_shift: [words.blameShift, words.blameShiftWhy],
  conditional_apology: [words.conditionalApology, words.conditionalApologyWhy],
  minimising: [words.minimising, words.minimisingWhy],
  stonewalling: [words.stonewalling, words.stonewallingWhy],
  criticism: [words.criticism, words.criticismWhy],
  passive_evasion: [words.passiveEvasion, words.passiveEvasionWhy],
  justification: [words.justification, words.justificationWhy],
  "no-clarity": [words.noClarity, words.noClarityWhy],
  "no-compassion": [words.noCompassion, words.noCompassionWhy],
  "no-commitment": [words.noCommitment, words.noCommitmentWhy],
  "no-answer": [words.noAnswer, words.noAnswerWhy],
  "no-validating": [words.noValidating, words.noValidatingWhy],
  "no-offer": [words.noOffer, words.noOfferWhy],
  vague: [words.vague, words.vagueWhy],
  commitment_untestable: [words.commitmentUntestable, words.commitmentUntestableWhy],
  "not-own": [words.notOwn, words.notOwnWhy],
  "not-observable": [words.notObservable, words.notObservableWhy],
  "not-specific": [words.notSpecific, words.notSpecificWhy],
  "not-small": [words.notSmall, words.notSmallWhy],
  "no-detail": [words.noDetail, words.noDetailWhy],
} satisfies Record<NoteName, readonly [() => string, () => string]>;

/** What is shown for a note: a sentence, why it matters, and the evidence with its grade and the day it was checked. */
export function noteWords(note: { readonly name: NoteName; readonly sources: readonly Source[] }) {
  const [sentence, why] = sentences[note.name];
  return {
    sentence: sentence(),
    why: why(),
    evidence: note.sources.map((source) =>
      source.checked === null ? words.evidenceNone() : words.evidence(told(source, source.checked)),
    ),
  };
}

/** The opinion of practitioners and other people are the "other" of the message. */
const told = ({ grade, distance, title }: Source, checked: string): Parameters<typeof words.evidence>[0] => ({
  grade: grade === "OPIN" ? "other" : grade,
  distance: distance === "far" ? "other" : distance,
  title,
  checked,
});
