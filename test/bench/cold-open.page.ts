/**
 * What cold-open.bench.ts runs in Chromium: a device that opens a record for the first time, the same device when its
 * page is loaded again, and for each the bare calls for the same entries.
 *
 * The bare side is given everything ready: parsed items, imported keys, messages laid out. It checks, derives
 * each body's key (without which these entries cannot be opened) and decrypts, a thousand at a time.
 */
import { type Bytes, concatBytes, type Instant, u32 } from "@goldseam/core";
import { importAesKey, importEpochKey, openGrant } from "@goldseam/crypto/open";
import { type Entry, labels, parseItem } from "@goldseam/crypto/verify";
import { decodePullAnswer } from "@goldseam/sync";
import { type LocalStore, openIndexedDbStore, Room, type Timer } from "../../packages/client/src/index.ts";
import type { RoomKeys, RoomSurroundings } from "../../packages/client/src/room/room.ts";
import { sealedStore } from "../../packages/client/src/store/sealed-store.ts";
import { type Person, person } from "../../packages/crypto/test/couple.ts";
import { signaturesInWorker } from "../../packages/web/src/workers/signatures.ts";

/** Milliseconds of each way over the whole record, and the store that it left. */
export type ColdOpenTimes = {
  readonly real: number;
  readonly bare: number;
  readonly bareWithoutKeys: number;
  readonly kept: Kept;
};
/** A device's store: its name, the key of its seals in plain numbers, as only a bench may hold it, and where its segments are. */
export type Kept = {
  readonly name: string;
  readonly key: readonly number[];
  readonly rows: readonly string[];
};

const laterOn: Timer = (act, ms) => {
  const id = setTimeout(act, ms);
  return () => clearTimeout(id);
};
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

async function fetchDeliveries(count: number): Promise<Bytes[]> {
  const fetched: Bytes[] = [];
  for (let index = 0; index < count; index += 1) {
    fetched.push(new Uint8Array(await (await fetch(`/delivery/${index}`)).arrayBuffer()));
  }
  return fetched;
}

function keysOf({ identity, shared, device, deviceId }: Person): RoomKeys {
  return { identity: identity.publicBytes, box: shared.box, device, deviceId };
}

function aroundOf(store: LocalStore, cacheKey: CryptoKey): RoomSurroundings {
  return {
    store: sealedStore(store, cacheKey, random),
    transport: undefined as never, // nothing is sent
    locks: { exclusively: (_name, act) => act(), lead: () => undefined },
    clock: () => Date.now() as Instant,
    random,
    checkSignatures: signaturesInWorker(() => new Worker("/signatures.js", { type: "module" }), laterOn),
    changed: () => undefined,
  };
}

/** The client's own path, from bytes off the wire to a room that is shown and kept. */
async function openReal(room: Bytes, deliveries: readonly Bytes[], reader: Person) {
  const key = random(32);
  const name = `cold-open-${crypto.randomUUID()}`;
  const store = await openIndexedDbStore(name);
  const around = aroundOf(store, await importAesKey(key));
  const start = performance.now();
  const opened = await Room.open(room, keysOf(reader), around);
  // As from the live line, which hands each delivery on when it comes and waits for none.
  const receiving = deliveries.map((bytes) => {
    const delivery = decodePullAnswer(bytes);
    if (!delivery.ok) throw new Error("a delivery is not readable");
    return opened.receive({ room, ...delivery.value });
  });
  await Promise.all(receiving);
  const real = performance.now() - start;
  if (opened.fault !== undefined) throw new Error(`the record has a fault: ${opened.fault.type}`);
  const lost = opened.rows.some((row) => row.content.kind === "unreadable");
  if (lost) throw new Error("an entry was not opened");
  const rows = (await store.list("rows", "")).map(([at]) => at);
  store.close();
  return { real, kept: { name, key: [...key], rows } };
}

/** Opening the room from what was kept, or reading and decrypting its segments and nothing more. The first act of a page. */
async function timeAgain(room: readonly number[], kept: Kept, isBare: boolean): Promise<number> {
  const { name, key, rows } = kept;
  const store = await openIndexedDbStore(name);
  const around = aroundOf(store, await importAesKey(Uint8Array.from(key)));
  const reader = keysOf(await person(101));
  const start = performance.now();
  if (isBare) {
    const segments = await Promise.all(rows.map((at) => around.store.readBytes("rows", at)));
    if (segments.length === 0 || segments.includes(undefined)) throw new Error("no segment was read");
  } else {
    const opened = await Room.open(Uint8Array.from(room), reader, around);
    if (opened.rows.length === 0) throw new Error("nothing was kept");
  }
  const time = performance.now() - start;
  store.close();
  return time;
}

