import { once } from "node:events";
import type { Result } from "@goldseam/core";
import {
  type Change,
  changeBetween,
  changeByFormula,
  measureOf,
  type Responses,
  type Score,
  type ScoreError,
  score,
  scoreCsi4FromCsi16,
} from "@goldseam/measures";
import { readArguments } from "./arguments.ts";

const usage = `goldseam measure < LINES

Scores measures offline. Reads JSON lines from standard input until it ends and writes one JSON line for each:

  {"id","measure","responses":[number|null,...]}        answers: score, band, positive, flags
  {"id","measure","before":number,"after":number}       two totals: improved, unchanged or deteriorated
  {"id","measure":"rci","before","after","sd","reliability","higherIsBetter"}   the same by formula

A line that cannot be answered says why in "error" and stops nothing. Which measures there are, and their numbers:
packages/measures/README.md.

Exit code 0: the input was read to its end. 2: not understood.
`;

type Line = Readonly<Record<string, unknown>>;
type Fault = "unknown-measure" | "not-trended" | "bad-input" | "wrong-length" | "not-whole" | "out-of-range";

const faultOfScore = {
  WrongLength: "wrong-length",
  NotWhole: "not-whole",
  OutOfRange: "out-of-range",
} satisfies Record<ScoreError["type"], Fault>;

const noScore = { score: null, band: null, positive: null, flags: [] };
const noChange = { change: null };

/** Two decimals, for output alone: bands and cut-offs look at the unrounded total. */
const rounded = (total: number | null): number | null =>
  total === null ? null : Math.round(total * 100) / 100;

/** What one line of input asks for, answered. Never throws, whatever the line holds. */
export function answer(line: string): object {
  const asked = objectIn(line);
  if (!asked) return { id: null, ...noScore, ...noChange, error: "bad-input" satisfies Fault };
  const { id = null, measure } = asked;
  if (Object.hasOwn(asked, "responses")) {
    const scored = scoreOf(measure, asked.responses);
    if (typeof scored === "string") return { id, ...noScore, error: scored };
    const { total, band, positive, flags } = scored;
    return { id, score: rounded(total), band, positive, flags, error: null };
  }
  const change = changeOf(measure, asked);
  if (change.error === null) return { id, ...change };
  // Neither answers nor two totals: the line gets the empty fields of both kinds.
  const isNeither = !Object.hasOwn(asked, "before") && !Object.hasOwn(asked, "after");
  return { id, ...(isNeither ? noScore : {}), ...change };
}

function objectIn(line: string): Line | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // No JSON: for whoever sent it the same as JSON of another form.
    return null;
  }
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Line) : null;
}

function scoreOf(id: unknown, responses: unknown): Score | Fault {
  const isDerived = id === "csi4-from-csi16";
  const measure = typeof id === "string" ? measureOf(id) : undefined;
  if (!isDerived && !measure) return "unknown-measure";
  if (!isResponses(responses)) return "bad-input";
  const scored: Result<Score, ScoreError> = measure
    ? score(measure, responses)
    : scoreCsi4FromCsi16(responses);
  return scored.ok ? scored.value : faultOfScore[scored.error.type];
}

const isResponses = (value: unknown): value is Responses =>
  Array.isArray(value) && value.every((each) => each === null || typeof each === "number");

type Changed = { readonly change: Change | null; readonly error: Fault | null };
const fault = (error: Fault): Changed => ({ ...noChange, error });

function changeOf(id: unknown, asked: Line): Changed {
  if (id === "rci") return changeOfFormula(asked);
  if (id === "csi4-from-csi16") return fault("not-trended");
  const measure = typeof id === "string" ? measureOf(id) : undefined;
  if (!measure) return fault("unknown-measure");
  if (!measure.threshold) return fault("not-trended");
  const { before, after } = asked;
  if (typeof before !== "number" || typeof after !== "number") return fault("bad-input");
  const changed = changeBetween(measure, before, after);
  return changed.ok ? { change: changed.value, error: null } : fault("out-of-range");
}

function changeOfFormula({ before, after, sd, reliability, higherIsBetter }: Line): Changed {
  const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
  if (!isNumber(before) || !isNumber(after) || !isNumber(sd) || !isNumber(reliability))
    return fault("bad-input");
  if (sd <= 0 || reliability < 0 || reliability >= 1 || typeof higherIsBetter !== "boolean")
    return fault("bad-input");
  return { change: changeByFormula(before, after, { sd, reliability, higherIsBetter }), error: null };
}

/** The lines of a text that comes in parts. Only a line feed ends one; the last need not have it. */
async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let isFirst = true;
  for await (const part of parts) {
    const lines = (rest + (isFirst ? part.replace(/^\uFEFF/, "") : part)).split("\n");
    isFirst = false;
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** `goldseam measure` */
export async function measure(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { help: { type: "boolean" } });
  if (read.ok && read.value.values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (!read.ok || read.value.positionals.length > 0) {
    process.stderr.write(read.ok ? usage : `${read.error}\n\n${usage}`);
    return 2;
  }
  process.stdin.setEncoding("utf8");
  // Whoever read the answers has gone: nothing is left to do.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  for await (const line of linesOf(process.stdin)) {
    const isTaken = process.stdout.write(`${JSON.stringify(answer(line))}\n`);
    if (!isTaken) await once(process.stdout, "drain");
  }
  return 0;
}
