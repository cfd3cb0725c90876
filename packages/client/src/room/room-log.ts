import {
  type Bytes,
  base64url,
  type DeviceId,
  type EntryHash,
  equalBytes,
  type Instant,
  isInstant,
  type MemberId,
  type RecordedEvent,
  type RoomEvent,
  ruleTime,
} from "@goldseam/core";
import { type EpochKey, importEpochKey, type KeyPair, openEntry, openGrant } from "@goldseam/crypto/open";
import {
  advance,
  type CheckSignatures,
  copyRecord,
  type Entry,
  type Fault,
  faultOf,
  headAfter,
  type Item,
  type Link,
  type Placed,
  parseItem,
  type RecordState,
  type SignatureCheck,
  signaturesOf,
} from "@goldseam/crypto/verify";
import type { PlacedItem } from "@goldseam/sync";

/** What stood at one place of the record, as this device understood it. */
export type Row = {
  readonly n: number;
  readonly t: number;
  readonly head: string;
  readonly hash: EntryHash;
  readonly seenN: number;
  /** Absent for links, which belong to the room. */
  readonly deviceId?: DeviceId;
  readonly memberId?: MemberId;
  readonly content:
    | { readonly kind: "event"; readonly event: RoomEvent }
    /** Sealed by its author so that nobody can read it: counts for nothing. */
    | { readonly kind: "unreadable" }
    | { readonly kind: "erased" }
    | { readonly kind: "redaction"; readonly hashes: readonly EntryHash[] }
    | { readonly kind: "certificate" }
    | { readonly kind: "link" };
};

/** Who reads: the keys that grants are opened with. */
export type Reader = { readonly identity: Bytes; readonly box: KeyPair };

/** Epoch keys that this device holds, by epoch number. The bytes are kept for the sealed cache. */
export type EpochKeys = ReadonlyMap<number, EpochKey & { readonly bytes: Bytes }>;

export type RoomLog = {
  readonly record: RecordState;
  readonly rows: readonly Row[];
  readonly epochKeys: EpochKeys;
};

export type Followed = {
  readonly log: RoomLog;
  /** The new rows alone, and the items behind them as they came. */
  readonly rows: readonly Row[];
  readonly items: readonly PlacedItem[];
  readonly fault: Fault | null;
};

type Delivered = { readonly n: number; readonly head: Bytes; readonly placed: readonly PlacedItem[] };

/**
 * A delivery that is being read: judged, its signatures and bodies under way. Nothing of it counts before `followed`.
 */
export type Following = {
  /** What the record is after it, if every signature holds. */
  readonly log: Pick<RoomLog, "record" | "epochKeys">;
  /** Whether the delivery after it can be begun on `log`: no fault was met, and no link, whose grants are opened last. */
  readonly canGoOn: boolean;
  /** Reads it to its end. `rows` are those of the log that it was begun on. */
  followed(rows: readonly Row[]): Promise<Followed>;
};

/**
 * Begins to read what the server delivered: judges every item, asks for its signatures, opens what this member may open.
 *
 * Stops before the first fault and keeps what came before it; the given log is left as it was. Items that the log
 * already holds are passed over if they are the same (a delivery may overlap after a reconnect).
 *
 * - Errors: `fault` of what was followed names the first item that no honest record could hold there.
 */
export function beginFollowing(
  { record: before, epochKeys: known }: Pick<RoomLog, "record" | "epochKeys">,
  delivery: Delivered,
  reader: Reader,
  checkSignatures: CheckSignatures,
): Following {
  const judged = judgeDelivery(before, delivery, checkSignatures);
  // Bodies are opened while signatures are still being checked: what fails is thrown away below. Not beside a link,
  // since a grant is used only when its link is known to be honest.
  const hasLink = judged.placed.some(({ item }) => item.kind === "link");
  const early = hasLink ? undefined : openRows(known, judged, reader);
  const ready = Promise.all([Promise.all(judged.verdicts), early]);
  // Begun in vain, where the delivery before it fails: then nobody asks how this one ends.
  ready.catch(() => undefined);
  return {
    log: { record: judged.record, epochKeys: known },
    canGoOn: judged.fault === null && !hasLink,
    async followed(rowsBefore) {
      const [verdicts, opened] = await ready;
      const unsigned = verdicts.find((index) => index !== undefined) ?? -1;
      const checked = unsigned >= 0 ? stopBefore(before, judged, unsigned) : judged;
      const { rows, epochKeys } =
        opened === undefined || unsigned >= 0 ? await openRows(known, checked, reader) : opened;
      return {
        log: { record: checked.record, rows: [...rowsBefore, ...rows], epochKeys },
        rows,
        items: checked.items,
        fault: checked.fault,
      };
    },
  };
}

