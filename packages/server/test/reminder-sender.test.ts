import { type Bytes, hourMs, minuteMs, textOf } from "@goldseam/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openMemoryStore, type Store } from "../src/index.ts";
import { MailSender } from "../src/reminders/mail.ts";
import { isOfService, isPushPoint, PushSender, pushKeysOf } from "../src/reminders/push.ts";
import { type ReminderCount, ReminderSender } from "../src/reminders/sender.ts";
import { MailCatcher } from "./mail-catcher.ts";
import { openedBy, signedBy, TestPushService } from "./push-service.ts";
import { random } from "./test-kit.ts";
import { realRandom, TestClock } from "./test-server.ts";

let store: Store;
let clock: TestClock;
let service: TestPushService;
let catcher: MailCatcher;
let sender: ReminderSender;
let push: PushSender;
let counted: Record<string, number>;
let broken: string[];

beforeEach(async () => {
  store = openMemoryStore();
  clock = new TestClock();
  [service, catcher] = [await TestPushService.start(), await MailCatcher.start()];
  counted = {};
  broken = [];
  const config = { services: [service.origin], contact: null };
  push = new PushSender(await pushKeysOf(store, realRandom), config, ["https://notes.example"]);
  sender = newSender(new MailSender(catcher.config));
});
afterEach(async () => {
  await sender.close();
  await Promise.all([service.close(), catcher.close()]);
  expect(broken).toEqual([]);
});

function newSender(mail: MailSender | null, over: Partial<Store> = {}): ReminderSender {
  return new ReminderSender({
    store: { ...store, ...over },
    clock: clock.read,
    push,
    mail,
    counted: ({ kind, ended }: ReminderCount, by) => {
      counted[`${kind} ${ended}`] = (counted[`${kind} ${ended}`] ?? 0) + by;
    },
    onBroken: (name) => broken.push(name),
  });
}

/** Somebody whose device is subscribed and whose address is confirmed. */
async function person(at: { readonly push?: readonly number[]; readonly mail?: readonly number[] }) {
  const [identity, device] = [random(32), random(16)];
  const session = { identity, device, expires: 0, tokenHash: random(32) };
  const spent = { challenge: random(32), until: 0 };
  const newDevice = { device, deviceKey: random(32), waitsUntil: 0 };
  await store.createAccount({
    identity,
    link: random(9),
    t: 0,
    device: newDevice,
    slots: [],
    session,
    spent,
  });
  const browser = await service.subscribed();
  await store.putPush(identity, device, browser);
  await confirm(identity, "ana@example.org");
  await store.putWakeUps(identity, device, { push: at.push ?? [], mail: at.mail ?? [] });
  return { identity, device, browser };
}
async function confirm(identity: Bytes, address: string) {
  const now = clock.read();
  const asked = { identity, address, number: "123456", tries: 5, expires: now + 1, now };
  await store.askToConfirm({ ...asked, sentMax: 3, sentMs: 1 });
  await store.confirmMail(identity, "123456", now);
}

test("[RS1] a push is signed by the server's key for its service, sealed to the browser, and says the same to all", async () => {
  const at = clock.now + 1;
  const people = [await person({ push: [at] }), await person({ push: [at] })];
  clock.pass(1);
  await sender.look();
  expect(service.received).toHaveLength(2);
  for (const received of service.received) {
    const { browser } = people.find((one) => one.browser.endpoint.endsWith(received.path))!;
    const { key, claims } = await signedBy(received);
    expect(key).toEqual(push.publicKey);
    expect(claims).toMatchObject({ aud: service.origin, sub: "https://notes.example" });
    expect(textOf(await openedBy(browser, received))).toEqual({ ok: true, value: "You have a reminder." });
    expect(received.headers).toMatchObject({
      "content-encoding": "aes128gcm",
      ttl: "3600",
      topic: "reminder",
    });
    expect(received.body).toHaveLength(service.received[0]!.body.length);
    const stranger = await service.subscribed();
    await expect(openedBy(stranger, received)).rejects.toThrow();
  }
  expect(counted).toEqual({ "push sent": 2 });
});

