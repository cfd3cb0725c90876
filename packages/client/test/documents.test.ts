import { readFileSync } from "node:fs";
import path from "node:path";
import { fromHex, hex } from "@goldseam/core";
import { encodePlaced, encodePull } from "@goldseam/sync";
import { expect, test } from "vitest";
import { vectorText } from "../../crypto/test/vector-text.ts";
import { accountVector, inviteVector, recordVector } from "../../crypto/test/vectors.ts";
import { exportText } from "./damaged-exports.ts";

/** The tables of a format's worked example, each as the bytes that its rows spell. */
function example(name: string): { text: string; tables: string[] } {
  const file = path.join(import.meta.dirname, `../../../docs/formats/${name}.md`);
  const [, text = ""] = readFileSync(file, "utf8").split("## Worked example\n");
  const tables = text.split("| field | bytes in hex | is |\n|---|---|---|\n").slice(1);
  return {
    text,
    tables: tables.map((table) =>
      Array.from(table.matchAll(/^\| [^|]+ \| `([0-9a-f]+)` \|/gm), ([, cell]) => cell).join(""),
    ),
  };
}

const seventh = recordVector.items[6]!;

test("record.md takes apart the redaction of the frozen record", () => {
  const { text, tables } = example("record");
  expect(tables).toEqual([seventh.item]);
  expect(text).toContain(`item hash is \`${seventh.hash}\``);
  expect(text).toContain(`\`${seventh.head}\``);
});

test("account.md takes apart the first link of the frozen account log, and the invite's fragment", () => {
  const { text, tables } = example("account");
  expect(tables).toEqual([accountVector.log[0]!.link, `01${inviteVector.secret}${inviteVector.room}`]);
  for (const said of [accountVector.seed, accountVector.log[0]!.hash, inviteVector.fragment, inviteVector.id])
    expect(text).toContain(said);
});

test("confirmation.md takes apart the first frozen statement", () => {
  const frozen = JSON.parse(vectorText("confirmation-v1.json")) as { statements: { bytes: string }[] };
  expect(example("confirmation").tables).toEqual([frozen.statements[0]!.bytes]);
});

test("wire.md asks for and places an item of the frozen record", () => {
  const item = fromHex(seventh.item);
  const placed = encodePlaced({ n: 7, t: seventh.t, erased: false, item });
  expect(example("wire").tables).toEqual([
    hex(encodePull({ room: fromHex(recordVector.room), after: 6, most: 1 })),
    hex(placed.slice(0, placed.length - item.length)),
  ]);
});

test("export.md shows an item of the frozen export", () => {
  const { text } = example("export");
  const [, shown = ""] = /```json\n(.+)\n```/.exec(text) ?? [];
  expect(JSON.parse(shown)).toEqual((JSON.parse(exportText) as { items: unknown[] }).items[5]);
  expect(text).toContain(recordVector.headWords.join(" "));
});
