import { base64url, type EventId, type RoomEvent } from "@goldseam/core";
import { kitCodeOf, kitWordsOf, verificationWordsOf } from "@goldseam/crypto/kit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import { exportRoom, verifyExport } from "../src/export/public.ts";
import type { Client } from "../src/index.ts";
import { peopleOf } from "../src/index.ts";
import { must, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, TestTabs, until } from "./device.ts";

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
const textsIn = (client: Client): unknown[] =>
  (roomOf(client)?.events ?? [])
    .filter(({ event }) => event.type === "note.written")
    .map(({ event }) => (event.data as { text: string }).text);

describe("two people on two devices", () => {
  test("pair by an invite, learn each other's names, and read what either writes", async () => {
    const { ana, ben } = await pairedDevices(parts());
    await until(ana.client, () => peopleOf(roomOf(ana.client)!.folded).size === 2);
    await until(ben.client, () => peopleOf(roomOf(ben.client)!.folded).size === 2);
    expect([...peopleOf(roomOf(ana.client)!.folded).values()].sort()).toEqual(["Ana", "Ben"]);
    await must(ana.client.write(roomOf(ana.client)!, [note(ana.client, "one")]));
    await must(ben.client.write(roomOf(ben.client)!, [note(ben.client, "two")]));
    await until(ana.client, () => textsIn(ana.client).length === 2);
    await until(ben.client, () => textsIn(ben.client).length === 2);
    expect(base64url(roomOf(ana.client)!.record.head)).toBe(base64url(roomOf(ben.client)!.record.head));
    expect(textsIn(ana.client)).toEqual(textsIn(ben.client));
  });

  test("see the same six words for each other", async () => {
    const { ana, ben } = await pairedDevices(parts());
    const seenBy = (client: Client) =>
      [...roomOf(client)!.record.members.values()].map(({ identity }) => verificationWordsOf(identity));
    expect(seenBy(ana.client)).toEqual(seenBy(ben.client));
  });

  test("write offline, and merge in one order when back", async () => {
    const { ana, ben } = await pairedDevices(parts());
    ben.network.cut();
    ben.client.networkChanged(false);
    await until(ben.client, () => !ben.client.state.isOnline);
    await must(ben.client.write(roomOf(ben.client)!, [note(ben.client, "from the tunnel")]));
    await must(ana.client.write(roomOf(ana.client)!, [note(ana.client, "from home")]));
    await until(ana.client, () => textsIn(ana.client).includes("from home"));
    ben.network.mend();
    ben.client.networkChanged(true);
    await until(ana.client, () => textsIn(ana.client).length === 2);
    await until(
      ben.client,
      () => textsIn(ben.client).length === 2 && roomOf(ben.client)!.waiting.length === 0,
    );
    expect(textsIn(ana.client)).toEqual(["from home", "from the tunnel"]);
    expect(textsIn(ben.client)).toEqual(textsIn(ana.client));
  });

  test("an outbox survives a closed tab, and the next tab sends it", async () => {
    const { ana, ben } = await pairedDevices(parts());
    ben.network.cut();
    ben.client.networkChanged(false);
    await must(ben.client.write(roomOf(ben.client)!, [note(ben.client, "kept")]));
    ben.client.close();
    const again = await openDevice({ ...parts(), store: ben.store });
    await until(ana.client, () => textsIn(ana.client).includes("kept"));
    await until(again.client, () => roomOf(again.client)?.waiting.length === 0);
    expect(again.client.state.profile?.name).toBe("Ben");
  });

  test("several tabs of one device write without colliding, and one of them sends", async () => {
    const tabs = new TestTabs();
    const { ana, ben } = await pairedDevices(parts(), { ...parts(), tabs });
    const second = await openDevice({ ...parts(), store: ben.store, tabs });
    await until(second.client, () => roomOf(second.client) !== undefined);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const { client } = index % 2 === 0 ? ben : second;
        return must(client.write(roomOf(client)!, [note(client, `tab ${index}`)]));
      }),
    );
    await until(ana.client, () => textsIn(ana.client).length === 10);
    await until(second.client, () => textsIn(second.client).length === 10);
    expect(roomOf(ana.client)!.fault).toBeUndefined();
    ben.client.close();
    await must(
      second.client.write(roomOf(second.client)!, [note(second.client, "after the first tab closed")]),
    );
    await until(ana.client, () => textsIn(ana.client).length === 11);
  });
});

