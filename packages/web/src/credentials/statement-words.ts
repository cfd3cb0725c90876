import type { Given, NotTaken, Profession } from "@goldseam/client/credentials";
import * as words from "./words.gen/words.ts";

const underscored = (text: string): string => text.replace(/[ -]/g, "_");

export const professionWords = (profession: Profession): string =>
  words.professionName({ profession: underscored(profession) as "other" });

/** What a statement is about, and what was found: two lines. */
export function foundWords({ confirmation }: Given): readonly [string, string] {
  const { thing, title, register, number } = confirmation;
  return [words.thing({ thing: underscored(thing) as "other" }), words.found({ title, register, number })];
}

const refusals = {
  NotAConfirmation: words.notAConfirmation,
  NotYours: words.notYours,
  NotSigned: words.notSigned,
  AnotherHost: words.anotherHost,
  Ended: words.ended,
} satisfies Record<NotTaken["type"], () => string>;

/** Why what was pasted is not taken, and what to do. */
export const notTakenWords = ({ type }: NotTaken): string => refusals[type]();
