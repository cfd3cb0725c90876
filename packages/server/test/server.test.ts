import { concatBytes, u32 } from "@goldseam/core";
import { faultTypes } from "@goldseam/crypto/verify";
import { encodeJson, endpoints, limits, paths, wireFaults } from "@goldseam/sync";
import { afterEach, describe, expect, test } from "vitest";
import type { ConfigChoices, LogLine, ServerParts } from "../src/index.ts";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let running: TestServer[] = [];
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
});
async function serve(choices?: ConfigChoices, parts?: Partial<ServerParts>): Promise<TestServer> {
  const server = await startTestServer(choices, parts);
  running.push(server);
  return server;
}
async function signedUp(server?: TestServer): Promise<{ server: TestServer; ana: TestClient }> {
  const there = server ?? (await serve());
  return { server: there, ana: await TestClient.signedUp(there.address) };
}
const refusal = (type: string, status: number, facts = {}) => ({
  refused: { status, error: { type, ...facts } },
});
const secondPlace = (genesis: kit.BuiltItem, room: Uint8Array<ArrayBuffer>) => ({
  number: 2,
  previous: genesis.hash,
  seen: { n: 0, head: room },
});

/** A couple's room with both partners in it. */
async function couple() {
  const { server, ana } = await signedUp();
  const ben = await TestClient.signedUp(server.address);
  const { room, genesis } = await ana.newRoom();
  const inviteKey = kit.keyPair();
  const invite = kit.random(16);
  granted(await ana.ask("makeInvite", { invite, room, lifeMs: 1_000, preview: kit.random(20) }));
  granted(await ben.ask("answerInvite", { invite, answer: kit.inviteAnswer(room, ben.person, inviteKey) }));
  const add = kit.addLink(room, ana.device, secondPlace(genesis, room), { joiner: ben.person, inviteKey });
  granted(await ana.append(room, add));
  return { server, ana, ben, room, genesis, add, invite };
}

