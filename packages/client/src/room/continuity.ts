import { base64url } from "@goldseam/core";
import type { Fault, RecordState } from "@goldseam/crypto/verify";
import type { OutboxRow } from "./outbox.ts";
import type { HeldBefore } from "./room-copy.ts";
import type { Row } from "./room-log.ts";

/** A record, delivered up to `newestN`, that ends before what was held here once, or is another one there. */
export function notAsBefore(
  before: HeldBefore | undefined,
  record: RecordState,
  newestN: number,
): Fault | null {
  if (before === undefined) return null;
  const { n, head } = before;
  if (newestN < n) return { type: "RolledBack", n: newestN };
  const there = record.heads.at(n);
  return there === undefined || base64url(there) === head ? null : { type: "Forked", n };
}

/** An item that the server took in, said where, and then left out there of the order that it delivers, now up to `n`. */
export function lostAfter(waiting: readonly OutboxRow[], n: number, rows: readonly Row[]): Fault | null {
  const arrived = new Map(rows.map((row) => [row.hash, row]));
  for (const { hash, placed } of waiting) {
    if (placed === undefined) continue;
    const there = arrived.get(hash);
    const isThere = there === undefined ? placed.n > n : there.n === placed.n && there.t === placed.t;
    if (!isThere) return { type: "Forked", n: placed.n };
  }
  return null;
}
