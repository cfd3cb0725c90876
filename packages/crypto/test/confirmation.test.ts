import { type CalendarDate, fromHex, hex } from "@goldseam/core";
import { describe, expect, test } from "vitest";
import {
  type ConfirmationFields,
  confirmationLimits,
  isConfirmationSigned,
  isConfirmationText,
  makeConfirmation,
  readConfirmation,
} from "../src/confirmation.ts";
import { signingPairOf } from "../src/open.ts";
import { person } from "./couple.ts";
import { vectorText } from "./vector-text.ts";

const date = (text: string): CalendarDate => text as CalendarDate;
const vector = JSON.parse(vectorText("confirmation-v1.json")) as {
  readonly hostSeed: string;
  readonly statements: readonly {
    readonly fields: Omit<ConfirmationFields, "identity"> & { readonly identity: string };
    readonly bytes: string;
  }[];
};
const host = () => signingPairOf(fromHex(vector.hostSeed));
const fieldsOf = (index: number): ConfirmationFields => {
  const { fields } = vector.statements[index]!;
  return { ...fields, identity: fromHex(fields.identity) };
};
const readHex = (text: string) => {
  const read = readConfirmation(fromHex(text));
  if (!read.ok) throw new Error(read.error.at);
  return read.value;
};

describe("a host's statement about a practitioner", () => {
  test.each([0, 1, 2])("reads and is made as it was frozen: %i", async (index) => {
    const { bytes } = vector.statements[index]!;
    const read = readHex(bytes);
    expect(read).toMatchObject(fieldsOf(index));
    expect(hex(read.hostKey)).toBe(hex((await host()).publicBytes));
    expect(await isConfirmationSigned(read)).toBe(true);
    // Ed25519 draws nothing: the same fields under the same key are the same bytes.
    expect(hex(await makeConfirmation(fieldsOf(index), await host()))).toBe(bytes);
  });

  test("any changed bit breaks its form or its signature", async () => {
    const bytes = fromHex(vector.statements[1]!.bytes);
    for (let at = 0; at < bytes.length; at += 1) {
      const read = readConfirmation(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
      if (read.ok) expect(await isConfirmationSigned(read.value), `byte ${at}`).toBe(false);
    }
  });

  test("cut short, or with something behind it, it is refused", () => {
    const bytes = fromHex(vector.statements[0]!.bytes);
    for (let length = 0; length < bytes.length; length += 1)
      expect(readConfirmation(bytes.slice(0, length)).ok, `${length} bytes`).toBe(false);
    expect(readConfirmation(new Uint8Array([...bytes, 0])).ok).toBe(false);
  });

  test("another host's signature under this host's key does not hold", async () => {
    const other = (await person(77)).identity;
    const [own, foreign] = [readHex(vector.statements[0]!.bytes), await makeConfirmation(fieldsOf(0), other)];
    const read = readConfirmation(foreign);
    if (!read.ok) throw new Error(read.error.at);
    expect(await isConfirmationSigned({ ...read.value, hostKey: own.hostKey })).toBe(false);
    expect(await isConfirmationSigned(read.value)).toBe(true);
  });

  test.each([
    ["a day that is none", { date: date("2026-02-30") }],
    ["an end before the day of the look", { end: date("2025-12-31") }],
    ["an end more than 400 days away", { date: date("2026-01-01"), end: date("2027-02-06") }],
    ["no title", { title: "" }],
    ["a title of two lines", { title: "Couple\ntherapist" }],
    ["a title that hides a direction", { title: "Couple\u202etherapist" }],
    ["a number that is too long", { number: "9".repeat(confirmationLimits.number + 1) }],
  ])("%s cannot be signed", async (_what, wrong) => {
    await expect(makeConfirmation({ ...fieldsOf(0), ...wrong }, await host())).rejects.toThrow(
      "cannot be read",
    );
  });

  test("the longest fields fit, counted in letters and not in bytes", async () => {
    const [title, register, number] = [80, 80, 40].map((length) => "🪡".repeat(length)) as [
      string,
      string,
      string,
    ];
    expect(isConfirmationText("title", `${title}x`)).toBe(false);
    const made = await makeConfirmation({ ...fieldsOf(0), title, register, number }, await host());
    expect(readConfirmation(made)).toMatchObject({ ok: true, value: { title, register, number } });
  });
});
