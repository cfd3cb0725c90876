import type { Room } from "../room/room.ts";
import { type ReminderSetting, reminders } from "./setting.ts";

/** The setting of all own devices, as their doorstep has it; undefined while it cannot be read here, or be changed. */
export const reminderSettingOf = (doorstep: Room | undefined): ReminderSetting | undefined =>
  doorstep === undefined || doorstep.record.n === 0 ? undefined : doorstep.foldWith(reminders);
