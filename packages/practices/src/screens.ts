import { type PracticeKind, practices } from "./index.ts";
import { promiseScreen } from "./promise/screen.ts";
import type { Screen } from "./screen.ts";

type StateOf<Kind extends PracticeKind> = Parameters<
  Extract<(typeof practices)[number], { readonly kind: Kind }>["evolve"]
>[0];

/** The screen of every practice: leaving one out does not compile. */
export const screens = { promise: promiseScreen } satisfies {
  readonly [Kind in PracticeKind]: Screen<StateOf<Kind>>;
};

/** The screens in the order of `practices`. Whoever shows one hands it the state of that same practice. */
export const screenList: readonly (readonly [PracticeKind, Screen])[] = practices.map(
  ({ kind }) => [kind, screens[kind] as Screen] as const,
);
