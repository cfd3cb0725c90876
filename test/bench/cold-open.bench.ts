/**
 * Opening a record of 10,000 entries for the first time, in Chromium: the client's own path (decode, judge, check,
 * open, fold, seal into IndexedDB) against the bare WebCrypto calls for the same entries.
 *
 * Then the same room from the device's own store, against reading and decrypting its sealed segments and nothing more:
 * each as the first thing that a newly loaded page does, as when somebody opens the app.
 *
 * The first are run in the same page, in turn; the best of each counts: whatever else the machine does only ever adds time. The page and what it measures: cold-open.page.ts.
 *
 * Run: `node test/bench/cold-open.bench.ts`.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Bytes } from "@goldseam/core";
import { encodePullAnswer, limits } from "@goldseam/sync";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { itemToBytes } from "../../packages/crypto/src/verify.ts";
import { Couple } from "../../packages/crypto/test/couple.ts";
import { browserOptions } from "./browser.ts";
import type { ColdOpenTimes, Kept } from "./cold-open.page.ts";
import { type BenchRow, printTable, rounded } from "./table.ts";

/** What is written: 300 characters, all of ASCII. */
const usualText = "We said we would talk on Sunday, and we did. ".repeat(7).slice(0, 300);

/** An honest record of `entries` entries by two people in turn, as the server delivers it. */
async function deliveriesOf(entries: number): Promise<{ room: Bytes; deliveries: Bytes[] }> {
  const couple = await Couple.paired(1);
  for (let index = 0; index < entries; index += 1) {
    await couple.write(index % 2 === 0 ? couple.ana : couple.ben, usualText);
  }
  const { n, head } = couple.record;
  const placed = couple.placed.map((one) => ({ ...one, erased: false, item: itemToBytes(one.item) }));
  const deliveries: Bytes[] = [];
  for (let from = 0; from < placed.length; from += limits.pullItemsMax) {
    deliveries.push(encodePullAnswer({ n, head, placed: placed.slice(from, from + limits.pullItemsMax) }));
  }
  return { room: couple.room, deliveries };
}

const scriptEntries = {
  "cold-open.page": fileURLToPath(new URL("cold-open.page.ts", import.meta.url)),
  signatures: fileURLToPath(new URL("../../packages/web/src/workers/signatures.worker.ts", import.meta.url)),
};

/** The page's scripts, by name. */
async function buildPage(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2023",
      rolldownOptions: {
        input: scriptEntries,
        output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
        preserveEntrySignatures: false,
      },
    },
  });
  if (Array.isArray(built) || !("output" in built)) throw new Error("vite built no scripts");
  const chunks = built.output.filter((file) => file.type === "chunk");
  return new Map(chunks.map(({ fileName, code }) => [fileName, code]));
}

/** The rows of the table of measures that concern opening a long record. */
export async function benchColdOpen({ entries = 10_000, rounds = 6 } = {}): Promise<BenchRow[]> {
  const [{ room, deliveries }, scripts] = [await deliveriesOf(entries), await buildPage()];
  const server = createServer(({ url = "/" }, response) => {
    const delivery = /^\/delivery\/(\d+)$/.exec(url);
    if (delivery !== null) return response.end(deliveries[Number(delivery[1])]);
    const code = scripts.get(url.slice(1));
    response.setHeader("content-type", code === undefined ? "text/html" : "text/javascript");
    response.end(code ?? `<!doctype html><script type="module" src="/cold-open.page.js"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch(browserOptions());
  let times: ColdOpenTimes[];
  const again: { warm: number; bare: number }[] = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error));
    await page.goto(`http://localhost:${port}/`);
    const order = [[...room], deliveries.length, rounds] as const;
    times = await page.evaluate((given) => globalThis.measureColdOpen(...given), order);
    const openAgain = async (kept: Kept, isBare: boolean): Promise<number> => {
      await page.reload();
      return page.evaluate((given) => globalThis.openAgain(...given), [[...room], kept, isBare] as const);
    };
    for (const { kept } of times) {
      again.push({ warm: await openAgain(kept, false), bare: await openAgain(kept, true) });
    }
  } finally {
    await browser.close();
    server.close();
  }
  const bestOf = (way: "real" | "bare" | "bareWithoutKeys"): number =>
    Math.min(...times.map((time) => time[way]));
  const real = bestOf("real");
  const rowFor = (name: string, bound: number, atMost?: number): BenchRow => ({
    name,
    measured: Math.round(real),
    bound: Math.round(bound),
    ratio: rounded(real / bound),
    unit: "ms",
    ...(atMost !== undefined && { toReach: { atMost } }),
  });
  const [warm, bareWarm] = (["warm", "bare"] as const).map((way) =>
    Math.min(...again.map((time) => time[way])),
  ) as [number, number];
  const named = `cold open of ${entries} entries`;
  return [
    {
      name: `warm open of ${entries} entries, against reading and decrypting their segments`,
      measured: Math.round(warm),
      bound: Math.round(bareWarm),
      ratio: rounded(warm / bareWarm),
      unit: "ms",
      toReach: { atMost: 2 },
    },
    rowFor(`${named}, against bare verify + derive + decrypt`, bestOf("bare"), 1.25),
    rowFor(`${named}, against bare verify + decrypt alone`, bestOf("bareWithoutKeys")),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchColdOpen());
