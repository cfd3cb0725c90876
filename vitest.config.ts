import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumLaunch } from "./tools/chromium-launch.ts";

const chromium = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunch }),
  instances: [{ browser: "chromium" as const }],
};

export default defineConfig({
  plugins: [svelte()],
  test: {
    // Most of the time a file waits for a process, a database or a browser: one worker would leave a core idle.
    maxWorkers: 2,
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
          include: [
            "@scure/bip39",
            "@scure/bip39/wordlists/english.js",
            "axe-core",
            "bits-ui",
            "fast-check",
            "hash-wasm",
            "idb",
            "svelte",
            "uqr",
            "valibot",
            "vitest-browser-svelte",
          ],
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