type Checked = {
  readonly record: RecordState;
  readonly placed: readonly Placed[];
  readonly items: readonly PlacedItem[];
  readonly fault: Fault | null;
};

/**
 * A delivery up to its first fault, with the verdicts on its signatures on their way: for each run of items, in order,
 * the index of the first whose signature fails.
 */
type Judged = Checked & { readonly verdicts: readonly Promise<number | undefined>[] };

/** Signatures that are asked for at once: enough to be worth the way to another thread, and early on it. */
const checksAtOnce = 200;

function judgeDelivery(before: RecordState, delivery: Delivered, checkSignatures: CheckSignatures): Judged {
  const record = copyRecord(before);
  const placed: Placed[] = [];
  const items: PlacedItem[] = [];
  const verdicts: Promise<number | undefined>[] = [];
  let asked: { readonly index: number; readonly check: SignatureCheck }[] = [];
  const ask = (): void => {
    const run = asked;
    asked = [];
    const holds = checkSignatures(run.map(({ check }) => check));
    verdicts.push(holds.then((each) => run[each.indexOf(false)]?.index));
  };
  let fault: Fault | null = null;
  for (const sent of delivery.placed) {
    const parsed = parseItem(sent.item, { bodyErased: sent.erased });
    if (!parsed.ok || !isInstant(sent.t)) {
      fault = { type: "Malformed", n: sent.n };
      break;
    }
    if (sent.n >= 1 && sent.n <= before.n) {
      if (isHeld(before, sent, parsed.value)) continue;
      fault = { type: "Forked", n: sent.n };
      break;
    }
    const next = { n: sent.n, t: sent.t, item: parsed.value };
    fault = faultOf(record, next);
    if (fault !== null) break;
    for (const check of signaturesOf(record, parsed.value)) asked.push({ index: placed.length, check });
    if (asked.length >= checksAtOnce) ask();
    advance(record, next);
    placed.push(next);
    items.push(sent);
  }
  if (asked.length > 0) ask();
  return { record, placed, items, verdicts, fault: fault ?? endFaultOf(record, delivery) };
}

/** Whether this item stands at this place of the record: a delivery may overlap, but may not tell another story. */
function isHeld(record: RecordState, { n, t }: PlacedItem, item: Item): boolean {
  const [before, after] = [record.heads.at(n - 1), record.heads.at(n)];
  return before !== undefined && after !== undefined && equalBytes(headAfter(before, n, t, item.hash), after);
}

/** Steps back to before the item whose signature failed. */
function stopBefore(before: RecordState, { placed, items }: Checked, index: number): Checked {
  const record = copyRecord(before);
  for (const accepted of placed.slice(0, index)) advance(record, accepted);
  const fault: Fault = { type: "BadSignature", n: placed[index]!.n };
  return { record, placed: placed.slice(0, index), items: items.slice(0, index), fault };
}

async function openRows(
  known: EpochKeys,
  { placed, record }: Checked,
  reader: Reader,
): Promise<{ readonly rows: Row[]; readonly epochKeys: EpochKeys }> {
  const epochKeys = await withGrants(known, placed, record, reader);
  return { epochKeys, rows: await Promise.all(placed.map((one) => rowOf(one, record, epochKeys))) };
}

/** What only the end of a delivery can show: a record cut short, another head, a body that nobody erased. */
function endFaultOf(
  record: RecordState,
  delivery: { readonly n: number; readonly head: Bytes },
): Fault | null {
  if (delivery.n < record.n) return { type: "RolledBack", n: delivery.n };
  if (delivery.n > record.n) return null;
  if (base64url(delivery.head) !== base64url(record.head)) return { type: "HeadMismatch", n: record.n };
  const [missing] = record.missing.values();
  return missing === undefined ? null : { type: "BodyMissing", n: missing.n };
}

