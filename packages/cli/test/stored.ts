import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Bytes } from "@goldseam/core";
import { openSqliteStore, type Store } from "@goldseam/server";
import { granted, TestClient } from "../../server/test/test-client.ts";
import * as kit from "../../server/test/test-kit.ts";
import { startTestServer } from "../../server/test/test-server.ts";

export type Known = {
  readonly rooms: readonly Bytes[];
  readonly people: readonly TestClient[];
  readonly slot: { readonly kind: "password"; readonly locator: Bytes };
};

/** The file of a store in `folder`, which is made. */
export function fileIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return path.join(folder, "goldseam.sqlite");
}

/** Writes some of everything that a store can hold into it. */
export async function fill(store: Store): Promise<Known> {
  const server = await startTestServer({}, { store });
  const ana = new TestClient(server.address);
  const slot = ana.slot();
  granted(await ana.signUp([slot]));
  const ben = await TestClient.signedUp(server.address);
  const { room, genesis } = await ana.newRoom();
  const inviteKey = kit.keyPair();
  for (const isAnswered of [true, false]) {
    const invite = kit.random(16);
    granted(await ana.ask("makeInvite", { invite, room, lifeMs: 1_000, preview: kit.random(20) }));
    const answer = kit.inviteAnswer(room, ben.person, inviteKey);
    if (isAnswered) granted(await ben.ask("answerInvite", { invite, answer }));
  }
  const place = { number: 2, previous: genesis.hash, seen: { n: 0, head: room } };
  granted(await ana.append(room, kit.addLink(room, ana.device, place, { joiner: ben.person, inviteKey })));
  granted(await ben.append(room, kit.certificate(room, ben.device, ben.person)));
  const words = kit.entry(room, ben.device);
  granted(await ben.append(room, words, kit.entry(room, ben.device, { length: 4_112 })));
  granted(await ben.append(room, kit.redaction(room, ben.device, [words.hash])));
  await remind(store, ana);
  const { room: own } = await ana.newRoom("private");
  for (let batch = 0; batch < 12; batch += 1) {
    granted(await ana.append(own, ...Array.from({ length: 100 }, () => kit.entry(own, ana.device))));
  }
  await server.close();
  return {
    rooms: [room, own],
    people: [ana, ben],
    slot: { kind: slot.kind as "password", locator: slot.locator },
  };
}

/** When `remind` has somebody reminded. */
export const remindedAt = 1_900_000_000_000;

/** Has the person pushed and mailed to, once each. */
async function remind(store: Store, { person, device }: TestClient): Promise<void> {
  const identity = person.identity.publicKey;
  const endpoint = `https://fcm.googleapis.com/fcm/send/${Buffer.from(device.id).toString("hex")}`;
  await store.putPush(identity, device.id, { endpoint, p256dh: kit.random(65), auth: kit.random(16) });
  const asked = {
    identity,
    address: "somebody@mail.example",
    number: "123456",
    tries: 5,
    expires: 2,
    now: 1,
  };
  for (const _ of [1, 2]) await store.askToConfirm({ ...asked, sentMax: 3, sentMs: 10 });
  await store.confirmMail(identity, "123456", 1);
  await store.putWakeUps(identity, device.id, { push: [remindedAt], mail: [remindedAt] });
}

/** Everything that a store can be asked about what is known. */
export async function allOf(store: Store, { rooms, people, slot }: Known): Promise<unknown> {
  const page = { after: 0, upTo: 0xffff_ffff, most: 5_000, bytesMax: 1e9 };
  return {
    secret: await store.secret("server", new Uint8Array(32)),
    slot: await store.slot(slot.kind, slot.locator),
    rooms: await Promise.all(
      rooms.map(async (room) => ({
        state: await store.room(room),
        page: await store.page(room, page),
        invites: await store.invitesOf(room),
      })),
    ),
    people: await Promise.all(
      people.map(async ({ person, device, cookie }) => {
        const identity = person.identity.publicKey;
        const token = Buffer.from(cookie.split("=")[1]!, "base64url");
        return {
          log: await store.accountLog(identity, 0, 10),
          device: await store.device(device.id),
          push: await store.pushOf(device.id),
          mail: await store.mailOf(identity),
          rooms: new Set(await store.roomsOf(identity)),
          memberships: await Promise.all(rooms.map((room) => store.membership(room, identity))),
          session: await store.session(new Uint8Array(await crypto.subtle.digest("SHA-256", token))),
        };
      }),
    ),
  };
}

/** A folder whose store is filled and closed, and all that it holds. */
export async function filledFolder(
  folder: string,
): Promise<{ readonly known: Known; readonly all: unknown }> {
  const store = openSqliteStore({ file: fileIn(folder) });
  const known = await fill(store);
  const all = await allOf(store, known);
  await store.close();
  return { known, all };
}
