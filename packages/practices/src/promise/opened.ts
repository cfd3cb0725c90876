import type { CalendarDate, PromiseId } from "@goldseam/core";
import type { Beginning } from "./drafts.svelte.ts";
import type { View } from "./events.ts";

type OnePromise = { readonly promiseId: PromiseId };
type OneTime = OnePromise & { readonly date: CalendarDate };

/** Which sheet is open, and about what. */
export type Opened =
  | { readonly sheet: "make"; readonly begin?: Beginning }
  | ({ readonly sheet: "more" | "not-true" } & OnePromise)
  | ({ readonly sheet: "mark" | "move" | "heads-up" | "lines" } & OneTime)
  /** `miss`: "I didn't" is said with the lines. */
  | ({ readonly sheet: "repair"; readonly miss: boolean } & OneTime)
  | ({ readonly sheet: "view"; readonly view?: View } & OneTime);
