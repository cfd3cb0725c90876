import type { EventId, RoomEvent, ZoneId } from "@goldseam/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import {
  type Client,
  type LocalStore,
  openMemoryStore,
  peopleOf,
  StoreFull,
  type Surroundings,
} from "../src/index.ts";
import { must, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, TestTabs, until } from "./device.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());
const parts = () => ({ address: server.address, clock: server.clock.read });

const note = (client: Client, data: unknown): RoomEvent => {
  const { id, at } = client.stamp();
  return { v: 1, type: "note.written", id: id as EventId, at, data };
};
const write = (client: Client, text: string): Promise<void> =>
  must(client.write(roomOf(client)!, [note(client, { text })]));
const textsIn = (client: Client): unknown[] =>
  (roomOf(client)?.events ?? [])
    .filter(({ event }) => event.type === "note.written")
    .map(({ event }) => (event.data as { text: string }).text);
const isCalm = (client: Client): boolean => roomOf(client)!.waiting.length === 0;

/** A gate that a test opens and shuts. */
function newGate() {
  let open: () => void = () => undefined;
  let reach: () => void = () => undefined;
  let passing: Promise<void> = Promise.resolve();
  return {
    /** Resolves when somebody stands before it. */
    shut: () => {
      passing = new Promise((resolve) => {
        open = resolve;
      });
      return new Promise<void>((resolve) => {
        reach = resolve;
      });
    },
    open: () => open(),
    pass: () => {
      reach();
      return passing;
    },
  };
}

describe("a device that was full for a moment", () => {
  test("goes on where it was, accuses nobody, and sends nothing twice", async () => {
    const store = openMemoryStore();
    let isFull = false;
    const filling: LocalStore = {
      ...store,
      write: async (changes) => {
        if (isFull && changes.some(({ table }) => table === "rows")) throw new StoreFull();
        await store.write(changes);
      },
    };
    const { ana, ben } = await pairedDevices(parts(), { ...parts(), store: filling });
    await until(ben.client, () => isCalm(ben.client));
    isFull = true;
    await write(ben.client, "own, while full");
    await until(ana.client, () => textsIn(ana.client).includes("own, while full"));
    await write(ana.client, "hers, while full");
    await until(
      ben.client,
      () => ben.client.state.isStoreFull && roomOf(ben.client)!.record.n >= roomOf(ana.client)!.record.n,
    );
    isFull = false;
    await write(ben.client, "own, after");
    await write(ana.client, "hers, after");
    await until(ana.client, () => textsIn(ana.client).length === 4);
    await until(ben.client, () => textsIn(ben.client).length === 4 && isCalm(ben.client));
    expect(roomOf(ben.client)!.fault).toBeUndefined();
    ben.client.close();
    const again = await openDevice({ ...parts(), store });
    await until(again.client, () => textsIn(again.client).length === 4);
    await write(again.client, "next day");
    await until(ana.client, () => textsIn(ana.client).length === 5);
    await until(again.client, () => isCalm(again.client));
    expect(roomOf(again.client)!.fault).toBeUndefined();
  });
});

