import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileCatalogues, compileTree } from "./words.mjs";

type Catalogue = Record<string, string>;
type Compiled = Record<string, (a?: Record<string, unknown>) => unknown>;

const folder = mkdtempSync(join(tmpdir(), "words-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles and runs: what people will read. */
async function compiled(
  en: Catalogue,
  others: Record<string, Catalogue> = {},
  locale = "en",
): Promise<Compiled> {
  const { code, problems } = compileCatalogues({ en, ...others }, locale);
  expect(problems).toEqual([]);
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(code))}`);
}
const codeOf = (en: Catalogue) => compileCatalogues({ en }).code;
const problemsOf = (en: Catalogue, others: Record<string, Catalogue> = {}) =>
  compileCatalogues({ en, ...others }).problems;

describe("what a message becomes", () => {
  test("a message with an argument is a typed function and nothing else", () => {
    expect(codeOf({ dueAt: "It was due at {time}." })).toContain(
      'export const dueAt = (a: { time: string }): string => "It was due at " + a.time + ".";',
    );
  });

  test("a message without arguments is a function without parameters", () => {
    expect(codeOf({ close: "Close" })).toContain('export const close = (): string => "Close";');
  });

  test("select asks for one of its keys, and for no other word", () => {
    expect(codeOf({ state: "{how, select, kept {Kept} missed {Missed} other {Open}}" })).toContain(
      'a: { how: "kept" | "missed" | "other" }',
    );
  });

  test("a file carries no formatter that it does not use", () => {
    expect(codeOf({ close: "Close" })).not.toContain("Intl");
  });
});

describe("plural", () => {
  const en = { open: "{n, plural, =0 {No promises} one {# promise} other {# promises}} open" };

  test("an exact number comes before its category", async () => {
    const words = await compiled({ ...en, once: "{n, plural, one {one time} =1 {once} other {# times}}" });
    expect([0, 1, 2, 12000].map((n) => words.open?.({ n }))).toEqual([
      "No promises open",
      "1 promise open",
      "2 promises open",
      "12,000 promises open",
    ]);
    expect(words.once?.({ n: 1 })).toBe("once");
  });

  test("offset counts those who are not named; exact numbers count everyone", async () => {
    const words = await compiled({
      read: "{n, plural, offset:1 =0 {Nobody} =1 {{name}} one {{name} and # other} other {{name} and # others}}",
    });
    expect([0, 1, 2, 3].map((n) => words.read?.({ n, name: "Robin" }))).toEqual([
      "Nobody",
      "Robin",
      "Robin and 1 other",
      "Robin and 2 others",
    ]);
  });

  test("selectordinal", async () => {
    const words = await compiled({
      talk: "Your {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} talk",
    });
    expect([1, 2, 3, 4, 11, 22].map((n) => words.talk?.({ n }))).toEqual(
      ["1st", "2nd", "3rd", "4th", "11th", "22nd"].map((n) => `Your ${n} talk`),
    );
  });

  test("select in plural in select", async () => {
    const words = await compiled({
      kept: "{who, select, you {{n, plural, one {You kept {what, select, word {your word} other {it}}} other {You kept # of them}}} other {They did}}",
    });
    expect(words.kept?.({ who: "you", n: 1, what: "word" })).toBe("You kept your word");
    expect(words.kept?.({ who: "you", n: 3, what: "other" })).toBe("You kept 3 of them");
    expect(words.kept?.({ who: "other", n: 3, what: "other" })).toBe("They did");
  });

  test("an inner plural counts with its own number", async () => {
    const words = await compiled({
      both: "{a, plural, other {# and {b, plural, offset:2 other {#}}}}",
    });
    expect(words.both?.({ a: 5, b: 9 })).toBe("5 and 7");
  });

  test("# inside a select inside a plural is refused, because the standard reads it as a sign", () => {
    expect(problemsOf({ x: "{n, plural, other {{g, select, f {# f} other {o}}}}" })[0]).toContain(
      "{name, number}",
    );
  });

  test("a category that the language does not have is refused", () => {
    expect(problemsOf({ x: "{n, plural, few {#} other {#}}" })[0]).toContain("one, other");
  });
});

describe("text", () => {
  test("quotes, braces, backslashes and line breaks stay what they are", async () => {
    const words = await compiled({
      braces: "'{'not an argument'}' and {name}",
      apostrophe: "It's Robin's, said ''so''",
      double: 'He said "later"\\\n',
      hash: "Room #4",
      close: "a */ b",
    });
    expect(words.braces?.({ name: "Kim" })).toBe("{not an argument} and Kim");
    expect(words.apostrophe?.()).toBe("It's Robin's, said 'so'");
    expect(words.double?.()).toBe('He said "later"\\\n');
    expect(words.hash?.()).toBe("Room #4");
    expect(words.close?.()).toBe("a */ b");
  });

  test("German groups and points numbers in its own way", async () => {
    const en = { sum: "{n, number} and {share, number, percent} and {n, number, integer}" };
    const words = await compiled(
      en,
      { de: { sum: "{n, number} und {share, number, percent} und {n, number, integer}" } },
      "de",
    );
    expect(words.sum?.({ n: 1234567.5, share: 0.25 })).toBe("1.234.567,5 und 25\u00a0% und 1.234.568");
  });

  test("dates and times by name and by skeleton", async () => {
    const words = await compiled({
      on: "{at, date, long}, {at, time, short}",
      skeleton: "{at, date, ::dMMMM}",
      money: "{n, number, ::currency/EUR}",
    });
    const at = new Date(2026, 3, 12, 18, 5);
    expect(words.on?.({ at })).toBe("12 April 2026, 18:05");
    expect(words.skeleton?.({ at: at.getTime() })).toBe("12 April");
    expect(words.money?.({ n: 80 })).toBe("€80.00");
  });
});

describe("rich parts", () => {
  test("a tag makes a list of parts, typed by its tags", async () => {
    const en = { due: "It was due at <time>{time}</time>, {name}." };
    expect(codeOf(en)).toContain('readonly { readonly tag?: "time"; readonly text: string }[]');
    expect((await compiled(en)).due?.({ time: "18:00", name: "Jules" })).toEqual([
      { text: "It was due at " },
      { tag: "time", text: "18:00" },
      { text: ", Jules." },
    ]);
  });

  test("a tag may stand in one branch only", async () => {
    const words = await compiled({ x: "Due {when, select, set {at <time>{at}</time>} other {some day}}." });
    expect(words.x?.({ when: "set", at: "9:00" })).toEqual([
      { text: "Due " },
      { text: "at " },
      { tag: "time", text: "9:00" },
      { text: "." },
    ]);
    expect(words.x?.({ when: "other", at: "" })).toEqual([
      { text: "Due " },
      { text: "some day" },
      { text: "." },
    ]);
  });

  test("tags in tags and empty tags are refused", () => {
    expect(problemsOf({ x: "<b>a <time>1</time></b>" })[0]).toContain("inside another tag");
    expect(problemsOf({ x: "a <br/> b" })[0]).toContain("must hold words");
  });
});

describe("what is refused", () => {
  test.each([
    ["an exclamation mark", { x: "Well done!" }, "exclamation mark"],
    ["one inside a branch", { x: "{n, plural, one {Yes!} other {No}}" }, "exclamation mark"],
    ["an unknown argument type", { x: "{n, duration}" }, 'unknown argument type "duration"'],
    ["an unknown style", { x: "{n, number, roman}" }, '"roman"'],
    ["an empty message", { x: " " }, "empty"],
    ["an open brace", { x: "Hello {name" }, "cannot be read"],
    ["a plural without other", { x: "{n, plural, one {#}}" }, "cannot be read"],
    ["a number for an argument", { x: "Hello {0}" }, "name it with a word"],
    ["one argument as text and as number", { x: "{n} {n, plural, other {#}}" }, "{n, number}"],
    ["a key that cannot be a function", { "due-at": "Due" }, "cannot name a function"],
    ["a key that is a word of the language", { delete: "Erase" }, "keeps for itself"],
  ])("%s", (_name, en, said) => {
    expect(problemsOf(en as unknown as Catalogue).join()).toContain(said);
  });

  test("missing keys, keys of its own, and other arguments in a locale, whichever is compiled", () => {
    const problems = problemsOf(
      { a: "A", b: "{name}", c: "{n, number}", d: "<b>D</b>" },
      { de: { b: "{wer}", c: "{n}", d: "D", e: "E" } },
    );
    expect(problems).toEqual([
      'de.json: "a" is missing',
      'de.json: "e" is not in en.json',
      'de.json: "b" has other arguments (wer) than en.json (name)',
      'de.json: "c" uses {n} as string, en.json as number',
      'de.json: "d" has other tags than en.json',
    ]);
  });

  test("a select key that only the locale knows", () => {
    const en = { x: "{g, select, a {A} other {O}}" };
    expect(problemsOf(en, { de: { x: "{g, select, b {B} other {O}}" } })[0]).toContain('"b"');
    expect(problemsOf(en, { de: { x: "{g, select, a {A} other {O}}" } })).toEqual([]);
  });
});

describe("the tree", () => {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  test("every words folder gets its own words.gen; the command exits 1 and writes nothing on a problem", () => {
    write("packages/a/src/words/en.json", '{ "close": "Close" }');
    write("packages/b/src/deep/feature/words/en.json", '{ "name": "{name}, hello" }');
    write("packages/b/src/deep/feature/words/de.json", '{ "name": "Hallo {name}" }');
    expect(compileTree({ root: folder })).toEqual({ problems: [], folders: 2, messages: 2, written: 2 });
    expect(compileTree({ root: folder }).written).toBe(0);

    const program = new URL("./words.mjs", import.meta.url).pathname;
    const german = spawnSync(process.execPath, [program, "--root", folder, "--locale", "de"], {
      encoding: "utf8",
    });
    expect(german.status).toBe(1);
    expect(german.stderr).toContain("packages/a/src/words/de.json is missing");
    const file = join(folder, "packages/b/src/deep/feature/words.gen/words.ts");
    expect(readFileSync(file, "utf8")).toContain("hello");

    write("packages/a/src/words/de.json", '{ "close": "Zu" }');
    expect(spawnSync(process.execPath, [program, "--root", folder, "--locale", "de"]).status).toBe(0);
    expect(readFileSync(file, "utf8")).toContain('"Hallo " + a.name');

    write("packages/a/src/words/en.json", '{\n  "close": "Close",\n  "close": "Shut"\n}');
    expect(compileTree({ root: folder }).problems).toEqual([
      'packages/a/src/words/en.json: "close" stands twice',
    ]);
  });
});
