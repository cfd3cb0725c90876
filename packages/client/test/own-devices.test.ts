import type { EventId, RoomEvent } from "@goldseam/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import { type Client, newDeviceMs } from "../src/index.ts";
import { must, type PairedDevices, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, type TestDevice, until } from "./device.ts";

let server: TestServer;
let ana: TestDevice;
let ben: TestDevice;
let second: TestDevice;
const parts = () => ({ address: server.address, clock: server.clock.read });
beforeEach(async () => {
  server = await startTestServer();
  ({ ana, ben } = (await pairedDevices(parts())) as PairedDevices);
  await until(ana.client, () => ana.client.state.private !== undefined);
  const kit = await must(ana.client.devices.makeKit());
  second = await openDevice(parts());
  await must(second.client.signInWithKit(kit, "another quiet harbour wall"));
  await until(
    second.client,
    () => second.client.state.couple !== undefined && second.client.state.private !== undefined,
  );
});
afterEach(async () => {
  for (const { client } of [ana, ben, second]) client.close();
  await server.close();
});
const write = async (client: Client, text: string): Promise<void> => {
  const { id, at } = client.stamp();
  const note: RoomEvent = { v: 1, type: "note.written", id: id as EventId, at, data: { text } };
  await must(client.write(roomOf(client)!, [note]));
};
const textsIn = (client: Client): string[] =>
  (roomOf(client)?.events ?? []).flatMap(({ event }) =>
    event.type === "note.written" ? [(event.data as { text: string }).text] : [],
  );

test("own devices are listed with how they came, and only while Private is unlocked", async () => {
  const listed = await must(ana.client.devices.list());
  expect(listed.map(({ how, isThis, ended }) => [how, isThis, ended])).toEqual([
    ["first device", true, false],
    ["device by kit", false, false],
  ]);
  ana.client.lock();
  expect(await ana.client.devices.list()).toEqual({ ok: false, error: { type: "Locked" } });
});

test("a device that was signed out reads nothing more, writes nothing more, and its partner goes on", async () => {
  await write(second.client, "from the second");
  await until(ben.client, () => textsIn(ben.client).includes("from the second"));
  const [, other] = await must(ana.client.devices.list());
  await must(ana.client.devices.end([other!.deviceId]));
  await until(ben.client, () => roomOf(ben.client)!.record.epoch === 2);
  await write(ben.client, "after it ended");
  await until(ana.client, () => textsIn(ana.client).includes("after it ended"));
  await until(second.client, () => !second.client.state.isOnline);
  await write(second.client, "too late");
  expect(textsIn(second.client)).not.toContain("after it ended");
  await write(ana.client, "and on");
  await until(ben.client, () => textsIn(ben.client).includes("and on"));
  expect(textsIn(ben.client)).not.toContain("too late");
  expect((await must(ana.client.devices.list())).map(({ ended }) => ended)).toEqual([false, true]);
});

test("[DV.8] in its first day a device added with the kit ends no other, makes no kit and changes no password", async () => {
  const [first] = await must(second.client.devices.list());
  const tooNew = { ok: false, error: { type: "TooNew" } };
  expect(await second.client.devices.end([first!.deviceId])).toEqual(tooNew);
  expect(await second.client.devices.makeKit()).toEqual(tooNew);
  expect(await second.client.devices.changePassword("yet another harbour wall")).toEqual(tooNew);
  server.clock.pass(newDeviceMs);
  expect((await second.client.devices.changePassword("yet another harbour wall")).ok).toBe(true);
});

test("a changed password opens this device, also after a restart; the old one does not", async () => {
  await must(ana.client.devices.changePassword("eleven calm river stones"));
  const { store } = ana;
  ana.client.close();
  ana = await openDevice({ ...parts(), store });
  expect(await ana.client.unlock(password)).toBe(false);
  expect(await ana.client.unlock("eleven calm river stones")).toBe(true);
  expect(await second.client.isPassword("another quiet harbour wall")).toBe(true);
});
