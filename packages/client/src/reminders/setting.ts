import type { EventId, Instant, RoomEvent, WallTime } from "@goldseam/core";
import type { Practice, Refusal, Weekday } from "@goldseam/practices";

/** A time of day on some weekdays, by the clock of whichever device plans it. */
export type ReminderTime = { readonly days: readonly Weekday[]; readonly time: WallTime };

/** When a person wants to be reminded. What of, they know themselves. */
export type ReminderSetting = {
  readonly times: readonly ReminderTime[];
  /** Minutes before an own promise falls due; null for not at all. */
  readonly beforePromises: number | null;
  /** Whether by mail, too, where an address is confirmed. */
  readonly mail: boolean;
};

export const reminderTimesMax = 6;
/** Times stand on whole five minutes: a finer one would tell the server more than is needed. */
export const reminderStepMinutes = 5;
const beforeMinutesMax = 24 * 60;

export const noReminders: ReminderSetting = { times: [], beforePromises: null, mail: false };

/** A fold like a practice's, of the doorstep alone (RM2, RM3): the last setting stands. */
export const reminders: Practice<"reminders", ReminderSetting> = {
  kind: "reminders",
  rooms: ["doorstep"],
  types: ["reminders.set"],
  empty: noReminders,
  refusal: (_before, { event }) => refusal(event),
  evolve: (before, { event }) => (refusal(event) === null ? settingIn(event.data)! : before),
};

/** Chooses when to be reminded, for all own devices. */
export const setReminders = (
  { times, beforePromises, mail }: ReminderSetting,
  { id, at }: { readonly id: EventId; readonly at: Instant },
): RoomEvent => ({ v: 1, type: "reminders.set", id, at, data: { times, beforePromises, mail } });

function refusal({ v, data }: RoomEvent): Refusal | null {
  if (v !== 1) return { type: "NewerVersion" };
  return settingIn(data) === null ? { type: "Malformed" } : null;
}

function settingIn(data: unknown): ReminderSetting | null {
  const { times, beforePromises, mail } = (data ?? {}) as Record<string, unknown>;
  const isBefore =
    beforePromises === null ||
    (isStep(beforePromises) && beforePromises > 0 && beforePromises <= beforeMinutesMax);
  if (!Array.isArray(times) || times.length > reminderTimesMax || !isBefore) return null;
  if (typeof mail !== "boolean" || !times.every(isReminderTime)) return null;
  return { times: times.map(({ days, time }) => ({ days, time })), beforePromises, mail };
}

const isStep = (minutes: unknown): minutes is number =>
  Number.isSafeInteger(minutes) && (minutes as number) % reminderStepMinutes === 0;

function isReminderTime(value: unknown): value is ReminderTime {
  const { days, time } = (value ?? {}) as { days?: unknown; time?: unknown };
  if (!Array.isArray(days) || days.length === 0 || new Set(days).size !== days.length) return false;
  if (!days.every((day) => Number.isSafeInteger(day) && day >= 1 && day <= 7)) return false;
  return typeof time === "string" && /^(?:[01]\d|2[0-3]):[0-5][05]$/.test(time);
}
