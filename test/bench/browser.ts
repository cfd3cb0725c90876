import path from "node:path";
import type { LaunchOptions } from "@playwright/test";
import { findChromium } from "../../tools/chromium.ts";

/** How the benches start Chromium: the same as the journeys, see playwright.config.ts. */
export const browserOptions = (): LaunchOptions => ({
  executablePath: findChromium(path.resolve(import.meta.dirname, "../..")),
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
