/**
 * The JavaScript that a fresh Chromium asks for before anyone touches the page, in bytes of brotli: on the landing
 * page, and for someone who is signed in. Counted from the requests that were made, not from what a build lists.
 *
 * Run after a build: `node test/bench/first-load.bench.ts`.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Instant } from "@goldseam/core";
import { configFrom, openMemoryStore, startServer } from "@goldseam/server";
import { type BrowserContext, chromium } from "@playwright/test";
import { realRandom, widePace } from "../../packages/server/test/test-server.ts";
import { browserOptions } from "./browser.ts";
import { type BenchRow, printTable, rounded } from "./table.ts";

const dist = path.resolve(import.meta.dirname, "../../packages/web/dist");
const bytesMax = 45_000;

/**
 * Bytes of brotli of every script that opening `address` asks for.
 *
 * Throws when there is none: a page that loads no script was not the app, and 0 bytes would look like success.
 */
async function scriptBytes(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const bytesByScript = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    bytesByScript.set(
      response.url(),
      response.body().then((body) => brotliCompressSync(body).length),
    );
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const sizes = await Promise.all(bytesByScript.values());
  await page.close();
  if (sizes.length === 0) throw new Error(`${address} loaded no script`);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Makes an account as a person would, so that the next page of this context is signed in. */
async function signUp(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("link", { name: /Start as a couple/ }).click();
  await page.getByLabel("What should we call you?").fill("Ana");
  await page.getByLabel("A password for this device", { exact: true }).fill("four quiet harbour walls");
  await page.getByRole("button", { name: "Make my place" }).click();
  await page.getByRole("heading", { level: 1, name: "A spare key, in fifteen words" }).waitFor();
  await page.close();
}

export async function benchFirstLoad(): Promise<BenchRow[]> {
  const config = configFrom({ listen: { port: 0 }, app: { directory: dist }, pace: widePace });
  const server = await startServer(config, {
    store: openMemoryStore(),
    clock: () => Date.now() as Instant,
    random: realRandom,
  });
  const address = server.address.replace("127.0.0.1", "localhost");
  const browser = await chromium.launch(browserOptions());
  try {
    const newContext = () => browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
    const landing = await scriptBytes(await newContext(), address);
    const member = await newContext();
    await signUp(member, address);
    const signedIn = await scriptBytes(member, address);
    const rowFor = (name: string, measured: number): BenchRow => ({
      name,
      measured,
      bound: bytesMax,
      ratio: rounded(measured / bytesMax),
      unit: "bytes of brotli",
    });
    return [
      { ...rowFor("first load of a newcomer: JavaScript before a touch", landing), toReach: { atMost: 1 } },
      rowFor("the same of someone signed in", signedIn),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchFirstLoad());
