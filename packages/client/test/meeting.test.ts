import type { Bytes, Result } from "@goldseam/core";
import { meetingKeysOf, meetingSecretOf, sealInMeeting } from "@goldseam/crypto/open";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import { type Client, newDeviceMs, type OwnMeeting, peopleOf, type Surroundings } from "../src/index.ts";
import { must, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, type TestDevice, until } from "./device.ts";

let server: TestServer;
const open: TestDevice[] = [];
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const { client } of open.splice(0)) client.close();
  await server.close();
});
const parts = () => ({ address: server.address, clock: server.clock.read });
const secret = "another quiet harbour wall";

async function newDevice(between?: (transport: Surroundings["transport"]) => Surroundings["transport"]) {
  const device = await openDevice({ ...parts(), ...(between && { between }) });
  open.push(device);
  return device;
}
async function withAccount(): Promise<TestDevice> {
  const ana = await newDevice();
  await must(ana.client.createAccount({ name: "Ana", door: "alone" }, password));
  await until(ana.client, () => (ana.client.state.private?.record.n ?? 0) > 0);
  return ana;
}

type Side = { readonly state: OwnMeeting["state"]; subscribe(listener: () => void): () => void };
const reached = <Step extends OwnMeeting["state"]["step"]>(
  side: Side,
  step: Step,
): Promise<Extract<OwnMeeting["state"], { step: Step }>> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      if (side.state.step === step) resolve(side.state as Extract<OwnMeeting["state"], { step: Step }>);
      else if (side.state.step === "over") reject(new Error(`over: ${side.state.why}`));
    };
    side.subscribe(look);
    look();
  });

/** Both sides at the two words. */
async function met(own: Client, other: Client) {
  const shown = await must(own.devices.meet());
  const answer = await must(other.answerCode(shown.fragment));
  const words: Bytes[] = [(await reached(shown, "compare")).bits, (await reached(answer, "compare")).bits];
  return { shown, answer, words };
}

