import { timeWords } from "@goldseam/ui";
import type { Country, Helpline } from "./helplines.ts";
import type { ShownLine } from "./lines-for.ts";
import * as words from "./words.gen/words.ts";

const countryNames: Readonly<Record<Country, () => string>> = {
  GB: words.GB,
  IE: words.IE,
  US: words.US,
  CA: words.CA,
  DE: words.DE,
  AT: words.AT,
  CH: words.CH,
  NL: words.NL,
  BE: words.BE,
  AU: words.AU,
  NZ: words.NZ,
  EU: words.EU,
  elsewhere: words.elsewhere,
};

/** The name of a country, in the person's language. */
export const countryName = (country: Country): string => countryNames[country]();

const channels = { call: words.call, text: words.text, web: words.web };

/** Numbers are plain text: a list of calls shows who was rung, so dialling is never one tap (HL.2). */
export const channelWords = ({ by, at }: Helpline["channels"][number]): string => channels[by]({ at });

export const nameOf = ({ service, region }: ShownLine): string =>
  [service ?? words.emergency(), region].filter((part) => part !== undefined).join(", ");

const forWhom: Readonly<Record<Helpline["forWhom"], (() => string) | null>> = {
  all: null,
  women: words.forWomen,
  men: words.forMen,
  lgbt: words.forLgbt,
  children: words.forChildren,
  "honour-threats": words.forHonour,
  "sexual-harm": words.forSexualHarm,
  trafficking: words.forTrafficking,
};
const notes = { "silent-55": words.silent55, "not-everywhere": words.notEverywhere };

/** For whom, when, and how well it is known, in one line. */
export function detailsOf(line: ShownLine): string {
  const parts = [
    line.kind === "own-behaviour" ? words.ownBehaviour() : forWhom[line.forWhom]?.(),
    line.hours === "always" ? words.always() : line.hours,
    line.isUnconfirmed
      ? words.notConfirmed()
      : words.checkedOn({ date: timeWords(line.checked, { show: "date" }) }),
    line.mayBeOutOfDate ? words.outOfDate() : undefined,
  ];
  const facts = parts.filter((part) => part !== undefined).join(" · ");
  return line.note ? `${facts} · ${notes[line.note]()}` : facts;
}
