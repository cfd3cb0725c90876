import { dayMs, type EventId, type MemberId, type RoomEvent } from "@goldseam/core";
import { origins, type SharedItem, type SharedUse, sharedDays, sharedFrom } from "@goldseam/practices/shared";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import { type Client, newDeviceMs, type Room } from "../src/index.ts";
import {
  eraseEnded,
  keepBeyondEnd,
  readersOf,
  type SharingPlace,
  share,
  sharedIn,
  shareEvent,
  shareOn,
  sharingPlaces,
} from "../src/sharing/sharing.ts";
import { must, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, type TestDevice, until } from "./device.ts";

let server: TestServer;
let ana: TestDevice;
let ben: TestDevice;
let kim: TestDevice;
const parts = () => ({ address: server.address, clock: server.clock.read });

/** Ana and Ben are a couple; Kim is in a room with Ana alone. */
beforeEach(async () => {
  server = await startTestServer();
  ({ ana, ben } = await pairedDevices(parts()));
  kim = await openDevice(parts());
  await must(kim.client.createAccount({ name: "Kim", door: "practitioner" }, password));
  await until(ana.client, () => ana.client.state.private !== undefined);
  const fragment = await must(
    ana.client.invitePractitioner("individual", { name: "Kim", sees: "everything" }),
  );
  await must(kim.client.acceptInvite(fragment));
  await until(ana.client, () => withKim()?.readers[0]?.name === "Kim");
  await until(kim.client, () => kims() !== undefined && readersOf(kims()!)[0]?.name === "Ana");
});
afterEach(async () => {
  for (const { client } of [ana, ben, kim]) client.close();
  await server.close();
});

const withKim = (): SharingPlace | undefined =>
  sharingPlaces(ana.client.state).find(({ kind }) => kind === "individual");
const kims = (): Room | undefined => kim.client.state.individual[0];
const withBen = (): SharingPlace => sharingPlaces(ana.client.state).find(({ kind }) => kind === "couple")!;
const namedOf = ({ readers }: SharingPlace): MemberId[] => readers.map(({ memberId }) => memberId);
const itemsIn = (room: Room | undefined): readonly SharedItem[] =>
  room === undefined ? [] : sharedIn(room, server.clock.now);
const textsIn = (room: Room | undefined): string[] => itemsIn(room).map(({ text }) => text);
const isCalm = (client: Client): boolean =>
  [roomOf(client), client.state.private, ...client.state.individual].every(
    (room) => room === undefined || room.waiting.length === 0,
  );
const calm = (client: Client): Promise<void> => until(client, () => isCalm(client));
const draftId = "d".repeat(22) as EventId;
const send = (place: SharingPlace, text: string, use: SharedUse = "apology") =>
  share(ana.client, {
    use,
    text,
    to: place.room,
    named: namedOf(place),
    from: { kind: "draft", id: draftId },
  });
const stampOf = (client: Client) => client.stamp() as { id: EventId; at: never };

