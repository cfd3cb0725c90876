import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const chromium = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: process.env.GOLDSEAM_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  }),
  instances: [{ browser: "chromium" as const }],
};

export default defineConfig({
  plugins: [svelte()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["{packages,tools,test}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.browser.test.ts", "test/journeys/**", "test/long/**"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: ["bits-ui", "svelte", "vitest-browser-svelte", "uqr", "axe-core", "idb", "valibot"],
        },
        test: {
          name: "chromium",
          include: ["packages/**/*.browser.test.ts"],
          browser: chromium,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
