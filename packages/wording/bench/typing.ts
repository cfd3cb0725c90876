import path from "node:path";
import { chromium } from "@playwright/test";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { createServer } from "vite";
import { chromiumLaunch } from "../../../tools/chromium-launch.ts";
import { letterRows } from "../test/rows.ts";

// node packages/wording/bench/typing.ts : keys and pauses in a letter of 1,500 words, the processor throttled four times.
const server = await createServer({
  configFile: false,
  root: path.join(import.meta.dirname, "typing"),
  plugins: [svelte()],
  logLevel: "error",
  server: { port: 0, fs: { strict: false } },
});
await server.listen();
const browser = await chromium.launch(chromiumLaunch);
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls!.local[0]!);
  const text = letterRows("letters.txt")
    .map((row) => row.text)
    .join("\n")
    .split(/(?<=\s)/)
    .slice(0, 1500)
    .join("");
  const field = page.getByRole("textbox");
  await field.fill(text);
  await page.getByRole("button", { name: "Wave away" }).first().waitFor({ timeout: 60_000 });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(() => {
    const seen = { keys: [] as number[], tasks: [] as number[] };
    Object.assign(globalThis, { seen });
    document.querySelector("textarea")!.addEventListener("keydown", () => {
      const before = performance.now();
      requestAnimationFrame(() => setTimeout(() => seen.keys.push(performance.now() - before)));
    });
    new PerformanceObserver((list) =>
      seen.tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      entryTypes: ["longtask"],
    });
  });
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" And one more thing that I want to say to you.", { delay: 90 });
  await page.waitForTimeout(4000);
  const { keys, tasks } = await page.evaluate(
    () => (globalThis as unknown as { seen: { keys: number[]; tasks: number[] } }).seen,
  );
  keys.sort((one, other) => one - other);
  const shown = (value: number | undefined): string =>
    value === undefined ? "none" : `${value.toFixed(0)} ms`;
  console.log(
    `${keys.length} keys: median ${shown(keys[keys.length >> 1])} to the next frame, slowest ${shown(keys.at(-1))}; long tasks: ${tasks.map((task) => shown(task)).join(", ") || "none"}`,
  );
} finally {
  await browser.close();
  await server.close();
}
