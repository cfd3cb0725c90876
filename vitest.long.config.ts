import { defineConfig } from "vitest/config";

/** The tests that take minutes: faults under load, in full. */
export default defineConfig({
  test: {
    name: "long",
    include: ["test/long/**/*.test.ts"],
    testTimeout: 600_000,
  },
});
