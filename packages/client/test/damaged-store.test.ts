import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import { exportRoom, verifyExport } from "../src/export/public.ts";
import { type LocalStore, openMemoryStore, type Table } from "../src/index.ts";
import { must, pairedDevices, roomOf } from "./couple.ts";
import { openDevice, type TestDevice, until } from "./device.ts";
import { HostileServer } from "./hostile/hostile-transport.ts";
import { note, room, textsIn, write } from "./hostile/scene.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());
const parts = () => ({ address: server.address, clock: server.clock.read });

/** Changes one byte of every value in a table of the store, and says how many there were. */
async function flipIn(store: LocalStore, table: Table): Promise<number> {
  const held = await store.list(table, "");
  const values = held.flatMap(([key, value]) => (value instanceof Uint8Array ? [[key, value] as const] : []));
  for (const [key, value] of values) {
    const flipped = value.map((byte, index) => (index === value.length >> 1 ? byte ^ 1 : byte));
    await store.write([{ table, key, value: flipped }]);
  }
  return values.length;
}

const calm = (device: TestDevice) =>
  until(device.client, () => (roomOf(device.client)?.waiting.length ?? 1) === 0);

/** Ana and Ben with three notes each; Ben's device is closed, and its store is here. */
async function written(between?: HostileServer) {
  const store = openMemoryStore();
  const bens = { ...parts(), store, ...(between && { between: between.between("ben") }) };
  const { ana, ben } = await pairedDevices(parts(), bens);
  for (const index of [1, 2, 3]) {
    await write(ana.client, `ana ${index}`);
    await write(ben.client, `ben ${index}`);
  }
  await until(ben.client, () => textsIn(ben.client).length === 6);
  await calm(ben);
  await until(ana.client, () => textsIn(ana.client).length === 6);
  const held = room(ben.client).record.n;
  ben.client.close();
  return { ana, store, bens, held, texts: textsIn(ana.client) };
}

describe("a byte of the device's store is another one", () => {
  for (const table of ["rooms", "rows", "items"] as const) {
    test(`in ${table}: everything is there again from the server, in order, and nobody is accused`, async () => {
      const { ana, store, bens, texts } = await written();
      expect(await flipIn(store, table)).toBeGreaterThan(0);
      const ben = await openDevice(bens);
      await until(ben.client, () => roomOf(ben.client) !== undefined && textsIn(ben.client).length === 6);
      expect(textsIn(ben.client)).toEqual(texts);
      expect(room(ben.client).fault).toBeUndefined();
      await write(ben.client, "afterwards");
      await until(ana.client, () => textsIn(ana.client).includes("afterwards"));
      await calm(ben);
      const exported = await must(exportRoom(room(ben.client), ben.client.stamp().at));
      const checked = await verifyExport(JSON.stringify(exported));
      expect(checked).toMatchObject({ ok: true, value: { n: room(ben.client).record.n } });
      ben.client.close();
      const again = await openDevice(bens);
      await until(
        again.client,
        () => roomOf(again.client) !== undefined && textsIn(again.client).length === 7,
      );
      expect(room(again.client).fault).toBeUndefined();
    });
  }

  test("in items, without a server: no export rather than one that leaves something out", async () => {
    const { store, bens } = await written();
    await flipIn(store, "items");
    const ben = await openDevice(bens);
    await until(ben.client, () => roomOf(ben.client) !== undefined && textsIn(ben.client).length === 6);
    ben.network.cut();
    expect(await exportRoom(room(ben.client), ben.client.stamp().at)).toEqual({
      ok: false,
      error: { type: "PartMissing" },
    });
    expect(textsIn(ben.client)).toHaveLength(6);
  });

  test("in rows, without a server: what waits is kept, and goes when there is one", async () => {
    const { ana, store, bens } = await written();
    const offline = await openDevice(bens);
    await until(offline.client, () => roomOf(offline.client) !== undefined);
    offline.network.cut();
    await must(offline.client.write(room(offline.client), [note(offline.client, "written offline")]));
    offline.client.close();
    await flipIn(store, "rows");
    const ben = await openDevice(bens);
    await until(ana.client, () => textsIn(ana.client).includes("written offline"));
    await until(ben.client, () => roomOf(ben.client) !== undefined && textsIn(ben.client).length === 7);
    await calm(ben);
  });
});

describe("something that waited to be sent no longer opens", () => {
  const texts = ["one", "two", "three"];
  /** Three notes written without a network, of which the second is damaged while the device is closed. */
  async function lostOne() {
    const { ana, store, bens } = await written();
    const offline = await openDevice(bens);
    await until(offline.client, () => roomOf(offline.client) !== undefined);
    offline.network.cut();
    for (const text of texts)
      await must(offline.client.write(room(offline.client), [note(offline.client, text)]));
    offline.client.close();
    const [, second] = await store.list("outbox", "");
    const [key, value] = second as readonly [string, Uint8Array<ArrayBuffer>];
    await store.write([
      { table: "outbox", key, value: value.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) },
    ]);
    return { ana, bens };
  }

  test("the person is told once, and everything else goes, in order", async () => {
    const { ana, bens } = await lostOne();
    const ben = await openDevice(bens);
    await until(ana.client, () => textsIn(ana.client).includes("three"));
    expect(textsIn(ana.client).slice(-2)).toEqual(["one", "three"]);
    await calm(ben);
    expect(room(ben.client)).toMatchObject({ lostWaiting: true, blocked: undefined, fault: undefined });
    await room(ben.client).forgetLost();
    await write(ben.client, "afterwards");
    await until(ana.client, () => textsIn(ana.client).includes("afterwards"));
    await calm(ben);
    ben.client.close();
    const again = await openDevice(bens);
    await until(again.client, () => roomOf(again.client) !== undefined);
    expect(room(again.client).lostWaiting).toBe(false);
  });

  test("told and written on before there is a network: no number is used twice", async () => {
    const { ana, bens } = await lostOne();
    let isCut = true;
    const ben = await openDevice({
      ...bens,
      between: (transport) => ({
        ...transport,
        append: async (...given) =>
          isCut ? { ok: false, error: { type: "Unreachable" } } : transport.append(...given),
      }),
    });
    await until(ben.client, () => roomOf(ben.client) !== undefined);
    expect(room(ben.client).lostWaiting).toBe(true);
    await room(ben.client).forgetLost();
    await must(ben.client.write(room(ben.client), [note(ben.client, "four")]));
    isCut = false;
    ben.client.networkChanged(true);
    await until(ana.client, () => textsIn(ana.client).includes("four"));
    expect(textsIn(ana.client).slice(-3)).toEqual(["one", "three", "four"]);
    await calm(ben);
    expect(room(ben.client)).toMatchObject({ lostWaiting: false, blocked: undefined, fault: undefined });
  });
});

describe("a server that uses a damaged store to tell another story", () => {
  test("a record that ends before what was held is a rollback, though the device holds it no more", async () => {
    const evil = new HostileServer();
    const { store, bens, held } = await written(evil);
    const order = await evil.honestOrder("ben", held);
    await flipIn(store, "rows");
    evil.holdBack("ben");
    const ben = await openDevice(bens);
    await evil.asked("ben");
    const shorter = order.slice(0, held - 1);
    evil.tell("ben", shorter, { placed: shorter });
    await until(ben.client, () => roomOf(ben.client)?.fault !== undefined);
    expect(room(ben.client).fault?.type).toBe("RolledBack");
  });
});
