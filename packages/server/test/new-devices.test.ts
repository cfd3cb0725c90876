import { dayMs, minuteMs } from "@goldseam/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
let ana: TestClient;
beforeEach(async () => {
  server = await startTestServer();
  ana = await TestClient.signedUp(server.address);
});
afterEach(() => server.close());

const firstHash = () => kit.accountLogHash(kit.accountLogLink(ana.person, ana.device));

/** Another device of Ana's, with a session, after `previous` links of her log. */
async function added(
  type: "byKit" | "byCode",
  at: { readonly number: number; readonly previous: Uint8Array<ArrayBuffer> },
  by?: kit.Device,
): Promise<{ readonly client: TestClient; readonly link: Uint8Array<ArrayBuffer> }> {
  const client = new TestClient(server.address, ana.person);
  const link = kit.accountLogLink(ana.person, client.device, { ...at, type, ...(by && { by }) });
  granted(await client.ask("devices", { link, ...(await client.proof()) }));
  return { client, link };
}
const second = () => ({ number: 2, previous: firstHash() });

const tooNew = () => ({
  refused: { status: 403, error: { type: "TooNew", until: server.clock.read() + dayMs } },
});
const notFound = { refused: { status: 404, error: { type: "RoomNotFound" } } };

describe("a device that was added with the kit, in its first day", () => {
  test("[SV17] finds the couple's room and no other, in lists, pulls and on the line; a day later all of them", async () => {
    const rooms = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const kind of ["couple", "private", "doorstep", "practice", "individual"] as const)
      rooms.set(kind, (await ana.newRoom(kind)).room);
    const { client } = await added("byKit", second());
    const mine = granted(await client.ask("myRooms", {})).rooms.map(({ room }) => room);
    expect(mine).toEqual([rooms.get("couple")]);
    for (const [kind, room] of rooms) {
      const pulled = await client.pull(room);
      if (kind === "couple") expect(granted(pulled).placed).toHaveLength(1);
      else expect(pulled).toEqual(notFound);
      const line = await client.live();
      line.say({ type: "follow", room, after: 0 });
      expect((await line.next()).type).toBe(kind === "couple" ? "items" : "refused");
      line.socket.close();
    }
    server.clock.pass(dayMs - 1);
    expect(granted(await client.ask("myRooms", {})).rooms).toHaveLength(1);
    server.clock.pass(1);
    expect(granted(await client.ask("myRooms", {})).rooms).toHaveLength(5);
    expect(granted(await client.pull(rooms.get("private")!)).placed).toHaveLength(1);
  });

  test("[SV18] ends no device, changes no slot, lets nobody in, begins no epoch and deletes nothing", async () => {
    const { room, genesis } = await ana.newRoom("couple");
    const { client, link } = await added("byKit", second());
    const third = { number: 3, previous: kit.accountLogHash(link) };
    const ending = kit.accountLogLink(ana.person, ana.device, { ...third, type: "ended", by: client.device });
    expect(await client.ask("endDevice", { link: ending })).toEqual(tooNew());
    expect(await client.ask("putSlot", { slot: client.slot("kit") })).toEqual(tooNew());
    expect(await client.ask("openMeeting", { meeting: kit.random(16) })).toEqual(tooNew());
    expect(await client.ask("deleteAccount", {})).toEqual(tooNew());
    const tablet = new TestClient(server.address, ana.person);
    const byIt = kit.accountLogLink(ana.person, tablet.device, {
      ...third,
      type: "byCode",
      by: client.device,
    });
    expect(await tablet.ask("devices", { link: byIt, ...(await tablet.proof()) })).toEqual(tooNew());
    const { n, head } = granted(await ana.pull(room));
    const place = { number: 2, previous: genesis.hash, seen: { n, head } };
    const rotation = kit.rotateLink(room, client.device, place, { staying: [ana.person], epoch: 2 });
    expect(await client.append(room, rotation)).toEqual(tooNew());
    expect(await ana.ask("myRooms", {})).toHaveProperty("ok");
  });

  test("[SV18] is ended by an older device at once", async () => {
    const { client, link } = await added("byKit", second());
    const third = { number: 3, previous: kit.accountLogHash(link) };
    const ending = kit.accountLogLink(ana.person, client.device, { ...third, type: "ended", by: ana.device });
    granted(await ana.ask("endDevice", { link: ending }));
    expect(await client.ask("myRooms", {})).toHaveProperty("refused.error.type", "NotSignedIn");
  });
});