describe("accounts and sessions", () => {
  test("an account opens with its slot, and on the same device with its key", async () => {
    const { ana } = await signedUp();
    const slot = ana.slot("kit");
    granted(await ana.ask("putSlot", { slot }));
    const { kind, locator, login } = slot;
    const opened = granted(await ana.ask("openSlot", { kind, locator, login }));
    expect(opened.wrapped).toEqual(slot.wrapped);
    expect(opened.identity).toEqual(ana.person.identity.publicKey);
    expect(opened.log).toHaveLength(1);
    expect(granted(await ana.signIn()).expires).toBeGreaterThan(0);
    expect(granted(await ana.ask("myRooms", {})).rooms).toEqual([]);
  });

  test("[SV1] a wrong login and an unknown locator are answered alike, byte for byte", async () => {
    const { ana } = await signedUp();
    const slot = ana.slot();
    granted(await ana.ask("putSlot", { slot }));
    const { kind, locator, login } = slot;
    const answers = await Promise.all(
      [
        { kind, locator, login: kit.random(32) },
        { kind, locator: kit.random(16), login },
        { kind: "kit", locator, login },
      ].map(async (request) => {
        const response = await ana.send(endpoints.openSlot.path, encodeJson(request));
        const headers = [...response.headers].filter(([name]) => name !== "date");
        return { status: response.status, headers, body: await response.text() };
      }),
    );
    expect(answers[0]!.status).toBe(403);
    expect(answers[0]!.body).toBe('{"error":{"type":"SlotNotOpened"}}');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("the session cookie is for this host alone, and no script can read it", async () => {
    const server = await serve();
    const ana = new TestClient(server.address);
    const request = {
      identity: ana.person.identity.publicKey,
      link: kit.accountLogLink(ana.person, ana.device),
      slots: [ana.slot()],
      ...(await ana.proof()),
    };
    const response = await ana.send(endpoints.accounts.path, encodeJson(request));
    expect(response.headers.get("set-cookie")).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000$/,
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("an identity has one account, and a locator one owner", async () => {
    const { server, ana } = await signedUp();
    expect(await ana.signUp()).toEqual(refusal("AccountExists", 409));
    const slot = ana.slot();
    granted(await ana.ask("putSlot", { slot }));
    const ben = new TestClient(server.address);
    expect(await ben.signUp([slot])).toEqual(refusal("LocatorTaken", 409));
    granted(await ben.signUp());
    expect(await ben.ask("putSlot", { slot })).toEqual(refusal("LocatorTaken", 409));
  });

  test("[SV2] a challenge is good once, for two minutes, for one site and one device", async () => {
    const { server, ana } = await signedUp();
    const device = ana.device.id;
    const proof = await ana.proof();
    granted(await ana.ask("sessions", { device, ...proof }));
    expect(await ana.ask("sessions", { device, ...proof })).toEqual(refusal("NotSignedBy", 403));
    const late = await ana.proof();
    server.clock.pass(limits.challengeLifeMs);
    expect(await ana.ask("sessions", { device, ...late })).toEqual(refusal("NotSignedBy", 403));
    const own = kit.random(32);
    const invented = { challenge: own, signature: kit.sessionSignature(ana.device, own, ana.origin) };
    expect(await ana.ask("sessions", { device, ...invented })).toEqual(refusal("NotSignedBy", 403));
    const { challenge } = await ana.proof();
    const elsewhere = kit.sessionSignature(ana.device, challenge, "https://elsewhere.example");
    const phished = { challenge, signature: elsewhere };
    expect(await ana.ask("sessions", { device, ...phished })).toEqual(refusal("NotSignedBy", 403));
    const stranger = await ana.proof(kit.newDevice());
    expect(await ana.ask("sessions", { device, ...stranger })).toEqual(refusal("NotSignedBy", 403));
    const unknown = { device: kit.random(16), ...(await ana.proof()) };
    expect(await ana.ask("sessions", unknown)).toEqual(refusal("NotSignedBy", 403));
  });

  test("[SV3] a session ends after 30 days, when it is ended, and with its device", async () => {
    const { server, ana } = await signedUp();
    const notSignedIn = refusal("NotSignedIn", 401);
    server.clock.pass(limits.sessionLifeMs - 1);
    granted(await ana.ask("myRooms", {}));
    server.clock.pass(1);
    expect(await ana.ask("myRooms", {})).toEqual(notSignedIn);
    granted(await ana.signIn());
    const { cookie } = ana;
    granted(await ana.ask("endSession", {}));
    expect(ana.cookie).toBe("__Host-session=");
    ana.cookie = cookie;
    expect(await ana.ask("myRooms", {})).toEqual(notSignedIn);
    granted(await ana.signIn());
    const previous = kit.accountLogHash(kit.accountLogLink(ana.person, ana.device));
    const link = kit.accountLogLink(ana.person, ana.device, {
      number: 2,
      previous,
      type: "ended",
      by: ana.device,
    });
    granted(await ana.ask("endDevice", { link }));
    expect(await ana.ask("myRooms", {})).toEqual(notSignedIn);
    expect(await ana.signIn()).toEqual(refusal("NotSignedBy", 403));
  });

  test("a second device joins by a link of the identity, and of two links with one number the second is stale", async () => {
    const { server, ana } = await signedUp();
    const previous = kit.accountLogHash(kit.accountLogLink(ana.person, ana.device));
    const phone = new TestClient(server.address, ana.person);
    const link = kit.accountLogLink(ana.person, phone.device, { number: 2, previous, type: "byKit" });
    granted(await phone.ask("devices", { link, ...(await phone.proof()) }));
    expect(granted(await phone.ask("pullAccountLog", { after: 1 })).links).toEqual([link]);
    const tablet = new TestClient(server.address, ana.person);
    const late = kit.accountLogLink(ana.person, tablet.device, {
      number: 2,
      previous,
      type: "byCode",
      by: ana.device,
    });
    expect(await tablet.ask("devices", { link: late, ...(await tablet.proof()) })).toEqual(
      refusal("StaleLink", 409),
    );
    const stranger = new TestClient(server.address);
    const unknown = kit.accountLogLink(stranger.person, stranger.device, {
      number: 2,
      previous,
      type: "byKit",
    });
    expect(await stranger.ask("devices", { link: unknown, ...(await stranger.proof()) })).toEqual(
      refusal("NotSignedBy", 403),
    );
    const forged = link.slice();
    forged[189]! ^= 1;
    expect(await tablet.ask("devices", { link: forged, ...(await tablet.proof()) })).toEqual(
      refusal("NotSignedBy", 403),
    );
  });

  test("[SV4] every address under /api refuses another site's page, a page without origin, and plain http elsewhere", async () => {
    const { server, ana } = await signedUp();
    const { room } = await ana.newRoom();
    const { host } = new URL(server.address);
    const all = [...Object.values(endpoints).map(({ path }) => path), paths.append, paths.pull];
    for (const path of all) {
      for (const origin of [
        "https://elsewhere.example",
        "null",
        "",
        `http://${host}.evil.example`,
        `${server.address}/`,
      ]) {
        const response = await ana.send(path, "{}", { origin });
        expect([path, origin, response.status, await response.text()]).toEqual([
          path,
          origin,
          403,
          '{"error":{"type":"WrongOrigin"}}',
        ]);
      }
    }
    expect((await ana.pull(room)) as object).toHaveProperty("ok");
    const withoutOrigin = await fetch(server.address + endpoints.challenge.path, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(withoutOrigin.status).toBe(403);
  });

  test("a configured origin may ask, whatever Host a proxy writes", async () => {
    const server = await serve({ listen: { origins: ["https://goldseam.example"] } });
    const ana = new TestClient(server.address);
    const response = await ana.send(endpoints.challenge.path, "{}", { origin: "https://goldseam.example" });
    expect(response.status).toBe(200);
  });
});

describe("appending and pulling", () => {
  test("a batch comes back as it was sent, with places and heads that the document computes", async () => {
    const { ana } = await signedUp();
    const { room, genesis } = await ana.newRoom();
    const items = [kit.entry(room, ana.device), kit.entry(room, ana.device, { length: 592 })];
    const places = granted(await ana.append(room, ...items));
    expect(places.map(({ n }) => n)).toEqual([2, 3]);
    const { n, head, placed } = granted(await ana.pull(room));
    expect(n).toBe(3);
    expect(placed.map(({ item }) => item)).toEqual([genesis, ...items].map(({ bytes }) => bytes));
    let computed = room;
    for (const one of placed) computed = kit.headAfter(computed, one.n, one.t, kit.hashOf(one.item));
    expect(head).toEqual(computed);
    expect(granted(await ana.ask("myRooms", {})).rooms).toEqual([{ room, n: 3, head }]);
    expect(granted(await ana.pull(room, 1, 1)).placed.map((one) => one.n)).toEqual([2]);
  });

  test("[SV5] an item sent again is answered with its place and stored once", async () => {
    const { ana } = await signedUp();
    const { room, genesis } = await ana.newRoom();
    const [first, second] = [kit.entry(room, ana.device), kit.entry(room, ana.device)];
    const place = granted(await ana.append(room, first))[0]!;
    expect(granted(await ana.append(room, first))).toEqual([place]);
    expect(granted(await ana.append(room, first, second)).map(({ n }) => n)).toEqual([2, 3]);
    expect(granted(await ana.append(room, genesis)).map(({ n }) => n)).toEqual([1]);
    const third = kit.entry(room, ana.device);
    const answers = await Promise.all(Array.from({ length: 10 }, () => ana.append(room, third)));
    expect(answers.map((answer) => granted(answer)[0]!.n)).toEqual(Array(10).fill(4));
    expect(granted(await ana.pull(room)).placed).toHaveLength(4);
  });

  test("receipt times never go back, even when the server's clock does", async () => {
    const { server, ana } = await signedUp();
    const { room } = await ana.newRoom();
    server.clock.pass(5_000);
    const [later] = granted(await ana.append(room, kit.entry(room, ana.device)));
    server.clock.pass(-9_000);
    const [earlier] = granted(await ana.append(room, kit.entry(room, ana.device)));
    expect(earlier!.t).toBe(later!.t);
  });

  test("[SV6] a batch with one bad item is refused whole, and says which", async () => {
    const { ana } = await signedUp();
    const { room } = await ana.newRoom();
    const good = kit.entry(room, ana.device);
    const bad = kit.entry(room, ana.device, { changes: { signer: kit.keyPair() } });
    expect(await ana.append(room, good, bad)).toEqual(
      refusal("ItemRefused", 409, { index: 1, fault: "BadSignature" }),
    );
    expect(granted(await ana.pull(room)).n).toBe(1);
    expect(granted(await ana.append(room, good)).map(({ n }) => n)).toEqual([2]);
  });

  const zeros = new Uint8Array(32);
  const wrongs: Record<string, Parameters<typeof kit.entry>[2]> = {
    WrongRoom: { changes: { room: kit.random(32) } },
    BadSignature: { changes: { signer: kit.keyPair() } },
    SeenAhead: { seen: { n: 2, head: zeros } },
    Forked: { seen: { n: 1, head: zeros } },
    WrongEpoch: { epoch: 2 },
    BodySwapped: { changes: { bodyHash: zeros } },
    Malformed: { length: 530 },
    ChainBroken: { changes: { seq: 2 } },
  };
  for (const [fault, wrong] of Object.entries(wrongs)) {
    test(`[SV6] an item that readers would refuse as ${fault} is not stored`, async () => {
      const { ana } = await signedUp();
      const { room } = await ana.newRoom();
      const answer = await ana.append(room, kit.entry(room, ana.device, wrong));
      expect(answer).toEqual(refusal("ItemRefused", 409, { index: 0, fault }));
      expect(granted(await ana.pull(room)).n).toBe(1);
    });
  }

  test("[SV6] a device that is not certified may not write; certified, it may", async () => {
    const { ana } = await signedUp();
    const { room } = await ana.newRoom();
    const phone = kit.newDevice();
    const early = kit.entry(room, phone);
    expect(await ana.append(room, early)).toEqual(
      refusal("ItemRefused", 409, { index: 0, fault: "UnknownDevice" }),
    );
    phone.chains.clear();
    const own = [kit.certificate(room, phone, ana.person), kit.entry(room, phone)];
    expect(granted(await ana.append(room, ...own))).toHaveLength(2);
  });

  test("[SV7] another item with a device's number is DeviceForked", async () => {
    const { ana } = await signedUp();
    const { room } = await ana.newRoom();
    const copy = { ...ana.device, chains: new Map() };
    granted(await ana.append(room, kit.entry(room, ana.device), kit.entry(room, ana.device)));
    expect(await ana.append(room, kit.entry(room, copy))).toEqual(refusal("DeviceForked", 409, { index: 0 }));
  });

  test("[SV8] a stranger learns nothing: a room that exists and one that does not are answered alike", async () => {
    const { server, ana } = await signedUp();
    const { room } = await ana.newRoom();
    const eve = await TestClient.signedUp(server.address);
    const notFound = refusal("RoomNotFound", 404);
    for (const id of [room, kit.random(32)]) {
      expect(await eve.pull(id)).toEqual(notFound);
      expect(await eve.append(id, kit.entry(id, eve.device))).toEqual(notFound);
      expect(await eve.ask("myInvites", { room: id })).toEqual(notFound);
      const invite = { invite: kit.random(16), room: id, lifeMs: 9, preview: zeros };
      expect(await eve.ask("makeInvite", invite)).toEqual(notFound);
    }
  });

  test("a genesis is its member's own to send", async () => {
    const { server, ana } = await signedUp();
    const eve = await TestClient.signedUp(server.address);
    const genesis = kit.genesis(ana.person, ana.device);
    expect(await eve.append(genesis.room, genesis)).toEqual(refusal("NotSignedBy", 403));
    expect(await eve.append(kit.random(32), kit.genesis(eve.person, eve.device))).toEqual(
      refusal("ItemRefused", 409, { index: 0, fault: "WrongRoom" }),
    );
  });

  test("of two links after the same one, the second is StaleLink; a link stands first in its batch", async () => {
    const { ana } = await signedUp();
    const { room, genesis } = await ana.newRoom();
    const rotate = () =>
      kit.rotateLink(room, ana.device, secondPlace(genesis, room), { staying: [ana.person], epoch: 2 });
    const answers = await Promise.all([ana.append(room, rotate()), ana.append(room, rotate())]);
    expect(answers.filter((answer) => "ok" in answer)).toHaveLength(1);
    expect(answers.find((answer) => "refused" in answer)).toEqual(refusal("StaleLink", 409));
    const behind = await ana.append(room, kit.entry(room, ana.device, { epoch: 2 }), rotate());
    expect(behind).toEqual(refusal("Malformed", 400, { at: "frames" }));
  });

  test("[SV9] own words are erased for good, and others' are not", async () => {
    const { ana, ben, room } = await couple();
    const own = kit.entry(room, ana.device);
    granted(await ana.append(room, own));
    granted(await ben.append(room, kit.certificate(room, ben.device, ben.person)));
    const theirs = kit.entry(room, ben.device);
    granted(await ben.append(room, theirs));
    granted(await ana.append(room, kit.redaction(room, ana.device, [own.hash, theirs.hash])));
    const { placed } = granted(await ben.pull(room, 2));
    const found = (item: kit.BuiltItem) =>
      placed.find((one) => Buffer.compare(kit.hashOf(one.item), item.hash) === 0);
    expect(found(own)).toMatchObject({ erased: true, item: own.bytes.subarray(0, 241) });
    expect(found(theirs)).toMatchObject({ erased: false, item: theirs.bytes });
    expect(granted(await ana.append(room, own))[0]!.n).toBe(3);
  });

  test("[SV10] who has left reads up to the end of their time, and no further", async () => {
    const { ana, ben, room, add } = await couple();
    granted(await ben.append(room, kit.certificate(room, ben.device, ben.person)));
    const place = { number: 3, previous: add.hash, seen: { n: 0, head: room } };
    const leave = kit.removeLink(room, ben.device, place, {
      leaving: ben.person,
      staying: [ana.person],
      epoch: 2,
    });
    const [left] = granted(await ben.append(room, leave));
    granted(await ana.append(room, kit.entry(room, ana.device, { epoch: 2 })));
    const seen = granted(await ben.pull(room));
    expect([seen.n, seen.placed.at(-1)!.n]).toEqual([left!.n, left!.n]);
    expect(granted(await ana.pull(room)).n).toBe(left!.n + 1);
    expect(granted(await ben.append(room, leave))).toEqual([left]);
    expect(await ben.append(room, kit.entry(room, ben.device, { epoch: 2 }))).toEqual(
      refusal("RoomNotFound", 404),
    );
    expect(granted(await ben.ask("myRooms", {})).rooms[0]!.n).toBe(left!.n);
  });

  test("hostile bodies are refused in the document's words and break nothing", async () => {
    const { ana } = await signedUp();
    const { room } = await ana.newRoom();
    const malformed = (at: string) => [400, JSON.stringify({ error: { type: "Malformed", at } })];
    const cases: [string | Uint8Array<ArrayBuffer>, string][] = [
      [new Uint8Array(), "room"],
      [room, "frames"],
      [concatBytes(room, u32(0xffff_ffff)), "length"],
      [concatBytes(room, u32(5), new Uint8Array(4)), "item"],
      [concatBytes(room, u32(0)), "length"],
      ["{}", "room"],
    ];
    for (const [body, at] of cases) {
      const response = await ana.send(paths.append, body);
      expect([response.status, await response.text()]).toEqual(malformed(at));
    }
    const text = await ana.send(endpoints.myRooms.path, "{");
    expect([text.status, await text.text()]).toEqual(malformed("body"));
    const stray = await ana.send(endpoints.myRooms.path, '{"__proto__":{"a":1},"b":2}');
    expect(stray.status).toBe(400);
    const large = await ana.send(endpoints.myRooms.path, " ".repeat(limits.jsonBytesMax + 1));
    expect([large.status, await large.text()]).toEqual([413, '{"error":{"type":"TooLarge"}}']);
    const huge = await ana.send(paths.append, new Uint8Array(limits.appendBytesMax + 1));
    expect(huge.status).toBe(413);
    for (const bytes of [
      kit.random(1),
      kit.random(241),
      kit.random(800),
      concatBytes(new Uint8Array([0x10, 1]), kit.random(300)),
    ]) {
      expect(await ana.append(room, { bytes })).toEqual(
        refusal("ItemRefused", 409, { index: 0, fault: "Malformed" }),
      );
    }
    const other = await ana.send(endpoints.myRooms.path, "{}", { "content-type": "text/plain" });
    expect(other.status).toBe(400);
    expect(await (await ana.send("/api/nothing", "{}")).text()).toBe('{"error":{"type":"NotFound"}}');
    granted(await ana.append(room, kit.entry(room, ana.device)));
  });

  test("a room whose state was forgotten is judged from the store alone", async () => {
    const server = await serve({ rooms: { cachedMax: 1, headsKeptMax: 1 } });
    const { ana } = await signedUp(server);
    const rooms = [await ana.newRoom(), await ana.newRoom(), await ana.newRoom("private")];
    for (let round = 0; round < 3; round += 1) {
      for (const { room } of rooms) {
        const { n, head } = granted(await ana.pull(room, 0xffff));
        const before = granted(await ana.pull(room, Math.max(0, n - 2))).placed[0]!;
        const items = [
          kit.entry(room, ana.device, { seen: { n, head } }),
          kit.entry(room, ana.device, { seen: { n: 0, head: room } }),
        ];
        expect(before.n).toBeGreaterThan(0);
        expect(granted(await ana.append(room, ...items)).map((place) => place.n)).toEqual([n + 1, n + 2]);
      }
    }
  });

  test("[SV16] one batch may name an old head and a new one, however few are at hand", async () => {
    const server = await serve({ rooms: { headsKeptMax: 2 } });
    const { ana } = await signedUp(server);
    const { room } = await ana.newRoom();
    const newest = async () => granted(await ana.pull(room, 0xffff));
    const seen = [await newest()];
    for (let count = 0; count < 3; count += 1) {
      granted(await ana.append(room, kit.entry(room, ana.device)));
      seen.push(await newest());
    }
    // Written without a connection: the first names what was newest long ago, the second what is newest now.
    const { n } = seen[3]!;
    const items = [seen[1]!, seen[3]!].map((place) => kit.entry(room, ana.device, { seen: place }));
    expect(granted(await ana.append(room, ...items)).map((place) => place.n)).toEqual([n + 1, n + 2]);
  });

  test("many devices write one room at once: every item has one place, without a gap", async () => {
    const { ana } = await signedUp();
    const { room } = await ana.newRoom();
    const devices = Array.from({ length: 8 }, () => kit.newDevice());
    granted(await ana.append(room, ...devices.map((device) => kit.certificate(room, device, ana.person))));
    const answers = await Promise.all(
      devices.map(async (device) => {
        const numbers: number[] = [];
        for (let index = 0; index < 10; index += 1) {
          numbers.push(granted(await ana.append(room, kit.entry(room, device)))[0]!.n);
        }
        return numbers;
      }),
    );
    const numbers = answers.flat().sort((one, other) => one - other);
    expect(numbers).toEqual(Array.from({ length: 80 }, (_, index) => index + 10));
    expect(granted(await ana.pull(room)).placed).toHaveLength(89);
  });
});

describe("invites", () => {
  test("an invite goes from open to answered to used, and both sides see it", async () => {
    const { ana, ben, room, invite } = await couple();
    expect(granted(await ben.ask("lookAtInvite", { invite })).state).toBe("used");
    const { invites } = granted(await ana.ask("myInvites", { room }));
    expect(invites.map(({ state, answer }) => [state, answer?.length])).toEqual([["used", 193]]);
    expect(granted(await ben.ask("myRooms", {})).rooms.map((one) => one.room)).toEqual([room]);
    expect(await ana.ask("cancelInvite", { invite })).toEqual(refusal("InviteUsed", 409));
  });

  test("a second account is told that the invite is used; the first may answer again", async () => {
    const { server, ana } = await signedUp();
    const { room } = await ana.newRoom();
    const invite = kit.random(16);
    const request = { invite, room, lifeMs: 1_000, preview: kit.random(9) };
    granted(await ana.ask("makeInvite", request));
    granted(await ana.ask("makeInvite", request));
    const [ben, eve] = [await TestClient.signedUp(server.address), await TestClient.signedUp(server.address)];
    const answer = kit.inviteAnswer(room, ben.person, kit.keyPair());
    expect(await eve.ask("answerInvite", { invite, answer })).toEqual(refusal("NotSignedBy", 403));
    granted(await ben.ask("answerInvite", { invite, answer }));
    granted(await ben.ask("answerInvite", { invite, answer }));
    const late = kit.inviteAnswer(room, eve.person, kit.keyPair());
    expect(await eve.ask("answerInvite", { invite, answer: late })).toEqual(refusal("InviteUsed", 409));
    expect(await eve.ask("cancelInvite", { invite })).toEqual(refusal("InviteNotFound", 404));
    granted(await ana.ask("cancelInvite", { invite }));
    expect(await ben.ask("answerInvite", { invite, answer })).toEqual(refusal("InviteExpired", 410));
  });

  test("an invite ends by time, and one that never was is not found", async () => {
    const { server, ana } = await signedUp();
    const { room } = await ana.newRoom();
    const invite = kit.random(16);
    granted(await ana.ask("makeInvite", { invite, room, lifeMs: 10, preview: kit.random(9) }));
    expect(granted(await ana.ask("lookAtInvite", { invite })).state).toBe("open");
    server.clock.pass(10);
    expect(granted(await ana.ask("lookAtInvite", { invite })).state).toBe("expired");
    const ben = await TestClient.signedUp(server.address);
    const answer = kit.inviteAnswer(room, ben.person, kit.keyPair());
    expect(await ben.ask("answerInvite", { invite, answer })).toEqual(refusal("InviteExpired", 410));
    expect(await ana.ask("lookAtInvite", { invite: kit.random(16) })).toEqual(refusal("InviteNotFound", 404));
    const lifeMs = limits.inviteLifeMaxMs + 1;
    expect(await ana.ask("makeInvite", { invite, room, lifeMs, preview: kit.random(9) })).toEqual(
      refusal("Malformed", 400, { at: "lifeMs" }),
    );
  });
});

describe("pace", () => {
  test("[SV11] who asks too fast is told how long to wait, and may go on after that", async () => {
    const server = await serve({ pace: { strangerRequests: { atOnce: 3, perSecond: 1 } } });
    const ana = new TestClient(server.address);
    for (let index = 0; index < 3; index += 1) granted(await ana.ask("challenge", {}));
    expect(await ana.ask("challenge", {})).toEqual(refusal("TooMany", 429, { retryAfterMs: 1_000 }));
    server.clock.pass(1_000);
    granted(await ana.ask("challenge", {}));
  });

  test("[SV11] items count by account", async () => {
    const server = await serve({
      pace: { accountItems: { atOnce: 3, perSecond: 1 } },
    });
    const { ana } = await signedUp(server);
    const { room } = await ana.newRoom();
    const items = [1, 2, 3].map(() => kit.entry(room, ana.device));
    expect(await ana.append(room, ...items)).toEqual(refusal("TooMany", 429, { retryAfterMs: 1_000 }));
    server.clock.pass(1_000);
    granted(await ana.append(room, ...items));
  });
});

describe("what is said about it", () => {
  test("[SV12] a log line holds the pattern of an address and nothing that anyone sent", async () => {
    const lines: LogLine[] = [];
    const server = await serve({}, { log: (line) => lines.push(line) });
    const { ana } = await signedUp(server);
    const { room } = await ana.newRoom();
    granted(await ana.pull(room));
    await fetch(`${server.address}/i/secret-in-a-path?secret=1`);
    await fetch(`${server.address}/health?who=ana`);
    expect(lines.map(({ route }) => route)).toEqual([
      endpoints.challenge.path,
      endpoints.accounts.path,
      paths.append,
      paths.pull,
      "app",
      paths.health,
    ]);
    for (const line of lines) expect(Object.keys(line).sort()).toEqual(["method", "ms", "route", "status"]);
  });

  test("[SV13] a store that breaks is answered Broken, without its words, and the next request is served", async () => {
    const lines: LogLine[] = [];
    const server = await serve({}, { log: (line) => lines.push(line) });
    const { ana } = await signedUp(server);
    const { roomsOf } = server.store;
    server.store.roomsOf = async () => {
      throw new RangeError("a secret in a message");
    };
    expect(await ana.ask("myRooms", {})).toEqual(refusal("Broken", 500));
    server.store.roomsOf = roomsOf;
    granted(await ana.ask("myRooms", {}));
    expect(lines.find(({ status }) => status === 500)?.broken).toBe("RangeError");
    expect(JSON.stringify(lines)).not.toContain("secret");
  });

  test("[SV14] a full store is answered Full, and what was refused can be sent again", async () => {
    const { server, ana } = await signedUp();
    const { room } = await ana.newRoom();
    const { append } = server.store;
    server.store.append = async () => ({ ok: false, error: { type: "Full" } });
    const item = kit.entry(room, ana.device);
    expect(await ana.append(room, item)).toEqual(refusal("Full", 507));
    server.store.append = append;
    expect(granted(await ana.append(room, item))[0]!.n).toBe(2);
  });

  test("[SV14] an item sent again while its first sending fails is judged on what is there, not on what was hoped", async () => {
    const { server, ana } = await signedUp();
    const { room } = await ana.newRoom();
    const { append } = server.store;
    const begun = Promise.withResolvers<void>();
    const { promise, resolve } = Promise.withResolvers<{ ok: false; error: { type: "Full" } }>();
    server.store.append = () => {
      begun.resolve();
      return promise;
    };
    const item = kit.entry(room, ana.device);
    const first = ana.append(room, item);
    await begun.promise;
    const again = ana.append(room, item);
    granted(await ana.ask("myRooms", {}));
    server.store.append = append;
    resolve({ ok: false, error: { type: "Full" } });
    expect(await first).toEqual(refusal("Full", 507));
    expect(granted(await again)[0]!.n).toBe(2);
  });

  test("the server is healthy, and its faults are the record's", async () => {
    const server = await serve();
    expect(await (await fetch(`${server.address}/health`)).text()).toBe('{"ok":true}');
    expect(wireFaults).toEqual(faultTypes);
  });
});
