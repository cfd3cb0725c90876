import { type CheckId, type CheckSummary, checks, type Presence } from "./self-check.ts";
import * as words from "./words.gen/words.ts";

type GroupWords = {
  readonly title: () => string;
  /** Its sentences, in order. */
  readonly asked: readonly (() => string)[];
  /** Inside of a sentence about what somebody said. */
  readonly said: () => string;
  readonly step: () => string;
};

const groups: {
  readonly [Id in CheckId]: Readonly<Record<(typeof checks)[Id]["groups"][number], GroupWords>>;
} = {
  signs: {
    circles: {
      title: words.circles,
      asked: [words.circles1, words.circles2, words.circles3],
      said: words.circlesSaid,
      step: words.circlesStep,
    },
    checking: {
      title: words.checking,
      asked: [words.checking1, words.checking2, words.checking3],
      said: words.checkingSaid,
      step: words.checkingStep,
    },
    apart: {
      title: words.apart,
      asked: [words.apart1, words.apart2, words.apart3],
      said: words.apartSaid,
      step: words.apartStep,
    },
    turns: {
      title: words.turns,
      asked: [words.turns1, words.turns2, words.turns3],
      said: words.turnsSaid,
      step: words.turnsStep,
    },
  },
  "impact-hurt": {
    shock: { title: words.shock, asked: [words.shock1], said: words.shockSaid, step: words.shockStep },
    loss: { title: words.loss, asked: [words.loss1], said: words.lossSaid, step: words.lossStep },
    grief: { title: words.grief, asked: [words.grief1], said: words.griefSaid, step: words.griefStep },
    thoughts: {
      title: words.thoughts,
      asked: [words.thoughts1],
      said: words.thoughtsSaid,
      step: words.thoughtsStep,
    },
    checking: {
      title: words.checkingAgain,
      asked: [words.checkingAgain1],
      said: words.checkingAgainSaid,
      step: words.checkingAgainStep,
    },
    anger: { title: words.anger, asked: [words.anger1], said: words.angerSaid, step: words.angerStep },
    doubt: { title: words.doubt, asked: [words.doubt1], said: words.doubtSaid, step: words.doubtStep },
    worth: { title: words.worth, asked: [words.worth1], said: words.worthSaid, step: words.worthStep },
    body: { title: words.body, asked: [words.body1], said: words.bodySaid, step: words.bodyStep },
  },
  "impact-caused": {
    shame: { title: words.shame, asked: [words.shame1], said: words.shameSaid, step: words.shameStep },
    guilt: { title: words.guilt, asked: [words.guilt1], said: words.guiltSaid, step: words.guiltStep },
    worth: {
      title: words.worthCaused,
      asked: [words.worthCaused1],
      said: words.worthCausedSaid,
      step: words.worthCausedStep,
    },
  },
};

/** The words of one group of a check. */
export const groupWords = (id: CheckId, group: string): GroupWords =>
  (groups[id] as Readonly<Record<string, GroupWords>>)[group]!;

/** Every sentence of a check, in the order of its groups. */
export const sentencesOf = (id: CheckId): readonly string[] =>
  checks[id].groups.flatMap((group) => groupWords(id, group).asked.map((sentence) => sentence()));

const presence: Readonly<Record<Presence, (() => string) | null>> = {
  "most days": words.mostDays,
  "now and then": words.nowAndThen,
  hardly: words.hardly,
  "not answered": null,
};
export const presenceWords = (of: Presence): string | undefined => presence[of]?.();

/** What somebody said, in one sentence. */
export function summarySentence(id: CheckId, { standsOut }: CheckSummary): string {
  const [first, second] = standsOut.map((group) => groupWords(id, group).said());
  const isSigns = id === "signs";
  if (first === undefined) return isSigns ? words.saidNone() : words.impactNone();
  if (second === undefined) return isSigns ? words.saidOne({ first }) : words.impactOne({ first });
  return isSigns ? words.saidTwo({ first, second }) : words.impactTwo({ first, second });
}

/** The first step that a summary leads to. */
export const stepWords = (id: CheckId, { first }: CheckSummary): string =>
  first === undefined ? words.littleStep() : groupWords(id, first).step();

/** A check's name to people. */
export const checkTitle = (id: CheckId): string =>
  id === "signs" ? words.signsTitle() : words.impactTitle();
