import type { CalendarDate, EventId, PromiseId } from "@goldseam/core";
import { makePromise, markPromise, promise, type Schedule, viewPromise } from "@goldseam/practices";
import { askToErase } from "@goldseam/practices/joint";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import { exportRoom, verifyExport } from "../src/export/public.ts";
import { type Client, jointOf, type Room, stateOf } from "../src/index.ts";
import { must, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, type TestDevice, until } from "./device.ts";

let server: TestServer;
let ana: TestDevice;
let ben: TestDevice;
const parts = () => ({ address: server.address, clock: server.clock.read });
beforeEach(async () => {
  server = await startTestServer();
  ({ ana, ben } = await pairedDevices(parts()));
});
afterEach(async () => {
  for (const { client } of [ana, ben]) client.close();
  await server.close();
});

const room = ({ client }: { client: Client }): Room => roomOf(client)!;
const ledgerOf = (device: { client: Client }) => stateOf(room(device).folded, promise);
const promisesAt = (device: { client: Client }): number => ledgerOf(device).promises.size;
const newId = ({ client }: TestDevice): EventId => client.stamp().id as EventId;

/** Ana promises and says that she kept it; Ben says that he saw it so. */
async function aPromise(): Promise<PromiseId> {
  const facts = room(ana).facts;
  const [maker, witness] = [{ memberId: room(ana).me }, { memberId: room(ben).me }];
  const date = new Date(room(ana).now() + 86_400_000).toISOString().slice(0, 10) as CalendarDate;
  const schedule = { kind: "once", date, time: "18:00", zone: "Europe/Berlin" } as Schedule;
  const promiseId = newId(ana) as string as PromiseId;
  const made = makePromise(ledgerOf(ana), facts, {
    by: maker,
    at: room(ana).now(),
    eventId: promiseId as string as EventId,
    witness: witness.memberId,
    schedule,
    wordsId: newId(ana),
    words: { act: "be home before the soup is cold" },
  });
  await must(ana.client.write(room(ana), await must(Promise.resolve(made))));
  const marked = markPromise(ledgerOf(ana), facts, {
    by: maker,
    at: room(ana).now(),
    eventId: newId(ana),
    promiseId,
    occurrence: date,
    mark: "kept",
  });
  await must(ana.client.write(room(ana), await must(Promise.resolve(marked))));
  const marksAt = () => ledgerOf(ben).promises.get(promiseId)?.occurrences.get(date)?.marks.length;
  await until(ben.client, () => marksAt() === 1);
  const viewed = viewPromise(ledgerOf(ben), facts, {
    by: witness,
    at: room(ben).now(),
    eventId: newId(ben),
    promiseId,
    occurrence: date,
    view: "same",
  });
  await must(ben.client.write(room(ben), await must(Promise.resolve(viewed))));
  const viewsAt = () => ledgerOf(ana).promises.get(promiseId)?.occurrences.get(date)?.views.length;
  await until(ana.client, () => viewsAt() === 1);
  return promiseId;
}
const ask = (device: TestDevice, item: string, isTakenBack = false): Promise<void> =>
  must(
    device.client.write(room(device), [
      askToErase(item, { id: newId(device), at: room(device).now() }, { isTakenBack }),
    ]),
  );
const withdrawn = "joint.erasure-withdrawn";
const askedAt = (device: TestDevice, item: string): number =>
  jointOf(room(device).folded).get(item)?.size ?? 0;
const entriesOf = (device: { client: Client }, item: string): number =>
  room(device).events.filter(({ event }) => JSON.stringify(event.data).includes(item)).length;

describe("what belongs to both", () => {
  test("[JE3] goes from both devices and the server when both ask, and the record still verifies", async () => {
    const item = await aPromise();
    await ask(ana, item);
    await until(ben.client, () => askedAt(ben, item) === 1);
    expect(promisesAt(ben)).toBe(1);
    await ask(ben, item);
    // What is left are the two asks.
    for (const device of [ana, ben]) await until(device.client, () => entriesOf(device, item) === 2);
    expect([promisesAt(ana), promisesAt(ben)]).toEqual([0, 0]);
    const exported = await must(exportRoom(room(ana), room(ana).now()));
    expect(exported.items.filter(({ body }) => body === "erased")).toHaveLength(4);
    expect(await verifyExport(JSON.stringify(exported))).toMatchObject({ ok: true });
  });

  test("[JE4] goes also where one of them was away, and later devices read the same", async () => {
    const item = await aPromise();
    await ask(ben, item);
    await until(ana.client, () => askedAt(ana, item) === 1);
    ben.client.close();
    await ask(ana, item);
    await until(ana.client, () => promisesAt(ana) === 0);
    const code = await must(ana.client.devices.makeKit());
    const later = await openDevice(parts());
    await must(later.client.signInWithKit(code, password));
    await until(later.client, () => roomOf(later.client) !== undefined && room(later).record.n > 0);
    expect(promisesAt(later)).toBe(0);
    later.client.close();
    // Ben's own view is still there, and means nothing; his device erases it when it is back.
    expect(entriesOf(ana, item)).toBe(3);
    const back = await openDevice({ ...parts(), store: ben.store });
    await until(back.client, () => roomOf(back.client) !== undefined && entriesOf(back, item) === 2);
    await until(ana.client, () => entriesOf(ana, item) === 2);
    back.client.close();
  });

  test("[JE2] stays while one of them alone asks, or takes it back", async () => {
    const item = await aPromise();
    await ask(ana, item);
    await ask(ana, item, true);
    await until(ben.client, () => room(ben).events.some(({ event }) => event.type === withdrawn));
    await ask(ben, item);
    await until(ana.client, () => askedAt(ana, item) === 1);
    expect([promisesAt(ana), promisesAt(ben)]).toEqual([1, 1]);
    expect(room(ana).events.filter(({ event }) => event.type.startsWith("promise."))).toHaveLength(4);
  });
});