type Bare = {
  readonly publicKey: CryptoKey;
  readonly signature: Bytes;
  readonly message: Bytes;
  readonly hkdf: HkdfParams;
  readonly aes: AesGcmParams;
  readonly body: Bytes;
};

async function prepareBare(room: Bytes, deliveries: readonly Bytes[], writers: readonly Person[]) {
  const items = deliveries.flatMap((bytes) => {
    const delivery = decodePullAnswer(bytes);
    return delivery.ok ? delivery.value.placed.map((placed) => parseItem(placed.item)) : [];
  });
  const parsed = items.flatMap((item) => (item.ok ? [item.value] : []));
  const genesis = parsed[0];
  if (genesis?.kind !== "link" || genesis.payload.type !== "genesis") throw new Error("no genesis");
  const { grants, newEpoch } = genesis.payload;
  const reader = keysOf(writers[0]!);
  const epochKeyBytes = await openGrant(grants[0]!, room, reader, newEpoch.commitment);
  const { key } = await importEpochKey(1, epochKeyBytes!);
  const entries = parsed
    .filter((item): item is Entry & { body: Bytes } => item.kind === "entry")
    .map((entry): Bare => {
      const { header, headerBytes, signature, body } = entry;
      const author = writers.find(({ deviceId }) => deviceId.every((byte, at) => byte === header.device[at]));
      const info = concatBytes(labels.body, header.room, header.device, u32(header.seq));
      return {
        publicKey: author!.device.publicKey,
        signature,
        message: concatBytes(labels.item, headerBytes),
        hkdf: { name: "HKDF", hash: "SHA-256", salt: header.salt, info },
        aes: { name: "AES-GCM", iv: new Uint8Array(12), additionalData: headerBytes.slice(0, 141) },
        body,
      };
    });
  return { key, entries };
}

const aesKey = { name: "AES-GCM", length: 256 };

async function openBare(
  { key, entries }: Awaited<ReturnType<typeof prepareBare>>,
  bodyKeys?: readonly CryptoKey[],
): Promise<number> {
  const open = async (entry: Bare, index: number): Promise<boolean> => {
    const verifying = crypto.subtle.verify("Ed25519", entry.publicKey, entry.signature, entry.message);
    const bodyKey =
      bodyKeys?.[index] ?? (await crypto.subtle.deriveKey(entry.hkdf, key, aesKey, false, ["decrypt"]));
    await crypto.subtle.decrypt(entry.aes, bodyKey, entry.body);
    return verifying;
  };
  const start = performance.now();
  for (let from = 0; from < entries.length; from += 1_000) {
    const batch = entries.slice(from, from + 1_000);
    const holds = await Promise.all(batch.map((entry, index) => open(entry, from + index)));
    if (holds.includes(false)) throw new Error("a signature does not hold");
  }
  return performance.now() - start;
}

/** Opens the record that this page's server delivers, each way `rounds` times in turn. */
async function measure(room: Bytes, deliveries: number, rounds: number): Promise<ColdOpenTimes[]> {
  const fetched = await fetchDeliveries(deliveries);
  const writers = [await person(101), await person(201)];
  const bare = await prepareBare(room, fetched, writers);
  const bodyKeys = await Promise.all(
    bare.entries.map(({ hkdf }) => crypto.subtle.deriveKey(hkdf, bare.key, aesKey, false, ["decrypt"])),
  );
  const times: ColdOpenTimes[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push({
      ...(await openReal(room, fetched, writers[0]!)),
      bare: await openBare(bare),
      bareWithoutKeys: await openBare(bare, bodyKeys),
    });
  }
  return times;
}

declare global {
  var openAgain: (room: readonly number[], kept: Kept, isBare: boolean) => Promise<number>;
  var measureColdOpen: (
    room: readonly number[],
    deliveries: number,
    rounds: number,
  ) => Promise<ColdOpenTimes[]>;
}
globalThis.measureColdOpen = (room, deliveries, rounds) => measure(Uint8Array.from(room), deliveries, rounds);
globalThis.openAgain = timeAgain;
