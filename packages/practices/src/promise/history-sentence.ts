import type { MemberId } from "@goldseam/core";
import type { RoomView } from "../screen.ts";
import { history } from "./history.ts";
import type { PromiseLedger } from "./promise.ts";
import * as words from "./words.gen/words.ts";

/** The last eight weeks of one maker as sentences: "Mostly kept. Twice moved in good time."; null when nothing is decided. */
export const historySentence = (
  ledger: PromiseLedger,
  { now }: Pick<RoomView, "now">,
  maker: MemberId,
): string | null =>
  history(ledger, { maker, now })
    // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a table of the rules names the sentence
    .map((word) => words[word]())
    .join(" ") || null;