describe("sharing one item", () => {
  test("[SH3][SH10] goes to the practitioner as a new entry; where it came from stays in Private", async () => {
    const id = await must(send(withKim()!, "I lied about Friday"));
    await until(kim.client, () => textsIn(kims()).length === 1);
    const [item] = itemsIn(kims());
    expect(item).toMatchObject({ id, by: withKim()!.room.me, use: "apology", text: "I lied about Friday" });
    const event = kims()!.events.find((one) => one.event.id === id)!.event;
    expect(Object.keys(event.data as object).sort()).toEqual(["text", "use"]);
    expect(JSON.stringify([kims()!.rows, roomOf(ben.client)!.rows])).not.toContain(draftId);
    const noted = sharedFrom(ana.client.state.private!.foldWith(origins), draftId);
    expect(noted).toEqual([{ shared: id, room: withKim()!.room.roomId }]);
    expect(textsIn(roomOf(ben.client))).toEqual([]);
  });

  test("[SH12] then to the couple, by its author alone; the practitioner outside reads nothing of that", async () => {
    await must(send(withKim()!, "I lied about Friday"));
    await until(kim.client, () => textsIn(kims()).length === 1);
    const [item] = itemsIn(withKim()!.room);
    const place = withBen();
    const held = { inRoom: withKim()!.room, to: place.room, named: namedOf(place) };
    await must(shareOn(ana.client, item!, held));
    await until(ben.client, () => textsIn(roomOf(ben.client)).length === 1);
    expect(itemsIn(roomOf(ben.client))[0]).toMatchObject({ by: place.room.me, text: "I lied about Friday" });
    expect(itemsIn(roomOf(ben.client))[0]!.id).not.toBe(item!.id);
    expect(textsIn(kims())).toEqual(["I lied about Friday"]);
    expect(await shareOn(kim.client, itemsIn(kims())[0]!, { ...held, inRoom: kims()! })).toEqual({
      ok: false,
      error: { type: "NotYours" },
    });
    expect(sharingPlaces(kim.client.state)).toEqual([]);
  });

  test("[SH8] is not sent to a partner with a demand, nor noted; the same words may go to the practitioner", async () => {
    const refused = await send(withBen(), "Give me your password", "first-words");
    expect(refused).toEqual({ ok: false, error: { type: "ForbiddenWords", kind: "passwords" } });
    expect(ana.client.state.private!.foldWith(origins).size).toBe(0);
    await must(send(withKim()!, "Give me your password", "first-words"));
  });

  test("[SH11] is not sent when somebody else is there than the preview named", async () => {
    const place = withBen();
    const refused = await share(ana.client, { use: "note", text: "hello", to: place.room, named: [] });
    expect(refused).toEqual({ ok: false, error: { type: "ReadersChanged" } });
    await must(ana.client.endMembership(withKim()!.room, kims()!.me));
    await until(ana.client, () => withKim() === undefined);
    const [room] = ana.client.state.individual;
    const nobody = await share(ana.client, { use: "note", text: "hello", to: room!, named: [] });
    expect(nobody).toEqual({ ok: false, error: { type: "NobodyReads" } });
  });

  test("[SH2] what a changed app of a practitioner puts into the couple's room changes nothing there", async () => {
    const fragment = await must(
      ana.client.invitePractitioner("practitioner", { name: "Kim", sees: "everything" }),
    );
    await must(kim.client.acceptInvite(fragment));
    await until(ben.client, () => isCalm(ben.client) && roomOf(ben.client)!.events.length > 2);
    await must(ben.client.decideOnPractitioner("approved"));
    await until(kim.client, () => kim.client.state.clients.length === 1);
    const room = kim.client.state.clients[0]!;
    const { id, at } = stampOf(kim.client);
    const put: RoomEvent = {
      v: 1,
      type: "words.shared",
      id,
      at,
      data: { use: "note", text: "what Ana said" },
    };
    await must(kim.client.write(room, [put]));
    await until(ben.client, () => roomOf(ben.client)!.events.some(({ event }) => event.id === id));
    for (const { client } of [ana, ben]) expect(textsIn(roomOf(client))).toEqual([]);
    await until(ana.client, () => withBen().readers.length === 2);
    expect(withBen().readers.map(({ name, role }) => [name, role])).toEqual([
      ["Ben", "partner"],
      ["Kim", "practitioner"],
    ]);
  });

  test("a practice that has no place in a room sends nothing there", async () => {
    const place = withBen();
    const event = { v: 1, type: "reading.shared", id: draftId, at: server.clock.now, data: {} };
    const rules = {
      kind: "elsewhere",
      rooms: ["individual"],
      types: ["reading.shared"],
      empty: null,
      refusal: () => null,
      evolve: () => null,
    } as const;
    const refused = await shareEvent(ana.client, event, { rules, to: place.room, named: namedOf(place) });
    expect(refused).toEqual({ ok: false, error: { type: "WrongRoom" } });
    expect(place.room.waiting).toEqual([]);
  });
});

