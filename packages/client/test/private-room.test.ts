import { type EventId, err, type RoomEvent } from "@goldseam/core";
import { type Practice, practices } from "@goldseam/practices";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import {
  type Client,
  type LiveListener,
  newDeviceMs,
  openMemoryStore,
  type Room,
  stateOf,
  type Transport,
  tables,
} from "../src/index.ts";
import { must, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, type TestDevice, TestTabs, until } from "./device.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());
const parts = () => ({ address: server.address, clock: server.clock.read });

const note = (client: Client, text: string): RoomEvent => {
  const { id, at } = client.stamp();
  return { v: 1, type: "note.written", id: id as EventId, at, data: { text } };
};
const write = (client: Client, text: string): Promise<void> =>
  must(client.write(client.state.private!, [note(client, text)]));
const textsOf = (room: Room | undefined): string[] =>
  [
    ...(room?.events.map(({ event }) => event) ?? []),
    ...(room?.waiting.flatMap(({ content }) => (content.kind === "event" ? [content.event] : [])) ?? []),
  ].flatMap((event) => (event.type === "note.written" ? [(event.data as { text: string }).text] : []));
/** What was written stands in the record, and this device has folded it from there. */
const isSent = (client: Client): boolean => {
  const room = client.state.private;
  return room?.waiting.length === 0 && room.events.length > 0;
};

/** An account whose private room the server has taken in. */
async function unlocked(): Promise<TestDevice> {
  const device = await openDevice(parts());
  await must(device.client.createAccount({ name: "Ana", door: "alone" }, password));
  await until(device.client, () => (device.client.state.private?.record.n ?? 0) > 0);
  return device;
}

