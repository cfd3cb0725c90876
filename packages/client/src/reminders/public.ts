export type { OwnPush } from "./reminder-keeper.ts";
export { noReminders, type ReminderSetting, type ReminderTime, reminderTimesMax } from "./setting.ts";
export { reminderSettingOf } from "./setting-of.ts";