async function withGrants(
  known: EpochKeys,
  placed: readonly Placed[],
  record: RecordState,
  reader: Reader,
): Promise<EpochKeys> {
  const links = placed.map(({ item }) => item).filter((item): item is Link => item.kind === "link");
  if (links.length === 0) return known;
  const keys = new Map(known);
  for (const { payload } of links) {
    if (payload.type === "policy") continue;
    for (const grant of payload.grants) {
      const commitment = record.commitments[grant.epoch - 1];
      if (commitment === undefined || keys.has(grant.epoch)) continue;
      const bytes = await openGrant(grant, record.room, reader, commitment);
      if (bytes !== null) keys.set(grant.epoch, { ...(await importEpochKey(grant.epoch, bytes)), bytes });
    }
  }
  return keys;
}

async function rowOf({ n, t, item }: Placed, record: RecordState, epochKeys: EpochKeys): Promise<Row> {
  const place = { n, t, head: base64url(record.heads.at(n)!), hash: base64url(item.hash) as EntryHash };
  if (item.kind === "link") return { ...place, seenN: item.seenN, content: { kind: "link" } };
  const { deviceId } = item;
  const { memberId } = record.devices.get(deviceId)!;
  const written = { ...place, seenN: item.header.seenN, deviceId, memberId };
  switch (item.kind) {
    case "certificate":
      return { ...written, content: { kind: "certificate" } };
    case "redaction": {
      const hashes = item.hashes.map((hash) => base64url(hash) as EntryHash);
      return { ...written, content: { kind: "redaction", hashes } };
    }
    case "entry":
      return { ...written, content: await contentOf(item, epochKeys) };
  }
}

async function contentOf(entry: Entry, epochKeys: EpochKeys): Promise<Row["content"]> {
  const { body } = entry;
  if (body === undefined) return { kind: "erased" };
  const epochKey = epochKeys.get(entry.header.epoch);
  if (epochKey === undefined) return { kind: "unreadable" };
  const opened = await openEntry({ ...entry, body }, epochKey);
  return opened.ok && isShallow(opened.value.data, depthMax)
    ? { kind: "event", event: opened.value }
    : { kind: "unreadable" };
}

/** How deep an event's data may be nested. No practice comes near; what is deeper could not be kept (stack). */
const depthMax = 32;

const isShallow = (value: unknown, left: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (left > 0 && Object.values(value).every((part) => isShallow(part, left - 1)));

export const hasRedaction = (rows: readonly Row[]): boolean =>
  rows.some(({ content }) => content.kind === "redaction");

/**
 * Hashes of entries whose words their own author erased.
 *
 * A redaction reaches what stands before it: the server erased nothing else, and a device that reads item by item
 * must come to the same as one that reads the whole.
 */
export function redactedIn(rows: readonly Row[]): ReadonlySet<EntryHash> {
  const redacted = new Set<EntryHash>();
  // Most records hold none, and who wrote ten thousand entries is then asked for nothing.
  if (!hasRedaction(rows)) return redacted;
  const authors = new Map<EntryHash, MemberId | undefined>();
  for (const { content, memberId, hash: own } of rows) {
    authors.set(own, memberId);
    if (content.kind !== "redaction") continue;
    for (const hash of content.hashes) if (authors.get(hash) === memberId) redacted.add(hash);
  }
  return redacted;
}

/** The events that rules and screens fold, in record order, without those that were erased. */
export function eventsOf({ record, rows }: Pick<RoomLog, "record" | "rows">): RecordedEvent[] {
  const redacted = redactedIn(rows);
  const events: RecordedEvent[] = [];
  for (const row of rows) {
    if (row.content.kind !== "event" || redacted.has(row.hash)) continue;
    const event = recordedOf(row, row.content.event, record);
    if (event !== undefined) events.push(event);
  }
  return events;
}

/** One event at its place; undefined for a row without an author, which no event has. */
export function recordedOf(row: Row, event: RoomEvent, record: RecordState): RecordedEvent | undefined {
  if (row.memberId === undefined || row.deviceId === undefined) return undefined;
  const received = row.t as Instant;
  const seen = (record.times.at(row.seenN) ?? 0) as Instant;
  return {
    event,
    by: { memberId: row.memberId, deviceId: row.deviceId },
    at: ruleTime(event.at, { seen, received }),
    received,
    n: row.n,
    entryHash: row.hash,
  };
}