describe("a store that is slow", () => {
  /** Ben's device writes rows only while the gate is open. */
  async function pairedWithGate() {
    const store = openMemoryStore();
    const keeping = newGate();
    const slow: LocalStore = {
      ...store,
      write: async (changes) => {
        if (changes.some(({ table }) => table === "rows")) await keeping.pass();
        await store.write(changes);
      },
    };
    const { ana, ben } = await pairedDevices(parts(), { ...parts(), store: slow });
    await until(ben.client, () => isCalm(ben.client));
    await until(ana.client, () => isCalm(ana.client));
    return { ana, ben, store, keeping };
  }
  const written = async (client: Client, ...texts: string[]): Promise<void> => {
    for (const text of texts) {
      await write(client, text);
      await until(client, () => isCalm(client));
    }
  };

  test("is written one delivery after the other while more arrive, and holds all of them", async () => {
    const { ana, ben, store, keeping } = await pairedWithGate();
    const reached = keeping.shut();
    await written(ana.client, "one", "two", "three");
    const own = write(ben.client, "four");
    await reached;
    expect(textsIn(ben.client)).toEqual([]);
    keeping.open();
    await own;
    await until(ben.client, () => textsIn(ben.client).length === 4 && isCalm(ben.client));
    expect(textsIn(ben.client)).toEqual(["one", "two", "three", "four"]);
    ben.client.close();
    ben.network.cut();
    const again = await openDevice({ ...parts(), store });
    expect(textsIn(again.client)).toEqual(["one", "two", "three", "four"]);
    expect(roomOf(again.client)!.fault).toBeUndefined();
    again.client.close();
  });

  test("loses no erasure to a delivery that comes right behind it", async () => {
    const { ana, ben, keeping } = await pairedWithGate();
    await written(ana.client, "to be erased");
    await until(ben.client, () => textsIn(ben.client).length === 1);
    const [erased] = roomOf(ana.client)!.events.filter(({ event }) => event.type === "note.written");
    keeping.shut();
    await must(roomOf(ana.client)!.redact([erased!.entryHash]));
    await written(ana.client, "behind it");
    keeping.open();
    await until(ben.client, () => textsIn(ben.client).includes("behind it"));
    expect(textsIn(ben.client)).toEqual(["behind it"]);
    expect(JSON.stringify(roomOf(ben.client)!.rows)).not.toContain("to be erased");
  });
});

describe("tabs of one device", () => {
  test("a row that reaches the record while another tab reads the store leaves its number taken", async () => {
    const tabs = new TestTabs();
    const sending = newGate();
    const between = (transport: Surroundings["transport"]): Surroundings["transport"] => ({
      ...transport,
      append: async (room, items) => {
        await sending.pass();
        return transport.append(room, items);
      },
    });
    const { ana, ben } = await pairedDevices(parts(), { ...parts(), tabs, between });
    await until(ben.client, () => peopleOf(roomOf(ben.client)!.folded).size === 2 && isCalm(ben.client));
    let reads = Number.NaN;
    const betweenReads = async (): Promise<void> => {
      reads += 1;
      if (reads !== 2) return;
      sending.open();
      await until(ben.client, () => isCalm(ben.client) && textsIn(ben.client).includes("first"));
    };
    const pausing: LocalStore = {
      ...ben.store,
      read: async (table, key) => {
        if (table === "rooms") await betweenReads();
        return ben.store.read(table, key);
      },
      list: async (table, prefix) => {
        if (table === "outbox") await betweenReads();
        return ben.store.list(table, prefix);
      },
    };
    const second = await openDevice({ ...parts(), store: pausing, tabs });
    sending.shut();
    await write(ben.client, "first");
    await until(second.client, () => roomOf(second.client)!.waiting.length === 1);
    await roomOf(second.client)!.reload();
    reads = 0;
    await write(second.client, "second");
    await until(ana.client, () => textsIn(ana.client).length === 2);
    expect(roomOf(ben.client)!.blocked).toBeUndefined();
  });

  test("a second account is not made over the one that another tab made", async () => {
    const tabs = new TestTabs();
    const store = openMemoryStore();
    const first = await openDevice({ ...parts(), store, tabs });
    const second = await openDevice({ ...parts(), store, tabs });
    await must(first.client.createAccount({ name: "Ana", door: "couple" }, password));
    expect(await second.client.createAccount({ name: "Ana", door: "couple" }, password)).toEqual({
      ok: false,
      error: { type: "AccountExists" },
    });
    expect(await first.client.unlock(password)).toBe(true);
  });

  test("another account, opened with its kit, shows nothing of the one before, in any tab", async () => {
    const tabs = new TestTabs();
    const { ben } = await pairedDevices(parts(), { ...parts(), tabs });
    await write(ben.client, "Ben's own");
    const second = await openDevice({ ...parts(), store: ben.store, tabs });
    const eve = await openDevice(parts());
    await must(eve.client.createAccount({ name: "Eve", door: "couple" }, password));
    await must(eve.client.startCouple("Europe/Berlin" as ZoneId));
    const kit = await must(eve.client.devices.makeKit());
    await must(ben.client.signInWithKit(kit, "four other harbour walls"));
    const evesRoom = roomOf(eve.client)!.roomId;
    for (const { client } of [ben, second]) {
      await until(client, () => roomOf(client)?.roomId === evesRoom);
      expect(textsIn(client)).toEqual([]);
      expect(client.state.profile).toBeUndefined();
    }
    await write(second.client, "from Eve's new tab");
    await until(eve.client, () => textsIn(eve.client).includes("from Eve's new tab"));
  });

  test("one that is asked twice to connect opens one line", async () => {
    let lines = 0;
    const between = (transport: Surroundings["transport"]): Surroundings["transport"] => ({
      ...transport,
      live: (listener) => {
        lines += 1;
        // A slow network: between asking for a line and having it, the browser wakes the app again and again.
        return transport.live({ ...listener, opened: () => setTimeout(() => listener.opened(), 30) });
      },
    });
    const ana = await openDevice({ ...parts(), between });
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    await until(ana.client, () => ana.client.state.isOnline);
    // Private has a line of its own while it is open.
    ana.client.lock();
    ana.client.networkChanged(false);
    await until(ana.client, () => !ana.client.state.isOnline);
    lines = 0;
    const stop = setInterval(() => ana.client.networkChanged(true), 0);
    await until(ana.client, () => ana.client.state.isOnline);
    clearInterval(stop);
    expect(lines).toBe(1);
  });
});

