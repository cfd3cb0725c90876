import type { Screen } from "../screen.ts";
import { historySentence } from "./history-sentence.ts";
import Page from "./Page.svelte";
import type { PromiseLedger } from "./promise.ts";
import { dueNext } from "./standing.ts";
import Today from "./Today.svelte";
import { todayThing } from "./today-thing.ts";
import { clockOf } from "./when.ts";
import * as words from "./words.gen/words.ts";

/** The screens of the promise practice, as the shared code sees them. */
export const promiseScreen: Screen<PromiseLedger> = {
  address: "/together/promises",
  title: words.title,
  note(ledger, room) {
    const due = dueNext(ledger, room.me, room.now);
    if (due?.asks === "mark") return words.noteAsks();
    if (due) return words.noteDueAt({ time: clockOf(due.occurrence.due, due.promise) });
    return historySentence(ledger, room, room.me) ?? words.noteNone();
  },
  Page,
  Today,
  hasToday: (ledger, room) => todayThing(ledger, room) !== null,
};
