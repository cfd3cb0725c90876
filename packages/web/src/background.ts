import { hush } from "@goldseam/ui";

const quietMark = "q";

/** Whether this browser keeps the quiet view. One that refuses storage keeps none. */
export function isQuiet(): boolean {
  try {
    return localStorage.getItem(quietMark) !== null;
  } catch {
    return false;
  }
}

/** Words as bars behind the password, and a blank page whenever another window is in front. Kept on this device alone. */
export function setQuiet(on: boolean): void {
  hush.set(on);
  try {
    if (on) localStorage.setItem(quietMark, "");
    else localStorage.removeItem(quietMark);
  } catch {
    // A full storage: it holds until the page is closed.
  }
}

/**
 * Blanks the page while it is in the background, so that the list of open apps shows nothing of it.
 *
 * In the quiet view a page that is only behind another window is blank too.
 */
export function watchBackground(): void {
  hush.set(isQuiet());
  const away = (isAway: boolean): void => {
    document.documentElement.classList.toggle("away", isAway);
  };
  const look = (): void => away(document.visibilityState === "hidden" || (isQuiet() && !document.hasFocus()));
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => away(true));
  addEventListener("pageshow", look);
  addEventListener("blur", look);
  addEventListener("focus", look);
}
