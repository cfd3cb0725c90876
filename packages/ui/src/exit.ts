import { getContext, setContext } from "svelte";

/** Where Exit goes, and what the app does first: drop keys from memory, end the session. */
export type ExitWay = { readonly href?: string; readonly onexit?: () => void };

const exitKey = Symbol("exit");

/** Tells every Exit below, in sheets too, how to leave. Called once, while the root component starts. */
export function provideExit(way: ExitWay): void {
  setContext(exitKey, way);
}

export function exitWay(own: ExitWay): Required<Pick<ExitWay, "href">> & ExitWay {
  const given = getContext<ExitWay | undefined>(exitKey);
  return { href: own.href ?? given?.href ?? "/leave", onexit: own.onexit ?? given?.onexit };
}

/**
 * Leaves at once: blank page first, then the hook, then the address in place of this one in the history.
 *
 * A hook that throws does not keep anyone here.
 */
export function leave(way: Required<Pick<ExitWay, "href">> & ExitWay): void {
  document.documentElement.classList.add("gone");
  try {
    way.onexit?.();
  } finally {
    location.replace(way.href);
  }
}

const withinMs = 5000;

/** Counts presses: true at the third within 5 s. Time comes from the events themselves. */
export class ThreePresses {
  #times: number[] = [];
  press(timeStamp: number): boolean {
    this.#times = [...this.#times.filter((time) => timeStamp - time <= withinMs), timeStamp];
    if (this.#times.length < 3) return false;
    this.#times = [];
    return true;
  }
  reset(): void {
    this.#times = [];
  }
}

/** Taps on the room's name. The name is also the way back, so the count outlives a screen. */
export const nameTaps = new ThreePresses();