test("[RS1] the key is made once, and is the same for every process and after a restore", async () => {
  expect(await pushKeysOf(store, realRandom)).toEqual(await pushKeysOf(store, realRandom));
  expect(isPushPoint(push.publicKey)).toBe(true);
  expect(isPushPoint(new Uint8Array(65).fill(4))).toBe(false);
});

test("[RS2] a mail has one subject and one sentence, and names neither the app nor the machine", async () => {
  await person({ mail: [clock.now + 1] });
  clock.pass(1);
  await sender.look();
  sender.sendNumber("ben@example.org", "004711");
  await catcher.arrived(2);
  const [plain, withNumber] = catcher.caught;
  expect(plain).toMatchObject({ from: "post@notes.example", to: ["ana@example.org"] });
  expect(plain!.text).toBe("You have a reminder.");
  expect(withNumber!.text).toBe("You have a reminder.\n\n004711");
  for (const { headers, raw, calledItself } of catcher.caught) {
    expect(headers.get("subject")).toBe("You have a reminder.");
    expect([...headers.keys()].sort()).toEqual([
      "auto-submitted",
      "content-transfer-encoding",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
    ]);
    expect(headers.get("message-id")).toMatch(/^<[0-9a-f-]+@notes\.example>$/);
    expect(headers.get("from")).toBe("post@notes.example");
    expect(raw).not.toMatch(/goldseam|nodemailer/i);
    expect(calledItself).toBe("notes.example");
  }
});

test("[RS3] a wake-up is sent at its time and not before, once, and several at once are one", async () => {
  const first = clock.now + 5 * minuteMs;
  await person({ push: [first, first + minuteMs], mail: [first] });
  await sender.look();
  clock.pass(5 * minuteMs - 1);
  await sender.look();
  expect(service.received).toHaveLength(0);
  clock.pass(1);
  await Promise.all([sender.look(), sender.look()]);
  await sender.look();
  expect([service.received.length, catcher.caught.length]).toEqual([1, 1]);
  clock.pass(minuteMs);
  await sender.look();
  expect(service.received).toHaveLength(2);
});

test("[RS3] two processes on one store send each wake-up once between them", async () => {
  const at = clock.now + 1;
  for (let each = 0; each < 20; each += 1) await person({ push: [at] });
  clock.pass(1);
  const other = newSender(null);
  await Promise.all([sender.look(), other.look()]);
  await other.close();
  expect(service.received).toHaveLength(20);
  expect(new Set(service.received.map(({ path }) => path)).size).toBe(20);
});

test("[RS3] what is more than an hour late reaches nobody, and is counted", async () => {
  await person({ push: [clock.now + 1, clock.now + 2], mail: [clock.now + 1] });
  clock.pass(hourMs + 2);
  await sender.look();
  expect(service.received).toHaveLength(1);
  expect(counted).toEqual({ "push late": 1, "mail late": 1, "push sent": 1 });
});

test("[RS4] a subscription that its service does not know any more is removed; one that came since is not", async () => {
  const at = clock.now + 1;
  const [gone, renewed] = [await person({ push: [at] }), await person({ push: [at] })];
  const newer = await service.subscribed();
  service.answer = () => {
    void store.putPush(renewed.identity, renewed.device, newer);
    return 410;
  };
  clock.pass(1);
  await sender.look();
  expect(await store.pushOf(gone.device)).toBe(null);
  expect((await store.pushOf(renewed.device))?.endpoint).toBe(newer.endpoint);
  expect(counted).toEqual({ "push gone": 2 });
});

