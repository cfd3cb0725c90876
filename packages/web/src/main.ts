import "@goldseam/ui/style.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { watchBackground } from "./background.ts";
import { followLinks } from "./navigation.svelte.ts";
import { scriptAddress } from "./workers/trusted-types.ts";

// Calendar and time zones: most browsers have them, the others fetch them once.
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
// A page that the browser kept from before Exit, or from another account, is not shown again: it starts anew.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});
watchBackground();
followLinks();
mount(App, { target: document.getElementById("app")! });
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  void navigator.serviceWorker.register(scriptAddress("/sw.js"), { updateViaCache: "none" });
}
