import type { CalendarDate } from "@goldseam/core";
import { type Country, type Helpline, type HelplineKind, helplines } from "./helplines.ts";

/** After so many days a row says that it may be out of date. Never more than that: no date breaks anything (FR.1). */
export const freshDays = { value: 90, min: 30, max: 180, unit: "days" } as const;

/** A row as it is shown. */
export type ShownLine = Helpline & {
  /** Nobody has seen the number on a page: it is shown because there is no other of its kind here. */
  readonly isUnconfirmed: boolean;
  readonly mayBeOutOfDate: boolean;
};

const dayMs = 86_400_000;
const order: readonly HelplineKind[] = ["emergency", "crisis", "other", "own-behaviour"];

/**
 * What is shown to somebody in `country` today, emergency first, then lines for a crisis, then the others;
 * those of the whole country before those of a part of it.
 *
 * Rows that nobody saw on a page are left out, unless the country has no seen row of that kind; emergency numbers are
 * always there. Lines about one's own behaviour stand among the others, in the same form (HL.3).
 */
export function linesFor(
  country: Country,
  { kinds = order, today }: { readonly kinds?: readonly HelplineKind[]; readonly today: CalendarDate },
): readonly ShownLine[] {
  const here = helplines.filter((line) => line.countries.includes(country));
  const seenKinds = new Set(here.filter(({ status }) => status === "verified").map(({ kind }) => kind));
  return here
    .filter(({ kind }) => kinds.includes(kind))
    .filter(({ kind, status }) => status === "verified" || kind === "emergency" || !seenKinds.has(kind))
    .map((line) => ({
      ...line,
      isUnconfirmed: line.status !== "verified",
      mayBeOutOfDate: isOlderThan(line.checked, today, freshDays.value),
    }))
    .sort(
      (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || isLocal(one) - isLocal(other),
    );
}

/** Lines for a whole country stand before those of a part of it. */
const isLocal = ({ region }: Helpline): number => Number(region !== undefined);

const isOlderThan = (from: CalendarDate, to: CalendarDate, days: number): boolean =>
  (Date.parse(to) - Date.parse(from)) / dayMs > days;

/**
 * Emergency and crisis lines of every country, for somebody who has set none: the page is never empty (SU.1).
 */
export const linesEverywhere = (
  countries: readonly Country[],
  today: CalendarDate,
): readonly (readonly [Country, readonly ShownLine[]])[] =>
  countries.map((country) => [
    country,
    linesFor(country, {
      kinds: country === "elsewhere" ? order : ["emergency", "crisis"],
      today,
    }),
  ]);

/** Every row that is older than `days`: what a check of freshness lists. */
export const outdated = (today: CalendarDate, days: number = freshDays.value): readonly Helpline[] =>
  helplines.filter(({ checked }) => isOlderThan(checked, today, days));
