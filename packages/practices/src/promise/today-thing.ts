import { hourMs } from "@goldseam/core";
import { SvelteSet } from "svelte/reactivity";
import type { RoomView } from "../screen.ts";
import { promiseLimits } from "./limits.ts";
import type { MadePromise, Occurrence, PromiseLedger } from "./promise.ts";
import { allDue, type DueNext, everyOccurrence } from "./standing.ts";

/** The one thing about promises on Today: what is due of mine; else how I saw what my partner marked. */
export type TodayThing =
  | DueNext
  | { readonly promise: MadePromise; readonly occurrence: Occurrence; readonly asks: "view" };

type Seen = Pick<RoomView, "me" | "now">;

// What was answered with "Not today". In memory alone: told to nobody, and gone when the app is opened anew.
const setAside = new SvelteSet<string>();

export const todayThing = (ledger: PromiseLedger, room: Seen): TodayThing | null =>
  allThings(ledger, room).find((thing) => !setAside.has(keyOf(thing))) ?? null;

/** "Not today": all that is asked now stays away from Today for this visit; what comes later may show. */
export function notToday(ledger: PromiseLedger, room: Seen): void {
  for (const thing of allThings(ledger, room)) setAside.add(keyOf(thing));
}

/** For tests: a new visit. */
export const beginVisit = (): void => setAside.clear();

export const keyOf = ({ promise, occurrence, asks }: TodayThing): string =>
  `${promise.promiseId}/${occurrence.date}/${asks === "view" ? "view" : "mark"}`;

const allThings = (ledger: PromiseLedger, { me, now }: Seen): readonly TodayThing[] => [
  ...allDue(ledger, me, now),
  ...marksToView(ledger, { me, now }),
];

/** What the other marked within the last day and I have not looked at; the newest first. Older ones wait in the ledger. */
function marksToView(ledger: PromiseLedger, { me, now }: Seen): readonly TodayThing[] {
  const since = now - promiseLimits.markWithin.value * hourMs;
  const markedAt = ({ marks }: Occurrence): number => marks[0]?.at ?? 0;
  return everyOccurrence(ledger)
    .filter(({ promise, occurrence }) => promise.witness === me && occurrence.views.length === 0)
    .filter(({ occurrence }) => markedAt(occurrence) > since)
    .sort((a, b) => markedAt(b.occurrence) - markedAt(a.occurrence))
    .map(({ promise, occurrence }) => ({ promise, occurrence, asks: "view" }));
}
