import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { mailOf } from "../src/serve.ts";
import { newFolder, run, type Started, start } from "./command.ts";

const running: Started[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
});

async function serving(args: readonly string[], environment?: NodeJS.ProcessEnv, cwd?: string) {
  const started = start(["serve", ...args], environment, cwd);
  running.push(started);
  const line = await started.line;
  const address = line.replace("Goldseam is at ", "");
  return { ...started, line, address, port: new URL(address).port };
}
const health = async (address: string): Promise<unknown> => (await fetch(`${address}/health`)).json();

test("prints one line with its address, answers there, and ends with 0 when told to", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const folder = newFolder();
    const server = await serving(["--port", "0"], {}, folder);
    expect(server.line).toMatch(/^Goldseam is at http:\/\/localhost:\d+$/);
    expect(await health(server.address)).toEqual({ ok: true });
    expect(existsSync(path.join(folder, "data", "goldseam.sqlite"))).toBe(true);
    server.child.kill(signal);
    expect(await server.ended).toEqual({ code: 0, out: `${server.line}\n`, error: "" });
  }
});

test("starts again on the data that it left, in the folder that was named", async () => {
  const data = path.join(newFolder(), "deep", "down");
  for (const _ of [1, 2]) {
    const server = await serving(["--port", "0", "--data", data]);
    expect(await health(server.address)).toEqual({ ok: true });
    server.child.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
  }
  // A closed store leaves no second file beside the database.
  expect(existsSync(path.join(data, "goldseam.sqlite-wal"))).toBe(false);
});

test("takes its choices from the environment, and a flag before it", async () => {
  const [named, other] = [newFolder(), newFolder()];
  const environment = {
    GOLDSEAM_PORT: "0",
    GOLDSEAM_DATA: other,
    GOLDSEAM_ORIGIN: "https://goldseam.example",
  };
  const server = await serving(["--data", named, "--leave-to", "https://example.org/"], environment);
  expect(existsSync(path.join(named, "goldseam.sqlite"))).toBe(true);
  expect(existsSync(path.join(other, "goldseam.sqlite"))).toBe(false);
  const asked = (origin: string) =>
    fetch(`${server.address}/api/challenge`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: "{}",
    });
  expect((await asked("https://goldseam.example")).status).toBe(200);
  expect((await asked("https://elsewhere.example")).status).toBe(403);
  const left = await fetch(`${server.address}/leave`, { redirect: "manual" });
  expect(left.headers.get("location")).toBe("https://example.org/");
});

test("says in a sentence that the port is taken, and ends with 1", async () => {
  const { port } = await serving(["--port", "0"]);
  const second = await run(["serve", "--port", port]);
  expect(second).toEqual({
    code: 1,
    out: "",
    error: `Port ${port} is taken. Choose another with --port.\n`,
  });
});

test("says in a sentence that the data cannot be written, and ends with 1", async () => {
  const file = path.join(newFolder(), "a-file");
  writeFileSync(file, "");
  const ran = await run(["serve", "--port", "0", "--data", file]);
  expect(ran).toMatchObject({
    code: 1,
    out: "",
    error: expect.stringContaining(`The folder ${file} is not writable`),
  });
  const broken = newFolder();
  writeFileSync(path.join(broken, "goldseam.sqlite"), "this is a letter, not a database".repeat(100));
  expect(await run(["serve", "--port", "0", "--data", broken])).toMatchObject({ code: 1, out: "" });
});

test("says which choice cannot be, and ends with 2", async () => {
  const wrong: readonly (readonly string[])[] = [
    ["--port", "seven"],
    ["--port", "70000"],
    ["--origin", "goldseam.example"],
    ["--origin", "https://goldseam.example/app"],
    ["--leave-to", "javascript:alert(1)"],
    ["--mail", "mail.example", "--mail-from", "post@example.org"],
    ["--mail", "smtps://somebody:secret@mail.example", "--mail-from", "post@example.org"],
    ["--mail", "smtps://mail.example"],
    ["--mail", "smtps://mail.example", "--mail-from", "nobody"],
    ["--push-service", "https://push.example/x"],
    ["--push-contact", "nobody"],
    ["--colour", "gold"],
    ["here"],
  ];
  for (const args of wrong) {
    const ran = await run(["serve", ...args]);
    expect(ran, args.join(" ")).toMatchObject({ code: 2, out: "" });
    expect(ran.error).not.toContain("    at ");
    expect(ran.error).not.toContain("secret");
  }
  expect((await run(["serve"], { GOLDSEAM_PORT: "high" })).error).toBe("'high' is not a port.\n");
});

test("shows metrics where it was told to, and to nobody elsewhere without a token", async () => {
  const server = await serving(["--port", "0", "--metrics", "0"]);
  const metrics = /Metrics are at (\S+)/.exec(server.said())![1]!;
  expect(await (await fetch(metrics)).text()).toContain("goldseam_requests_total");
  const told = "Metrics on 0.0.0.0 can be read from other machines: they need a token.";
  const open = await run(["serve", "--port", "0", "--metrics", "0.0.0.0:0"]);
  expect(open).toMatchObject({ code: 2, out: "", error: expect.stringContaining(told) });
  const short = await run(["serve", "--port", "0"], {
    GOLDSEAM_METRICS: "0",
    GOLDSEAM_METRICS_TOKEN: "short",
  });
  expect(short).toMatchObject({ code: 2, error: expect.stringContaining("32 characters") });
  const none = await run(["serve", "--port", "0", "--metrics", "many"]);
  expect(none).toMatchObject({ code: 2, error: "'many' is no port for metrics.\n" });
  const taken = await run(["serve", "--port", "0", "--metrics", new URL(metrics).port]);
  expect(taken).toMatchObject({
    code: 1,
    error: expect.stringContaining(`Port ${new URL(metrics).port} is taken`),
  });
});

test("mail is told by an address without who sends, and speaks TLS unless it stays on this machine", () => {
  const given = { from: "post@example.org", user: "host", password: "secret" };
  const common = { login: { user: "host", password: "secret" }, from: "post@example.org" };
  const read = (text: string) => mailOf(text, given);
  const mail = (over: object) => ({ ok: true, value: { ...common, ...over } });
  expect(read("smtps://mail.example")).toEqual(mail({ host: "mail.example", port: 465, tls: "implicit" }));
  expect(read("smtp://mail.example:2525")).toEqual(
    mail({ host: "mail.example", port: 2525, tls: "starttls" }),
  );
  expect(read("smtp://127.0.0.1:25")).toEqual(mail({ host: "127.0.0.1", port: 25, tls: "none" }));
  expect(read("smtp://[::1]")).toEqual(mail({ host: "::1", port: 587, tls: "none" }));
  expect(mailOf(undefined, given)).toEqual({ ok: true, value: null });
});