describe("taking back", () => {
  test("[SH7] erases it on the readers' devices and on the server; the author's list forgets it at once", async () => {
    await must(send(withBen(), "too much"));
    await until(ben.client, () => textsIn(roomOf(ben.client)).length === 1);
    const { entryHash } = itemsIn(withBen().room)[0]!;
    await must(ana.client.redact(withBen().room, [entryHash]));
    expect(textsIn(withBen().room)).toEqual([]);
    await until(ben.client, () => textsIn(roomOf(ben.client)).length === 0);
    expect(JSON.stringify(roomOf(ben.client)!.rows)).not.toContain("too much");
    const late = await openDevice(parts());
    const kit = await must(ben.client.devices.makeKit());
    await must(late.client.signInWithKit(kit, password));
    await until(late.client, () => (roomOf(late.client)?.record.n ?? 0) >= roomOf(ben.client)!.record.n);
    expect(textsIn(roomOf(late.client))).toEqual([]);
    late.client.close();
  });

  test("works offline, before anything was sent, also when the room's key changes meanwhile", async () => {
    await calm(ana.client);
    ana.network.cut();
    await must(send(withBen(), "written offline"));
    expect(itemsIn(withBen().room)).toMatchObject([{ text: "written offline", isSent: false }]);
    const { entryHash } = itemsIn(withBen().room)[0]!;
    await must(ana.client.redact(withBen().room, [entryHash]));
    await must(send(withBen(), "and this stays"));
    expect(textsIn(withBen().room)).toEqual(["and this stays"]);
    const kit = await must(ben.client.devices.makeKit());
    const second = await openDevice(parts());
    await must(second.client.signInWithKit(kit, password));
    await until(second.client, () => roomOf(second.client)?.facts.members.length === 2);
    const note = { v: 1, type: "note.written", ...stampOf(second.client), data: {} };
    await must(second.client.write(roomOf(second.client)!, [note]));
    await until(ben.client, () => roomOf(ben.client)!.record.devices.size === 3);
    server.clock.pass(2 * dayMs);
    const devices = await must(ben.client.devices.list());
    const other = devices.find(({ isThis }) => !isThis)!;
    await must(ben.client.devices.end([other.deviceId]));
    await until(ben.client, () => roomOf(ben.client)!.record.epoch === 2);
    ana.network.mend();
    await until(ben.client, () => textsIn(roomOf(ben.client)).includes("and this stays"));
    expect(textsIn(roomOf(ben.client))).toEqual(["and this stays"]);
    await calm(ana.client);
    expect(withBen().room.blocked).toBeUndefined();
    second.client.close();
  });
});

describe("time", () => {
  test("[SH5] what is past its end is hidden before it is erased, and then erased by its author's device", async () => {
    await must(send(withBen(), "for half a year"));
    await must(send(withBen(), "for longer"));
    await until(ben.client, () => textsIn(roomOf(ben.client)).length === 2);
    await calm(ana.client);
    await must(keepBeyondEnd(ana.client, withBen().room, itemsIn(withBen().room)[1]!, true));
    await until(ben.client, () => itemsIn(roomOf(ben.client))[1]?.isKept === true);
    await calm(ana.client);
    server.clock.pass(sharedDays * dayMs);
    expect(textsIn(roomOf(ben.client))).toEqual(["for longer"]);
    expect(JSON.stringify(roomOf(ben.client)!.rows)).toContain("for half a year");
    await eraseEnded(ben.client, roomOf(ben.client)!);
    expect(roomOf(ben.client)!.waiting).toEqual([]);
    await eraseEnded(ana.client, withBen().room);
    await until(ben.client, () => !JSON.stringify(roomOf(ben.client)!.rows).includes("for half a year"));
    expect(textsIn(roomOf(ben.client))).toEqual(["for longer"]);
  });
});

test("[SH9] shared from two own devices, one of them offline, everything is there and can be taken back by either", async () => {
  const kit = await must(ana.client.devices.makeKit());
  const second = await openDevice(parts());
  await must(second.client.signInWithKit(kit, password));
  server.clock.pass(newDeviceMs);
  second.client.lock();
  await second.client.unlock(password);
  // A room with a practitioner that this device meets for the first time opens by itself.
  await until(second.client, () => sharingPlaces(second.client.state).length === 2);
  await until(second.client, () => isCalm(second.client));
  second.network.cut();
  const place = sharingPlaces(second.client.state)[0]!;
  await must(
    share(second.client, { use: "note", text: "from the second", to: place.room, named: namedOf(place) }),
  );
  await must(send(withKim()!, "from the first"));
  second.network.mend();
  await until(kim.client, () => textsIn(kims()).length === 2);
  await until(second.client, () => textsIn(place.room).length === 2 && isCalm(second.client));
  const first = itemsIn(place.room).find(({ text }) => text === "from the first")!;
  await must(second.client.redact(place.room, [first.entryHash]));
  await until(kim.client, () => textsIn(kims()).length === 1);
  expect(textsIn(kims())).toEqual(["from the second"]);
  second.client.close();
});