describe("links in which an own device acts", () => {
  test("[SV19] need that device's own signature, and one that is there and has not ended", async () => {
    const phone = new TestClient(server.address, ana.person);
    const tries = {
      nobody: kit.accountLogLink(ana.person, phone.device, { ...second(), type: "byCode" }),
      unknown: kit.accountLogLink(ana.person, phone.device, {
        ...second(),
        type: "byCode",
        by: kit.newDevice(),
      }),
      forged: kit.accountLogLink(ana.person, phone.device, {
        ...second(),
        type: "byCode",
        by: { ...kit.newDevice(), id: ana.device.id },
      }),
    };
    const refusalOf = async (link: Uint8Array<ArrayBuffer>) => {
      const asked = await phone.ask("devices", { link, ...(await phone.proof()) });
      return "refused" in asked ? asked.refused.error : asked;
    };
    expect(await refusalOf(tries.nobody)).toEqual({ type: "Malformed", at: "link.device" });
    expect(await refusalOf(tries.unknown)).toEqual({ type: "Malformed", at: "link.device" });
    expect(await refusalOf(tries.forged)).toEqual({ type: "NotSignedBy" });
    const unsaid = kit.accountLogLink(ana.person, ana.device, { ...second(), type: "ended" });
    expect(await ana.ask("endDevice", { link: unsaid })).toHaveProperty("refused.error.at", "link.by");
    const { client } = await added("byCode", second(), ana.device);
    expect(granted(await client.ask("myRooms", {})).rooms).toEqual([]);
    const log = granted(await client.ask("pullAccountLog", { after: 0 }));
    expect(log.times).toEqual([server.clock.read(), server.clock.read()]);
  });
});

describe("a meeting", () => {
  const meeting = kit.random(16);
  const message = kit.random(80);
  const put = (client: TestClient, place: number, sealed = message) =>
    client.ask("putInMeeting", { meeting, place, message: sealed });

  test("[SV20] is answered within a minute, in order, each place once; whoever knows its id may look", async () => {
    const stranger = new TestClient(server.address);
    expect(await put(stranger, 1)).toHaveProperty("refused.error.type", "MeetingNotFound");
    const { expires } = granted(await ana.ask("openMeeting", { meeting }));
    expect(expires).toBe(server.clock.read() + minuteMs);
    expect(await put(stranger, 2)).toHaveProperty("refused.error.type", "MeetingMoved");
    server.clock.pass(minuteMs - 1);
    granted(await put(stranger, 1));
    granted(await put(stranger, 1));
    expect(await put(stranger, 1, kit.random(80))).toHaveProperty("refused.error.type", "MeetingMoved");
    server.clock.pass(10 * minuteMs);
    granted(await put(ana, 2));
    expect(granted(await stranger.ask("lookInMeeting", { meeting })).messages).toEqual([message, message]);
    server.clock.pass(6 * minuteMs);
    expect(await put(stranger, 3)).toHaveProperty("refused.error.type", "MeetingNotFound");
  });

  test("[SV20] that nobody answered within its minute, or that its device ended, is over", async () => {
    const stranger = new TestClient(server.address);
    granted(await ana.ask("openMeeting", { meeting }));
    server.clock.pass(minuteMs);
    expect(await put(stranger, 1)).toHaveProperty("refused.error.type", "MeetingNotFound");
    granted(await ana.ask("openMeeting", { meeting }));
    granted(await ana.ask("endMeeting", {}));
    expect(await put(stranger, 1)).toHaveProperty("refused.error.type", "MeetingNotFound");
    const ben = await TestClient.signedUp(server.address);
    granted(await ana.ask("openMeeting", { meeting }));
    expect(await ben.ask("openMeeting", { meeting })).toHaveProperty("refused.error.type", "MeetingMoved");
  });
});

describe("a deleted account", () => {
  test("[SV21] is gone at once, with its sessions, its lines and the rooms that nobody else was in", async () => {
    const { room } = await ana.newRoom("private");
    const line = await ana.live();
    const { cookie } = ana;
    granted(await ana.ask("deleteAccount", {}));
    expect(ana.cookie).toBe("__Host-session=");
    ana.cookie = cookie;
    expect(await ana.ask("myRooms", {})).toHaveProperty("refused.error.type", "NotSignedIn");
    expect(await ana.signIn()).toHaveProperty("refused.error.type", "NotSignedBy");
    expect(await line.closed).toBe(4401);
    expect(await server.store.room(room)).toBe(null);
  });
});
