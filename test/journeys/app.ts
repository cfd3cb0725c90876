import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { Instant } from "../../packages/core/src/index.ts";
import {
  type ConfigChoices,
  configFrom,
  openMemoryStore,
  type RunningServer,
  startServer,
} from "../../packages/server/src/index.ts";

const appDirectory = path.resolve(import.meta.dirname, "../../packages/web/dist");

/** A server of the test's own, with a clock that the test moves together with the browsers'. */
export type TestApp = RunningServer & {
  readonly origin: string;
  /** The server's present moment; set only when the test chose it, and then every browser's too. */
  readonly clock: { now: number | undefined };
  /** Where Exit leads: a page of nobody, served on another port. */
  readonly neutralPage: string;
};

/** A page that has nothing to do with the app. */
async function startNeutralPage(): Promise<{ readonly address: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Weather</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/weather`, close: () => server.close() };
}

/** `now`: the present moment of server and browsers. `choices`: what else the host chose. */
export async function startApp(now?: number, choices: ConfigChoices = {}): Promise<TestApp> {
  const clock = { now };
  const neutral = await startNeutralPage();
  const wide = { atOnce: 100_000, perSecond: 10_000 };
  const pace = {
    strangerRequests: wide,
    accountsMade: wide,
    slotOpenings: wide,
    accountRequests: wide,
    accountItems: wide,
    accountBytes: { atOnce: 1e9, perSecond: 1e9 },
  };
  const config = configFrom({
    ...choices,
    listen: { port: 0 },
    app: { directory: appDirectory, leaveTo: neutral.address },
    pace,
  });
  const server = await startServer(config, {
    store: openMemoryStore(),
    clock: () => (clock.now ?? Date.now()) as Instant,
    random: (length) => new Uint8Array(randomBytes(length)),
  });
  const close = async (): Promise<void> => {
    neutral.close();
    await server.close();
  };
  const origin = server.address.replace("127.0.0.1", "localhost");
  return { ...server, close, clock, origin, neutralPage: neutral.address };
}

/** One person's browser, apart from every other: own storage, own network, own clock. */
export type Person = { readonly page: Page; readonly errors: string[]; readonly requests: string[] };

export async function openPerson(
  browser: Browser,
  app: TestApp,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext(options);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.origin });
  const page = await context.newPage();
  if (app.clock.now !== undefined) await page.clock.install({ time: app.clock.now });
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("net::ERR_INTERNET_DISCONNECTED"))
      errors.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  return { page, errors, requests };
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every screen passes axe in light and in dark, and does not scroll sideways at 320 px. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion: a colour on its way from one scheme to the other is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // In one frame the results need no page of their own to be put together in.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Between the schemes nothing but colours differs.
    const { violations } = await (colorScheme === "light"
      ? axe.withTags(tags)
      : axe.withRules(["color-contrast", "link-in-text-block"])
    ).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${page.url()} in ${colorScheme}`,
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  const size = page.viewportSize();
  if (size !== null) await page.setViewportSize({ width: 320, height: size.height });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways at 320 px`).toBe(0);
  if (size !== null) await page.setViewportSize(size);
}

export const test = base.extend<{ app: TestApp; closing: undefined }>({
  // Pages left open would look for their server, and draw, for as long as the other journeys run.
  closing: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  app: async ({ closing: _ }, use) => {
    const app = await startApp();
    await use(app);
    await app.close();
  },
});
export { expect };
