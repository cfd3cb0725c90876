import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "./tools/chromium-launch.ts";

/** Journeys of people through the real app, on real servers that each test starts for itself. */
export default defineConfig({
  testDir: "test",
  outputDir: "test-results",
  // Every journey has a server and browsers of its own, so that two can run beside each other.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Long paths of several people, each password stretched at length and each screen looked at by axe in two schemes.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  projects: [
    { name: "journeys", testMatch: "journeys/**/*.spec.ts", grepInvert: /@long/ },
    // The longest paths, which shorter ones cover in part: with `npm run test:long`.
    { name: "long-journeys", testMatch: "journeys/**/*.spec.ts", grep: /@long/ },
  ],
  use: {
    // An act that finds nothing to act on says where, instead of waiting for the end of the journey.
    actionTimeout: 40_000,
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    launchOptions: chromiumLaunch,
  },
});
