import type { CalendarDate, EventId, RoomEvent, RoomId } from "@goldseam/core";
import type { Measure } from "../measure.ts";
import { mayBeAssigned } from "../measure.ts";
import { type MeasureId, measureOf } from "../measures.ts";
import { score } from "../score.ts";
import { type SharedReading, type ShareLevel, shareLevels } from "./readings.ts";

/** How often an assigned measure is asked for. */
export const rhythms = ["once", "weekly", "monthly"] as const;
export type Rhythm = (typeof rhythms)[number];

/** What a practitioner with a licence brings for a slot. It stays in the one room in which it is assigned. */
export type SlotWording = {
  readonly title: string;
  readonly instructions: string;
  /** One for each item of the key, in its order. */
  readonly questions: readonly string[];
  /** One for each value, from the lowest to the highest; the same for every question. */
  readonly answers: readonly string[];
  /** The licence's name, given with "I am licensed to use this text with my clients". */
  readonly licence: string;
};

export type SharingEvent =
  /** In a room with a practitioner: what its owner shows of one reading, and no more. */
  | RoomEvent<"reading.shared", SharedReading>
  /** In a room with a practitioner: the practitioner asks for a measure. Its event id names the assignment. */
  | RoomEvent<
      "measure.assigned",
      { readonly measure: MeasureId; readonly rhythm: Rhythm; readonly wording?: SlotWording }
    >
  | RoomEvent<"measure.unassigned", { readonly assignment: EventId }>
  /** In the private room: what is shown of this measure each time, in that room. */
  | RoomEvent<
      "measure.share-chosen",
      { readonly measure: MeasureId; readonly room: RoomId; readonly level: ShareLevel }
    >;
export type SharingEventOf<Type extends SharingEvent["type"]> = Extract<
  SharingEvent,
  { readonly type: Type }
>;

/** The longest of each text of a slot, in UTF-16 units. */
export const slotTextMax = 600;

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (data: unknown): Fields =>
  typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Fields) : {};

const measureIn = ({ measure }: Fields): Measure<MeasureId> | null =>
  typeof measure === "string" ? (measureOf(measure) ?? null) : null;

const isDate = (value: unknown): value is CalendarDate =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  Number.isFinite(Date.parse(value)) &&
  new Date(Date.parse(value)).toISOString().startsWith(value);

const isFlags = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= 64 &&
  value.every((flag) => typeof flag === "string" && flag.length <= 64);

const changes = ["improved", "unchanged", "deteriorated", "nothing"] as const;

/**
 * What a `reading.shared` holds, or null: for a measure that this version does not know, for a safety screen, and where
 * it holds more than its level says (ME29). Never throws.
 */
export function readReading(data: unknown): SharedReading | null {
  const fields = fieldsOf(data);
  const measure = measureIn(fields);
  const level = shareLevels.find((known) => known === fields.level);
  const change = changes.find((known) => known === fields.change);
  const { on, isProvisional, total, scoringVersion, flags, responses } = fields;
  if (measure === null || measure.safetyScreen || !isDate(on)) return null;
  if (level === undefined || level === "nothing" || change === undefined) return null;
  if (typeof isProvisional !== "boolean") return null;
  const word = { measure: measure.id, on, level, change, isProvisional };
  if (level === "word")
    return [total, scoringVersion, flags, responses].every((field) => field === undefined) ? word : null;
  const isTotal = total === null || (typeof total === "number" && Number.isFinite(total));
  if (!isTotal || !Number.isSafeInteger(scoringVersion) || !isFlags(flags)) return null;
  const withTotal = { ...word, total, scoringVersion: scoringVersion as number, flags };
  if (level === "total") return responses === undefined ? withTotal : null;
  const isAnswers =
    Array.isArray(responses) &&
    responses.every((value) => value === null || typeof value === "number") &&
    score(measure, responses).ok;
  return isAnswers ? { ...withTotal, responses } : null;
}

/** Why a pasted text is none for this slot: the first thing to mend. */
export type SlotFault = "NoTitle" | "Questions" | "Answers" | "NoLicence" | "TooLong";

/** Whether a practitioner's text fits the key of a slot (ME34), or what to mend. */
export function slotFault(measure: Measure, wording: SlotWording): SlotFault | null {
  const { items } = measure.key.value;
  const [min, max] = items[0]!;
  const texts = [
    wording.title,
    wording.instructions,
    wording.licence,
    ...wording.questions,
    ...wording.answers,
  ];
  if (wording.title.trim() === "") return "NoTitle";
  if (wording.questions.length !== items.length || wording.questions.some((text) => text.trim() === ""))
    return "Questions";
  if (wording.answers.length !== max - min + 1 || wording.answers.some((text) => text.trim() === ""))
    return "Answers";
  if (wording.licence.trim() === "") return "NoLicence";
  return texts.some((text) => text.length > slotTextMax) ? "TooLong" : null;
}

function readSlot(value: unknown): SlotWording | null {
  const { title, instructions, questions, answers, licence } = fieldsOf(value);
  const areTexts = (list: unknown): list is readonly string[] =>
    Array.isArray(list) && list.length <= 64 && list.every((text) => typeof text === "string");
  if (typeof title !== "string" || typeof instructions !== "string" || typeof licence !== "string")
    return null;
  return areTexts(questions) && areTexts(answers)
    ? { title, instructions, questions, answers, licence }
    : null;
}

/** What a `measure.assigned` holds, or null where it may not be assigned so (ME32–ME34). */
export function readAssigned(data: unknown): SharingEventOf<"measure.assigned">["data"] | null {
  const fields = fieldsOf(data);
  const measure = measureIn(fields);
  const rhythm = rhythms.find((known) => known === fields.rhythm);
  if (measure === null || !mayBeAssigned(measure) || rhythm === undefined) return null;
  if (measure.wording !== undefined)
    return fields.wording === undefined && rhythm !== "weekly" ? { measure: measure.id, rhythm } : null;
  const wording = readSlot(fields.wording);
  if (wording === null || slotFault(measure, wording) !== null) return null;
  return { measure: measure.id, rhythm, wording };
}

export function readUnassigned(data: unknown): EventId | null {
  const { assignment } = fieldsOf(data);
  return typeof assignment === "string" && /^[A-Za-z0-9_-]{22}$/.test(assignment)
    ? (assignment as EventId)
    : null;
}

export function readShareChosen(data: unknown): SharingEventOf<"measure.share-chosen">["data"] | null {
  const fields = fieldsOf(data);
  const measure = measureIn(fields);
  const level = shareLevels.find((known) => known === fields.level);
  const { room } = fields;
  if (measure === null || measure.safetyScreen || level === undefined) return null;
  if (typeof room !== "string" || !/^[A-Za-z0-9_-]{43}$/.test(room)) return null;
  return { measure: measure.id, room: room as RoomId, level };
}
