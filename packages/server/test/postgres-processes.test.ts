import { afterEach, beforeAll, expect, test } from "vitest";
import { openPostgresStore, type PostgresConfig } from "../src/index.ts";
import { ask, describePostgres, newDatabase } from "./postgres.ts";
import { newBatch, newItem } from "./store-contract.ts";
import { granted, TestClient, type TestLine } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let url: string;
const running: TestServer[] = [];

async function serve(over: Partial<PostgresConfig> = {}): Promise<TestServer> {
  const server = await startTestServer({}, { store: await openPostgresStore({ url, ...over }) });
  running.push(server);
  return server;
}

/** The same person and device, with the same session, at another process. */
function at(server: TestServer, client: TestClient): TestClient {
  const other = new TestClient(server.address, client.person, client.device);
  other.cookie = client.cookie;
  return other;
}

/** The next items on the line, whatever else is told meanwhile: a room just founded is told of at its own pace. */
async function itemsOn(line: TestLine) {
  for (;;) {
    const message = await line.next();
    if (message.type === "items") return message;
  }
}

/** Two processes on one database, and a room that Ana founded at the first. */
async function twoProcesses() {
  const [one, two] = [await serve(), await serve()];
  const ana = await TestClient.signedUp(one.address);
  const { room, genesis } = await ana.newRoom();
  return { one, two, ana, anaAtTwo: at(two, ana), room, genesis };
}

