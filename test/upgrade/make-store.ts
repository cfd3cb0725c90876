/**
 * Freezes a store of the present step of the tables: what every later version must open and go on with.
 *
 * Run once for each step, when it is released: `node test/upgrade/make-store.ts`. It replaces nothing.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import type { Bytes } from "@goldseam/core";
import { openSqliteStore } from "@goldseam/server";
import { schemaSteps } from "../../packages/server/src/sqlite-schema.ts";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { startTestServer } from "../../packages/server/test/test-server.ts";
import { type FrozenStore, frozenStoreFile, hex } from "./frozen-store.ts";

const step = schemaSteps.length;
const target = frozenStoreFile(step);
if (existsSync(target.store)) throw new Error(`${target.store} is frozen already`);

const file = path.join(mkdtempSync(path.join(tmpdir(), "goldseam-freeze-")), "store.sqlite");
const server = await startTestServer({}, { store: openSqliteStore({ file }) });
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
await server.close();
await server.store.close();

new DatabaseSync(file).exec("VACUUM");
const chain = ana.device.chains.get(hex(room))!;
const frozen: FrozenStore = {
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
writeFileSync(target.store, gzipSync(readFileSync(file), { level: 9 }));
writeFileSync(target.facts, `${JSON.stringify(frozen, undefined, 1)}\n`);
process.stdout.write(`${target.store} holds ${n} items\n`);
