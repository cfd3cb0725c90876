import {
  type Bytes,
  base64url,
  concatBytes,
  err,
  fromBase64url,
  isInstant,
  type MemberId,
  type MemberRole,
  ok,
  type Result,
  type RoomId,
  type RoomKind,
} from "@goldseam/core";
import { openBody } from "@goldseam/crypto/open";
import {
  advance,
  type Entry,
  emptyRecord,
  type FaultType,
  faultOf,
  type Item,
  memberIdOf,
  parseItem,
  type RecordState,
  signaturesOf,
  verifySignature,
} from "@goldseam/crypto/verify";
import { limits } from "@goldseam/sync";
import * as v from "valibot";
import { exportFormat } from "./export-room.ts";

/** What an export proves once `verifyExport` found no fault in it. */
export type Coverage = {
  readonly room: RoomId;
  readonly kind: RoomKind;
  readonly zone: string;
  /** Whose words stand open, and when their device says it wrote the file. */
  readonly exporter: MemberId;
  readonly exportedAt: number;
  readonly n: number;
  readonly items: {
    readonly links: number;
    readonly certificates: number;
    readonly entries: number;
    readonly redactions: number;
  };
  /** Of the entries: words that are here, words whose seal alone is here, words that their author erased. */
  readonly bodies: { readonly own: number; readonly withheld: number; readonly erased: number };
  readonly members: readonly {
    readonly memberId: MemberId;
    readonly role: MemberRole;
    readonly since: number;
    readonly until: number | undefined;
  }[];
  /** Receipt times of the first and the last item. */
  readonly received: { readonly first: number; readonly last: number };
  /** What `headWordsOf` takes: the words that two members compare. */
  readonly headWordsInput: { readonly room: Bytes; readonly n: number; readonly head: Bytes };
};

/** Faults of a file, beside those of a record. Meanings: docs/formats/export.md, "What a reader MUST refuse". */
export const exportFaultTypes = [
  "NotAnExport",
  "AnotherFormat",
  "ItemsMissing",
  "NotErased",
  "NotOwn",
  "KeyDoesNotOpen",
  "NotAMember",
  "HeadMismatch",
] as const;

/** The first fault. `n` is the item's number, or 0 when it is the file's as a whole. */
export type ExportFault = {
  readonly type: FaultType | (typeof exportFaultTypes)[number];
  readonly n: number;
};

const bytesText = (length: number) =>
  v.pipe(
    v.string(),
    v.length(Math.ceil((length * 4) / 3)),
    v.transform((text) => fromBase64url(text)),
    v.check((bytes) => bytes.ok),
    v.transform((bytes) => (bytes.ok ? bytes.value : new Uint8Array())),
  );
const longText = v.pipe(
  v.string(),
  v.maxLength(Math.ceil((limits.itemBytesMax * 4) / 3)),
  v.transform((text) => fromBase64url(text)),
  v.check((bytes) => bytes.ok),
  v.transform((bytes) => (bytes.ok ? bytes.value : new Uint8Array())),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffff_ffff));
const instant = v.custom<number>(isInstant);

const place = { n: count, t: instant, item: longText };
const itemSchema = v.variant("body", [
  v.strictObject({ ...place, body: v.literal("clear") }),
  v.strictObject({ ...place, body: v.literal("own"), sealed: longText, key: bytesText(32) }),
  v.strictObject({ ...place, body: v.picklist(["withheld", "erased"]) }),
]);
const fileSchema = v.strictObject({
  format: v.literal(exportFormat),
  room: bytesText(32),
  member: bytesText(32),
  at: instant,
  n: count,
  head: bytesText(32),
  items: v.array(v.unknown()),
});
type ReadItem = v.InferOutput<typeof itemSchema>;
type ReadFile = v.InferOutput<typeof fileSchema>;

/**
 * Checks an exported record by itself: every place, signature, link and head, and the words that it opens.
 *
 * Pure: it asks nobody. It cannot tell whether newer items exist than the file holds, nor which of two forks it
 * was shown; for that, two members compare the head.
 *
 * - Shape: docs/formats/export.md. Whatever `text` is, the answer is a value.
 * - Errors: the first fault, and the number of its item.
 */
export async function verifyExport(text: string): Promise<Result<Coverage, ExportFault>> {
  const file = readFile(text);
  if (!file.ok) return file;
  const record = emptyRecord(file.value.room);
  const tally = new Tally();
  for (const [index, unread] of file.value.items.entries()) {
    const fault = await takeIn(unread, { record, tally, file: file.value, n: index + 1 });
    if (fault !== null) return err({ type: fault, n: index + 1 });
  }
  const atEnd = endFaultOf(file.value, record, tally);
  return atEnd === null ? ok(coverageOf(file.value, record, tally)) : err(atEnd);
}

