import { paths } from "@goldseam/sync";
import { afterEach, expect, test } from "vitest";
import { configFrom, type ServerParts } from "../src/index.ts";
import { Counter, Histogram, reading, textOf } from "../src/metrics/exposition.ts";
import { metricsRefusal } from "../src/metrics/listener.ts";
import { reminderEnds, reminderKinds } from "../src/reminders/sender.ts";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let running: TestServer[] = [];
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
});

const token = "a token of thirty-two characters";
async function serve(parts: Partial<ServerParts> = {}, given: string | null = null): Promise<TestServer> {
  const metrics = { host: "127.0.0.1", port: 0, token: given };
  const server = await startTestServer({ metrics }, parts);
  running.push(server);
  return server;
}
async function scrape({ metricsAddress }: TestServer, headers: Record<string, string> = {}) {
  const response = await fetch(metricsAddress!, { headers });
  return { status: response.status, text: await response.text() };
}
/** Value of the sample that begins with `start`. */
const sample = (text: string, start: string): number =>
  Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${start} `))
      ?.slice(start.length),
  );

test("[MT1] without being asked for, metrics are nowhere", async () => {
  const server = await startTestServer();
  running.push(server);
  expect(server.metricsAddress).toBeNull();
  expect((await fetch(`${server.address}/metrics`)).status).toBe(404);
});

test("[MT1] the app's own port shows none, with or without them", async () => {
  const server = await serve();
  for (const path of ["/metrics", "/ready", "/metrics/", "/api/metrics"])
    expect((await fetch(server.address + path)).status).toBe(404);
});

test("[MT1] an address that other machines reach needs a token, and a token is long", () => {
  for (const host of ["0.0.0.0", "::", "192.0.2.7", "goldseam.example"]) {
    expect(metricsRefusal({ host, port: 1, token: null })).toMatch(/need a token/);
    expect(metricsRefusal({ host, port: 1, token })).toBeNull();
    expect(() => configFrom({ metrics: { host, port: 1, token: null } })).toThrow(/token/);
  }
  for (const host of ["127.0.0.1", "::1", "localhost"])
    expect(metricsRefusal({ host, port: 1, token: null })).toBeNull();
  expect(metricsRefusal({ host: "127.0.0.1", port: 1, token: "short" })).toMatch(/32 characters/);
});

test("[MT2] with a token, nobody without it reads anything, and every refusal is the same", async () => {
  const server = await serve({}, token);
  expect((await scrape(server, { authorization: `Bearer ${token}` })).status).toBe(200);
  const wrong = ["", `Bearer ${token} `.slice(0, -2), `Bearer ${token}x`, `Basic ${token}`];
  for (const authorization of wrong)
    expect(await scrape(server, { authorization })).toEqual({ status: 404, text: "" });
  const elsewhere = await fetch(server.metricsAddress!.replace("/metrics", "/"), {
    headers: { authorization: `Bearer ${token}` },
  });
  expect({ status: elsewhere.status, text: await elsewhere.text() }).toEqual({ status: 404, text: "" });
});

test("[MT2] without a token, a name that only resolves to this machine is not answered", async () => {
  const server = await serve();
  const { request } = await import("node:http");
  const statusAs = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const asked = request(server.metricsAddress!, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      asked.on("error", reject).end();
    });
  expect(await statusAs("localhost:9464")).toBe(200);
  expect(await statusAs("[::1]:9464")).toBe(200);
  expect(await statusAs("rebound.example:9464")).toBe(404);
  expect(await statusAs("not a host")).toBe(404);
});

test("[MT3] requests, refusals, items, lines and rooms are counted as they happened", async () => {
  const server = await serve({ lastBackupAt: () => server.clock.now - 7_000 });
  const ana = await TestClient.signedUp(server.address);
  const { room } = await ana.newRoom();
  granted(await ana.append(room, kit.entry(room, ana.device), kit.entry(room, ana.device)));
  const line = await ana.live();
  line.say({ type: "follow", room, after: 0 });
  await line.nextItems();
  await ana.pull(kit.random(32));
  await ana.send("/api/no-such", "{}");
  const { text } = await scrape(server);
  expect(sample(text, `goldseam_requests_total{route="${paths.append}",status="2xx"}`)).toBe(2);
  expect(sample(text, `goldseam_requests_total{route="${paths.pull}",status="4xx"}`)).toBe(1);
  expect(sample(text, `goldseam_requests_total{route="${paths.live}",status="1xx"}`)).toBe(1);
  expect(sample(text, 'goldseam_refusals_total{type="RoomNotFound"}')).toBe(1);
  expect(sample(text, 'goldseam_refusals_total{type="NotFound"}')).toBe(1);
  expect(sample(text, "goldseam_appends_total")).toBe(2);
  expect(sample(text, "goldseam_items_total")).toBe(3);
  expect(sample(text, "goldseam_lines")).toBe(1);
  expect(sample(text, "goldseam_rooms_followed")).toBe(1);
  expect(sample(text, "goldseam_backup_age_seconds")).toBe(7);
  expect(sample(text, "goldseam_store_bytes")).toBeGreaterThan(1_000);
  expect(sample(text, `goldseam_request_seconds_count{route="${paths.append}"}`)).toBe(2);
  expect(sample(text, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
});

test("[MT4] nothing that anyone sent, and no id, key or number of anyone, is in them", async () => {
  const server = await serve();
  const ana = await TestClient.signedUp(server.address);
  const { room } = await ana.newRoom();
  const line = await ana.live();
  line.say({ type: "follow", room, after: 0 });
  await line.nextItems();
  await ana.send("/api/sent-as-a-path?sent=as-a-query", "{}", { "user-agent": "sent-as-a-header" });
  await fetch(`${server.address}/i/sent-in-an-invite`);
  const { text } = await scrape(server);
  expect(text).not.toContain("sent-");
  for (const secret of [room, ana.person.identity.publicKey, ana.device.id]) {
    for (const encoding of ["hex", "base64", "base64url"] as const)
      expect(text).not.toContain(Buffer.from(secret).toString(encoding).replaceAll("=", ""));
  }
  const labels = new Set([...text.matchAll(/[{,](\w+)=/g)].map(([, name]) => name));
  const known = ["ended", "kind", "le", "quantile", "route", "status", "type"];
  expect([...labels].filter((label) => !known.includes(label!))).toEqual([]);
  for (const name of ["kind", "ended"]) {
    const lists: readonly string[] = [...reminderKinds, ...reminderEnds];
    const values = [...text.matchAll(new RegExp(`${name}="([^"]*)"`, "g"))].map(([, value]) => value!);
    expect(values.filter((value) => !lists.includes(value))).toEqual([]);
  }
  const routes = new Set([...text.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
  for (const route of routes) expect(route === "app" || route!.startsWith("/")).toBe(true);
  expect(routes).toContain("app");
});

