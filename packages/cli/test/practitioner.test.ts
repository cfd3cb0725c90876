import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { base64url, fromBase64url } from "@goldseam/core";
import { isConfirmationSigned, readConfirmation } from "@goldseam/crypto/confirmation";
import { describe, expect, test } from "vitest";
import { person } from "../../crypto/test/couple.ts";
import { fieldsOf } from "../src/practitioner.ts";
import { choicesOf } from "../src/serve.ts";
import { newFolder, run } from "./command.ts";

const { identity } = await person(31);
const code = base64url(identity.publicBytes);
const found = ["--title", "Psychotherapist", "--register", "Example Chamber", "--number", "17/4"];
const confirm = (data: string, ...more: string[]) =>
  run(["practitioner", "confirm", "--data", data, "--code", code, ...found, ...more]);

function read(out: string) {
  const bytes = fromBase64url(out.trim());
  const statement = bytes.ok ? readConfirmation(bytes.value) : undefined;
  if (!statement?.ok) throw new Error(`no statement: ${out}`);
  return statement.value;
}

test("signs what the host found, with a key that it makes once and keeps to itself", async () => {
  const data = path.join(newFolder(), "data");
  const first = await confirm(data, "--tier", "A");
  expect(first.code).toBe(0);
  expect(first.error).toContain("Keep a copy of it");
  const statement = read(first.out);
  expect(statement).toMatchObject({ thing: "tier A", title: "Psychotherapist", number: "17/4" });
  expect(base64url(statement.identity)).toBe(code);
  expect(await isConfirmationSigned(statement)).toBe(true);
  expect(statSync(path.join(data, "host-key")).mode & 0o777).toBe(0o600);

  const second = await confirm(data, "--training", "--until", statement.date);
  expect(second).toMatchObject({ code: 0, error: "" });
  expect(read(second.out)).toMatchObject({
    thing: "sex-therapy training",
    end: statement.date,
    hostKey: statement.hostKey,
  });

  // The relay gives out the public half, and reads nothing else.
  const choices = choicesOf({ data }, {});
  expect(choices).toMatchObject({ ok: true, value: { config: { host: { key: statement.hostKey } } } });
  expect(readFileSync(path.join(data, "host-key.pub"), "utf8").trim()).toBe(base64url(statement.hostKey));
});

test("a key file that holds no key is said, and nothing is made in its place", async () => {
  const data = newFolder();
  writeFileSync(path.join(data, "host-key"), "something else");
  expect(await confirm(data, "--tier", "B")).toMatchObject({
    code: 1,
    out: "",
    error: expect.stringContaining("does not hold a key"),
  });
  writeFileSync(path.join(data, "host-key.pub"), "something else");
  expect(choicesOf({ data }, {}).ok).toBe(false);
});

test("says how it is used", async () => {
  const [bare, helped] = [await run(["practitioner"]), await run(["practitioner", "--help"])];
  expect(bare).toMatchObject({ code: 2, out: "" });
  expect(helped).toMatchObject({ code: 0, error: "" });
  expect(helped.out).toContain("--code");
});

describe("what cannot be signed", () => {
  const today = Temporal.PlainDate.from("2026-11-28");
  const whole = { code, tier: "A", title: "T", register: "R", number: "1" };
  test.each([
    ["no code", { code: undefined }, "--code"],
    ["a code that is cut short", { code: code.slice(0, 40) }, "--code"],
    ["no tier", { tier: undefined }, "--tier A"],
    ["a tier that is none", { tier: "C" }, "--tier A"],
    ["a tier and a training at once", { training: true }, "--tier A"],
    ["no register", { register: undefined }, "--register"],
    ["a title of two lines", { title: "a\nb" }, "--title"],
    ["a last day that is past", { until: "2026-11-27" }, "--until"],
    ["a last day too far away", { until: "2028-01-03" }, "--until"],
    ["a last day that is no day", { until: "2027-02-30" }, "--until"],
    ["a last day in other words", { until: "next year" }, "--until"],
  ])("%s", (_what, wrong, says) => {
    const fields = fieldsOf({ ...whole, ...wrong } as typeof whole, today);
    expect(fields).toMatchObject({ ok: false, error: expect.stringContaining(says) });
  });

  test("and what can: a year from today, unless said", () => {
    expect(fieldsOf(whole, today)).toMatchObject({
      ok: true,
      value: { date: "2026-11-28", end: "2027-11-28" },
    });
    expect(fieldsOf({ ...whole, until: "2028-01-02" } as typeof whole, today).ok).toBe(true);
  });
});
