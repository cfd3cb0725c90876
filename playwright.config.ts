import { defineConfig } from "@playwright/test";

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
    launchOptions: {
      executablePath: process.env.GOLDSEAM_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
