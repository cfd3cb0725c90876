import type { EntryHash } from "@goldseam/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { must, password } from "../couple.ts";
import { openDevice, until } from "../device.ts";
import { headWords, openScene, room, type Scene, textsIn, write } from "./scene.ts";

/** What an honest server does and what must not look like a lie. */
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => {
  scene.ana.client.close();
  scene.ben.client.close();
  await scene.server.close();
});

const hashOf = (text: string): EntryHash =>
  room(scene.ana.client).events.find(({ event }) => (event.data as { text?: string }).text === text)!
    .entryHash;

test("words erased by their author are gone for a device that comes later, and nothing seems wrong", async () => {
  const { ana, ben, parts } = scene;
  await write(ana.client, "to be erased");
  await until(ana.client, () => textsIn(ana.client).includes("to be erased"));
  await must(room(ana.client).redact([hashOf("to be erased")]));
  await write(ana.client, "after it");
  await until(ben.client, () => textsIn(ben.client).includes("after it"));
  expect(textsIn(ben.client)).not.toContain("to be erased");
  const kit = await must(ana.client.devices.makeKit());
  const other = await openDevice(parts("other"));
  await must(other.client.signInWithKit(kit, password));
  await until(other.client, () => other.client.state.couple?.record.n === room(ana.client).record.n);
  expect(room(other.client).fault).toBeUndefined();
  expect(textsIn(other.client)).toEqual(textsIn(ana.client));
  other.client.close();
});

test("a redaction many pages after the words that it erases is no missing body", async () => {
  const { ana, parts } = scene;
  await write(ana.client, "to be erased");
  await until(ana.client, () => textsIn(ana.client).includes("to be erased"));
  const long = "x".repeat(60_000);
  for (let count = 1; count <= 8; count += 1) await write(ana.client, `${long}${count}`);
  await must(room(ana.client).redact([hashOf("to be erased")]));
  await write(ana.client, "after it");
  await until(ana.client, () => textsIn(ana.client).includes("after it"));
  const kit = await must(ana.client.devices.makeKit());
  const other = await openDevice(parts("other"));
  await must(other.client.signInWithKit(kit, password));
  const { n } = room(ana.client).record;
  await until(other.client, () => {
    const couple = other.client.state.couple;
    return couple?.record.n === n || couple?.fault !== undefined;
  });
  expect(room(other.client).fault).toBeUndefined();
  expect(headWords(other.client)).toBe(headWords(ana.client));
  other.client.close();
});
