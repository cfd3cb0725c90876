import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { damagedExports, exportText } from "../../client/test/damaged-exports.ts";
import { recordVector } from "../../crypto/test/vectors.ts";
import { newFolder, run } from "./command.ts";

const folder = newFolder();
let written = 0;
function file(text: string | Uint8Array): string {
  written += 1;
  const name = path.join(folder, `${written}.json`);
  writeFileSync(name, text);
  return name;
}

test("a whole export: what it covers, in plain lines, and the head's eight words", async () => {
  const ran = await run(["verify", file(exportText)]);
  expect(ran).toMatchObject({ code: 0, error: "" });
  expect(ran.out).toContain("none was changed, reordered or left out");
  expect(ran.out).toContain("Items     10: 4 links, 1 certificate, 4 entries, 1 redaction");
  expect(ran.out).toContain("Words     1 open, 2 withheld, 1 erased");
  expect(ran.out).toContain("Received  2027-01-15T08:00:01.000Z to 2027-01-15T08:00:10.000Z");
  expect(ran.out).toContain(`Head      ${recordVector.headWords.join(" ")}`);
  expect(ran.out).not.toContain("home by seven");
});

/** One of each class of damage: a process for every one of them would say no more. */
const classes = [
  "no JSON",
  "another format",
  "an item left out",
  "a bit of the salt",
  "a bit of the signature",
  "a bit of the words",
  "a bit of the key",
  "a bit of a link",
  "another head",
  "erased, though its author erased nothing",
  "the other partner as the exporter",
  "a stranger as the exporter of withheld words",
];

describe("a damaged export ends with 1 and names the first fault:", () => {
  for (const name of classes) {
    const { text, fault } = damagedExports.find((one) => one.name === name)!;
    test(name, async () => {
      const ran = await run(["verify", file(text)]);
      expect(ran.code).toBe(1);
      expect(ran.out).toContain(`(${fault.type}).`);
      expect(ran.out).toContain(fault.n === 0 ? "The file" : `Item ${fault.n} `);
      expect([ran.out.trim().split("\n").length, ran.error]).toEqual([1, ""]);
    });
  }
  test("bytes that are no text", async () => {
    const ran = await run(["verify", file(new Uint8Array([0xff, 0xfe, 0x00, 0x80]))]);
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining("(NotAnExport).") });
  });
});

test("a file that cannot be read ends with 1 and says so", async () => {
  for (const name of [path.join(folder, "absent.json"), folder]) {
    const ran = await run(["verify", name]);
    expect(ran).toEqual({ code: 1, out: "", error: `The file ${name} could not be read.\n` });
  }
});

describe("what is not understood ends with 2 and shows how it is used:", () => {
  const ways: readonly (readonly string[])[] = [
    [],
    ["verify"],
    ["verify", "a", "b"],
    ["verify", "--loud"],
    ["sing"],
  ];
  for (const args of ways) {
    test(`goldseam ${args.join(" ")}`, async () => {
      const ran = await run(args);
      expect(ran).toMatchObject({ code: 2, out: "" });
      expect(ran.error).toContain("goldseam ");
      expect(ran.error).not.toContain("    at ");
    });
  }
});

test("help is no mistake", async () => {
  for (const args of [["--help"], ["verify", "--help"], ["serve", "--help"]])
    expect(await run(args)).toMatchObject({ code: 0, error: "" });
});