describe("a new device meets an own one by a code", () => {
  test("both show the same words; confirmed, it reads what is private at once, and nobody was told a thing before", async () => {
    const ana = await withAccount();
    await must(ana.client.write(ana.client.state.private!, [note(ana.client, "for me alone")]));
    const phone = await newDevice();
    const { shown, answer, words } = await met(ana.client, phone.client);
    expect(words[0]).toEqual(words[1]);
    expect(answer.taken).toBeUndefined();
    await must(shown.confirm());
    await reached(answer, "handed over");
    await must(phone.client.joinByCode(answer.taken!, secret));
    await until(phone.client, () => textsOf(phone.client).includes("for me alone"));
    expect(phone.client.state.profile).toEqual(ana.client.state.profile);
    expect(await phone.client.isPassword(secret)).toBe(true);
    const listed = await must(ana.client.devices.list());
    expect(listed.map(({ how, isNews }) => [how, isNews])).toEqual([
      ["first device", false],
      ["device by code", true],
    ]);
    await until(ana.client, () => ana.client.state.newDevices.length === 1);
    await ana.client.devices.acknowledge();
    expect(ana.client.state.newDevices).toEqual([]);
  });

  test("[DV.8] it may do at once what one from the kit may do a day later", async () => {
    const ana = await withAccount();
    const phone = await newDevice();
    const { shown, answer } = await met(ana.client, phone.client);
    await must(shown.confirm());
    await reached(answer, "handed over");
    await must(phone.client.joinByCode(answer.taken!, secret));
    await must(phone.client.devices.makeKit());
    const [first] = await must(phone.client.devices.list());
    await must(phone.client.devices.end([first!.deviceId]));
  });

  test("a code is good for one device, for a minute, and not after its own device ended it", async () => {
    const ana = await withAccount();
    const [phone, other] = [await newDevice(), await newDevice()];
    const first = await must(ana.client.devices.meet());
    const answer = await must(phone.client.answerCode(first.fragment));
    await reached(answer, "compare");
    expect((await must(other.client.answerCode(first.fragment))).state).toEqual({
      step: "over",
      why: "swapped",
    });
    await first.end();
    await expect(reached(answer, "handed over")).rejects.toThrow("expired");
    const second = await must(ana.client.devices.meet());
    server.clock.pass(60_000);
    expect((await must(other.client.answerCode(second.fragment))).state).toEqual({
      step: "over",
      why: "expired",
    });
    expect(await other.client.answerCode("AAAA")).toEqual({ ok: false, error: { type: "NotAMeeting" } });
  });

  test("who saw the code and has the server's help stands between in vain: the two screens show other words", async () => {
    const ana = await withAccount();
    // The thief answers the code first. The server tells the phone that it was the first, and plays Ana's part to it.
    const told: Bytes[] = [];
    const alone = (transport: Surroundings["transport"]): Surroundings["transport"] => ({
      ...transport,
      ask: async (name, request) => {
        if (name === "putInMeeting") {
          told.push((request as { message: Bytes }).message);
          return { ok: true, value: {} as never };
        }
        if (name !== "lookInMeeting") return transport.ask(name, request);
        const messages = [told[0]!, played[1]!, told[1]!].slice(0, told.length + 1);
        return { ok: true, value: { messages, expires: 0 } as never };
      },
    });
    const [phone, thief] = [await newDevice(alone), await newDevice()];
    const shown = await must(ana.client.devices.meet());
    const stolen = await must(thief.client.answerCode(shown.fragment));
    const seenByAna = (await reached(shown, "compare")).bits;
    await reached(stolen, "compare");
    const id = (await meetingKeysOf(orThrow(meetingSecretOf(shown.fragment)))).id;
    const played = (await server.store.meeting(id))!.messages;
    const answer = await must(phone.client.answerCode(shown.fragment));
    expect((await reached(answer, "compare")).bits).not.toEqual(seenByAna);
  });

  test("keys other than those committed to end it before any word is shown", async () => {
    const ana = await withAccount();
    const phone = await newDevice((transport) => ({
      ...transport,
      ask: async (name, request) => {
        const put = request as { place?: number; meeting: Bytes };
        if (name !== "putInMeeting" || put.place !== 3) return transport.ask(name, request);
        const keys = await meetingKeysOf(secretOfCode);
        const other = await sealInMeeting(
          keys,
          3,
          new Uint8Array(80).fill(7),
          (length) => new Uint8Array(length),
        );
        return transport.ask("putInMeeting", { meeting: put.meeting, place: 3, message: other }) as never;
      },
    }));
    const shown = await must(ana.client.devices.meet());
    const secretOfCode = orThrow(meetingSecretOf(shown.fragment));
    await must(phone.client.answerCode(shown.fragment));
    await expect(reached(shown, "compare")).rejects.toThrow("swapped");
  });

  test("needs an unlock, and leaves no seed with a side that went away", async () => {
    const ana = await withAccount();
    const phone = await newDevice();
    const { shown, answer } = await met(ana.client, phone.client);
    answer.end();
    await shown.end();
    expect(await shown.confirm()).toEqual({ ok: false, error: { type: "MeetingOver" } });
    ana.client.lock();
    expect(await ana.client.devices.meet()).toEqual({ ok: false, error: { type: "Locked" } });
  });
});