describe("erasing own words", () => {
  test("takes them from both devices and from the server; every seal stays, and old and new devices agree", async () => {
    const { ana, ben } = await pairedDevices(parts());
    await must(
      ana.client.write(roomOf(ana.client)!, [note(ana.client, "to be erased"), note(ana.client, "to stay")]),
    );
    await until(ben.client, () => textsIn(ben.client).length === 2);
    const row = roomOf(ana.client)!.rows.find(
      ({ content }) => content.kind === "event" && JSON.stringify(content).includes("to be erased"),
    );
    await must(roomOf(ana.client)!.redact([row!.hash]));
    ana.client.networkChanged(true);
    await must(ana.client.write(roomOf(ana.client)!, [note(ana.client, "after")]));
    for (const { client } of [ana, ben])
      await until(client, () => textsIn(client).join() === "to stay,after");
    ben.client.close();
    const again = await openDevice({ ...parts(), store: ben.store });
    await until(again.client, () => roomOf(again.client) !== undefined);
    expect(JSON.stringify(roomOf(again.client)!.rows)).not.toContain("to be erased");
    const exported = await must(exportRoom(roomOf(again.client)!, again.client.stamp().at));
    expect(exported.items.filter(({ body }) => body === "erased")).toHaveLength(1);
    expect(await verifyExport(JSON.stringify(exported))).toMatchObject({
      ok: true,
      value: { bodies: { erased: 1 } },
    });
    const code = await must(ana.client.devices.makeKit());
    const other = await openDevice(parts());
    await must(other.client.signInWithKit(code, password));
    await until(other.client, () => textsIn(other.client).join() === "to stay,after");
    expect(roomOf(other.client)!.fault).toBeUndefined();
  });
  test("of the other's words is refused: a redaction counts for its author's entries alone", async () => {
    const { ana, ben } = await pairedDevices(parts());
    await must(ana.client.write(roomOf(ana.client)!, [note(ana.client, "mine")]));
    await until(ben.client, () => textsIn(ben.client).length === 1);
    const row = roomOf(ben.client)!.rows.find(
      ({ content }) => content.kind === "event" && JSON.stringify(content).includes("mine"),
    );
    await must(roomOf(ben.client)!.redact([row!.hash]));
    await must(ben.client.write(roomOf(ben.client)!, [note(ben.client, "after")]));
    for (const { client } of [ana, ben]) await until(client, () => textsIn(client).join() === "mine,after");
  });
});

