import { type Bytes, concatBytes } from "@goldseam/core";
import { afterEach, describe, expect, test } from "vitest";
import type { NewBatch, NewItem, NewSession, SpentChallenge, Store, StoredSlot } from "../src/index.ts";
import { random } from "./test-kit.ts";

/** An item as the store sees it: an entry's header names its room and device, and the rest is any bytes. */
export function newItem(n: number, over: Partial<NewItem> & { readonly room?: Bytes } = {}): NewItem {
  const { room = new Uint8Array(32), ...given } = over;
  const device = given.writer?.device ?? new Uint8Array(16);
  return {
    n,
    t: 1_000 + n,
    head: random(32),
    hash: random(32),
    writer: null,
    item: concatBytes(new Uint8Array([1]), room, device, random(192)),
    body: random(528),
    ...given,
  };
}

export const newBatch = (room: Bytes, items: readonly NewItem[], over: Partial<NewBatch> = {}): NewBatch => ({
  room,
  items,
  facts: items[0]!.n === 1 ? random(40) : null,
  members: [],
  erase: [],
  joined: [],
  ...over,
});

const newSession = (identity: Bytes, over: Partial<NewSession> = {}): NewSession => ({
  identity,
  device: random(16),
  expires: 10_000,
  tokenHash: random(32),
  ...over,
});
const newSpent = (): SpentChallenge => ({ challenge: random(32), until: 5_000 });
const newSlot = (): StoredSlot => ({
  kind: "password",
  locator: random(16),
  loginHash: random(32),
  wrapped: random(64),
});
const newAccount = () => {
  const identity = random(32);
  return {
    identity,
    link: random(190),
    t: 1_000,
    device: { device: random(16), deviceKey: random(32), waitsUntil: 0 },
    slots: [newSlot()],
    session: newSession(identity),
    spent: newSpent(),
  };
};
const page = { after: 0, upTo: 0xffff_ffff, most: 1_000, bytesMax: 1_000_000 };
const done = { ok: true, value: undefined };
const refused = (type: string) => ({ ok: false, error: { type } });