test("[RS4] a service that is busy is tried again three times within ten minutes, and then given up", async () => {
  await person({ push: [clock.now + 1] });
  service.answer = () => (service.received.length % 2 === 0 ? 429 : 503);
  clock.pass(1);
  for (let minute = 0; minute < 60; minute += 1) {
    await sender.look();
    clock.pass(minuteMs);
    if (minute === 10) expect(service.received).toHaveLength(4);
  }
  expect(service.received).toHaveLength(4);
  expect(counted).toEqual({ "push given-up": 1 });
});

test("[RS4] a mail server that says later is tried again, one that refuses is not, and the address stays", async () => {
  const { identity } = await person({ mail: [clock.now + 1, clock.now + 20 * minuteMs] });
  const answers = [451, 250, 550];
  catcher.answer = () => answers.shift()!;
  clock.pass(1);
  await sender.look();
  expect(catcher.caught).toHaveLength(0);
  clock.pass(minuteMs);
  await sender.look();
  expect(catcher.caught).toHaveLength(1);
  clock.pass(19 * minuteMs);
  await sender.look();
  expect(counted).toEqual({ "mail sent": 1, "mail refused": 1 });
  expect(await store.mailOf(identity)).toBe("ana@example.org");
});

test("[RS4] what was turned off between two tries is not tried again", async () => {
  const { identity, device } = await person({ push: [clock.now + 1], mail: [clock.now + 1] });
  service.answer = () => 500;
  catcher.answer = () => 451;
  clock.pass(1);
  await sender.look();
  await store.removePush(device);
  await store.removeMail(identity);
  [service.answer, catcher.answer] = [() => 201, () => 250];
  clock.pass(minuteMs);
  await sender.look();
  expect([service.received.length, catcher.caught.length]).toEqual([1, 0]);
});

test("[RS5] only listed services are sent to, over https, and none leads elsewhere", async () => {
  const { services } = (await import("../src/config.ts")).defaultConfig.push;
  const allowed = (endpoint: string) => isOfService(endpoint, services);
  expect(
    [
      "https://fcm.googleapis.com/fcm/send/x",
      "https://updates.push.services.mozilla.com/wpush/v2/x",
      "https://web.push.apple.com/x",
      "https://db5p.notify.windows.com/w/?token=x",
    ].map(allowed),
  ).toEqual([true, true, true, true]);
  const refused = [
    "http://fcm.googleapis.com/fcm/send/x",
    "https://fcm.googleapis.com:8443/x",
    "https://user@fcm.googleapis.com/x",
    "https://fcm.googleapis.com.example.org/x",
    "https://notmozilla.com/x",
    "https://push.services.mozilla.com.evil.example/x",
    "https://evilpush.apple.com/x",
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://localhost/x",
    "file:///etc/passwd",
    "no address",
  ];
  expect(refused.filter(allowed)).toEqual([]);
  await person({ push: [clock.now + 1] });
  service.answer = () => 307;
  clock.pass(1);
  await sender.look();
  expect(service.received.map(({ path }) => path)).not.toContain("/elsewhere");
  expect(service.received).toHaveLength(1);
});

test("[RS9] a sender that ends cuts off what is under way, tries nothing again and takes nothing more", async () => {
  await person({ push: [clock.now + 1] });
  service.answer = () => null;
  clock.pass(1);
  const looking = sender.look();
  await service.arrived(1);
  await sender.close();
  await looking;
  await person({ push: [clock.now + 1] });
  clock.pass(10 * minuteMs);
  await sender.look();
  expect(service.received).toHaveLength(1);
  expect(counted).toEqual({});
});

test("[RS9] a store that does not answer is told by name, and the next look sends", async () => {
  await person({ push: [clock.now + 1] });
  clock.pass(1);
  let isAway = true;
  const other = newSender(null, {
    takeWakeUps: (asked) => {
      if (isAway) throw new TypeError("away");
      return store.takeWakeUps(asked);
    },
  });
  await other.look();
  expect(broken.splice(0)).toEqual(["TypeError"]);
  isAway = false;
  await other.look();
  await other.close();
  expect(service.received).toHaveLength(1);
});
