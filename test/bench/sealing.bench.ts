/**
 * Sealing and signing one entry of 300 characters in Node, against 0.13 ms, and against the bare WebCrypto calls that it
 * takes: derive the body's key, encrypt, and sign. In processor time, which neighbours disturb less than the wall's.
 *
 * Run: `node test/bench/sealing.bench.ts`.
 */
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { EventId, Instant, RoomEvent } from "@goldseam/core";
import { importEpochKey, newDevicePair, type Place, sealEntry } from "@goldseam/crypto/open";
import { deviceIdOf } from "@goldseam/crypto/verify";
import { type BenchRow, median, printTable, rounded } from "./table.ts";

const random = (length: number) => new Uint8Array(randomBytes(length));
const text = "We said we would talk on Sunday, and we did. ".repeat(7).slice(0, 300);

/** Microseconds of processor time, of all threads, for each of `times` runs of `work`, one after the other. */
async function costOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < times; index += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** The rows of the table of measures that concern writing. */
export async function benchSealing({ times = 2_000, rounds = 9 } = {}): Promise<BenchRow[]> {
  const device = await newDevicePair();
  const epochKey = await importEpochKey(1, random(32));
  const room = random(32);
  const place: Place = {
    room,
    device: deviceIdOf(device.publicBytes),
    seq: 1,
    prev: new Uint8Array(32),
    seenN: 0,
    seenHead: room,
  };
  const event: RoomEvent = {
    v: 1,
    type: "note.written",
    id: "AAAAAAAAAAAAAAAAAAAAAA" as EventId,
    at: 1_800_000_000_000 as Instant,
    data: { text },
  };
  const seal = () => sealEntry(event, place, { epochKey, device }, random);
  const padded = random(512);
  const bare = async (): Promise<void> => {
    const hkdf = { name: "HKDF", hash: "SHA-256", salt: random(16), info: random(64) };
    const key = await crypto.subtle.deriveKey(hkdf, epochKey.key, { name: "AES-GCM", length: 256 }, false, [
      "encrypt",
    ]);
    await crypto.subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, key, padded);
    await crypto.subtle.sign("Ed25519", device.privateKey, random(193));
  };
  const costs = { real: [] as number[], bare: [] as number[] };
  await costOf(times, seal);
  for (let round = 0; round < rounds; round += 1) {
    costs.real.push(await costOf(times, seal));
    costs.bare.push(await costOf(times, bare));
  }
  const [real, least] = [median(costs.real), median(costs.bare)];
  const rowFor = (name: string, bound: number, atMost?: number): BenchRow => ({
    name,
    measured: Math.round(real),
    bound: Math.round(bound),
    ratio: rounded(real / bound),
    unit: "µs of processor",
    ...(atMost !== undefined && { toReach: { atMost } }),
  });
  return [
    rowFor("sealing and signing an entry in Node", 130, 1),
    rowFor("the same, against bare derive + encrypt + sign", least),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchSealing());
