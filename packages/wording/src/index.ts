import { english } from "./en/index.ts";
import { analyseWith } from "./engine/analyse.ts";
import type { Context, Finding } from "./labels.ts";

export { type Coaching, type Hook, type Note, notesFor, type Writing } from "./coach/notes.ts";
export { type NoteName, type Use, uses } from "./coach/uses.ts";
export { type Help, helpFor } from "./en/help.ts";
export { type Context, type Finding, type Label, labels, type Part, type Speaker } from "./labels.ts";

/** What the English rules find in `text`. `id` is the caller's own and changes nothing. */
export const analyse = (text: string, context: Context & { readonly id?: string } = {}): Finding[] =>
  analyseWith(english, text, context);
