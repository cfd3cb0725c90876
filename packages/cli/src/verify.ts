import { readFile } from "node:fs/promises";
import { type Coverage, type ExportFault, verifyExport } from "@goldseam/client/export";
import { headWordsOf } from "@goldseam/crypto/kit";
import { readArguments } from "./arguments.ts";

const usage = `goldseam verify FILE

Checks an exported record by itself, offline: that every item is signed by its author, that nothing was changed,
reordered or left out, and that each open text is the one that was sealed.

Exit code 0: whole and unchanged. 1: it is not, or the file could not be read. 2: not understood.
`;

/** What each fault means to whoever holds the file. The names are those of docs/formats/record.md and export.md. */
const sentences = {
  NotAnExport: "is not in the form of an exported record",
  AnotherFormat: "is written in another version of the format; a newer Goldseam may read it",
  ItemsMissing: "is not where it should be: items do not run from 1 to the number that the file names",
  NotErased: "is called erased, but its author never erased it",
  NotOwn: "stands open, but was written by somebody else than the person who exported",
  KeyDoesNotOpen: "does not open with the key beside it",
  Malformed: "is not in the form of the record",
  WrongRoom: "belongs to another room",
  OutOfOrder: "is out of order",
  TimeWentBack: "was received before the item before it",
  UnknownDevice: "was written by a device that nobody vouched for",
  BadSignature: "does not carry its author's signature",
  ChainBroken: "does not follow what its author wrote before",
  SeenAhead: "names a place in the record that was still to come",
  Forked: "was written by somebody who was shown another record",
  NotAMember: "was written by somebody who was not in the room then",
  WrongEpoch: "was sealed with a key that was not in force",
  BodySwapped: "is not what its author signed",
  BodyMissing: "lacks its words, and its author did not erase them",
  LinkBroken: "does not follow the change of the room before it",
  LinkRefused: "changes the room without the right to do so",
  HeadMismatch: "is the last, and the head that the file names is not the head there",
  RolledBack: "is the last, and the record was longer before",
} satisfies Record<ExportFault["type"], string>;

/** `goldseam verify FILE` */
export async function verify(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { help: { type: "boolean" } });
  if (read.ok && read.value.values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [file, ...more] = read.ok ? read.value.positionals : [];
  if (!read.ok || file === undefined || more.length > 0) {
    process.stderr.write(read.ok ? usage : `${read.error}\n\n${usage}`);
    return 2;
  }
  const text = await readText(file);
  if (text === null) {
    process.stderr.write(`The file ${file} could not be read.\n`);
    return 1;
  }
  const checked = await verifyExport(text);
  process.stdout.write(checked.ok ? covered(checked.value) : faulty(checked.error));
  return checked.ok ? 0 : 1;
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch {
    // Absent, a folder, not allowed, or larger than a text can be: for the person all one.
    return null;
  }
}

function faulty({ type, n }: ExportFault): string {
  const what = n === 0 ? "The file" : `Item ${n}`;
  const sentence =
    n === 0 && type === "NotAMember" ? "was exported by somebody who never was in the room" : sentences[type];
  const before = n > 1 ? `Items 1 to ${n - 1} are as they were signed. ` : "";
  return `${before}${what} ${sentence} (${type}).\n`;
}

const time = (at: number): string => new Date(at).toISOString();
const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

function covered(coverage: Coverage): string {
  const { items, bodies, members, received, headWordsInput } = coverage;
  const kinds = [
    counted(items.links, "link"),
    counted(items.certificates, "certificate"),
    counted(items.entries, "entry", "entries"),
    counted(items.redactions, "redaction"),
  ];
  const rows = [
    ["Room", `${coverage.room} (${coverage.kind}, ${coverage.zone})`],
    ["Items", `${coverage.n}: ${kinds.join(", ")}`],
    ["Words", `${bodies.own} open, ${bodies.withheld} withheld, ${bodies.erased} erased`],
    ["Received", `${time(received.first)} to ${time(received.last)}`],
    ...members.map(({ memberId, role, since, until }) => [
      "Member",
      `${memberId} (${role}, ${time(since)} to ${until === undefined ? "now" : time(until)})`,
    ]),
    ["Exported", `${time(coverage.exportedAt)} by ${coverage.exporter}`],
    ["Head", headWordsOf(headWordsInput.room, headWordsInput.n, headWordsInput.head).join(" ")],
  ];
  return [
    "Every item is as its author signed it, and none was changed, reordered or left out.",
    "",
    ...rows.map(([name, text]) => `${name!.padEnd(9)} ${text}`),
    "",
    "Whether newer items exist, this file cannot say: compare the eight words of the head with the other member.",
    "",
  ].join("\n");
}
