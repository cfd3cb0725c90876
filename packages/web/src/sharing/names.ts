import type { Reader, SharingPlace } from "@goldseam/client/sharing";
import type { MemberRole } from "@goldseam/core";
import type { SharedUse } from "@goldseam/practices/shared";
import * as words from "./words.gen/words.ts";

/** What shared words are called. A use without a name does not compile. */
export const useLabels: Readonly<Record<SharedUse, () => string>> = {
  note: words.note,
  "first-words": words.firstWords,
  apology: words.apology,
  "flare-reply": words.flareReply,
  "soft-start": words.softStart,
  question: words.question,
  "impact-letter": words.impactLetter,
  appreciation: words.appreciation,
};

const unnamed: Readonly<Record<MemberRole, () => string>> = {
  partner: words.aPartner,
  practitioner: words.aPractitioner,
  owner: words.somebody,
};
export const nameOf = ({ name, role }: Reader): string => name ?? unnamed[role]();

export const roleWords: Readonly<Record<MemberRole, () => string>> = {
  partner: words.rolePartner,
  practitioner: words.rolePractitioner,
  owner: words.roleOwner,
};

/** "Ben and Kim" */
export const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "conjunction" }).format(names);

/** Everyone who reads in a room, by name. */
export const namesOf = (readers: readonly Reader[]): string => listOf(readers.map(nameOf));

/** The readers as the reader line wants them, of a partner's or an owner's side. */
export function marksOf(readers: readonly Reader[]): {
  readonly partner: string | null;
  readonly practitioner: string | null;
} {
  const named = (role: MemberRole): string | null => {
    const those = readers.filter((reader) => reader.role === role);
    return those.length === 0 ? null : namesOf(those);
  };
  return { partner: named("partner"), practitioner: named("practitioner") };
}

/** One place to share into, in words: who reads there. */
export const placeName = ({ readers }: Pick<SharingPlace, "readers">): string => namesOf(readers);
