import { icons } from "@goldseam/ui";
import type { Reading } from "./standing.ts";
import * as words from "./words.gen/words.ts";

/** How each reading is called. */
export const readsWords = {
  upcoming: words.readsUpcoming,
  "due-soon": words.readsDueSoon,
  "awaiting-mark": words.readsAwaitingMark,
  kept: words.readsKept,
  late: words.readsLate,
  missed: words.readsMissed,
  moved: words.readsMoved,
  "not-marked": words.readsNotMarked,
  ended: words.readsEnded,
} as const satisfies Record<Reading, () => string>;

/** The icons whose meaning is fixed (design, section 8); what has none stands beside a plain dash. */
export const readsIcons = {
  kept: icons.Check,
  moved: icons.CornerUpRight,
  late: icons.Clock,
  missed: icons.CircleDashed,
} as const satisfies Partial<Record<Reading, unknown>>;
