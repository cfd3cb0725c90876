import type { EventId, RoomEvent } from "@goldseam/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../server/test/test-server.ts";
import {
  admissionOf,
  type Client,
  type LocalStore,
  openMemoryStore,
  openProposal,
  peopleOf,
  type Room,
  type Surroundings,
  yesFor,
} from "../src/index.ts";
import { must, pairedDevices, password, roomOf } from "./couple.ts";
import { openDevice, type TestDevice, until } from "./device.ts";

let server: TestServer;
let ana: TestDevice;
let ben: TestDevice;
let cleo: TestDevice;
const parts = () => ({ address: server.address, clock: server.clock.read });
beforeEach(async () => {
  server = await startTestServer();
  ({ ana, ben } = await pairedDevices(parts()));
  cleo = await openDevice(parts());
  await must(cleo.client.createAccount({ name: "Cleo", door: "practitioner" }, password));
});
afterEach(async () => {
  for (const { client } of [ana, ben, cleo]) client.close();
  await server.close();
});

const note = (client: Client, text: string): RoomEvent => {
  const { id, at } = client.stamp();
  return { v: 1, type: "note.written", id: id as EventId, at, data: { text } };
};
const write = (client: Client, room: Room, text: string): Promise<void> =>
  must(client.write(room, [note(client, text)]));
const textsIn = (room: Room | undefined): string[] =>
  (room?.events ?? []).flatMap(({ event }) =>
    event.type === "note.written" ? [(event.data as { text: string }).text] : [],
  );
const isCalm = (client: Client): boolean => roomOf(client)?.waiting.length === 0;
const clientsRoom = (): Room | undefined => cleo.client.state.clients[0];
const practitionersIn = (client: Client): readonly unknown[] =>
  roomOf(client)!.facts.members.filter(({ role, until }) => role === "practitioner" && until === undefined);
const proposalAt = (client: Client) =>
  openProposal(admissionOf(roomOf(client)!.folded), roomOf(client)!.facts);

/** Ana has invited Cleo, Cleo has answered, and Ben's device shows the question. */
async function proposed(sees: "everything" | "from today" = "everything"): Promise<void> {
  await write(ana.client, roomOf(ana.client)!, "before Cleo");
  await until(ben.client, () => textsIn(roomOf(ben.client)).length === 1);
  const fragment = await must(ana.client.invitePractitioner("practitioner", { name: "Dr Cleo", sees }));
  const looked = await must(cleo.client.lookAtInvite(fragment));
  expect(looked.preview).toEqual({ name: "Ana", kind: "practitioner" });
  await must(cleo.client.acceptInvite(fragment));
  await until(ben.client, () => proposalAt(ben.client)?.name === "Dr Cleo");
}
async function admitted(sees: "everything" | "from today" = "everything"): Promise<Room> {
  await proposed(sees);
  await must(ben.client.decideOnPractitioner("approved"));
  await until(cleo.client, () => clientsRoom() !== undefined && peopleOf(clientsRoom()!.folded).size === 3);
  for (const { client } of [ana, ben])
    await until(client, () => practitionersIn(client).length === 1 && isCalm(client));
  return clientsRoom()!;
}

