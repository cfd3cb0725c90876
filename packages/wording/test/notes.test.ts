import { describe, expect, test } from "vitest";
import { noteWords } from "../src/coach/note-words.ts";
import { noteNames } from "../src/coach/uses.ts";
import { movedPlace, piecesOf } from "../src/editor/places.ts";
import { helpFor, type Note, notesFor, type Use, uses, type Writing } from "../src/index.ts";

function notesOf(use: Use, text: string, writing: Writing = {}): readonly Note[] {
  const coaching = notesFor(use, text, writing);
  if (coaching.kind !== "notes") throw new Error(`The coach gave ${coaching.kind}.`);
  return coaching.notes;
}
const names = (use: Use, text: string, writing?: Writing) =>
  notesOf(use, text, writing).map(({ name }) => name);

const bad =
  "I know I messed up, but you were never home. I'm sorry if I hurt you. Please forgive me. It was only a kiss.";

describe("[WR6] notes", () => {
  test("are at most three, what can hurt first, and say how many more there are", () => {
    const coaching = notesFor("apology", bad);
    expect(coaching).toMatchObject({ kind: "notes" });
    expect(names("apology", bad)).toEqual(["forgiveness_demand", "defensive_but", "conditional_apology"]);
    expect(coaching.kind === "notes" && coaching.more).toBeGreaterThan(0);
  });
  test("can be waved away each, and stay away while other words change; the next one comes", () => {
    const [first] = notesOf("apology", bad);
    const waved = new Set([first!.key]);
    expect(names("apology", bad, { waved })).not.toContain("forgiveness_demand");
    expect(names("apology", bad, { waved })).toHaveLength(3);
    expect(names("apology", `My dear. ${bad} Yours.`, { waved })).not.toContain("forgiveness_demand");
  });
  test("come back for other words of the same kind", () => {
    const [first] = notesOf("apology", "Please forgive me.");
    expect(names("apology", "You owe me a second chance.", { waved: new Set([first!.key]) })).toEqual([
      "forgiveness_demand",
    ]);
  });
  test("have a sentence, a reason and their evidence, and praise, blame or score nobody", () => {
    for (const name of noteNames) {
      const { sentence, why } = noteWords({ name, sources: [] });
      expect(`${sentence} ${why}`).not.toMatch(/!|\d|\b(?:bad|good|wrong|score|great)\b/i);
      expect(sentence.length).toBeGreaterThan(10);
    }
    const [note] = notesOf("apology", "Please forgive me.");
    expect(noteWords(note!).evidence[0]).toMatch(
      /^A laboratory study, about other people\. .* Checked 2026-11-21\.$/,
    );
  });
});

describe("[WR7] help", () => {
  test.each([
    ["I want to kill myself", "self-harm"],
    ["i dont want to live anymore", "self-harm"],
    ["You'd be better off without me.", "self-harm"],
    ["I'm not going to hurt myself.", "self-harm"],
    ["If you leave I will kill you.", "force"],
    ["I hit you last night and I am sorry.", "force"],
    ["I'm afraid of you when you drink.", "fear"],
    ["He won't let me leave the house.", "fear"],
  ] as const)("%s → %s", (text, help) => {
    expect(helpFor(text)).toBe(help);
    for (const use of uses) expect(notesFor(use, text)).toEqual({ kind: "help", help });
  });
  test.each([
    "I would never hurt you.",
    "I'd die for you.",
    "I am not afraid of you.",
    "I was scared of losing you.",
    "He said “I will kill you” in the film.",
    "I hurt you with my lies.",
    "This printer will be the death of me.",
  ])("%s → no help", (text) => expect(helpFor(text)).toBeNull());
});

test("[WR11] in another language the coach says nothing but that; help is looked for all the same", () => {
  expect(
    notesFor("apology", "Es tut mir leid, falls ich dich verletzt habe.", { language: "de-AT" }),
  ).toEqual({
    kind: "silent",
    language: "de-AT",
  });
  expect(notesFor("apology", "I want to kill myself", { language: "nl" })).toMatchObject({ kind: "help" });
});

describe("[WR12] each use has its own notes:", () => {
  test("an apology shows which of its three elements are there", () => {
    const text =
      "I slept with Tom in May and told you that I was at work. You lie awake until three. I'll be home at six every day this month.";
    expect(notesFor("apology", text)).toMatchObject({
      elements: [
        { name: "clarity", found: true },
        { name: "compassion", found: true },
        { name: "commitment", found: true },
      ],
    });
  });
  test("an impact letter is warned of threats, names and children alone: its anger is no fault", () => {
    expect(
      names(
        "impact-letter",
        "I hate what you did. You always lied. You never cared. I am so angry that I shake.",
      ),
    ).toEqual([]);
    expect(
      names(
        "impact-letter",
        "You will regret this. You lying pig. The kids will know what you did.",
      ).toSorted(),
    ).toEqual(["children-used", "contempt", "threat"]);
  });
  test("a promise is asked to be specific, small, own and observable", () => {
    expect(names("promise", "Every evening at six I will text you")).toEqual([]);
    expect(names("promise", "I will be better")).toEqual([
      "commitment_untestable",
      "not-observable",
      "not-specific",
    ]);
    expect(names("promise", "You will not go out on Friday")).toContain("not-own");
    expect(names("promise", "I will always text you every day at noon")).toEqual(["not-small"]);
  });
  test("a practice's own check of a promise becomes a note", () => {
    const hook = (text: string) => ({ name: "not-own" as const, start: 0, end: text.length });
    expect(names("promise", "Every evening at six I will text you", { hooks: [hook] })).toEqual(["not-own"]);
  });
  test("a reply to a flare is asked to welcome the worry and to answer it", () => {
    expect(names("flare-reply", "Not this again.", { replyTo: "Where are you?" })).toContain("irritated");
    expect(
      names("flare-reply", "It makes sense that you ask. I'm at the dentist's until five.", {
        replyTo: "Where are you?",
      }),
    ).toEqual([]);
  });
  test("a soft start is asked for the one event", () => {
    expect(names("soft-start", "You never help in the house.")).toEqual(["criticism"]);
    expect(names("soft-start", "When the sink was full on Sunday I felt alone with it.")).toEqual([]);
  });
  test("an appreciation is asked for the one thing that was seen", () => {
    expect(names("appreciation", "Thanks for everything.")).toEqual(["no-detail"]);
    expect(names("appreciation", "You rang my mother on Tuesday.")).toEqual([]);
  });
  test("an empty text gets nothing", () => {
    for (const use of uses)
      expect(notesFor(use, "  \n")).toEqual({ kind: "notes", notes: [], more: 0, elements: [] });
  });
});

describe("[WR8] marks", () => {
  test("move with their words through an edit elsewhere, and go when their own words change", () => {
    expect(movedPlace({ start: 4, end: 8 }, "one two. end", "one tw. end")).toBeNull();
    expect(movedPlace({ start: 4, end: 8 }, "one two. end", "So: one two. end")).toEqual({
      start: 8,
      end: 12,
    });
    expect(movedPlace({ start: 0, end: 3 }, "one two", "one two three")).toEqual({ start: 0, end: 3 });
  });
  test("cut a text into pieces that are the text", () => {
    const text = "🙂 abc def";
    const pieces = piecesOf(text, [{ start: 3, end: 6 }, null, { start: 3, end: 10 }]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.find((piece) => piece.text === "abc")?.marks).toEqual([0, 2]);
  });
});
