import { dayMs, minuteMs } from "@goldseam/core";
import { limits } from "@goldseam/sync";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MailCatcher, numberIn } from "./mail-catcher.ts";
import { TestPushService } from "./push-service.ts";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer, widePace } from "./test-server.ts";

let server: TestServer;
let service: TestPushService;
let catcher: MailCatcher;
let ana: TestClient;
beforeEach(async () => {
  [service, catcher] = [await TestPushService.start(), await MailCatcher.start()];
  server = await startTestServer({
    push: { services: [service.origin] },
    mail: catcher.config,
    time: { remindMs: 5 },
    pace: { ...widePace, numbersToOne: { atOnce: 4, perSecond: 1 / 3_600 } },
  });
  ana = await TestClient.signedUp(server.address);
});
afterEach(async () => {
  await server.close();
  await Promise.all([service.close(), catcher.close()]);
});

const address = "ana@example.org";
const refusedAs = (type: string, over = {}) => ({ refused: { error: { type, ...over } } });
const later = (ms: number) => server.clock.now + ms;

async function subscribed(client = ana) {
  const { privateKey: _, ...subscription } = await service.subscribed();
  granted(await client.ask("putPush", subscription));
  return subscription;
}
async function mailed(client = ana, to = address) {
  granted(await client.ask("askMail", { address: to }));
  const number = numberIn(await catcher.arrived(catcher.caught.length + 1));
  granted(await client.ask("confirmMail", { number }));
}

test("[RS3] what was planned arrives at its time, by push and by mail, and nothing after it was taken back", async () => {
  await subscribed();
  await mailed();
  const plan = [later(5 * minuteMs), later(10 * minuteMs), later(15 * minuteMs)];
  granted(await ana.ask("planReminders", { push: plan, mail: plan }));
  server.clock.pass(5 * minuteMs);
  await service.arrived(1);
  expect((await catcher.arrived(2)).text).toBe("You have a reminder.");
  granted(await ana.ask("planReminders", { push: [], mail: plan.slice(1) }));
  server.clock.pass(5 * minuteMs);
  await catcher.arrived(3);
  expect(service.received).toHaveLength(1);
});

test("[RS6] an address counts once its number was typed, within a quarter of an hour and five tries", async () => {
  granted(await ana.ask("askMail", { address }));
  const first = await catcher.arrived(1);
  expect(first).toMatchObject({ to: [address] });
  expect(granted(await ana.ask("lookAtReminders", {}))).not.toHaveProperty("address");
  const wrong = numberIn(first) === "000000" ? "000001" : "000000";
  for (const left of [4, 3, 2, 1, 0])
    expect(await ana.ask("confirmMail", { number: wrong })).toMatchObject(refusedAs("WrongNumber", { left }));
  expect(await ana.ask("confirmMail", { number: numberIn(first) })).toMatchObject(refusedAs("WrongNumber"));
  granted(await ana.ask("askMail", { address }));
  const second = numberIn(await catcher.arrived(2));
  server.clock.pass(15 * minuteMs);
  expect(await ana.ask("confirmMail", { number: second })).toMatchObject(
    refusedAs("WrongNumber", { left: 0 }),
  );
  await mailed();
  expect(granted(await ana.ask("lookAtReminders", {})).address).toBe(address);
  granted(await ana.ask("removeMail", {}));
  expect(granted(await ana.ask("lookAtReminders", {}))).not.toHaveProperty("address");
});

test("[RS6] nobody has strangers mailed: three numbers a day for an account, few to one address, and a bound for all", async () => {
  for (const to of ["a@example.org", "b@example.org", "c@example.org"])
    granted(await ana.ask("askMail", { address: to }));
  const full = refusedAs("TooMany", { retryAfterMs: dayMs });
  expect(await ana.ask("askMail", { address: "d@example.org" })).toMatchObject(full);
  granted(await ana.ask("removeMail", {}));
  expect(await ana.ask("askMail", { address: "d@example.org" })).toMatchObject(full);
  const ben = await TestClient.signedUp(server.address);
  const carl = await TestClient.signedUp(server.address);
  for (const client of [ben, ben, ben]) granted(await client.ask("askMail", { address: "a@example.org" }));
  expect(await carl.ask("askMail", { address: "A@example.org" })).toMatchObject(refusedAs("TooMany"));
  await catcher.arrived(6);
  server.clock.pass(dayMs);
  granted(await ana.ask("askMail", { address: "d@example.org" }));
});