describe("a recovery kit", () => {
  test("made while the app locks itself holds the account all the same", async () => {
    const ana = await openDevice(parts());
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    const making = ana.client.devices.makeKit();
    ana.client.lock();
    const kit = await must(making);
    const elsewhere = await openDevice(parts());
    await must(elsewhere.client.signInWithKit(kit, password));
  });

  test("whose answer was lost on the way is to be made again: the one before may have ended", async () => {
    let isLost = false;
    const between = (transport: Surroundings["transport"]): Surroundings["transport"] => ({
      ...transport,
      ask: async (name, request) => {
        const answered = await transport.ask(name, request);
        return isLost && name === "putSlot" ? { ok: false, error: { type: "Unreachable" } } : answered;
      },
    });
    const ana = await openDevice({ ...parts(), between });
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    await must(ana.client.devices.makeKit());
    await ana.client.devices.kitProved();
    isLost = true;
    expect((await ana.client.devices.makeKit()).ok).toBe(false);
    expect(ana.client.state.kitDue).toBe(server.clock.read());
  });

  test("opens nothing by a list of devices that was emptied on the way", async () => {
    const ana = await openDevice(parts());
    await must(ana.client.createAccount({ name: "Ana", door: "couple" }, password));
    const kit = await must(ana.client.devices.makeKit());
    const between = (transport: Surroundings["transport"]): Surroundings["transport"] => ({
      ...transport,
      ask: async (name, request) => {
        const answered = await transport.ask(name, request);
        if (answered.ok && "log" in answered.value) Object.assign(answered.value, { log: [] });
        return answered;
      },
    });
    const elsewhere = await openDevice({ ...parts(), between });
    expect(await elsewhere.client.signInWithKit(kit, password)).toEqual({
      ok: false,
      error: { type: "AccountLogDamaged" },
    });
  });
});

describe("a partner with a changed app", () => {
  test("cannot stop the other's device with data nested too deep to be kept", async () => {
    const { ana, ben } = await pairedDevices(parts());
    const deep = "[".repeat(1_000) + "]".repeat(1_000);
    await must(ben.client.write(roomOf(ben.client)!, [note(ben.client, JSON.parse(deep))]));
    await write(ben.client, "after");
    await until(ana.client, () => textsIn(ana.client).includes("after"));
    const kinds = roomOf(ana.client)!.rows.map(({ content }) => content.kind);
    expect(kinds.filter((kind) => kind === "unreadable").length).toBe(1);
    expect(roomOf(ana.client)!.fault).toBeUndefined();
  });
});
