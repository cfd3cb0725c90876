import { afterEach, beforeEach, expect, test } from "vitest";
import { must, password } from "../couple.ts";
import { openDevice, until } from "../device.ts";
import { headWords, heldTexts, openScene, room, type Scene, textsIn, write } from "./scene.ts";

/**
 * What no device can notice by itself. SECURITY.md cites these tests: each shows that nothing seems wrong, and
 * that the eight words of the head give it away as soon as two people compare them.
 */
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => {
  scene.ana.client.close();
  scene.ben.client.close();
  await scene.server.close();
});

test("the newest entries, held back: only the head words differ, and it heals when they come", async () => {
  const { evil, ana, ben, held } = scene;
  evil.holdBack("ana");
  await write(ben.client, "one", "two", "three");
  const order = await evil.honestOrder("ana", held + 3);
  evil.tell("ana", order.slice(0, held + 1));
  await until(ana.client, () => textsIn(ana.client).length === 3);
  await until(ben.client, () => textsIn(ben.client).length === 5);
  expect([room(ana.client).fault, room(ben.client).fault]).toEqual([undefined, undefined]);
  expect(headWords(ana.client)).not.toBe(headWords(ben.client));
  evil.tell("ana", order);
  await until(ana.client, () => textsIn(ana.client).length === 5);
  expect(room(ana.client).fault).toBeUndefined();
  expect(headWords(ana.client)).toBe(headWords(ben.client));
});

test("a fork whose sides never meet: both write on, only the head words differ", async () => {
  const { evil, ana, ben, parts } = scene;
  evil.takeIn("ana");
  evil.takeIn("ben");
  for (const round of ["first", "second", "third"]) {
    await write(ana.client, `${round}, on Ana's side`);
    await write(ben.client, `${round}, on Ben's side`);
  }
  for (const { client } of [ana, ben])
    await until(client, () => textsIn(client).length === 5 && room(client).waiting.length === 0);
  ana.client.close();
  const again = await openDevice({ ...parts("ana"), store: ana.store });
  for (const client of [again.client, ben.client]) {
    expect(room(client).fault).toBeUndefined();
    expect(room(client).blocked).toBeUndefined();
  }
  expect(room(again.client).record.n).toBe(room(ben.client).record.n);
  expect(textsIn(again.client)).not.toEqual(textsIn(ben.client));
  expect(headWords(again.client)).not.toBe(headWords(ben.client));
  again.client.close();
});

test("a record cut short for a device that is new: only the head words differ from the other device's", async () => {
  const { evil, ana, ben, parts } = scene;
  await write(ben.client, "not for the new device");
  await until(ana.client, () => textsIn(ana.client).length === 3);
  const kit = await must(ana.client.devices.makeKit());
  evil.holdBack("ana's other browser");
  const other = await openDevice(parts("ana's other browser"));
  const signedIn = other.client.signInWithKit(kit, password);
  await evil.asked("ana's other browser");
  await must(signedIn);
  evil.tell("ana's other browser", evil.shownTo("ben").slice(0, scene.held));
  await until(other.client, () => other.client.state.couple !== undefined);
  await until(other.client, () => textsIn(other.client).length === 2);
  expect(textsIn(other.client)).toEqual(heldTexts);
  expect(room(other.client).fault).toBeUndefined();
  expect(headWords(other.client)).not.toBe(headWords(ana.client));
  other.client.close();
});