describe("a person's own room", () => {
  test("is there from the first unlock, and holds what was written when it opens again", async () => {
    const { client } = await unlocked();
    await write(client, "for me alone");
    await until(client, () => isSent(client));
    client.lock();
    expect(client.state.private).toBeUndefined();
    expect(await client.unlock("not the password")).toBe(false);
    expect(client.state.private).toBeUndefined();
    expect(await client.unlock(password)).toBe(true);
    expect(textsOf(client.state.private)).toEqual(["for me alone"]);
  });

  test("lets nothing be written and shows nothing once it is locked, to whoever still holds it", async () => {
    const { client } = await unlocked();
    await write(client, "for me alone");
    await until(client, () => isSent(client));
    const held = client.state.private!;
    const keys = [...held.epochKeys.values()].map(({ bytes }) => bytes);
    client.lock();
    expect(await client.write(held, [note(client, "too late")])).toEqual({
      ok: false,
      error: { type: "Locked" },
    });
    expect(textsOf(held)).toEqual([]);
    expect(keys.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  test("keeps what is written without a network, also through a lock and a closed app, and sends it later", async () => {
    const { client, network, store } = await unlocked();
    network.cut();
    await write(client, "written offline");
    client.lock();
    client.close();
    const again = await openDevice({ ...parts(), store });
    expect(await again.client.unlock(password)).toBe(true);
    expect(textsOf(again.client.state.private)).toEqual(["written offline"]);
    await until(again.client, () => isSent(again.client));
    expect(again.client.state.private!.blocked).toBeUndefined();
  });

  test("is the same on another own device", async () => {
    const first = await unlocked();
    const code = await must(first.client.devices.makeKit());
    await write(first.client, "from the first");
    await until(first.client, () => isSent(first.client));
    const second = await openDevice(parts());
    await must(second.client.signInWithKit(code, "another quiet harbour wall"));
    server.clock.pass(newDeviceMs);
    second.client.lock();
    expect(await second.client.unlock("another quiet harbour wall")).toBe(true);
    await until(second.client, () => textsOf(second.client.state.private).includes("from the first"));
    await write(second.client, "from the second");
    await until(first.client, () => textsOf(first.client.state.private).length === 2);
    expect(first.client.state.private!.record.devices.size).toBe(2);
  });

  test("[DV.8] reaches a device that was added with the kit after a day; what is written there meanwhile is kept", async () => {
    const first = await unlocked();
    const code = await must(first.client.devices.makeKit());
    await write(first.client, "from the first");
    await until(first.client, () => isSent(first.client));
    const store = openMemoryStore();
    const second = await openDevice({ ...parts(), store });
    const secret = "another quiet harbour wall";
    await must(second.client.signInWithKit(code, secret));
    await until(second.client, () => second.client.state.isOnline);
    await write(second.client, "on the new device");
    await write(second.client, "not to be kept");
    const [, waiting] = second.client.state.private!.waiting;
    await must(second.client.redact(second.client.state.private!, [waiting!.hash]));
    expect(textsOf(second.client.state.private)).toEqual(["on the new device"]);
    second.client.close();
    server.clock.pass(newDeviceMs - 1);
    const early = await openDevice({ ...parts(), store });
    expect(await early.client.unlock(secret)).toBe(true);
    await until(early.client, () => early.client.state.isOnline);
    expect(textsOf(early.client.state.private)).toEqual(["on the new device"]);
    expect(early.client.state.private!.record.n).toBe(0);
    early.client.close();
    server.clock.pass(1);
    const late = await openDevice({ ...parts(), store });
    expect(await late.client.unlock(secret)).toBe(true);
    await until(late.client, () => isSent(late.client) && textsOf(late.client.state.private).length === 2);
    await until(first.client, () => textsOf(first.client.state.private).length === 2);
    expect(textsOf(first.client.state.private)).toEqual(["from the first", "on the new device"]);
  });

  test("takes in no promise: those belong to two people", async () => {
    const { client } = await unlocked();
    const { id, at } = client.stamp();
    const made = { v: 1, type: "promise.made", id: id as EventId, at, data: {} };
    await must(client.write(client.state.private!, [made]));
    await until(client, () => isSent(client) && client.state.private!.events.length === 1);
    expect(client.state.private!.folded).toEqual({ ...client.state.private!.folded, unknownTypes: 0 });
    expect(stateOf(client.state.private!.folded, practices[0]).promises.size).toBe(0);
  });

  test("folds with a practice that the client does not know: the record first, then what waits, nothing once locked", async () => {
    const notes: Practice<"note", readonly string[]> = {
      kind: "note",
      rooms: ["private"],
      types: ["note.written"],
      empty: [],
      refusal: () => null,
      evolve: (texts, { event, n }) => [
        ...texts,
        `${(event.data as { text: string }).text}, ${n === undefined ? "waiting" : "in the record"}`,
      ],
    };
    const { client, network } = await unlocked();
    await write(client, "first");
    await until(client, () => isSent(client));
    network.cut();
    await write(client, "second");
    const room = client.state.private!;
    expect(room.foldWith(notes)).toEqual(["first, in the record", "second, waiting"]);
    expect(room.foldWith({ ...notes, rooms: ["couple"] })).toEqual([]);
    expect(room.foldWith({ ...notes, types: ["another.type"] })).toEqual([]);
    client.lock();
    await room.forget();
    expect(room.foldWith(notes)).toEqual([]);
  });

  test("erases any number of entries by one act, at most 64 named by each redaction", async () => {
    const { client } = await unlocked();
    const notes = Array.from({ length: 70 }, (_, index) => note(client, `note ${index}`));
    await must(client.write(client.state.private!, notes));
    await until(client, () => isSent(client));
    const room = client.state.private!;
    await must(
      client.redact(
        room,
        room.events.map(({ entryHash }) => entryHash),
      ),
    );
    expect(room.waiting.map(({ content }) => content.kind === "redaction" && content.hashes.length)).toEqual([
      64, 6,
    ]);
    await until(client, () => room.waiting.length === 0);
    expect(textsOf(room)).toEqual([]);
  });

  test("a practitioner of one person alone has a room for own notes too, and a partner has none", async () => {
    const ana = await unlocked();
    const kim = await openDevice(parts());
    await must(kim.client.createAccount({ name: "Kim", door: "couple" }, password));
    expect(kim.client.state.practice).toBeUndefined();
    const link = await must(ana.client.invitePractitioner("individual", { name: "Kim", sees: "everything" }));
    await must(kim.client.acceptInvite(link));
    await until(kim.client, () => (kim.client.state.practice?.record.n ?? 0) > 0);
    await until(ana.client, () => ana.client.state.individual[0]?.facts.members.length === 2);
    expect(kim.client.state.practice!.record.kind).toBe("practice");
    expect(ana.client.state.practice).toBeUndefined();
  });

  test("a room that is missing is made once, however many look for it at the same time", async () => {
    let takesAppends = false;
    const lines: LiveListener[] = [];
    const appends: ReturnType<Transport["append"]>[] = [];
    const { client } = await openDevice({
      ...parts(),
      between: (transport) => ({
        ...transport,
        append: async (room, items) => {
          if (!takesAppends) return err({ type: "Unreachable" });
          const appended = transport.append(room, items);
          appends.push(appended);
          return appended;
        },
        live: (listener) => {
          lines.push(listener);
          return transport.live(listener);
        },
      }),
    });
    await must(client.createAccount({ name: "Ana", door: "alone" }, password));
    await until(client, () => client.state.isOnline && lines.length === 2);
    takesAppends = true;
    for (const line of [...lines, ...lines]) line.accountChanged();
    await until(client, () => (client.state.private?.record.n ?? 0) > 0);
    const answers = await Promise.all(appends);
    expect(answers.map((answer) => answer.ok || answer.error.type)).toEqual(answers.map(() => true));
  });

  test("what a screen had in hand is read again after a lock, on this device alone, and sealed there", async () => {
    const store = openMemoryStore();
    const { client } = await openDevice({ ...parts(), store });
    await must(client.createAccount({ name: "Ana", door: "alone" }, password));
    await client.unfinished.keep("talk", "half a sentence");
    await client.unfinished.keep("form", { title: "Mornings" });
    client.lock();
    expect(await client.unfinished.read("talk")).toBeUndefined();
    await client.unfinished.keep("talk", "typed while locked");
    expect(await client.unlock(password)).toBe(true);
    expect(await client.unfinished.read("talk")).toBe("half a sentence");
    expect(await client.unfinished.read("form")).toEqual({ title: "Mornings" });
    const kept = await Promise.all(tables.map((table) => store.list(table, "")));
    const bytes = kept.flat().map(([, value]) => (value instanceof Uint8Array ? Buffer.from(value) : value));
    expect(Buffer.concat(bytes.filter((value) => Buffer.isBuffer(value))).includes("half a sentence")).toBe(
      false,
    );
    await client.unfinished.keep("talk", undefined);
    expect(await client.unfinished.read("talk")).toBeUndefined();
  });

  test("asks once for what is erased, however often it is asked to, and sends it", async () => {
    const { client, network } = await unlocked();
    await write(client, "to be erased");
    await until(client, () => isSent(client));
    const room = client.state.private!;
    const { entryHash } = room.events.find(({ event }) => event.type === "note.written")!;
    network.cut();
    await must(client.redact(room, [entryHash]));
    await must(client.redact(room, [entryHash]));
    expect(room.waiting).toHaveLength(1);
    network.mend();
    await until(client, () => room.waiting.length === 0 && textsOf(room).length === 0);
  });

  test("is known to nobody else: no other account's list of rooms has it", async () => {
    const { ana, ben } = await pairedDevices(parts());
    await until(ana.client, () => ana.client.state.private !== undefined);
    await write(ana.client, "for me alone");
    await until(ana.client, () => isSent(ana.client));
    expect(ben.client.state.couple?.roomId).toBe(ana.client.state.couple?.roomId);
    expect(ben.client.state.private?.roomId).not.toBe(ana.client.state.private!.roomId);
    expect(textsOf(roomOf(ben.client))).toEqual([]);
  });

  test("opened in the second tab is written and sent from there, though the first has the line", async () => {
    const tabs = new TestTabs();
    const store = openMemoryStore();
    const first = await openDevice({ ...parts(), store, tabs });
    await must(first.client.createAccount({ name: "Ana", door: "alone" }, password));
    await until(first.client, () => first.client.state.private !== undefined);
    first.client.lock();
    const second = await openDevice({ ...parts(), store, tabs });
    expect(await second.client.unlock(password)).toBe(true);
    await write(second.client, "from the second tab");
    await until(second.client, () => isSent(second.client));
    expect(first.client.state.private).toBeUndefined();
    expect(await first.client.unlock(password)).toBe(true);
    expect(textsOf(first.client.state.private)).toEqual(["from the second tab"]);
    await write(first.client, "from the first tab");
    await until(
      second.client,
      () => textsOf(second.client.state.private).length === 2 && isSent(second.client),
    );
  });

  test("met by a device that does not know it yet and is locked is set aside, and opens at the next unlock", async () => {
    const { client, store } = await unlocked();
    await write(client, "for me alone");
    await until(client, () => isSent(client));
    const { roomId } = client.state.private!;
    client.close();
    const kept = await store.list("rows", `${roomId}/`);
    await store.write([
      { table: "notes", key: "private-rooms", remove: true },
      { table: "rooms", key: roomId, remove: true },
      ...kept.map(([key]) => ({ table: "rows", key, remove: true }) as const),
    ]);
    const again = await openDevice({ ...parts(), store });
    await until(again.client, () => again.client.state.isOnline);
    expect(again.client.state.couple).toBeUndefined();
    expect(await again.client.unlock(password)).toBe(true);
    await until(again.client, () => textsOf(again.client.state.private).length === 1);
    expect(again.client.state.private!.fault).toBeUndefined();
  });
});
