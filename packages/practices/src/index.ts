import type { Practice } from "./practice.ts";
import { promise } from "./promise/promise.ts";

/** Every practice, in the order in which the programme introduces them. */
export const practices = [promise] as const satisfies readonly Practice[];
export type PracticeKind = (typeof practices)[number]["kind"];

export type { Practice, Refusal } from "./practice.ts";
export * from "./promise/public.ts";
export type { RoomView, Screen } from "./screen.ts";
