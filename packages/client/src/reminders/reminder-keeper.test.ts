import {
  base64url,
  dayMs,
  type EventId,
  type Instant,
  minuteMs,
  type WallTime,
  type ZoneId,
} from "@goldseam/core";
import { makePromise, promise, type Schedule, wallMomentOf } from "@goldseam/practices";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MailCatcher, numberIn } from "../../../server/test/mail-catcher.ts";
import { TestPushService } from "../../../server/test/push-service.ts";
import { startTestServer, type TestServer } from "../../../server/test/test-server.ts";
import { must, type PairedDevices, pairedDevices, password } from "../../test/couple.ts";
import { openDevice, type TestDevice, until } from "../../test/device.ts";
import { peopleOf, stateOf } from "../index.ts";
import { noReminders, type ReminderSetting } from "./setting.ts";
import { reminderSettingOf } from "./setting-of.ts";

let server: TestServer;
let service: TestPushService;
let catcher: MailCatcher;
/** Every plan that a device filed, as it was sent, by whose it was. */
let filed: Record<string, object[]>;
let asked: string[];
beforeEach(async () => {
  [service, catcher] = [await TestPushService.start(), await MailCatcher.start()];
  server = await startTestServer({
    push: { services: [service.origin], contact: null },
    mail: catcher.config,
    time: { remindMs: 5 },
  });
  filed = {};
  asked = [];
});
afterEach(async () => {
  await server.close();
  await Promise.all([service.close(), catcher.close()]);
});

const partsOf = (name: string) => ({
  address: server.address,
  clock: server.clock.read,
  between: (transport: Parameters<NonNullable<Parameters<typeof openDevice>[0]["between"]>>[0]) => ({
    ...transport,
    ask: ((endpoint, request) => {
      if (/reminder|push|mail/i.test(endpoint)) asked.push(`${name} ${endpoint}`);
      if (endpoint === "planReminders") filed[name] = [...(filed[name] ?? []), request as object];
      return transport.ask(endpoint, request);
    }) as typeof transport.ask,
  }),
});
const pair = (): Promise<PairedDevices> => pairedDevices(partsOf("ana"), partsOf("ben"));
const hasDoorstep = ({ client }: TestDevice) =>
  until(client, () => reminderSettingOf(client.state.doorstep) !== undefined);
async function subscribe({ client }: TestDevice) {
  const { endpoint, p256dh, auth } = await service.subscribed();
  await must((await client.reminders()).turnOnHere({ endpoint, p256dh, auth }));
}
const evenings: ReminderSetting = {
  ...noReminders,
  times: [{ days: [1, 2, 3, 4, 5, 6, 7], time: "19:30" as WallTime }],
};
/** The next half past seven in the evening where the devices are. */
function nextEvening(): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(server.clock.now).toZonedDateTimeISO("Europe/Berlin");
  const today = zoned.withPlainTime("19:30");
  return (today.epochMilliseconds > server.clock.now ? today : today.add({ days: 1 })).epochMilliseconds;
}

test("[RM1] somebody who chose nothing asks the server nothing of reminders", async () => {
  const { ana } = await pair();
  await hasDoorstep(ana);
  await (await ana.client.reminders()).file();
  expect(reminderSettingOf(ana.client.state.doorstep)).toEqual(noReminders);
  expect(asked).toEqual([]);
});

test("[RM6][RM7] what is chosen is filed as moments alone, and reaches the device when one has come", async () => {
  const { ana } = await pair();
  await hasDoorstep(ana);
  await must((await ana.client.reminders()).set(evenings));
  expect(filed).toEqual({});
  await subscribe(ana);
  const [plan, ...more] = filed.ana as { push: number[]; mail: number[] }[];
  expect(more).toEqual([]);
  expect(Object.keys(plan!).sort()).toEqual(["mail", "push"]);
  expect(plan!.push).toHaveLength(35);
  expect(plan!.push.every(Number.isSafeInteger)).toBe(true);
  expect([plan!.push[0], plan!.mail]).toEqual([nextEvening(), []]);
  server.clock.pass(nextEvening() - server.clock.now);
  await service.arrived(1);
});

test("[RM7] nothing is filed twice in a day; a day later, or with another choice, it is", async () => {
  const { ana } = await pair();
  await hasDoorstep(ana);
  await subscribe(ana);
  await must((await ana.client.reminders()).set(evenings));
  for (let each = 0; each < 3; each += 1) await must((await ana.client.reminders()).file());
  expect(filed.ana).toHaveLength(1);
  server.clock.pass(dayMs);
  await must((await ana.client.reminders()).file());
  expect(filed.ana).toHaveLength(2);
  await must((await ana.client.reminders()).set({ ...evenings, times: [] }));
  expect(filed.ana?.at(-1)).toEqual({ push: [], mail: [] });
  await must((await ana.client.reminders()).file());
  expect(filed.ana).toHaveLength(3);
});