describe("a device kept for Private alone", () => {
  test("[DV.21] reads and writes own rooms; the couple's room never hears of it, nor the partner", async () => {
    const { ana, ben } = await pairedDevices(parts());
    open.push(ana, ben);
    await until(ana.client, () => (ana.client.state.private?.record.n ?? 0) > 0);
    for (const { client } of [ana, ben])
      await until(
        client,
        () => peopleOf(roomOf(client)!.folded).size === 2 && roomOf(client)!.waiting.length === 0,
      );
    await until(ben.client, () => roomOf(ben.client)!.record.n === roomOf(ana.client)!.record.n);
    const before = roomOf(ben.client)!.record.n;
    const phone = await newDevice();
    const { shown, answer } = await met(ana.client, phone.client);
    await must(shown.confirm());
    await reached(answer, "handed over");
    await must(phone.client.joinByCode(answer.taken!, secret, { isPrivateOnly: true }));
    await until(phone.client, () => phone.client.state.isOnline);
    await must(phone.client.write(phone.client.state.private!, [note(phone.client, "from the safer phone")]));
    await until(ana.client, () => textsOf(ana.client).includes("from the safer phone"));
    expect(phone.client.state).toMatchObject({ isPrivateOnly: true, couple: undefined, doorstep: undefined });
    expect(await phone.store.list("rooms", roomOf(ana.client)!.roomId)).toEqual([]);
    expect(roomOf(ben.client)!.record.n).toBe(before);
    expect(roomOf(ben.client)!.record.devices.size).toBe(2);
  });

  test("[DV.21] is let into the shared rooms by its person, and known there from then on", async () => {
    const { ana, ben } = await pairedDevices(parts());
    open.push(ana, ben);
    const kit = await must(ana.client.devices.makeKit());
    const phone = await newDevice();
    await must(phone.client.signInWithKit(kit, secret, { isPrivateOnly: true }));
    expect(roomOf(phone.client)).toBeUndefined();
    await phone.client.joinShared();
    await until(phone.client, () => roomOf(phone.client) !== undefined);
    await must(phone.client.write(roomOf(phone.client)!, [note(phone.client, "here too")]));
    await until(ben.client, () => roomOf(ben.client)!.record.devices.size === 3);
  });
});

test("a device that its person signs out here forgets everything, and the others go on", async () => {
  const ana = await withAccount();
  const phone = await newDevice();
  const { shown, answer } = await met(ana.client, phone.client);
  await must(shown.confirm());
  await reached(answer, "handed over");
  await must(phone.client.joinByCode(answer.taken!, secret));
  await until(phone.client, () => (phone.client.state.private?.record.n ?? 0) > 0);
  await must(phone.client.signOutHere());
  expect(phone.client.state).toMatchObject({ stage: "new", isUnlocked: false, profile: undefined });
  for (const table of ["device", "rooms", "rows", "items", "outbox", "notes"] as const)
    expect(await phone.store.list(table, "")).toEqual([]);
  expect((await must(ana.client.devices.list())).map(({ ended }) => ended)).toEqual([false, true]);
  await must(ana.client.write(ana.client.state.private!, [note(ana.client, "goes on")]));
});

describe("a passkey of this device", () => {
  const passkey = () => ({
    credential: new Uint8Array(20).fill(1),
    salt: new Uint8Array(32).fill(2),
    secret: new Uint8Array(32).fill(3),
  });

  test("opens Private as the password does, also after a restart; another one opens nothing; removed, neither does it", async () => {
    const ana = await withAccount();
    await must(ana.client.devices.addPasskey(passkey()));
    ana.client.close();
    const again = await openDevice({ ...parts(), store: ana.store });
    open.push(again);
    const { credential, salt } = passkey();
    expect(again.client.state.passkey).toEqual({ credential, salt });
    expect(await again.client.unlockWithPasskey(new Uint8Array(32).fill(4))).toBe(false);
    expect(again.client.state.isUnlocked).toBe(false);
    expect(await again.client.unlockWithPasskey(passkey().secret)).toBe(true);
    expect(again.client.state.isUnlocked).toBe(true);
    await again.client.devices.removePasskey();
    again.client.lock();
    expect(await again.client.unlockWithPasskey(passkey().secret)).toBe(false);
    expect(await again.client.unlock(password)).toBe(true);
  });

  test("[DV.8] is not made in the first day of a device that was added with the kit", async () => {
    const ana = await withAccount();
    const kit = await must(ana.client.devices.makeKit());
    const phone = await newDevice();
    await must(phone.client.signInWithKit(kit, secret));
    expect(await phone.client.devices.addPasskey(passkey())).toEqual({
      ok: false,
      error: { type: "TooNew" },
    });
    server.clock.pass(newDeviceMs);
    await must(phone.client.devices.addPasskey(passkey()));
  });
});

function orThrow<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}
const note = (client: Client, text: string) => {
  const { id, at } = client.stamp();
  return { v: 1, type: "note.written", id, at, data: { text } };
};
const textsOf = (client: Client): string[] =>
  client.state
    .private!.events.filter(({ event }) => event.type === "note.written")
    .map(({ event }) => (event.data as { text: string }).text);
