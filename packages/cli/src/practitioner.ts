import { mkdirSync } from "node:fs";
import path from "node:path";
import { base64url, type CalendarDate, err, fromBase64url, ok, type Result } from "@goldseam/core";
import {
  type ConfirmationFields,
  type ConfirmedThing,
  confirmationLimits,
  isConfirmationText,
  makeConfirmation,
} from "@goldseam/crypto/confirmation";
import { readArguments, refuse } from "./arguments.ts";
import { hostKeyName, makeHostKey, publicFileOf, readHostKey } from "./host-key.ts";

const usage = `goldseam practitioner confirm --code CODE --tier A|B --title TEXT --register TEXT --number TEXT [--until DATE]
goldseam practitioner confirm --code CODE --training --title TEXT --register TEXT --number TEXT [--until DATE]

Signs what you found in a register, or on a certificate, about one practitioner. Prints the signed statement: give it to them,
they put it into their app, and it counts in a couple's room once both partners have accepted it there.

  --code      The practitioner's code, from their app: Practitioner, "Your credentials"
  --tier      A: licensed to treat people, and trained for couples
              B: accredited coach or counsellor, with a tier A supervisor whom you know
  --training  Training in sex therapy or sex coaching, instead of a tier
  --title     What the register, or the certificate, calls them
  --register  Who keeps the register, or gave the training
  --number    Their number there
  --until     Last day on which it counts, such as 2027-11-28; a year from today unless said. At most ${confirmationLimits.days} days
  --data      Folder where the host's key lies      GOLDSEAM_DATA       ./data
  --host-key  The file of the key itself, instead   GOLDSEAM_HOST_KEY   host-key in that folder

Look it up yourself, today, where the register is kept: a copy that somebody shows proves nothing. The key is made at the
first use. Keep a copy of it where nobody else reads: without it, everybody has to be confirmed anew.
`;

const options = {
  code: { type: "string" },
  tier: { type: "string" },
  training: { type: "boolean" },
  title: { type: "string" },
  register: { type: "string" },
  number: { type: "string" },
  until: { type: "string" },
  data: { type: "string" },
  "host-key": { type: "string" },
  help: { type: "boolean" },
} as const;

type Values = {
  readonly [Name in keyof typeof options]?: (typeof options)[Name]["type"] extends "boolean"
    ? boolean
    : string;
};

/** `goldseam practitioner confirm` */
export async function practitioner(args: readonly string[]): Promise<number> {
  const read = readArguments(args, options);
  if (!read.ok) return refuse(`${read.error}\n\n${usage}`, 2);
  const { values, positionals } = read.value;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (positionals.join(" ") !== "confirm") return refuse(usage, 2);
  const fields = fieldsOf(values, Temporal.Now.plainDateISO());
  if (!fields.ok) return refuse(`${fields.error}\n`, 2);
  const file = hostKeyFileOf(values, process.env);
  const held = await readHostKey(file);
  if (!held.ok) return refuse(`${held.error}\n`, 1);
  if (held.value === null) mkdirSync(path.dirname(file), { recursive: true });
  const host = held.value ?? (await makeHostKey(file));
  const statement = await makeConfirmation(fields.value, host);
  process.stdout.write(`${base64url(statement)}\n`);
  if (held.value === null) {
    process.stderr.write(
      `A key for this host was made in ${file}. Keep a copy of it. The relay gives out ${publicFileOf(file)}: start it again.\n`,
    );
  }
  return 0;
}

/** Where the key lies: by flag, by environment, beside the data. */
const hostKeyFileOf = (values: Pick<Values, "data" | "host-key">, environment: NodeJS.ProcessEnv): string =>
  path.resolve(
    values["host-key"] ??
      environment.GOLDSEAM_HOST_KEY ??
      path.join(values.data ?? environment.GOLDSEAM_DATA ?? "data", hostKeyName),
  );

/** What is to be signed, or the sentence that says what is missing or wrong. */
export function fieldsOf(values: Values, today: Temporal.PlainDate): Result<ConfirmationFields, string> {
  const code = fromBase64url(values.code ?? "");
  if (!code.ok || code.value.length !== 32)
    return err("--code takes the 43 letters that the practitioner's app shows.");
  const thing = thingOf(values);
  if (thing === null) return err("Say either --tier A, --tier B or --training.");
  for (const field of ["title", "register", "number"] as const) {
    if (!isConfirmationText(field, values[field] ?? ""))
      return err(`--${field} takes one line of 1 to ${confirmationLimits[field]} letters.`);
  }
  const end = values.until === undefined ? today.add({ years: 1 }) : dateOf(values.until);
  const days = end === null ? -1 : today.until(end, { largestUnit: "days" }).days;
  if (end === null || days < 0 || days > confirmationLimits.days)
    return err(
      `--until takes a day from today to ${confirmationLimits.days} days from now, such as ${today.add({ years: 1 })}.`,
    );
  return ok({
    identity: code.value,
    thing,
    title: values.title!,
    register: values.register!,
    number: values.number!,
    date: today.toString() as CalendarDate,
    end: end.toString() as CalendarDate,
  });
}

function thingOf({ tier, training }: Values): ConfirmedThing | null {
  if (training === true) return tier === undefined ? "sex-therapy training" : null;
  return tier === "A" ? "tier A" : tier === "B" ? "tier B" : null;
}

function dateOf(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text, { overflow: "reject" }) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