test("[MT5] a store that does not answer is not ready, and the rest is told all the same", async () => {
  const server = await serve();
  const ready = () => fetch(server.metricsAddress!.replace("/metrics", "/ready"));
  expect((await ready()).status).toBe(200);
  server.store.bytes = async () => {
    throw new Error("gone");
  };
  expect((await ready()).status).toBe(503);
  const { status, text } = await scrape(server);
  expect(status).toBe(200);
  expect(text).not.toMatch(/^goldseam_store_bytes/m);
  expect(text).toMatch(/^goldseam_appends_total 0$/m);
});

test("the text is what Prometheus reads: names first, buckets that add up, labels escaped", () => {
  const counter = new Counter({ name: "c_total", help: "Counted." });
  counter.add(2, { a: 'x"\\\n' });
  const histogram = new Histogram({ name: "h", help: "Held.", label: "l", bounds: [1, 2] });
  for (const seconds of [0.5, 1, 1.5, 9]) histogram.observe("v", seconds);
  const unknown = reading({ name: "u", help: "Unknown." }, () => null);
  expect(textOf([counter, histogram, unknown])).toBe(
    [
      "# HELP c_total Counted.",
      "# TYPE c_total counter",
      'c_total{a="x\\"\\\\\\n"} 2',
      "# HELP h Held.",
      "# TYPE h histogram",
      'h_bucket{l="v",le="1"} 2',
      'h_bucket{l="v",le="2"} 3',
      'h_bucket{l="v",le="+Inf"} 4',
      'h_sum{l="v"} 12',
      'h_count{l="v"} 4',
      "# HELP u Unknown.",
      "# TYPE u gauge",
      "",
    ].join("\n"),
  );
});
