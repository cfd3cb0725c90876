import type { notesFor } from "../coach/notes.ts";

/** The engine, once it is there. */
export type Coach = { readonly notesFor: typeof notesFor };

/** Calls back once after some milliseconds, unless it is stopped before. */
export type Timer = (milliseconds: number, then: () => void) => () => void;

/** Waits, and then for a moment in which the page has nothing else to do. */
export const timerOfWindow: Timer = (milliseconds, then) => {
  let idle: number | undefined;
  const waiting = setTimeout(() => {
    if (typeof requestIdleCallback === "function") idle = requestIdleCallback(then, { timeout: 1000 });
    else then();
  }, milliseconds);
  return () => {
    clearTimeout(waiting);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
};
