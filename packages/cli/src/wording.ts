import { once } from "node:events";
import { analyse, type Finding, type Part, type Speaker } from "@goldseam/wording";
import { readArguments } from "./arguments.ts";

const longest = 262_144;
const usage = `goldseam wording < LINES

Says what the writing coach finds in texts, offline. Reads JSON lines from standard input until it ends and writes one
JSON line for each, in the same order:

  in   {"id","text","part":"sentence"|"letter","replyTo"?,"speaker"?:"harmer"|"hurt"|"either"}
  out  {"id","findings":[{"label","start","end","note"?}]}      places are UTF-16 code units

A line that cannot be answered gets {"id","error":{"type","message","line"}} and stops nothing. A line may have
${longest} characters. The labels: packages/wording/README.md.

Exit code 0: every line was answered. 1: some were not. 2: the command was not understood.
`;

type Fault = "NotJson" | "NotAnObject" | "BadField" | "TooLong";
type Answer =
  | { readonly id: unknown; readonly findings: readonly Finding[] }
  | {
      readonly id: unknown;
      readonly error: { readonly type: Fault; readonly message: string; readonly line: number };
    };

const tooLong = (line: number): Answer => ({
  id: null,
  error: { type: "TooLong", message: `The line has more than ${longest} characters.`, line },
});

/** What one line of input asks for, answered. Never throws, whatever the line holds. */
export function answer(text: string, line: number): Answer {
  const refuse = (type: Fault, message: string, id: unknown = null): Answer => ({
    id,
    error: { type, message, line },
  });
  if (text.length > longest) return tooLong(line);
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    // What is wrong with it, the sender sees in the line itself.
    return refuse("NotJson", "The line is not JSON.");
  }
  if (typeof row !== "object" || row === null || Array.isArray(row))
    return refuse("NotAnObject", "The line is not a JSON object.");
  const { id = null, text: words, replyTo, speaker, part } = row as Readonly<Record<string, unknown>>;
  if (typeof id !== "string" && typeof id !== "number")
    return refuse("BadField", '"id" is missing, or neither text nor number.');
  if (typeof words !== "string") return refuse("BadField", '"text" is missing or no text.', id);
  if (replyTo !== undefined && replyTo !== null && typeof replyTo !== "string")
    return refuse("BadField", '"replyTo" is no text.', id);
  if (!isSpeaker(speaker)) return refuse("BadField", '"speaker" is not harmer, hurt or either.', id);
  if (!isPart(part)) return refuse("BadField", '"part" is not sentence or letter.', id);
  const findings = analyse(words, {
    ...(typeof replyTo === "string" ? { replyTo } : {}),
    ...(speaker ? { speaker } : {}),
    ...(part ? { part } : {}),
  });
  return { id, findings };
}

const isSpeaker = (value: unknown): value is Speaker | undefined | null =>
  value === undefined || value === null || value === "harmer" || value === "hurt" || value === "either";
const isPart = (value: unknown): value is Part | undefined | null =>
  value === undefined || value === null || value === "sentence" || value === "letter";

/** Lines of a text that comes in parts; null for one that is too long, of which no more than the limit is held. */
async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<string | null> {
  let rest = "";
  let isTooLong = false;
  let isFirst = true;
  for await (const part of parts) {
    const lines = (isFirst ? part.replace(/^\uFEFF/, "") : part).split("\n");
    isFirst = false;
    for (const [index, piece] of lines.entries()) {
      rest += isTooLong ? "" : piece;
      if (rest.length > longest) {
        isTooLong = true;
        rest = "";
      }
      if (index === lines.length - 1) break;
      yield isTooLong ? null : rest;
      rest = "";
      isTooLong = false;
    }
  }
  if (isTooLong) yield null;
  else if (rest !== "") yield rest;
}

/** `goldseam wording` */
export async function wording(args: readonly string[]): Promise<number> {
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
  let number = 0;
  let code = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    if (line !== null && line.trim() === "") continue;
    const answered = line === null ? tooLong(number) : answer(line, number);
    if ("error" in answered) code = 1;
    const isTaken = process.stdout.write(`${JSON.stringify(answered)}\n`);
    if (!isTaken) await once(process.stdout, "drain");
  }
  return code;
}
