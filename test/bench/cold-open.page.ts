/**
 * What cold-open.bench.ts runs in Chromium: a device that opens a record for the first time, and the bare
 * WebCrypto calls for the same entries.
 *
 * The bare side is given everything ready: parsed items, imported keys, messages laid out. It checks, derives
 * each body's key (without which these entries cannot be opened) and decrypts, a thousand at a time.
 */
import { type Bytes, concatBytes, type Instant, u32 } from "@goldseam/core";
import { importAesKey, importEpochKey, openGrant } from "@goldseam/crypto/open";
import { type Entry, labels, parseItem } from "@goldseam/crypto/verify";
import { decodePullAnswer } from "@goldseam/sync";
import { openIndexedDbStore, Room, type Timer } from "../../packages/client/src/index.ts";
import type { RoomKeys, RoomSurroundings } from "../../packages/client/src/room/room.ts";
import { sealedStore } from "../../packages/client/src/store/sealed-store.ts";
import { type Person, person } from "../../packages/crypto/test/couple.ts";
import { signaturesInWorker } from "../../packages/web/src/workers/signatures.ts";

/** Milliseconds of each way over the whole record. */
export type ColdOpenTimes = {
  readonly real: number;
  readonly bare: number;
  readonly bareWithoutKeys: number;
  /** Opening it again from the device's own store, and reading and decrypting the same segments alone. */
  readonly warm: number;
  readonly bareWarm: number;
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

type OpenTimes = Pick<ColdOpenTimes, "real" | "warm" | "bareWarm">;

/** The client's own path, from bytes off the wire to a room that is shown and kept; then once more from what was kept. */
async function openReal(room: Bytes, deliveries: readonly Bytes[], reader: Person): Promise<OpenTimes> {
  const name = `cold-open-${crypto.randomUUID()}`;
  const store = await openIndexedDbStore(name);
  const cacheKey = await importAesKey(random(32));
  const around: RoomSurroundings = {
    store: sealedStore(store, cacheKey, random),
    transport: undefined as never, // nothing is sent
    locks: { exclusively: (_name, act) => act(), lead: () => undefined },
    clock: () => Date.now() as Instant,
    random,
    checkSignatures: signaturesInWorker(() => new Worker("/signatures.js", { type: "module" }), laterOn),
    changed: () => undefined,
  };
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
  store.close();
  const again = await openIndexedDbStore(name);
  const sealed = sealedStore(again, cacheKey, random);
  const warmStart = performance.now();
  const reopened = await Room.open(room, keysOf(reader), { ...around, store: sealed });
  const warm = performance.now() - warmStart;
  if (reopened.rows.length !== opened.rows.length) throw new Error("not everything was kept");
  const keys = (await again.list("rows", "")).map(([key]) => key);
  const bareStart = performance.now();
  const segments = await Promise.all(keys.map((key) => sealed.readBytes("rows", key)));
  const bareWarm = performance.now() - bareStart;
  if (segments.length === 0 || segments.includes(undefined)) throw new Error("no segment was read");
  again.close();
  indexedDB.deleteDatabase(name);
  return { real, warm, bareWarm };
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
  var measureColdOpen: (
    room: readonly number[],
    deliveries: number,
    rounds: number,
  ) => Promise<ColdOpenTimes[]>;
}
globalThis.measureColdOpen = (room, deliveries, rounds) => measure(Uint8Array.from(room), deliveries, rounds);
