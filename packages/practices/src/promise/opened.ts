import type { CalendarDate, PromiseId } from "@goldseam/core";
import type { RoomView } from "../screen.ts";
import type { Beginning, Drafts } from "./drafts.svelte.ts";
import type { View } from "./events.ts";
import type { MadePromise, Occurrence, PromiseLedger } from "./promise.ts";

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

/** What a sheet about one promise is given. */
export type PromiseSheet = {
  room: RoomView;
  state: PromiseLedger;
  drafts: Drafts;
  promise: MadePromise;
  onclosed: () => void;
};
/** What a sheet about one time of a promise is given. */
export type OccurrenceSheet = PromiseSheet & { occurrence: Occurrence };
