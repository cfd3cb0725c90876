import {
  type Bytes,
  type CalendarDate,
  concatBytes,
  dayMs,
  err,
  isCalendarDate,
  ok,
  oneLine,
  type Result,
  textOf,
  utf8,
} from "@goldseam/core";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { type KeyPair, sign } from "./key-pair.ts";
import { labels } from "./labels.ts";
import { verifySignature } from "./signature.ts";

/** What a host can say of a practitioner, by its number in the format. Tier C is what nobody has to confirm. */
export const confirmedThings = { "tier A": 1, "tier B": 2, "sex-therapy training": 3 } as const;
export type ConfirmedThing = keyof typeof confirmedThings;

/** What the host looked up, and until when it may be relied on. */
export type ConfirmationFields = {
  /** The practitioner's identity key, 32 bytes. */
  readonly identity: Bytes;
  readonly thing: ConfirmedThing;
  /** What the register calls them, or what the training is called. 1 to 80 letters. */
  readonly title: string;
  /** Who keeps the register, or gave the training. 1 to 80 letters. */
  readonly register: string;
  /** Their number there. 1 to 40 letters. */
  readonly number: string;
  /** The day on which the host looked. */
  readonly date: CalendarDate;
  /** The last day on which it counts: at most 400 days later, since it is to be looked up again each year. */
  readonly end: CalendarDate;
};
export type Confirmation = ConfirmationFields & { readonly hostKey: Bytes; readonly signature: Bytes };

export const confirmationFormat = 0x40;
export const confirmationLimits = { title: 80, register: 80, number: 40, days: 400 } as const;
const signatureLength = 64;

type NotAConfirmation = { readonly type: "NotAConfirmation"; readonly at: string };

const signedBytes = (fields: ConfirmationFields, hostKey: Bytes): Bytes =>
  concatBytes(
    new Uint8Array([confirmationFormat]),
    fields.identity,
    new Uint8Array([confirmedThings[fields.thing]]),
    utf8(fields.date),
    utf8(fields.end),
    ...[fields.title, fields.register, fields.number].map(sizedText),
    hostKey,
  );

function sizedText(text: string): Bytes {
  const bytes = utf8(text);
  return concatBytes(new Uint8Array([bytes.length >> 8, bytes.length & 255]), bytes);
}

/**
 * The host's signed statement, as the practitioner carries it into rooms.
 *
 * Throws when the fields are none that `readConfirmation` takes: a command's arguments are checked before.
 *
 * - Source: docs/formats/confirmation.md.
 */
export async function makeConfirmation(fields: ConfirmationFields, host: KeyPair): Promise<Bytes> {
  const signed = signedBytes(fields, host.publicBytes);
  const made = concatBytes(signed, await sign(host, concatBytes(labels.confirmation, signed)));
  const read = readConfirmation(made);
  if (!read.ok) throw new Error(`a confirmation was made that cannot be read at ${read.error.at}`);
  return made;
}

/** Reads a statement, without judging its signature: see `isConfirmationSigned`. */
export function readConfirmation(bytes: Uint8Array): Result<Confirmation, NotAConfirmation> {
  try {
    const reader = new ByteReader(bytes);
    if (reader.u8("format") !== confirmationFormat) throw new Unreadable("format");
    const identity = reader.take(32, "identity");
    const number = reader.u8("thing");
    const thing = (Object.keys(confirmedThings) as ConfirmedThing[]).find(
      (known) => confirmedThings[known] === number,
    );
    if (thing === undefined) throw new Unreadable("thing");
    const [date, end] = [dateIn(reader, "date"), dateIn(reader, "end")];
    const days = (Date.parse(end) - Date.parse(date)) / dayMs;
    if (days < 0 || days > confirmationLimits.days) throw new Unreadable("end");
    const fields = {
      identity,
      thing,
      title: textIn(reader, "title"),
      register: textIn(reader, "register"),
      number: textIn(reader, "number"),
      date,
      end,
    };
    const hostKey = reader.take(32, "host key");
    const signature = reader.take(signatureLength, "signature");
    reader.end("end of it");
    return ok({ ...fields, hostKey, signature });
  } catch (error) {
    if (error instanceof Unreadable) return err({ type: "NotAConfirmation", at: error.at });
    throw error;
  }
}

function dateIn(reader: ByteReader, field: string): CalendarDate {
  const text = textOf(reader.take(10, field));
  if (!text.ok || !isCalendarDate(text.value)) throw new Unreadable(field);
  return text.value;
}

/** One line, without what cannot be seen: it stands beside the host's name on other people's screens. */
function textIn(reader: ByteReader, field: "title" | "register" | "number"): string {
  const text = textOf(reader.take(reader.u16(field), field));
  if (!text.ok || !isConfirmationText(field, text.value)) throw new Unreadable(field);
  return text.value;
}

/** Whether `text` may stand in this field: as it is shown, and no longer than the field. */
export const isConfirmationText = (field: "title" | "register" | "number", text: string): boolean =>
  text !== "" && [...text].length <= confirmationLimits[field] && text === oneLine(text);

/** Whether the host whose key it names signed it. Says nothing about whether that is the host of this place. */
export const isConfirmationSigned = ({ hostKey, signature, ...fields }: Confirmation): Promise<boolean> =>
  verifySignature({
    publicKey: hostKey,
    signature,
    message: concatBytes(labels.confirmation, signedBytes(fields, hostKey)),
  });
