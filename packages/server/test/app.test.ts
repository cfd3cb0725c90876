import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressKey, TokenBuckets } from "../src/rate-limits.ts";
import { granted, TestClient } from "./test-client.ts";
import { startTestServer, TestClock, type TestServer } from "./test-server.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseam-app-"));
let server: TestServer;
beforeAll(async () => {
  const dist = join(folder, "dist");
  mkdirSync(join(dist, "assets"), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(dist, name), text);
  write("index.html", "<!doctype html><title>app</title>");
  write("sw.js", "worker");
  write("assets/app-abc123.js", "script");
  writeFileSync(join(dist, "assets/app-abc123.js.br"), brotliCompressSync("script"));
  writeFileSync(join(dist, "assets/app-abc123.js.gz"), gzipSync("script"));
  write("assets/stretch.worker-x1_-Y.js", "argon");
  writeFileSync(join(folder, "secret.txt"), "outside");
  server = await startTestServer({ app: { directory: dist } });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
const get = (path: string, headers = {}) => fetch(server.address + path, { headers, redirect: "manual" });

test("[AP1] the app's page answers its own addresses and what is below them, and no others", async () => {
  for (const path of ["/", "/today", "/together/x", "/notes", "/talk/a/b", "/reading", "/i", "/i?x=1"]) {
    expect(await (await get(path)).text()).toContain("<title>app");
  }
  for (const path of ["/practitioners", "/library", "/todayx", "/api", "/index", "/assets", "/api/append"]) {
    expect((await get(path)).status).toBe(404);
  }
});

test("[AP2] every answer of the app carries the whole policy", async () => {
  for (const path of ["/", "/sw.js", "/assets/app-abc123.js", "/assets/stretch.worker-x1_-Y.js"]) {
    const { headers } = await get(path);
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
    const policy = headers.get("content-security-policy")!;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(policy).not.toContain("unsafe-inline");
    expect(policy.includes("wasm-unsafe-eval")).toBe(path.includes("stretch.worker"));
  }
});

test("files named by their content are kept for ever, everything else is asked for again", async () => {
  expect((await get("/assets/app-abc123.js")).headers.get("cache-control")).toContain("immutable");
  const page = await get("/");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const again = await get("/", { "if-none-match": page.headers.get("etag")! });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("compressed files are sent to those who take them", async () => {
  const encodingFor = async (acceptEncoding: string) => {
    const response = await get("/assets/app-abc123.js", { "accept-encoding": acceptEncoding });
    expect(await response.text()).toBe("script");
    return response.headers.get("content-encoding");
  };
  expect(await encodingFor("gzip, br")).toBe("br");
  expect(await encodingFor("gzip")).toBe("gzip");
  expect(await encodingFor("br;q=0, gzip;q=0.5")).toBe("gzip");
  expect(await encodingFor("identity")).toBe(null);
});

test("[AP3] no address reaches a file outside the app", async () => {
  const { port } = new URL(server.address);
  for (const path of [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "//etc/passwd",
  ]) {
    const status = await new Promise((resolve, reject) => {
      request({ port, path, host: "127.0.0.1" }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect([path, status]).toEqual([path, 404]);
  }
});

test("[AP4] /leave ends the session, deletes nothing else, and goes to a neutral page without a trace", async () => {
  const ana = await TestClient.signedUp(server.address);
  const left = await get("/leave", { cookie: ana.cookie });
  expect(left.status).toBe(303);
  expect(left.headers.get("location")).toBe("https://www.bbc.com/weather");
  expect(left.headers.get("set-cookie")).toMatch(/^__Host-session=; .*Max-Age=0$/);
  expect(left.headers.get("cache-control")).toBe("no-store");
  expect(left.headers.get("referrer-policy")).toBe("no-referrer");
  expect(left.headers.get("clear-site-data")).toBe(null);
  expect(await ana.ask("myRooms", {})).toMatchObject({ refused: { status: 401 } });
  expect((await get("/leave")).status).toBe(303);
  granted(await ana.signIn());
});

test("a bucket gives what it holds at once and then its pace, and forgets who has rested", () => {
  const clock = new TestClock();
  const buckets = new TokenBuckets({ atOnce: 2, perSecond: 0.5 }, { clock: clock.read, keysMax: 2 });
  expect([buckets.take("a"), buckets.take("a"), buckets.take("a")]).toEqual([0, 0, 2_000]);
  clock.pass(1_999);
  expect(buckets.take("a")).toBe(1);
  clock.pass(1);
  expect(buckets.take("a")).toBe(0);
  clock.pass(-60_000);
  expect(buckets.take("a")).toBe(2_000);
  expect([buckets.take("b", 9), buckets.take("c")]).toEqual([0, 0]);
});

test("an IPv6 subscriber is one address, and an IPv4 one is itself however it is written", () => {
  expect(addressKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(addressKey("2001:db8:1:2::9")).toBe("2001:db8:1:2");
  expect(addressKey("2001:db8::9")).toBe("2001:db8:0:0");
  expect(addressKey("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(addressKey("203.0.113.7")).toBe("203.0.113.7");
});