describe("a practitioner comes into the couple's room", () => {
  test("[MB1] after both said yes, reads everything if so chosen, and writes", async () => {
    const room = await admitted();
    expect(textsIn(room)).toEqual(["before Cleo"]);
    await write(cleo.client, room, "from Cleo");
    for (const { client } of [ana, ben])
      await until(client, () => textsIn(roomOf(client)).includes("from Cleo"));
    expect(cleo.client.state.couple).toBeUndefined();
    expect(ana.client.state.practitionerInvites).toEqual({});
  });

  test("[MB11] who sees from today reads nothing from before, and everything after", async () => {
    const room = await admitted("from today");
    expect(textsIn(room)).toEqual([]);
    await write(ben.client, roomOf(ben.client)!, "after Cleo");
    await until(cleo.client, () => textsIn(room).includes("after Cleo"));
    expect(textsIn(room)).toEqual(["after Cleo"]);
    expect(JSON.stringify(room.rows)).not.toContain("before Cleo");
    expect(room.fault).toBeUndefined();
    expect([...peopleOf(room.folded).values()].sort()).toEqual(["Ana", "Ben", "Cleo"]);
  });

  test("[MB5] by a yes for this place of the room's links alone", async () => {
    await proposed();
    const proposal = proposalAt(ben.client)!;
    const room = roomOf(ben.client)!;
    const yes = {
      number: room.record.linkNumber + 1,
      device: new Uint8Array(16),
      signature: new Uint8Array(64),
    };
    expect(yesFor({ ...proposal, yes }, room)).toBe(yes);
    expect(yesFor({ ...proposal, yes: { ...yes, number: yes.number - 1 } }, room)).toBeUndefined();
  });

  test("[MB4] not after a no, and without a reason; another may be asked then", async () => {
    await proposed();
    await must(ben.client.decideOnPractitioner("declined"));
    await until(ana.client, () => proposalAt(ana.client) === undefined && isCalm(ana.client));
    expect(practitionersIn(ana.client)).toEqual([]);
    expect(cleo.client.state.clients).toEqual([]);
    await must(ana.client.invitePractitioner("practitioner", { name: "Somebody", sees: "everything" }));
  });

  test("[MB3] not by the yes of the one who proposed", async () => {
    await proposed();
    await must(ana.client.decideOnPractitioner("approved"));
    await until(ana.client, () => isCalm(ana.client));
    expect(proposalAt(ana.client)?.state).toBe("open");
    expect(practitionersIn(ana.client)).toEqual([]);
  });

  test("[MB3] [MB2] who proposed takes it back; until then there is no second proposal", async () => {
    await proposed();
    const second = await must(
      ana.client.invitePractitioner("practitioner", { name: "Second", sees: "everything" }),
    );
    expect(proposalAt(ben.client)?.name).toBe("Dr Cleo");
    expect(second).not.toBe("");
    await must(ana.client.decideOnPractitioner("withdrawn"));
    await until(ben.client, () => proposalAt(ben.client) === undefined);
  });

  test("[MB6] and then the proposal is done", async () => {
    await admitted();
    expect([proposalAt(ana.client), proposalAt(ben.client)]).toEqual([undefined, undefined]);
  });
});

describe("going", () => {
  test("[MB8] [MB9] [MB10] a practitioner who was taken out keeps what was read and is told nothing more", async () => {
    const room = await admitted();
    await until(cleo.client, () => textsIn(room).length === 1);
    await must(ben.client.endMembership(roomOf(ben.client)!, room.me));
    await until(cleo.client, () => cleo.client.state.former.length === 1);
    await until(ben.client, () => roomOf(ben.client)!.record.epoch === 3);
    await write(ana.client, roomOf(ana.client)!, "without Cleo");
    await until(ben.client, () => textsIn(roomOf(ben.client)).includes("without Cleo"));
    expect(cleo.client.state.clients).toEqual([]);
    expect(textsIn(cleo.client.state.former[0])).toEqual(["before Cleo"]);
    expect(cleo.client.state.former[0]!.epochKeys.size).toBe(1);
  });

  test("[MB7] a partner leaves at once; what they had written stays readable under their name", async () => {
    await write(ben.client, roomOf(ben.client)!, "Ben's words");
    await until(ana.client, () => textsIn(roomOf(ana.client)).length === 1 && isCalm(ana.client));
    await until(ben.client, () => isCalm(ben.client));
    await must(ben.client.endMembership(roomOf(ben.client)!, roomOf(ben.client)!.me));
    await until(
      ben.client,
      () => ben.client.state.couple === undefined && ben.client.state.former.length === 1,
    );
    await until(ana.client, () => roomOf(ana.client)!.record.epoch === 3);
    expect(textsIn(roomOf(ana.client))).toEqual(["Ben's words"]);
    expect([...peopleOf(roomOf(ana.client)!.folded).values()]).toEqual(["Ana", "Ben"]);
    await write(ana.client, roomOf(ana.client)!, "alone");
    await until(ana.client, () => isCalm(ana.client));
    expect(textsIn(ben.client.state.former[0])).toEqual(["Ben's words"]);
    const { store } = ana;
    ana.client.close();
    ana = await openDevice({ ...parts(), store });
    expect([...peopleOf(roomOf(ana.client)!.folded).values()]).toEqual(["Ana", "Ben"]);
  });
});

