import { dayMs } from "@goldseam/core";

/** The longest text that is shared, in UTF-16 units: a draft's. */
export const sharedTextMax = 20_000;

/** How long shared words stay, unless their author keeps them. Source: docs/safety.md, "How long things stay". */
export const sharedDays = 180;
export const sharedMs = sharedDays * dayMs;
