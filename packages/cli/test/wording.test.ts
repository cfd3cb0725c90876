import { describe, expect, test } from "vitest";
import { answer } from "../src/wording.ts";
import { run, start } from "./command.ts";

async function fed(text: string) {
  const { child, ended } = start(["wording"]);
  child.stdin.end(text);
  const ran = await ended;
  return {
    ...ran,
    lines:
      ran.out.trim() === ""
        ? []
        : ran.out
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line)),
  };
}
const row = (id: string, text: string, more: object = {}): string =>
  JSON.stringify({ id, text, part: "sentence", speaker: "harmer", ...more });

test("each text gets its findings, in the order of the lines", async () => {
  const ran = await fed(
    [
      row("a", "Mistakes were made."),
      row("b", "Do you want rice tonight?"),
      row("c", "Not this again.", { replyTo: "Where are you?" }),
    ].join("\n"),
  );
  expect(ran).toMatchObject({ code: 0, error: "" });
  expect(ran.lines.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(ran.lines[0].findings).toMatchObject([{ label: "passive_evasion", start: 0 }]);
  expect(ran.lines[1].findings).toEqual([]);
  expect(ran.lines[2].findings).toMatchObject([{ label: "irritated" }]);
});

test("a bad line is answered with an error and stops nothing; the exit code is 1", async () => {
  const ran = await fed(
    ["{", row("a", "Please forgive me."), "[]", '{"id":"b"}', "", row("c", "Hi")].join("\n"),
  );
  expect(ran.code).toBe(1);
  expect(ran.lines).toMatchObject([
    { id: null, error: { type: "NotJson", line: 1 } },
    { id: "a", findings: [{ label: "forgiveness_demand" }] },
    { id: null, error: { type: "NotAnObject", line: 3 } },
    { id: "b", error: { type: "BadField", line: 4 } },
    { id: "c", findings: [] },
  ]);
});

test("a huge line is refused in words, and the next is read", async () => {
  const ran = await fed(`${row("big", "a ".repeat(200_000))}\n${row("small", "Drop it.")}\n`);
  expect(ran.lines).toMatchObject([
    { id: null, error: { type: "TooLong", message: "The line has more than 262144 characters.", line: 1 } },
    { id: "small", findings: [{ label: "stonewalling" }] },
  ]);
});

describe("a field of another kind is named:", () => {
  test.each([
    ["replyTo", 7],
    ["speaker", "judge"],
    ["part", "song"],
    ["text", null],
  ])("%s", (field, value) => {
    expect(answer(row("a", "Hello.", { [field]: value }), 1)).toMatchObject({
      id: "a",
      error: { type: "BadField", message: expect.stringContaining(`"${field}"`) },
    });
  });
});

test("places are UTF-16 code units: an emoji before the words moves them by two", () => {
  const places = (text: string) => {
    const answered = answer(row("a", text), 1);
    return "findings" in answered ? answered.findings.map(({ start, end }) => text.slice(start, end)) : [];
  };
  expect(places("🙏 Please forgive me.")).toEqual(["Please forgive me."]);
});

test("help is no mistake, and another word is", async () => {
  expect(await run(["wording", "--help"])).toMatchObject({ code: 0, error: "" });
  expect(await run(["wording", "letter.txt"])).toMatchObject({ code: 2, out: "" });
});
