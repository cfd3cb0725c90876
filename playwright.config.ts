import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "./tools/chromium-launch.ts";

/** Journeys of people through the real app, on real servers that each test starts for itself. */
export default defineConfig({
  testDir: "test",
  outputDir: "test-results",
  workers: 1,
  retries: 0,
  timeout: 60_000,
  reporter: "list",
  projects: [{ name: "journeys", testMatch: "journeys/**/*.spec.ts" }],
  use: {
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    launchOptions: chromiumLaunch,
  },
});
