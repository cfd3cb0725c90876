import { readFileSync } from "node:fs";
import path from "node:path";
import { type Label, labels, type Part, type Speaker } from "../src/labels.ts";

export type Row = {
  readonly id: string;
  readonly part: Part;
  readonly text: string;
  readonly replyTo?: string;
  readonly speaker: Speaker;
  readonly labels: readonly (Label | "none")[];
  readonly spans: readonly { readonly label: Label; readonly start: number; readonly end: number }[];
  readonly hardNegativeFor: readonly Label[];
  readonly elements?: Readonly<Record<"clarity" | "compassion" | "commitment", boolean>>;
};

const folder = path.join(import.meta.dirname, "sets");
const readText = (file: string): string => readFileSync(path.join(folder, file), "utf8");

const short: Readonly<Record<string, Label>> = {
  cl: "clarity",
  vg: "vague",
  cp: "compassion",
  cm: "commitment",
  cu: "commitment_untestable",
  db: "defensive_but",
  bs: "blame_shift",
  mn: "minimising",
  ca: "conditional_apology",
  pe: "passive_evasion",
  js: "justification",
  fd: "forgiveness_demand",
  td: "timeline_demand",
  cr: "criticism",
  ct: "contempt",
  sw: "stonewalling",
  va: "validating",
  re: "reassuring",
  ir: "irritated",
};
const speakers: Readonly<Record<string, Speaker>> = { h: "harmer", u: "hurt", e: "either" };

/** The development set: rows of JSON. */
export const developmentRows = (): Row[] =>
  readText("dev.jsonl")
    .trim()
    .split("\n")
    .map((line) => ({ speaker: "harmer", hardNegativeFor: [], ...JSON.parse(line) }) as Row);

/** Sentences of our own: `speaker | replyTo | hard negative for | text with {label words}`; braces may nest. */
export function sentenceRows(file: string): Row[] {
  return readText(file)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [speaker, replyTo, negatives, marked] = line.split(" | ").map((field) => field.trim());
      const { text, spans } = unmarked(marked!);
      return {
        id: `${path.basename(file, ".txt")}-${hash(text).toString(36)}`,
        part: "sentence",
        text,
        ...(replyTo === "-" ? {} : { replyTo: replyTo! }),
        speaker: speakers[speaker!]!,
        labels: spans.length > 0 ? [...new Set(spans.map((span) => span.label))] : ["none"],
        spans,
        hardNegativeFor: negatives === "-" ? [] : (negatives!.split(",") as Label[]),
      };
    });
}

/** Whole letters: a line with elements and problems, then the text, in which places may be marked. */
export function letterRows(file: string): Row[] {
  return readText(file)
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const at = block.indexOf("\n");
      const [elements, problems] = block.slice(0, at).split(" | ");
      const found = elements!.split(" ");
      const { text, spans } = unmarked(block.slice(at + 1).trim());
      return {
        id: `${path.basename(file, ".txt")}-${hash(text).toString(36)}`,
        part: "letter",
        text,
        speaker: "harmer",
        labels: [...found, ...problems!.split(" ")].filter((word): word is Label =>
          (labels as readonly string[]).includes(word),
        ),
        spans,
        hardNegativeFor: [],
        elements: {
          clarity: found.includes("clarity"),
          compassion: found.includes("compassion"),
          commitment: found.includes("commitment"),
        },
      };
    });
}

function unmarked(marked: string): { text: string; spans: Row["spans"] } {
  const spans: { label: Label; start: number; end: number }[] = [];
  const open: { label: Label; start: number }[] = [];
  let text = "";
  for (let at = 0; at < marked.length; ) {
    const opening = /^\{([a-z]{2}) /.exec(marked.slice(at, at + 5));
    if (opening) {
      open.push({ label: short[opening[1]!]!, start: text.length });
      at += 4;
    } else if (marked[at] === "}") {
      spans.push({ ...open.pop()!, end: text.length });
      at += 1;
    } else {
      text += marked[at];
      at += 1;
    }
  }
  return { text, spans };
}

/** FNV-1a. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** By chance, yet always the same: half of the rows are never looked at while rules are changed. */
export const isHeld = (row: Row): boolean => (hash(row.text) >>> 7) % 2 === 1;