test("[RS6] the whole host sends a bounded number of them", async () => {
  const pace = { ...widePace, numbersSent: { atOnce: 2, perSecond: 1 } };
  const other = await startTestServer({ mail: catcher.config, pace });
  const people = [1, 2, 3].map(() => TestClient.signedUp(other.address));
  const answers = [];
  for (const [index, client] of (await Promise.all(people)).entries())
    answers.push(await client.ask("askMail", { address: `${index}@example.org` }));
  expect(answers.map((answer) => "ok" in answer)).toEqual([true, true, false]);
  await other.close();
});

test("[RS6] without a mail server no mail is offered, and what is no address is refused", async () => {
  const other = await startTestServer();
  const ben = await TestClient.signedUp(other.address);
  expect(granted(await ben.ask("lookAtReminders", {})).offersMail).toBe(false);
  expect(await ben.ask("askMail", { address })).toMatchObject(refusedAs("MailNotOffered"));
  await other.close();
  const bad = [
    "ana",
    "ana@example",
    "a b@example.org",
    "ana@example.org\r\nBcc: x@y.zz",
    "<ana@example.org>",
    "a@x.org,b@x.org",
  ];
  for (const each of bad)
    expect(await ana.ask("askMail", { address: each })).toMatchObject(
      refusedAs("Malformed", { at: "address" }),
    );
});

test("[RS5] a device cannot have the server call an address that is no push service's", async () => {
  const { privateKey: _, ...subscription } = await service.subscribed();
  for (const endpoint of [
    "http://127.0.0.1:1/x",
    "https://metadata.example/latest",
    "https://localhost/api/append",
  ])
    expect(await ana.ask("putPush", { ...subscription, endpoint })).toMatchObject(
      refusedAs("PushNotAllowed"),
    );
  const p256dh = new Uint8Array(65).fill(4);
  expect(await ana.ask("putPush", { ...subscription, p256dh })).toMatchObject(refusedAs("Malformed"));
  expect(granted(await ana.ask("lookAtReminders", {})).isPushed).toBe(false);
});

test("[RS7] a plan has 64 moments at most, on whole five minutes; what is past or far ahead is left out", async () => {
  const step = limits.wakeUpStepMs;
  const many = Array.from({ length: 65 }, (_, index) => later((index + 1) * step));
  expect(await ana.ask("planReminders", { push: many, mail: [] })).toMatchObject(refusedAs("Malformed"));
  expect(await ana.ask("planReminders", { push: [], mail: [later(step) + 1] })).toMatchObject(
    refusedAs("Malformed"),
  );
  await subscribed();
  const plan = [later(-step), later(0), later(step), later(35 * dayMs), later(35 * dayMs + step)];
  granted(await ana.ask("planReminders", { push: plan, mail: [] }));
  await server.close();
  const taken = await server.store.takeWakeUps({ now: 1e15, lateBefore: 1e15, most: 100 });
  expect(taken.ok && taken.value.late).toEqual({ push: 2, mail: 0 });
});

test("[RS8] a device of the first day learns no address, and files nothing", async () => {
  await mailed();
  const phone = new TestClient(server.address, ana.person);
  const first = kit.accountLogHash(kit.accountLogLink(ana.person, ana.device));
  const link = kit.accountLogLink(ana.person, phone.device, { number: 2, previous: first, type: "byKit" });
  granted(await phone.ask("devices", { link, ...(await phone.proof()) }));
  const { privateKey: _, ...subscription } = await service.subscribed();
  const answers = [
    await phone.ask("lookAtReminders", {}),
    await phone.ask("putPush", subscription),
    await phone.ask("askMail", { address: "other@example.org" }),
    await phone.ask("confirmMail", { number: "123456" }),
    await phone.ask("removeMail", {}),
    await phone.ask("planReminders", { push: [], mail: [] }),
  ];
  for (const answer of answers) expect(answer).toMatchObject(refusedAs("TooNew"));
  expect(granted(await ana.ask("lookAtReminders", {})).address).toBe(address);
});

test("[RS8] a device that was signed out is pushed to no more", async () => {
  await subscribed();
  granted(await ana.ask("planReminders", { push: [later(5 * minuteMs)], mail: [] }));
  const first = kit.accountLogHash(kit.accountLogLink(ana.person, ana.device));
  const link = kit.accountLogLink(ana.person, ana.device, {
    number: 2,
    previous: first,
    type: "ended",
    by: ana.device,
  });
  granted(await ana.ask("endDevice", { link }));
  server.clock.pass(5 * minuteMs);
  await server.close();
  expect(service.received).toHaveLength(0);
  expect(await server.store.pushOf(ana.device.id)).toBe(null);
});