describe("words whose time is over", () => {
  const year = 365 * 86_400_000;
  const noted = (client: Client): RoomEvent => {
    const { id, at } = client.stamp();
    const data = { promiseId: "A".repeat(22), occurrence: "2027-01-20", text: "kept for a year" };
    return { v: 1, type: "promise.noted", id: id as EventId, at, data };
  };
  const holdsWords = (client: Client): boolean =>
    roomOf(client)!.events.some(({ event }) => event.type === "promise.noted");

  test("[RT.3] are shown by no device, before their author's device has come back and erased them", async () => {
    const { ana, ben } = await pairedDevices(parts());
    await must(ana.client.write(roomOf(ana.client)!, [noted(ana.client)]));
    await until(ben.client, () => holdsWords(ben.client));
    const { entryHash } = roomOf(ben.client)!.events.find(({ event }) => event.type === "promise.noted")!;
    ana.client.close();
    ben.client.close();
    server.clock.pass(year - 60_000);
    const before = await openDevice({ ...parts(), store: ben.store });
    expect(holdsWords(before.client)).toBe(true);
    before.client.close();
    server.clock.pass(60_000);
    const later = await openDevice({ ...parts(), store: ben.store });
    expect(holdsWords(later.client)).toBe(false);
    const contentIn = (client: Client) =>
      roomOf(client)!.rows.find(({ hash }) => hash === entryHash)?.content.kind;
    expect(contentIn(later.client)).toBe("event");
    const author = await openDevice({ ...parts(), store: ana.store });
    await until(later.client, () => contentIn(later.client) === "erased");
    author.client.close();
    later.client.close();
  });

  test("own words are erased everywhere when their author leaves and says so; what was done stays", async () => {
    const { ana, ben } = await pairedDevices(parts());
    await must(
      ana.client.write(roomOf(ana.client)!, [noted(ana.client), note(ana.client, "no words of a practice")]),
    );
    await until(ben.client, () => holdsWords(ben.client));
    await must(ana.client.leave(roomOf(ana.client)!, "erase"));
    await until(ben.client, () => !holdsWords(ben.client));
    expect(textsIn(ben.client)).toEqual(["no words of a practice"]);
    await until(ana.client, () => roomOf(ana.client) === undefined);
  });

  test("words that were written a moment before leaving are erased too, though they had not come back yet", async () => {
    let isQuiet = false;
    const { ana, ben } = await pairedDevices(
      {
        ...parts(),
        between: (transport) => ({
          ...transport,
          live: (listener) =>
            transport.live({
              ...listener,
              delivered: (delivery) => {
                if (!isQuiet) listener.delivered(delivery);
              },
            }),
        }),
      },
      parts(),
    );
    isQuiet = true;
    await must(ana.client.write(roomOf(ana.client)!, [noted(ana.client)]));
    await must(ana.client.leave(roomOf(ana.client)!, "erase"));
    await until(ben.client, () => roomOf(ben.client)!.facts.members.some(({ until }) => until !== undefined));
    expect(holdsWords(ben.client)).toBe(false);
  });

  test("a deleted account is gone from the server and from its device; its partner reads on", async () => {
    const { ana, ben } = await pairedDevices(parts());
    await until(ana.client, () => (ana.client.state.private?.record.n ?? 0) > 0);
    await must(ana.client.write(roomOf(ana.client)!, [note(ana.client, "stays with Ben")]));
    await until(ben.client, () => textsIn(ben.client).includes("stays with Ben"));
    const kit = await must(ana.client.devices.makeKit());
    await must(ana.client.deleteAccount("keep"));
    expect(ana.client.state).toMatchObject({ stage: "new", couple: undefined, isUnlocked: false });
    for (const table of ["device", "rooms", "rows", "items", "outbox", "notes"] as const)
      expect(await ana.store.list(table, "")).toEqual([]);
    const elsewhere = await openDevice(parts());
    expect(await elsewhere.client.signInWithKit(kit, password)).toMatchObject({ ok: false });
    await until(ben.client, () => roomOf(ben.client)!.facts.members.some(({ until }) => until !== undefined));
    expect(textsIn(ben.client)).toContain("stays with Ben");
  });
});

describe("an invite", () => {
  test("made anew ends the one before, and the new one lets the partner in", async () => {
    const ana = await openDevice(parts());
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    await must(ana.client.startCouple("Europe/Berlin" as never));
    const first = await must(ana.client.invite());
    const second = await must(ana.client.invite());
    const ben = await openDevice(parts());
    await must(ben.client.createAccount({ name: "Ben", door: "couple" }, password));
    expect(await ben.client.acceptInvite(first)).toMatchObject({ error: { type: "InviteExpired" } });
    await must(ben.client.acceptInvite(second));
    await until(ana.client, () => roomOf(ana.client)?.facts.members.length === 2);
    expect(ana.client.state.keysSwapped).toBe(false);
  });

  test("is refused to a second person, and after it was used", async () => {
    const ana = await openDevice(parts());
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    await must(ana.client.startCouple("Europe/Berlin" as never));
    const fragment = await must(ana.client.invite());
    const [ben, eve] = [await openDevice(parts()), await openDevice(parts())];
    await must(ben.client.createAccount({ name: "Ben", door: "couple" }, password));
    await must(eve.client.createAccount({ name: "Eve", door: "couple" }, password));
    await must(ben.client.acceptInvite(fragment));
    expect(await eve.client.acceptInvite(fragment)).toMatchObject({
      ok: false,
      error: { type: "InviteUsed" },
    });
    await until(ana.client, () => roomOf(ana.client)?.facts.members.length === 2);
    expect(await eve.client.acceptInvite(fragment)).toMatchObject({
      ok: false,
      error: { type: "InviteUsed" },
    });
    const looked = await eve.client.lookAtInvite(fragment);
    expect(looked.ok && looked.value.state).toBe("used");
  });
  test("says clearly when it was cut, changed, or is too old", async () => {
    const ana = await openDevice(parts());
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    await must(ana.client.startCouple("Europe/Berlin" as never));
    const fragment = await must(ana.client.invite());
    expect(await ana.client.lookAtInvite(fragment.slice(0, -2))).toMatchObject({
      error: { type: "NotAnInvite" },
    });
    const other = (fragment[5] === "A" ? "B" : "A") + fragment.slice(6);
    expect(await ana.client.lookAtInvite(fragment.slice(0, 5) + other)).toMatchObject({
      error: { type: "InviteNotFound" },
    });
    server.clock.pass(8 * 86_400_000);
    const looked = await ana.client.lookAtInvite(fragment);
    expect(looked.ok && looked.value.state).toBe("expired");
  });
});

