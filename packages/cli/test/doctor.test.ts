import { chmodSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { configFrom } from "@goldseam/server";
import { expect, test } from "vitest";
import { MailCatcher } from "../../server/test/mail-catcher.ts";
import { appOf, dataOf, mailOf, pushOf, reachOf } from "../src/doctor.ts";
import { newFolder, run } from "./command.ts";
import { fileIn, filledFolder } from "./stored.ts";

const seen = { freeBytes: () => 2 ** 31, now: () => Number.MAX_SAFE_INTEGER - 1e6 };
const faultsIn = (data: string, over: Partial<typeof seen> = {}): string[] =>
  dataOf(data, { ...seen, ...over })
    .filter(({ is }) => is === "fault")
    .map(({ says }) => says);

test("a sound installation has no fault, and nobody's names or words are said", async () => {
  const data = newFolder();
  chmodSync(data, 0o700);
  await filledFolder(data);
  expect(faultsIn(data)).toEqual([]);
  const ran = await run(["doctor", "--data", data]);
  expect(ran.out).toMatch(/ok {5}The database is whole: \d+ items, \d+ rooms, \d+ accounts\./);
  expect(ran.error).toBe("");
});

test("a damaged database, a full disk and a clock that is behind are faults", async () => {
  const data = newFolder();
  await filledFolder(data);
  expect(faultsIn(data, { freeBytes: () => 1e6 })).toEqual([expect.stringContaining("are free for it")]);
  expect(faultsIn(data, { now: () => 0 })).toEqual([expect.stringContaining("Set the clock")]);
  truncateSync(fileIn(data), 9_000);
  expect(faultsIn(data)).toHaveLength(1);
  const ran = await run(["doctor", "--data", data]);
  expect(ran.code).toBe(1);
});

test("a folder that others can read, and one that is not there, are said", () => {
  const data = newFolder();
  chmodSync(data, 0o755);
  expect(dataOf(data, seen)[0]).toMatchObject({ is: "look", says: expect.stringContaining("chmod 700") });
  expect(dataOf(path.join(data, "none"), seen)).toMatchObject([{ is: "look" }]);
});

test("an address of others without https, and an app that is not built, are said", async () => {
  expect(reachOf({ host: "127.0.0.1", origins: [] }).is).toBe("ok");
  expect(reachOf({ host: "0.0.0.0", origins: [] }).is).toBe("look");
  expect(reachOf({ host: "0.0.0.0", origins: ["https://goldseam.example"] }).is).toBe("ok");
  const folder = newFolder();
  expect(appOf(folder).is).toBe("fault");
  mkdirSync(path.join(folder, "app"));
  writeFileSync(path.join(folder, "app", "index.html"), "");
  expect(appOf(path.join(folder, "app")).is).toBe("ok");
  expect(await run(["doctor", "--port", "none"])).toMatchObject({
    code: 2,
    error: expect.stringContaining("'none' is not a port"),
  });
});

test("a mail server that lets the host in is sound; what is wrong with another is said in words", async () => {
  const catcher = await MailCatcher.start();
  const { config } = catcher;
  expect((await mailOf(config)).is).toBe("ok");
  const saysOf = async (over: Partial<typeof config>) => (await mailOf({ ...config, ...over })).says;
  expect(await saysOf({ login: { user: "host", password: "wrong" } })).toContain(
    "refuses the user or the password",
  );
  expect(await saysOf({ tls: "implicit" })).toContain("no TLS");
  expect(await saysOf({ tls: "starttls" })).toContain("no TLS");
  expect(await saysOf({ host: "no-such-host.invalid", tls: "starttls" })).toContain("leads nowhere");
  await catcher.close();
  expect(await mailOf(config)).toMatchObject({
    is: "fault",
    says: expect.stringContaining("does not answer"),
  });
  expect(catcher.caught).toEqual([]);
  expect(await mailOf(null)).toMatchObject({ is: "ok", says: expect.stringContaining("No mail is sent") });
});

test("the key for notifications is looked at, and whom they may go to", async () => {
  const data = newFolder();
  await filledFolder(data);
  const file = fileIn(data);
  const { push, listen } = configFrom({ listen: { origins: ["https://goldseam.example"] } });
  expect(pushOf({ push, listen }, file)).toMatchObject([
    { is: "ok", says: expect.stringContaining("fcm.googleapis.com") },
    { is: "ok", says: expect.stringContaining("it signs") },
  ]);
  const database = new DatabaseSync(file);
  database.exec("UPDATE secrets SET value = zeroblob(32) WHERE name = 'push'");
  database.close();
  expect(pushOf({ push, listen }, file)).toContainEqual(expect.objectContaining({ is: "fault" }));
  const nobody = { push: { services: [], contact: null }, listen: { ...listen, origins: [] } };
  expect(pushOf(nobody, null).map(({ is }) => is)).toEqual(["look", "look"]);
});