test("[RM5][RM7] a promise that is made is filed by itself, two hours before it is due, to its maker alone", async () => {
  const { ana, ben } = await pair();
  for (const one of [ana, ben]) {
    await hasDoorstep(one);
    await subscribe(one);
    await must((await one.client.reminders()).set({ ...noReminders, beforePromises: 120 }));
  }
  const before = { ana: filed.ana?.length ?? 0, ben: filed.ben?.length ?? 0 };
  const due = (server.clock.now - (server.clock.now % (5 * minuteMs)) + dayMs) as Instant;
  const room = ana.client.state.couple!;
  const witness = room.facts.members.find(({ memberId }) => memberId !== room.me)!.memberId;
  const zone = "Europe/Berlin" as ZoneId;
  const schedule: Schedule = { kind: "once", ...wallMomentOf(due, zone), zone };
  const { id, at } = ana.client.stamp();
  const made = makePromise(stateOf(room.folded, promise), room.facts, {
    by: { memberId: room.me },
    at,
    eventId: id,
    wordsId: ana.client.stamp().id as EventId,
    witness,
    schedule,
    words: { act: "I'll be home" },
  });
  if (!made.ok) throw new Error(made.error.type);
  await must(ana.client.write(room, made.value));
  while ((filed.ana?.length ?? 0) === before.ana) await new Promise((resolve) => setImmediate(resolve));
  expect(filed.ana?.at(-1)).toEqual({ push: [due - 120 * minuteMs], mail: [] });
  await until(ben.client, () => stateOf(ben.client.state.couple!.folded, promise).promises.size === 1);
  await must((await ben.client.reminders()).file());
  expect(filed.ben?.length ?? 0).toBe(before.ben);
});

test("[RM3] all own devices have the setting, also while Private is locked, and file for themselves", async () => {
  const ana = await openDevice(partsOf("ana"));
  await must(ana.client.createAccount({ name: "Ana", door: "alone" }, password));
  await hasDoorstep(ana);
  await must((await ana.client.reminders()).set(evenings));
  const code = await must(ana.client.devices.makeKit());
  const phone = await openDevice(partsOf("phone"));
  await must(phone.client.signInWithKit(code, password));
  expect(reminderSettingOf(phone.client.state.doorstep)).toBe(undefined);
  server.clock.pass(dayMs);
  phone.client.networkChanged(false);
  phone.client.networkChanged(true);
  await until(phone.client, () => (reminderSettingOf(phone.client.state.doorstep)?.times.length ?? 0) === 1);
  phone.client.lock();
  expect(reminderSettingOf(phone.client.state.doorstep)).toEqual(evenings);
  await subscribe(phone);
  expect(filed).toHaveProperty("phone");
  expect(filed).not.toHaveProperty("ana");
});

test("[RM1] turned off again, the server has neither subscription nor address nor moments", async () => {
  const { ana } = await pair();
  await hasDoorstep(ana);
  await must((await ana.client.reminders()).set(evenings));
  await subscribe(ana);
  await must((await ana.client.reminders()).askMail("ana@example.org"));
  await must((await ana.client.reminders()).confirmMail(numberIn(await catcher.arrived(1))));
  expect(filed.ana?.at(-1)).toMatchObject({ mail: expect.arrayContaining([nextEvening()]) });
  await must((await ana.client.reminders()).turnOffHere());
  expect(await must((await ana.client.reminders()).look())).toMatchObject({
    isPushed: false,
    address: "ana@example.org",
  });
  await must((await ana.client.reminders()).removeMail());
  expect(await must((await ana.client.reminders()).look())).not.toHaveProperty("address");
  await server.close();
  const left = await server.store.takeWakeUps({ now: Number.MAX_SAFE_INTEGER, lateBefore: 0, most: 100 });
  expect(left).toEqual({ ok: true, value: { due: [], late: { push: 0, mail: 0 }, isMore: false } });
});

test("[RM8] the partner's device holds the same and asks the same, whether somebody has reminders or not", async () => {
  const { ana, ben } = await pair();
  await hasDoorstep(ana);
  await hasDoorstep(ben);
  for (const { client } of [ana, ben])
    await until(client, () => {
      const room = client.state.couple!;
      return peopleOf(room.folded).size === 2 && room.waiting.length === 0;
    });
  await until(ben.client, () => ben.client.state.couple!.record.n === ana.client.state.couple!.record.n);
  /** The whole record of the room of two, as its head says it. */
  const heldBy = ({ client }: TestDevice) => {
    const { n, head } = client.state.couple!.record;
    return { n, head: base64url(head) };
  };
  const before = heldBy(ben);
  await must((await ana.client.reminders()).set({ ...evenings, beforePromises: 120 }));
  await subscribe(ana);
  await must((await ana.client.reminders()).askMail("ana@example.org"));
  await must((await ana.client.reminders()).confirmMail(numberIn(await catcher.arrived(1))));
  server.clock.pass(nextEvening() - server.clock.now);
  await service.arrived(1);
  await catcher.arrived(2);
  expect(heldBy(ben)).toEqual(before);
  expect(heldBy(ana)).toEqual(before);
  expect(asked.filter((one) => one.startsWith("ben"))).toEqual([]);
});
