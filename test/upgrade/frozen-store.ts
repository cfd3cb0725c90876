import path from "node:path";
import type { Bytes } from "@goldseam/core";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import type { TestServer } from "../../packages/server/test/test-server.ts";

/** What is known of a frozen store; byte strings in hexadecimal. The people in it were invented for it. */
export type FrozenStore = {
  /** The clock when it was frozen. */
  readonly at: number;
  readonly identitySeed: string;
  readonly deviceSeed: string;
  readonly boxKey: string;
  readonly cookie: string;
  readonly slot: { readonly locator: string; readonly login: string; readonly wrapped: string };
  readonly room: string;
  /** Where the device's own chain in the room stood. */
  readonly chain: { readonly seq: number; readonly prev: string };
  readonly n: number;
  readonly head: string;
  readonly items: readonly { readonly t: number; readonly erased: boolean; readonly item: string }[];
};

const endings = { SQLite: ["", "sqlite.gz"], PostgreSQL: ["-postgres", "sql.gz"] } as const;

/** The files of the store that was frozen when `step` was the newest step of that database's tables. */
export function frozenStoreFile(
  step: number,
  database: keyof typeof endings,
): { readonly store: string; readonly facts: string } {
  const [kind, ending] = endings[database];
  const name = path.join(import.meta.dirname, `store${kind}-step-${step}`);
  return { store: `${name}.${ending}`, facts: `${name}.json` };
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Puts two people, their room, two invites and erased words into the server's store, and says what is in it. */
export async function fillStore(server: TestServer): Promise<FrozenStore> {
  const [identitySeed, deviceSeed] = [kit.random(32), kit.random(32)];
  const person = { identity: kit.keyPair(identitySeed), boxKey: kit.random(32) };
  const ana = new TestClient(server.address, person, kit.newDevice(kit.keyPair(deviceSeed)));
  const slot = ana.slot("kit");
  granted(await ana.signUp([slot]));
  const ben = await TestClient.signedUp(server.address);
  const { room, genesis } = await ana.newRoom();
  const inviteKey = kit.keyPair();
  const invite = kit.random(16);
  const preview = kit.random(20);
  granted(await ana.ask("makeInvite", { invite, room, lifeMs: 1_000, preview }));
  granted(await ben.ask("answerInvite", { invite, answer: kit.inviteAnswer(room, ben.person, inviteKey) }));
  granted(await ana.ask("makeInvite", { invite: kit.random(16), room, lifeMs: 86_400_000, preview }));
  const place = { number: 2, previous: genesis.hash, seen: { n: 0, head: room } };
  granted(await ana.append(room, kit.addLink(room, ana.device, place, { joiner: ben.person, inviteKey })));
  granted(await ben.append(room, kit.certificate(room, ben.device, ben.person)));
  const words = kit.entry(room, ben.device);
  granted(await ben.append(room, words, kit.entry(room, ben.device, { length: 592 })));
  granted(await ben.append(room, kit.redaction(room, ben.device, [words.hash])));
  granted(await ana.append(room, kit.entry(room, ana.device)));
  const { n, head, placed } = granted(await ana.pull(room));
  const chain = ana.device.chains.get(hex(room))!;
  return {
    at: server.clock.now,
    identitySeed: hex(identitySeed),
    deviceSeed: hex(deviceSeed),
    boxKey: hex(person.boxKey),
    cookie: ana.cookie,
    slot: { locator: hex(slot.locator), login: hex(slot.login), wrapped: hex(slot.wrapped) },
    room: hex(room),
    chain: { seq: chain.seq, prev: hex(chain.prev) },
    n,
    head: hex(head),
    items: placed.map((one) => ({ t: one.t, erased: one.erased, item: hex(one.item as Bytes) })),
  };
}