describe("an account", () => {
  test("opens on another browser with the kit, and reads and writes there", async () => {
    const { ana, ben } = await pairedDevices(parts());
    const code = await must(ana.client.devices.makeKit());
    const typed = kitCodeOf(kitWordsOf(code).join(" "));
    if (!typed.ok) throw new Error("the kit's words give back its code");
    await must(ben.client.write(roomOf(ben.client)!, [note(ben.client, "for both of Ana's devices")]));
    const other = await openDevice(parts());
    await must(other.client.signInWithKit(typed.value, "another long password"));
    await until(other.client, () => textsIn(other.client).length === 1);
    await must(other.client.write(roomOf(other.client)!, [note(other.client, "from the other browser")]));
    await until(ben.client, () => textsIn(ben.client).length === 2);
    expect(roomOf(ben.client)!.facts.members.length).toBe(2);
  });
  test("a wrong kit and a kit that was replaced open nothing", async () => {
    const ana = await openDevice(parts());
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    const first = await must(ana.client.devices.makeKit());
    await must(ana.client.devices.makeKit());
    const other = await openDevice(parts());
    expect(await other.client.signInWithKit(first, password)).toMatchObject({
      error: { type: "SlotNotOpened" },
    });
    expect(await other.client.signInWithKit(new Uint8Array(20), password)).toMatchObject({
      error: { type: "SlotNotOpened" },
    });
  });
  test("unlocks with its password alone, offline, and lock drops the keys", async () => {
    const ana = await openDevice(parts());
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    ana.client.lock();
    ana.network.cut();
    expect(await ana.client.unlock("four quiet harbour well")).toBe(false);
    expect(ana.client.state.isUnlocked).toBe(false);
    expect(await ana.client.unlock(password)).toBe(true);
    ana.client.lock();
    expect(await ana.client.devices.makeKit()).toEqual({ ok: false, error: { type: "Locked" } });
  });
  test("says so when there is no server, and keeps nothing", async () => {
    const ana = await openDevice(parts());
    ana.network.cut();
    expect(await ana.client.createAccount({ name: "Ana", door: "couple" }, password)).toEqual({
      ok: false,
      error: { type: "Unreachable" },
    });
    expect(await ana.store.list("device", "")).toEqual([]);
  });
  test("what rests on the device outside the keys is sealed", async () => {
    const { ana } = await pairedDevices(parts());
    await must(ana.client.write(roomOf(ana.client)!, [note(ana.client, "nobody reads this on disk")]));
    for (const table of ["rooms", "rows", "items", "outbox", "notes"] as const) {
      for (const [, value] of await ana.store.list(table, "")) {
        expect(value).toBeInstanceOf(Uint8Array);
        expect(Buffer.from(value as Uint8Array).includes("nobody reads")).toBe(false);
        expect(Buffer.from(value as Uint8Array).includes("Ben")).toBe(false);
      }
    }
  });
});