/** What every store must do, whichever database is below. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let opened: Store | undefined;
    const openStore = async () => {
      opened = await open();
      return opened;
    };
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    test("[ST1] a batch is stored whole, and a room read back is as it was written", async () => {
      const store = await openStore();
      const room = random(32);
      const device = random(16);
      const first = newItem(1, { item: random(300), body: new Uint8Array(0) });
      const entries = [2, 3].map((n) => newItem(n, { room, writer: { device, seq: n - 1 } }));
      const batch = newBatch(room, [first, ...entries], { facts: random(50) });
      expect(await store.append(batch)).toEqual(done);
      expect(await store.room(room)).toEqual({
        n: 3,
        t: 1_003,
        head: entries[1]!.head,
        facts: batch.facts,
        newestByDevice: [entries[1]!.item],
      });
      const { items, newest } = await store.page(room, page);
      expect(items.map(({ n }) => n)).toEqual([1, 2, 3]);
      expect(items[1]!.item).toEqual(concatBytes(entries[0]!.item, entries[0]!.body));
      expect(items[0]!.item).toEqual(first.item);
      expect(newest).toEqual({ n: 3, head: entries[1]!.head });
    });

    test("[ST2] a batch that does not follow the room's end is Moved and changes nothing", async () => {
      const store = await openStore();
      const room = random(32);
      await store.append(newBatch(room, [newItem(1), newItem(2)]));
      for (const n of [1, 2, 4]) {
        const late = newBatch(room, [newItem(n)], { members: [{ identity: random(32), untilN: null }] });
        expect(await store.append({ ...late, facts: random(40) })).toEqual(refused("Moved"));
        expect(await store.membership(room, late.members[0]!.identity)).toBe(null);
      }
      expect((await store.page(room, page)).items).toHaveLength(2);
      expect(await store.append(newBatch(random(32), [newItem(2)]))).toEqual(refused("Moved"));
    });

    test("[ST3] of many writers to one place exactly one succeeds", async () => {
      const store = await openStore();
      const room = random(32);
      await store.append(newBatch(room, [newItem(1)]));
      const tries = await Promise.all(
        Array.from({ length: 20 }, () => store.append(newBatch(room, [newItem(2)]))),
      );
      expect(tries.filter((result) => result.ok)).toHaveLength(1);
      expect((await store.page(room, page)).items).toHaveLength(2);
    });

    test("[ST2] batches judged on one that failed fail with it, without a gap", async () => {
      const store = await openStore();
      const room = random(32);
      await store.append(newBatch(room, [newItem(1)]));
      const results = await Promise.all([3, 4].map((n) => store.append(newBatch(room, [newItem(n)]))));
      expect(results).toEqual([refused("Moved"), refused("Moved")]);
    });

    test("places and heads are found by hash and number, and only in their room", async () => {
      const store = await openStore();
      const [room, other] = [random(32), random(32)];
      const items = [newItem(1), newItem(2)];
      await store.append(newBatch(room, items));
      await store.append(newBatch(other, [newItem(1)]));
      expect(await store.placesOf(room, [items[1]!.hash, random(32)])).toEqual([{ n: 2, t: 1_002 }, null]);
      expect(await store.placesOf(other, [items[1]!.hash])).toEqual([null]);
      expect(await store.headsAt(room, [2, 7])).toEqual(new Map([[2, items[1]!.head]]));
      expect(await store.room(random(32))).toBe(null);
      expect((await store.headsAt(random(32), [1])).size).toBe(0);
    });

    test("a page ends by count, by bytes and at what may be read, and holds one item at least", async () => {
      const store = await openStore();
      const room = random(32);
      await store.append(
        newBatch(
          room,
          Array.from({ length: 10 }, (_, index) => newItem(index + 1)),
        ),
      );
      const numbers = async (over: Partial<typeof page>) =>
        (await store.page(room, { ...page, ...over })).items.map(({ n }) => n);
      expect(await numbers({ after: 3, most: 2 })).toEqual([4, 5]);
      expect(await numbers({ bytesMax: 2_000 })).toEqual([1, 2]);
      expect(await numbers({ bytesMax: 1 })).toEqual([1]);
      expect(await numbers({ after: 7, upTo: 8 })).toEqual([8]);
      expect(await numbers({ after: 10 })).toEqual([]);
      expect((await store.page(room, { ...page, upTo: 4 })).newest.n).toBe(4);
    });

    test("[ST4] an erasure takes the body of the member's own entry, and nothing else", async () => {
      const store = await openStore();
      const room = random(32);
      const [mine, theirs] = [random(16), random(16)];
      const own = newItem(2, { room, writer: { device: mine, seq: 1 } });
      const foreign = newItem(3, { room, writer: { device: theirs, seq: 1 } });
      const clear = newItem(4, {
        writer: { device: mine, seq: 2 },
        item: concatBytes(new Uint8Array([3]), random(240)),
      });
      await store.append(newBatch(room, [newItem(1), own, foreign, clear]));
      const hashes = [own.hash, foreign.hash, clear.hash];
      const redaction = newItem(5, {
        writer: { device: mine, seq: 3 },
        item: concatBytes(new Uint8Array([2])),
      });
      await store.append(newBatch(room, [redaction], { erase: [{ hashes, devices: [mine] }] }));
      const { items } = await store.page(room, page);
      expect(items.map(({ erased }) => erased)).toEqual([false, true, false, false, false]);
      expect(items[1]!.item).toEqual(own.item);
      expect(await store.placesOf(room, [own.hash])).toEqual([{ n: 2, t: 1_002 }]);
    });

    test("[ST4] a batch that brings words and erases them keeps none", async () => {
      const store = await openStore();
      const room = random(32);
      const device = random(16);
      const own = newItem(2, { writer: { device, seq: 1 } });
      const erase = [{ hashes: [own.hash], devices: [device] }];
      await store.append(newBatch(room, [newItem(1), own], { erase }));
      expect((await store.page(room, page)).items[1]!.erased).toBe(true);
    });

    test("members find their rooms, and those who left find them as they left them", async () => {
      const store = await openStore();
      const room = random(32);
      const [ana, ben] = [random(32), random(32)];
      const items = [newItem(1), newItem(2), newItem(3)];
      await store.append(newBatch(room, [items[0]!], { members: [{ identity: ana, untilN: null }] }));
      await store.append(newBatch(room, [items[1]!], { members: [{ identity: ben, untilN: null }] }));
      expect(await store.membership(room, ben)).toEqual({ untilN: null });
      await store.append(newBatch(room, [items[2]!], { members: [{ identity: ben, untilN: 3 }] }));
      await store.append(newBatch(room, [newItem(4)]));
      expect(await store.membership(room, ben)).toEqual({ untilN: 3 });
      expect(await store.roomsOf(ben)).toEqual([{ room, n: 3, head: items[2]!.head }]);
      expect((await store.roomsOf(ana))[0]!.n).toBe(4);
      expect(await store.roomsOf(random(32))).toEqual([]);
    });

    test("an account is found by its slot, its device and its session", async () => {
      const store = await openStore();
      const account = newAccount();
      const { identity, device, slots, session } = account;
      expect(await store.createAccount(account)).toEqual(done);
      expect(await store.slot("password", slots[0]!.locator)).toEqual({ ...slots[0], identity });
      expect(await store.slot("kit", slots[0]!.locator)).toBe(null);
      expect(await store.device(device.device)).toEqual({
        identity,
        deviceKey: device.deviceKey,
        ended: false,
        waitsUntil: 0,
      });
      const { tokenHash, ...kept } = session;
      expect(await store.session(tokenHash)).toEqual({ ...kept, waitsUntil: 0 });
      expect(await store.accountLog(identity, 0, 10)).toEqual([{ link: account.link, t: 1_000 }]);
      expect(await store.endSession(tokenHash)).toEqual(done);
      expect(await store.session(tokenHash)).toBe(null);
    });

    test("[ST5] a refused account leaves nothing behind, not even its spent challenge", async () => {
      const store = await openStore();
      const first = newAccount();
      await store.createAccount(first);
      const again = { ...newAccount(), identity: first.identity };
      expect(await store.createAccount(again)).toEqual(refused("AccountExists"));
      const sameSlot = { ...newAccount(), slots: first.slots };
      expect(await store.createAccount(sameSlot)).toEqual(refused("LocatorTaken"));
      const sameChallenge = { ...newAccount(), spent: first.spent };
      expect(await store.createAccount(sameChallenge)).toEqual(refused("Spent"));
      for (const { identity, device, session } of [sameSlot, sameChallenge]) {
        expect(await store.device(device.device)).toBe(null);
        expect(await store.accountLog(identity, 0, 10)).toEqual([]);
        expect(await store.session(session.tokenHash)).toBe(null);
      }
      expect(await store.createAccount({ ...sameSlot, slots: [newSlot()] })).toEqual(done);
    });

    test("the account log is one chain: of two links with one number the second is Moved", async () => {
      const store = await openStore();
      const account = newAccount();
      const { identity } = account;
      await store.createAccount(account);
      const added = () => ({
        identity,
        number: 2,
        link: random(270),
        t: 2_000,
        device: { device: random(16), deviceKey: random(32), waitsUntil: 0 },
        session: newSession(identity),
        spent: newSpent(),
      });
      const second = added();
      expect(await store.addDevice(second)).toEqual(done);
      expect(await store.addDevice(added())).toEqual(refused("Moved"));
      expect(await store.accountLog(identity, 1, 10)).toEqual([{ link: second.link, t: 2_000 }]);
    });

    test("until when a device waits is known with the device and with each of its sessions", async () => {
      const store = await openStore();
      const account = newAccount();
      const { identity } = account;
      await store.createAccount(account);
      const device = { device: random(16), deviceKey: random(32), waitsUntil: 90_000 };
      const session = newSession(identity, { device: device.device });
      const added = { identity, number: 2, link: random(190), t: 2_000, device, session, spent: newSpent() };
      expect(await store.addDevice(added)).toEqual(done);
      expect((await store.device(device.device))?.waitsUntil).toBe(90_000);
      expect((await store.session(session.tokenHash))?.waitsUntil).toBe(90_000);
      expect((await store.session(account.session.tokenHash))?.waitsUntil).toBe(0);
    });

    test("a meeting takes messages in order, one for each place, and an account has one at a time", async () => {
      const store = await openStore();
      const [ana, ben] = [newAccount(), newAccount()];
      await store.createAccount(ana);
      await store.createAccount(ben);
      const { identity } = ana;
      const [meeting, message] = [random(16), random(60)];
      const put = (id: Bytes, place: number) => store.putInMeeting(id, { place, message, expires: 9_000 });
      expect(await store.meeting(meeting)).toBe(null);
      expect(await put(meeting, 1)).toEqual(refused("Moved"));
      expect(await store.openMeeting({ meeting, identity, expires: 5_000 })).toEqual(done);
      expect(await store.openMeeting({ meeting, identity: ben.identity, expires: 5_000 })).toEqual(
        refused("Moved"),
      );
      expect(await store.meeting(meeting)).toEqual({ identity, expires: 5_000, messages: [] });
      expect(await put(meeting, 2)).toEqual(refused("Moved"));
      expect(await put(meeting, 1)).toEqual(done);
      expect(await put(meeting, 1)).toEqual(refused("Moved"));
      expect(await store.meeting(meeting)).toEqual({ identity, expires: 9_000, messages: [message] });
      const next = random(16);
      expect(await store.openMeeting({ meeting: next, identity, expires: 6_000 })).toEqual(done);
      expect(await store.meeting(meeting)).toBe(null);
      expect(await store.meeting(next)).toEqual({ identity, expires: 6_000, messages: [] });
      expect(await put(next, 1)).toEqual(done);
      expect(await store.sweep(8_999)).toEqual(done);
      expect(await store.meeting(next)).not.toBe(null);
      expect(await store.sweep(9_000)).toEqual(done);
      expect(await store.meeting(next)).toBe(null);
      await store.openMeeting({ meeting, identity, expires: 99_000 });
      expect(await store.endMeeting(identity)).toEqual(done);
      expect(await store.meeting(meeting)).toBe(null);
    });

    const newPush = () => ({
      endpoint: `https://push.example/${Buffer.from(random(12)).toString("hex")}`,
      p256dh: random(65),
      auth: random(16),
    });
    const takeAt = (store: Store, now: number, over: Partial<Parameters<Store["takeWakeUps"]>[0]> = {}) =>
      store.takeWakeUps({ now, lateBefore: 0, most: 100, ...over });
    const taken = (...due: object[]) => ({
      ok: true,
      value: { due, late: { push: 0, mail: 0 }, isMore: false },
    });
    const asked = (identity: Bytes, over = {}) => ({
      identity,
      address: "ana@example.org",
      number: "123456",
      tries: 5,
      expires: 9_000,
      now: 1_000,
      sentMax: 3,
      sentMs: 50_000,
      ...over,
    });
    const withMail = async (store: Store, identity: Bytes, address: string) => {
      await store.askToConfirm(asked(identity, { address }));
      await store.confirmMail(identity, "123456", 1_000);
    };

    test("[ST7] wake-ups are taken once, at their time, each with where it goes; a plan replaces the one before", async () => {
      const store = await openStore();
      const ana = newAccount();
      await store.createAccount(ana);
      const { identity } = ana;
      const { device } = ana.device;
      const push = newPush();
      const plan = { push: [2_000, 3_000], mail: [2_000, 5_000] };
      expect(await store.putWakeUps(identity, device, plan)).toEqual(done);
      expect(await takeAt(store, 9_000)).toEqual(taken());
      expect(await store.putPush(identity, device, push)).toEqual(done);
      expect(await store.pushOf(device)).toEqual(push);
      await withMail(store, identity, "ana@example.org");
      expect(await store.mailOf(identity)).toBe("ana@example.org");
      await store.putWakeUps(identity, device, { push: [1_000], mail: [] });
      await store.putWakeUps(identity, device, plan);
      expect(await takeAt(store, 1_999)).toEqual(taken());
      const toPush = { kind: "push", device, ...push };
      const toMail = { kind: "mail", identity, address: "ana@example.org" };
      const both = await takeAt(store, 3_000);
      expect(both.ok && new Set(both.value.due)).toEqual(new Set([toPush, toMail]));
      expect(await takeAt(store, 3_000)).toEqual(taken());
      expect(await takeAt(store, 5_000)).toEqual(taken(toMail));
    });

    test("[ST7] wake-ups that are late are taken and reach nobody; more than asked for wait for the next time", async () => {
      const store = await openStore();
      const ana = newAccount();
      await store.createAccount(ana);
      const { device } = ana.device;
      const push = newPush();
      await store.putPush(ana.identity, device, push);
      await store.putWakeUps(ana.identity, device, { push: [1_000, 2_000, 3_000], mail: [] });
      const late = { due: [], late: { push: 2, mail: 0 }, isMore: true };
      expect(await takeAt(store, 3_000, { lateBefore: 3_000, most: 2 })).toEqual({ ok: true, value: late });
      expect(await takeAt(store, 3_000, { lateBefore: 3_000, most: 2 })).toEqual(
        taken({ kind: "push", device, ...push }),
      );
    });

    test("[ST8] with a subscription or an address go its wake-ups; an endpoint belongs to one device", async () => {
      const store = await openStore();
      const [ana, ben] = [newAccount(), newAccount()];
      await store.createAccount(ana);
      await store.createAccount(ben);
      const plan = { push: [2_000], mail: [2_000] };
      const push = newPush();
      const file = async ({ identity, device }: typeof ana) => {
        await store.putPush(identity, device.device, push);
        await withMail(store, identity, "somebody@example.org");
        await store.putWakeUps(identity, device.device, plan);
      };
      await file(ana);
      await store.removePush(ana.device.device, "https://push.example/another");
      expect(await store.pushOf(ana.device.device)).toEqual(push);
      await store.removeMail(ana.identity);
      expect(await store.mailOf(ana.identity)).toBe(null);
      await file(ben);
      expect(await store.pushOf(ana.device.device)).toBe(null);
      await store.removePush(ben.device.device, push.endpoint);
      const mailed = { kind: "mail", identity: ben.identity, address: "somebody@example.org" };
      expect(await takeAt(store, 9_000)).toEqual(taken(mailed));
    });

    test("[ST8] an ended device and a deleted account leave no subscription, no address and no wake-ups", async () => {
      const store = await openStore();
      const [ana, ben] = [newAccount(), newAccount()];
      for (const { identity, device, ...account } of [ana, ben]) {
        await store.createAccount({ identity, device, ...account });
        await store.putPush(identity, device.device, newPush());
        await withMail(store, identity, "somebody@example.org");
        await store.putWakeUps(identity, device.device, { push: [2_000], mail: [2_000] });
      }
      const ended = { number: 2, link: random(190), t: 2_000, device: ana.device.device };
      expect(await store.endDevice({ identity: ana.identity, ...ended })).toEqual(done);
      expect(await store.deleteAccount(ben.identity)).toEqual(done);
      expect(await store.pushOf(ana.device.device)).toBe(null);
      expect(await store.mailOf(ben.identity)).toBe(null);
      const mailed = { kind: "mail", identity: ana.identity, address: "somebody@example.org" };
      expect(await takeAt(store, 9_000)).toEqual(taken(mailed));
    });

    test("[ST9] a number confirms its address within its time and its tries; a few are sent in a day", async () => {
      const store = await openStore();
      const { identity, ...account } = newAccount();
      await store.createAccount({ identity, ...account });
      const wrong = (left: number) => ({ ok: false, error: { type: "WrongNumber", left } });
      expect(await store.confirmMail(identity, "123456", 1_000)).toEqual(wrong(0));
      expect(await store.askToConfirm(asked(identity, { tries: 2 }))).toEqual(done);
      expect(await store.confirmMail(identity, "000000", 1_000)).toEqual(wrong(1));
      expect(await store.confirmMail(identity, "123456", 9_000)).toEqual(wrong(0));
      expect(await store.confirmMail(identity, "000000", 1_000)).toEqual(wrong(0));
      expect(await store.confirmMail(identity, "123456", 1_000)).toEqual(wrong(0));
      expect(await store.askToConfirm(asked(identity))).toEqual(done);
      expect(await store.confirmMail(identity, "123456", 8_999)).toEqual(done);
      expect(await store.confirmMail(identity, "123456", 8_999)).toEqual(wrong(0));
      await store.removeMail(identity);
      expect(await store.askToConfirm(asked(identity))).toEqual(done);
      const tooMany = { ok: false, error: { type: "SentTooMany", until: 51_000 } };
      expect(await store.askToConfirm(asked(identity, { now: 50_999 }))).toEqual(tooMany);
      expect(await store.askToConfirm(asked(identity, { now: 51_000, expires: 60_000 }))).toEqual(done);
      await store.sweep(60_000);
      expect(await store.confirmMail(identity, "123456", 59_000)).toEqual(wrong(0));
    });

    test("a deleted account is gone with the rooms that were its own, and leaves what others are in", async () => {
      const store = await openStore();
      const [ana, ben] = [newAccount(), newAccount()];
      await store.createAccount(ana);
      await store.createAccount(ben);
      const [own, shared] = [random(32), random(32)];
      const here = (identity: Bytes) => ({ identity, untilN: null });
      const item = newItem(1, { room: own, writer: { device: ana.device.device, seq: 1 } });
      await store.append(newBatch(own, [item], { members: [here(ana.identity)] }));
      await store.append(
        newBatch(shared, [newItem(1)], { members: [here(ana.identity), here(ben.identity)] }),
      );
      await store.openMeeting({ meeting: random(16), identity: ana.identity, expires: 5_000 });
      expect(await store.deleteAccount(ana.identity)).toEqual(refused("StillMember"));
      expect(await store.device(ana.device.device)).not.toBe(null);
      const left = { members: [{ identity: ana.identity, untilN: 2 }] };
      await store.append(newBatch(shared, [newItem(2)], left));
      expect(await store.deleteAccount(ana.identity)).toEqual(done);
      expect(await store.device(ana.device.device)).toBe(null);
      expect(await store.session(ana.session.tokenHash)).toBe(null);
      expect(await store.slot("password", ana.slots[0]!.locator)).toBe(null);
      expect(await store.accountLog(ana.identity, 0, 10)).toEqual([]);
      expect(await store.room(own)).toBe(null);
      expect(await store.membership(own, ana.identity)).toBe(null);
      expect((await store.page(shared, page)).items).toHaveLength(2);
      expect(await store.membership(shared, ben.identity)).toEqual({ untilN: null });
      const anew = { identity: ana.identity, slots: ana.slots, session: newSession(ana.identity) };
      expect(await store.createAccount({ ...newAccount(), ...anew })).toEqual(done);
      const again = newItem(1, { room: own, writer: { device: random(16), seq: 1 } });
      expect(await store.append(newBatch(own, [again], { members: [here(ben.identity)] }))).toEqual(done);
      expect((await store.page(own, page)).items.map(({ n }) => n)).toEqual([1]);
    });

    test("an ended device stays ended, and its sessions are gone", async () => {
      const store = await openStore();
      const account = newAccount();
      const { identity, device } = account;
      const session = newSession(identity, { device: device.device });
      await store.createAccount({ ...account, session });
      const ended = { identity, number: 2, link: random(270), t: 2_000, device: device.device };
      expect(await store.endDevice({ ...ended, number: 3 })).toEqual(refused("Moved"));
      expect(await store.endDevice(ended)).toEqual(done);
      expect((await store.device(device.device))?.ended).toBe(true);
      expect(await store.session(session.tokenHash)).toBe(null);
    });

    test("a slot replaces the account's own of its kind, and never another's", async () => {
      const store = await openStore();
      const [ana, ben] = [newAccount(), newAccount()];
      await store.createAccount(ana);
      await store.createAccount(ben);
      const newer = newSlot();
      expect(await store.putSlot(ana.identity, newer)).toEqual(done);
      expect(await store.slot("password", ana.slots[0]!.locator)).toBe(null);
      expect(await store.putSlot(ben.identity, newer)).toEqual(refused("LocatorTaken"));
      expect((await store.slot("password", newer.locator))?.identity).toEqual(ana.identity);
      expect(await store.slot("password", ben.slots[0]!.locator)).not.toBe(null);
    });

    test("a challenge starts one session and no second", async () => {
      const store = await openStore();
      const account = newAccount();
      await store.createAccount(account);
      const spent = newSpent();
      expect(await store.startSession(newSession(account.identity), spent)).toEqual(done);
      expect(await store.startSession(newSession(account.identity), spent)).toEqual(refused("Spent"));
    });

    test("an invite is answered by one account, which may answer again, until it is used", async () => {
      const store = await openStore();
      const room = random(32);
      const invite = { invite: random(16), room, expires: 100, preview: random(30) };
      expect(await store.makeInvite(invite)).toEqual(done);
      expect(await store.makeInvite(invite)).toEqual(refused("Moved"));
      const [by, other] = [random(32), random(32)];
      expect(await store.answerInvite(invite.invite, { by, answer: random(193) })).toEqual(done);
      const answer = random(193);
      expect(await store.answerInvite(invite.invite, { by, answer })).toEqual(done);
      expect(await store.answerInvite(invite.invite, { by: other, answer })).toEqual(refused("Moved"));
      expect(await store.invite(invite.invite)).toEqual({
        ...invite,
        state: "answered",
        answer,
        answeredBy: by,
      });
      await store.append(newBatch(random(32), [newItem(1)], { joined: [by] }));
      expect((await store.invite(invite.invite))?.state).toBe("answered");
      await store.append(newBatch(room, [newItem(1)], { joined: [by] }));
      expect((await store.invite(invite.invite))?.state).toBe("used");
      expect(await store.cancelInvite(invite.invite)).toEqual(refused("Moved"));
      expect(await store.answerInvite(invite.invite, { by, answer })).toEqual(refused("Moved"));
      expect(await store.invitesOf(room)).toHaveLength(1);
    });

    test("says how many bytes it takes, and more once it holds more", async () => {
      const store = await openStore();
      const before = await store.bytes();
      const many = Array.from({ length: 100 }, (_, index) => newItem(index + 1, { body: random(4_000) }));
      await store.append(newBatch(random(32), many));
      expect(await store.bytes()).toBeGreaterThan(before);
    });

    test("a sweep deletes what has ended and keeps the rest", async () => {
      const store = await openStore();
      const account = newAccount();
      await store.createAccount(account);
      const later = newSession(account.identity, { expires: 20_000 });
      await store.startSession(later, newSpent());
      expect(await store.sweep(10_000)).toEqual(done);
      expect(await store.session(account.session.tokenHash)).toBe(null);
      expect(await store.session(later.tokenHash)).not.toBe(null);
      expect(await store.startSession(newSession(account.identity), account.spent)).toEqual(done);
    });

    test("the server's secret is made once", async () => {
      const store = await openStore();
      const fresh = random(32);
      expect(await store.secret("server", fresh)).toEqual(fresh);
      expect(await store.secret("server", random(32))).toEqual(fresh);
      const other = random(32);
      expect(await store.secret("push", other)).toEqual(other);
    });
  });
}