/** What was counted on the way. */
class Tally {
  readonly items = { link: 0, certificate: 0, entry: 0, redaction: 0 };
  readonly bodies = { own: 0, withheld: 0, erased: 0 };
  /** Hashes of entries that the file calls erased, with their numbers. */
  readonly erased = new Map<string, number>();
}

function readFile(text: string): Result<ReadFile, ExportFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ type: "NotAnExport", n: 0 });
  }
  const parsed = v.safeParse(fileSchema, value, { abortEarly: true, abortPipeEarly: true });
  if (parsed.success) return ok(parsed.output);
  const format = (value as { readonly format?: unknown } | null)?.format;
  const isOther = typeof format === "string" && format !== exportFormat;
  return err({ type: isOther ? "AnotherFormat" : "NotAnExport", n: 0 });
}

type Step = {
  readonly record: RecordState;
  readonly tally: Tally;
  readonly file: ReadFile;
  readonly n: number;
};

/** Judges one item and moves the record past it; the reason when it cannot stand there. */
async function takeIn(
  unread: unknown,
  { record, tally, file, n }: Step,
): Promise<ExportFault["type"] | null> {
  const parsed = v.safeParse(itemSchema, unread, { abortEarly: true, abortPipeEarly: true });
  if (!parsed.success) return "NotAnExport";
  const read = parsed.output;
  if (read.n !== n) return "ItemsMissing";
  const item = itemOf(read);
  if (item === null) return "Malformed";
  const placed = { n, t: read.t, item };
  const fault = faultOf(record, placed);
  if (fault !== null) return fault.type;
  const verdicts = await Promise.all(signaturesOf(record, item).map(verifySignature));
  if (!verdicts.every(Boolean)) return "BadSignature";
  if (item.kind === "entry" && read.body === "own") {
    const refused = await ownFaultOf(item, read.key, { record, exporter: memberIdOf(file.member) });
    if (refused !== null) return refused;
  }
  advance(record, placed);
  tally.items[item.kind] += 1;
  if (read.body !== "clear") tally.bodies[read.body] += 1;
  if (read.body === "erased") tally.erased.set(base64url(item.hash), n);
  return null;
}

/** The item with its body as far as the file has it; null when no such item can be. */
function itemOf(read: ReadItem): Item | null {
  const bytes = read.body === "own" ? concatBytes(read.item, read.sealed) : read.item;
  const parsed = parseItem(bytes, { bodyErased: read.body === "withheld" || read.body === "erased" });
  if (!parsed.ok) return null;
  return (parsed.value.kind === "entry") === (read.body !== "clear") ? parsed.value : null;
}

async function ownFaultOf(
  entry: Entry,
  keyBytes: Bytes,
  { record, exporter }: { readonly record: RecordState; readonly exporter: MemberId },
): Promise<"NotOwn" | "KeyDoesNotOpen" | null> {
  const author = record.devices.get(entry.deviceId);
  if (author?.memberId !== exporter) return "NotOwn";
  const key = await crypto.subtle.importKey("raw", keyBytes, "AES-GCM", false, ["decrypt"]);
  const opened = await openBody({ ...entry, body: entry.body! }, key);
  // Sealed nonsense counts for nothing in a record and is no fault of it: its key did open it.
  return !opened.ok && opened.error.type === "NotOpened" ? "KeyDoesNotOpen" : null;
}

/** What only the whole file can show. */
function endFaultOf(file: ReadFile, record: RecordState, tally: Tally): ExportFault | null {
  if (record.n === 0 || record.n !== file.n) return { type: "ItemsMissing", n: record.n + 1 };
  const missing = new Set<string>(record.missing.keys());
  for (const [hash, n] of tally.erased) if (missing.has(hash)) return { type: "NotErased", n };
  if (base64url(record.head) !== base64url(file.head)) return { type: "HeadMismatch", n: record.n };
  return record.members.has(memberIdOf(file.member)) ? null : { type: "NotAMember", n: 0 };
}

function coverageOf(file: ReadFile, record: RecordState, { items, bodies }: Tally): Coverage {
  return {
    room: record.roomId,
    kind: record.kind,
    zone: record.zone,
    exporter: memberIdOf(file.member),
    exportedAt: file.at,
    n: record.n,
    items: {
      links: items.link,
      certificates: items.certificate,
      entries: items.entry,
      redactions: items.redaction,
    },
    bodies,
    members: [...record.members.values()].map(({ memberId, role, since, until }) => ({
      memberId,
      role,
      since,
      until,
    })),
    received: { first: record.times.at(1)!, last: record.t },
    headWordsInput: { room: record.room as Bytes, n: record.n, head: record.head },
  };
}