test("[MB7] who has just left does nothing more for the room, however slow the own store is", async () => {
  const asked: string[] = [];
  const slow = openMemoryStore();
  let isSlow = false;
  const store: LocalStore = {
    ...slow,
    write: async (changes) => {
      if (isSlow && changes.some(({ table }) => table === "rows"))
        await until(ana.client, () => roomOf(ana.client)!.record.epoch === 3);
      await slow.write(changes);
    },
  };
  const between = (transport: Surroundings["transport"]): Surroundings["transport"] => ({
    ...transport,
    append: async (room, items) => {
      const answered = await transport.append(room, items);
      if (!answered.ok) asked.push(answered.error.type);
      return answered;
    },
  });
  for (const { client } of [ana, ben]) client.close();
  ({ ana, ben } = await pairedDevices(parts(), { ...parts(), store, between }));
  await until(ben.client, () => isCalm(ben.client) && peopleOf(roomOf(ben.client)!.folded).size === 2);
  isSlow = true;
  await must(ben.client.endMembership(roomOf(ben.client)!, roomOf(ben.client)!.me));
  await until(ana.client, () => roomOf(ana.client)!.record.epoch === 3);
  await until(ben.client, () => ben.client.state.former.length === 1);
  expect(asked).toEqual([]);
});

describe("an individual room", () => {
  test("is for one person and one practitioner, opens with Private alone, and the partner learns nothing of it", async () => {
    await until(ana.client, () => ana.client.state.private !== undefined);
    const fragment = await must(
      ana.client.invitePractitioner("individual", { name: "Dr Cleo", sees: "everything" }),
    );
    await must(cleo.client.acceptInvite(fragment));
    const hers = (): Room | undefined => ana.client.state.individual[0];
    const theirs = (): Room | undefined => cleo.client.state.individual[0];
    await until(cleo.client, () => theirs() !== undefined && peopleOf(theirs()!.folded).size === 2);
    await write(cleo.client, theirs()!, "only for Ana");
    await until(ana.client, () => textsIn(hers()).includes("only for Ana"));
    await write(ana.client, hers()!, "only for Cleo");
    await until(cleo.client, () => textsIn(theirs()).length === 2);
    expect(hers()!.facts.members.map(({ role }) => role)).toEqual(["owner", "practitioner"]);
    expect(roomOf(ben.client)!.record.n).toBe(roomOf(ana.client)!.record.n);
    expect(ben.client.state.individual).toEqual([]);
    ana.client.lock();
    expect(ana.client.state.individual).toEqual([]);
    expect(await ana.client.unlock(password)).toBe(true);
    expect(textsIn(hers())).toEqual(["only for Ana", "only for Cleo"]);
  });

  test("takes a practitioner who is let in before their own device has the server's answer", async () => {
    const hers = (): Room | undefined => ana.client.state.individual[0];
    await until(ana.client, () => ana.client.state.private !== undefined);
    const late = await openDevice({
      ...parts(),
      between: (transport) => ({
        ...transport,
        ask: async (name, request) => {
          const answered = await transport.ask(name, request);
          if (name === "answerInvite") {
            await until(ana.client, () => hers()?.facts.members.length === 2);
            // A round trip on the same line: what the server told this device of its rooms has come.
            for (let times = 0; times < 20; times += 1) await transport.ask("myRooms", {});
          }
          return answered;
        },
      }),
    });
    await must(late.client.createAccount({ name: "Dan", door: "practitioner" }, password));
    const fragment = await must(
      ana.client.invitePractitioner("individual", { name: "Dan", sees: "everything" }),
    );
    await must(late.client.acceptInvite(fragment));
    await until(ana.client, () => [...peopleOf(hers()!.folded).values()].includes("Dan"));
    expect(late.client.state.clients).toEqual([]);
    late.client.close();
  });
});
