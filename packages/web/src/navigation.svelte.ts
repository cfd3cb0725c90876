let path = $state(location.pathname);
/** How the page that is shown was reached: opened, gone to by a press, or gone back to. */
let way: "opened" | "gone" | "back" = "opened";
/** What stood after `#` when the page was opened: an invite's secret. Read once, then gone from the address. */
let fragment = location.hash.slice(1);
if (fragment !== "") history.replaceState(null, "", location.pathname);

/** Where the person is. */
export const place = {
  get path(): string {
    return path;
  },
  get way(): "opened" | "gone" | "back" {
    return way;
  },
};

/** The fragment that the page was opened with; asked again until an account has taken it. */
export const heldFragment = (): string => fragment;
export const forgetFragment = (): void => {
  fragment = "";
};

/** Goes to an address of the app. `replace` leaves no way back to where one was. */
export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", to);
  else if (to !== location.pathname) history.pushState(null, "", to);
  arrive();
}

function arrive(): void {
  way = "gone";
  path = location.pathname;
  scrollTo(0, 0);
}

/** Makes the browser's back button and every link within the app move without loading a page. */
export function followLinks(): void {
  addEventListener("popstate", () => {
    way = "back";
    path = location.pathname;
  });
  addEventListener("hashchange", () => {
    fragment = location.hash.slice(1);
    if (fragment === "") return;
    history.replaceState(null, "", location.pathname);
    arrive();
  });
  addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target !== "") return;
    if (link.origin !== location.origin || link.hash !== "" || link.pathname === "/leave") return;
    event.preventDefault();
    go(link.pathname);
  });
}
