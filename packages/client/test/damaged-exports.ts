import { base64url, fromBase64url } from "@goldseam/core";
import { vectorText } from "../../crypto/test/vector-text.ts";
import type { ExportedItem, ExportedRoom, ExportFault } from "../src/export/public.ts";

/** The frozen export of version 1: Ana's, of a record of ten items. */
export const exportText = vectorText("export-v1.json");
const whole = JSON.parse(exportText) as ExportedRoom;

type Change = (file: ExportedRoom) => unknown;
const items =
  (change: (items: readonly ExportedItem[]) => readonly unknown[]): Change =>
  (file) => ({ ...file, items: change(file.items) });
const item = (n: number, change: (item: ExportedItem) => unknown): Change =>
  items((all) => all.map((one) => (one.n === n ? change(one) : one)));

/** `text` with one bit of its bytes changed. */
function flipped(text: string, at: number): string {
  const bytes = fromBase64url(text);
  if (!bytes.ok) throw new Error("the frozen export holds base64url");
  return base64url(bytes.value.map((byte, index) => (index === at ? byte ^ 1 : byte)));
}
const bit = (n: number, field: "item" | "sealed" | "key", at: number): Change =>
  item(n, (one) => ({ ...one, [field]: flipped(one[field]!, at) }));

const changes: readonly (readonly [string, Change, ExportFault["type"], number])[] = [
  ["another format", (file) => ({ ...file, format: "goldseam-export/2" }), "AnotherFormat", 0],
  ["a list", () => [], "NotAnExport", 0],
  ["nothing", () => null, "NotAnExport", 0],
  ["a room that is a number", (file) => ({ ...file, room: 7 }), "NotAnExport", 0],
  ["a room of 31 bytes", (file) => ({ ...file, room: file.room.slice(0, -1) }), "NotAnExport", 0],
  ["items that are no list", (file) => ({ ...file, items: { length: 3 } }), "NotAnExport", 0],
  ["a count below none", (file) => ({ ...file, n: -1 }), "NotAnExport", 0],
  ["an unknown field", (file) => ({ ...file, more: true }), "NotAnExport", 0],
  ["an item that is none", item(4, () => 12), "NotAnExport", 4],
  ["an item without its time", item(4, ({ t: _, ...one }) => one), "NotAnExport", 4],
  ["a time that is no whole number", item(4, (one) => ({ ...one, t: one.t + 0.5 })), "NotAnExport", 4],
  ["bytes that are not base64url", item(4, (one) => ({ ...one, item: `${one.item}=` })), "NotAnExport", 4],
  ["own words without their key", item(4, ({ key: _, ...one }) => one), "NotAnExport", 4],
  ["withheld words with a key", item(5, (one) => ({ ...one, key: whole.items[3]!.key })), "NotAnExport", 5],
  [
    "an item of a million bytes",
    item(4, (one) => ({ ...one, item: "A".repeat(1_000_000) })),
    "NotAnExport",
    4,
  ],
  ["no items at all", (file) => ({ ...file, n: 0, head: file.room, items: [] }), "ItemsMissing", 1],
  ["an item left out", items((all) => all.filter(({ n }) => n !== 5)), "ItemsMissing", 5],
  ["the last items left out", items((all) => all.slice(0, 8)), "ItemsMissing", 9],
  ["two items in the other order", items(([a, b, ...rest]) => [b, a, ...rest]), "ItemsMissing", 1],
  [
    "two items in the other order, numbered anew",
    items((all) =>
      all.map((one) => ({ ...(one.n === 4 ? all[4]! : one.n === 5 ? all[3]! : one), n: one.n })),
    ),
    "SeenAhead",
    4,
  ],
  ["a link called own", item(2, (one) => ({ ...one, body: "withheld" })), "Malformed", 2],
  [
    "an entry called clear",
    item(4, ({ n, t, item: bytes }) => ({ n, t, item: bytes, body: "clear" })),
    "Malformed",
    4,
  ],
  ["a format byte", bit(4, "item", 0), "Malformed", 4],
  ["a bit of the room", bit(4, "item", 1), "WrongRoom", 4],
  ["a bit of the device", bit(4, "item", 33), "UnknownDevice", 4],
  ["a bit of the number of the device", bit(4, "item", 52), "ChainBroken", 4],
  ["a bit of what the author had seen", bit(4, "item", 89), "Forked", 4],
  ["a bit of the epoch", bit(4, "item", 124), "WrongEpoch", 4],
  ["a bit of the salt", bit(4, "item", 125), "BadSignature", 4],
  ["a bit of the signature", bit(4, "item", 200), "BadSignature", 4],
  ["a bit of a withheld entry's body hash", bit(5, "item", 141), "BadSignature", 5],
  ["a bit of a link", bit(2, "item", 123), "BadSignature", 2],
  ["a bit of the genesis", bit(1, "item", 190), "WrongRoom", 1],
  ["a bit of the words", bit(4, "sealed", 10), "BodySwapped", 4],
  ["a bit of the key", bit(4, "key", 31), "KeyDoesNotOpen", 4],
  ["an earlier receipt time", item(4, (one) => ({ ...one, t: 1 })), "TimeWentBack", 4],
  ["a later receipt time", item(10, (one) => ({ ...one, t: one.t + 1 })), "HeadMismatch", 10],
  ["another head", (file) => ({ ...file, head: whole.room }), "HeadMismatch", 10],
  ["another room", (file) => ({ ...file, room: whole.head }), "WrongRoom", 1],
  [
    "erased, though its author erased nothing",
    item(5, (one) => ({ ...one, body: "erased" })),
    "NotErased",
    5,
  ],
  [
    "the redaction left out with what follows",
    (file) => ({ ...file, n: 6, items: file.items.slice(0, 6) }),
    "NotErased",
    6,
  ],
  ["the other partner as the exporter", (file) => ({ ...file, member: bens }), "NotOwn", 4],
  ["a stranger as the exporter of withheld words", withheldBy("A".repeat(43)), "NotAMember", 0],
];

/** Ben's identity, from the link that added him: after 136 bytes and his role. */
const bens = (() => {
  const bytes = fromBase64url(whole.items[1]!.item);
  return bytes.ok ? base64url(bytes.value.slice(137, 169)) : "";
})();

function withheldBy(member: string): Change {
  return (file) => ({
    ...file,
    member,
    items: file.items.map(({ sealed: _, key: __, ...one }) =>
      one.body === "own" ? { ...one, body: "withheld" } : one,
    ),
  });
}

export type DamagedExport = { readonly name: string; readonly text: string; readonly fault: ExportFault };

/** Every way in which an export can be wrong, one at a time. */
export const damagedExports: readonly DamagedExport[] = [
  { name: "no text at all", text: "", fault: { type: "NotAnExport", n: 0 } },
  { name: "no JSON", text: "a letter", fault: { type: "NotAnExport", n: 0 } },
  { name: "JSON cut short", text: exportText.slice(0, -9), fault: { type: "NotAnExport", n: 0 } },
  { name: "brackets without end", text: "[".repeat(200_000), fault: { type: "NotAnExport", n: 0 } },
  ...changes.map(([name, change, type, n]) => ({
    name,
    text: JSON.stringify(change(whole)),
    fault: { type, n },
  })),
];