describePostgres("several processes on one PostgreSQL", () => {
  beforeAll(async () => {
    url = await newDatabase();
  });
  afterEach(async () => {
    for (const server of running.splice(0)) {
      await server.close();
      await server.store.close();
    }
  });

  test("[PR1] who follows a room at one process gets what is written at another, in order and with its heads", async () => {
    const { ana, anaAtTwo, room } = await twoProcesses();
    const line = await anaAtTwo.live();
    line.say({ type: "follow", room, after: 0 });
    expect((await itemsOn(line)).placed).toHaveLength(1);
    for (let n = 2; n < 22; n += 1) {
      granted(await (n % 3 === 0 ? anaAtTwo : ana).append(room, kit.entry(room, ana.device)));
    }
    const numbers: number[] = [];
    let last = { n: 0, head: room };
    while (numbers.length < 20) {
      const { placed, n, head } = await itemsOn(line);
      numbers.push(...placed.map((one) => one.n));
      last = { n, head };
    }
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    const { n, head } = granted(await ana.pull(room));
    expect(last).toEqual({ n, head });
  });

  test("[PR2] one room written at two processes by many devices: every batch is stored once, and none is refused", async () => {
    const { one, two, ana, room } = await twoProcesses();
    const [writers, batches] = [4, 25];
    const places: number[] = [];
    await Promise.all(
      [one, two].flatMap((server) =>
        Array.from({ length: writers }, async () => {
          const device = kit.newDevice();
          const client = at(server, ana);
          granted(await client.append(room, kit.certificate(room, device, ana.person)));
          for (let batch = 0; batch < batches; batch += 1) {
            const answer = granted(
              await client.append(room, kit.entry(room, device), kit.entry(room, device)),
            );
            places.push(...answer.map(({ n }) => n));
          }
        }),
      ),
    );
    const all = 2 * writers * batches * 2;
    expect(new Set(places).size).toBe(all);
    const { placed, head } = granted(await ana.pull(room));
    expect(placed).toHaveLength(1 + 2 * writers + all);
    let computed = room;
    for (const [index, { n, t, item }] of placed.entries()) {
      expect(n).toBe(index + 1);
      computed = kit.headAfter(computed, n, t, kit.hashOf(item));
    }
    expect(head).toEqual(computed);
  });

  test("[PR3] a session or a device that ended at one process has ended at all", async () => {
    const { ana, anaAtTwo } = await twoProcesses();
    const line = await anaAtTwo.live();
    granted(await anaAtTwo.ask("myRooms", {}));
    granted(await ana.ask("endSession", {}));
    expect(await line.closed).toBe(4401);
    expect(await anaAtTwo.ask("myRooms", {})).toMatchObject({ refused: { status: 401 } });
  });

  test("[PR4] rooms, invites and devices that changed at one process are told to devices at another", async () => {
    const { ana, anaAtTwo, two, room } = await twoProcesses();
    const line = await anaAtTwo.live();
    await ana.newRoom("private");
    expect(await line.next()).toEqual({ type: "account changed" });
    line.say({ type: "follow", room, after: 1 });
    await itemsOn(line);
    const ben = await TestClient.signedUp(two.address);
    const invite = kit.random(16);
    granted(await ana.ask("makeInvite", { invite, room, lifeMs: 9, preview: kit.random(9) }));
    const answer = kit.inviteAnswer(room, ben.person, kit.keyPair());
    granted(await ben.ask("answerInvite", { invite, answer }));
    expect(await line.next()).toEqual({ type: "account changed" });
  });

  test("[PR5] a line of changes that was lost is noticed, and what went by meanwhile is caught up", async () => {
    const { ana, anaAtTwo, room } = await twoProcesses();
    const line = await anaAtTwo.live();
    line.say({ type: "follow", room, after: 1 });
    await itemsOn(line);
    // Told to nobody: what is stored while the line is down must be found without it.
    await ask(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    granted(await ana.append(room, kit.entry(room, ana.device)));
    const items = await itemsOn(line);
    expect(items.placed.map(({ n }) => n)).toEqual([2]);
    granted(await ana.append(room, kit.entry(room, ana.device)));
    expect((await itemsOn(line)).placed.map(({ n }) => n)).toEqual([3]);
  });

  test("[PR5] a line of changes that is open and silent is noticed too", async () => {
    const one = await serve();
    const ana = await TestClient.signedUp(one.address);
    const { room } = await ana.newRoom();
    const listening = `SELECT pid FROM pg_stat_activity
      WHERE (query LIKE 'LISTEN%' OR query = 'SELECT 1') AND datname = current_database() AND pid <> pg_backend_pid()`;
    const before = new Set((await ask(url, listening)).map(({ pid }) => pid));
    const two = await serve({ beatMs: 1_000 });
    const line = await at(two, ana).live();
    line.say({ type: "follow", room, after: 1 });
    await itemsOn(line);
    const [theirs] = (await ask(url, listening)).filter(({ pid }) => !before.has(pid));
    process.kill(Number(theirs!.pid), "SIGSTOP");
    try {
      granted(await ana.append(room, kit.entry(room, ana.device)));
      const items = await itemsOn(line);
      expect(items.placed.map(({ n }) => n)).toEqual([2]);
    } finally {
      process.kill(Number(theirs!.pid), "SIGCONT");
    }
  });

  test("[PR5] an append whose connection is lost is stored once, and clients notice nothing", async () => {
    const { ana, room } = await twoProcesses();
    for (let n = 2; n < 12; n += 1) {
      const kill = ask(
        url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
      );
      const item = kit.entry(room, ana.device);
      for (;;) {
        const answer = await ana.append(room, item);
        if ("refused" in answer) {
          expect([500, 507]).toContain(answer.refused.status);
          continue;
        }
        expect(answer.ok[0]!.n).toBe(n);
        break;
      }
      await kill;
    }
  });

  test("[PR6] a device certified at one process writes at another at once, and a stranger at none", async () => {
    const { ana, anaAtTwo, two, room } = await twoProcesses();
    granted(await anaAtTwo.append(room, kit.entry(room, ana.device)));
    const device = kit.newDevice();
    granted(await ana.append(room, kit.certificate(room, device, ana.person)));
    granted(await anaAtTwo.append(room, kit.entry(room, device)));
    const eve = await TestClient.signedUp(two.address);
    expect(await eve.append(room, kit.entry(room, eve.device))).toMatchObject({ refused: { status: 404 } });
  });

  test("[PR6] who left at one process reads and hears at another up to the end of their time, and writes nothing", async () => {
    const { ana, two, one, room, genesis } = await twoProcesses();
    const ben = await TestClient.signedUp(one.address);
    const place = (number: number, after: kit.BuiltItem) => ({
      number,
      previous: after.hash,
      seen: { n: 0, head: room },
    });
    const add = kit.addLink(room, ana.device, place(2, genesis), {
      joiner: ben.person,
      inviteKey: kit.keyPair(),
    });
    granted(await ana.append(room, add));
    const benAtTwo = at(two, ben);
    const line = await benAtTwo.live();
    line.say({ type: "follow", room, after: 0 });
    expect((await itemsOn(line)).placed).toHaveLength(2);
    granted(await benAtTwo.append(room, kit.certificate(room, ben.device, ben.person)));
    const leave = kit.removeLink(room, ben.device, place(3, add), {
      leaving: ben.person,
      staying: [ana.person],
      epoch: 2,
    });
    granted(await ben.append(room, leave));
    for (let entry = 0; entry < 5; entry += 1) {
      granted(await ana.append(room, kit.entry(room, ana.device, { epoch: 2 })));
    }
    const refused = await benAtTwo.append(room, kit.entry(room, ben.device, { epoch: 2 }));
    expect(refused).toMatchObject({ refused: { status: 404 } });
    expect(granted(await benAtTwo.pull(room)).n).toBe(4);
    const heard: number[] = [];
    while (!heard.includes(4)) {
      const message = await line.next();
      if (message.type === "items") heard.push(...message.placed.map(({ n }) => n));
    }
    // Asked last and answered last: whatever was sent before it has arrived.
    line.say({ type: "follow", room: kit.random(32), after: 0 });
    for (let message = await line.next(); message.type !== "refused"; message = await line.next()) {
      expect(message.type).toBe("account changed");
    }
    expect(heard).toEqual([3, 4]);
  });

  test("[ST2] a batch that follows one which lost its place is Moved, though its number would fit", async () => {
    const [one, two] = [await openPostgresStore({ url }), await openPostgresStore({ url })];
    const room = kit.random(32);
    const [first, lost, taken] = [newItem(1), newItem(2), newItem(2)];
    await one.append(newBatch(room, [first]));
    await two.append(newBatch(room, [taken], { previous: first.head }));
    const results = await Promise.all([
      one.append(newBatch(room, [lost], { previous: first.head })),
      one.append(newBatch(room, [newItem(3)], { previous: lost.head })),
    ]);
    expect(results.map((result) => result.ok)).toEqual([false, false]);
    expect((await one.append(newBatch(room, [newItem(3)], { previous: taken.head }))).ok).toBe(true);
    await one.close();
    await two.close();
  });

  test("[ST2] who has a turn in a room is overtaken by nobody, and what it threw is not stored", async () => {
    const [one, two] = [await openPostgresStore({ url }), await openPostgresStore({ url })];
    const room = kit.random(32);
    await one.append(newBatch(room, [newItem(1)]));
    let other: Promise<unknown> | undefined;
    const held = await one.shared!.inTurn(room, async (records) => {
      other = two.append(newBatch(room, [newItem(2)]));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await records.room(room))?.n).toBe(1);
      return records.append(newBatch(room, [newItem(2), newItem(3)]));
    });
    expect(held).toEqual({ ok: true, value: { ok: true, value: undefined } });
    expect(await other).toEqual({ ok: false, error: { type: "Moved" } });
    const thrown = one.shared!.inTurn(room, async (records) => {
      await records.append(newBatch(room, [newItem(4)]));
      throw new Error("changed its mind");
    });
    await expect(thrown).rejects.toThrow("changed its mind");
    expect((await two.room(room))?.n).toBe(3);
    await one.close();
    await two.close();
  });
});
