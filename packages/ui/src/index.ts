export { default as A4 } from "./A4.svelte";
export { default as Button } from "./Button.svelte";
export { default as Choice } from "./Choice.svelte";
export { default as Consent } from "./Consent.svelte";
export { default as Empty } from "./Empty.svelte";
export { default as Entries } from "./Entries.svelte";
export { default as Entry } from "./Entry.svelte";
export { default as Exit } from "./Exit.svelte";
export { type ExitWay, leave, provideExit } from "./exit.ts";
export { default as Field } from "./Field.svelte";
export { default as Fold } from "./Fold.svelte";
export { focusFirstError, focusTitle, focusTitleIfLost } from "./focus.ts";
export { default as Gaps } from "./Gaps.svelte";
export { default as GoldLine } from "./GoldLine.svelte";
export { hush } from "./hush.svelte.ts";
export { default as Icon } from "./Icon.svelte";
export * as icons from "./icons.ts";
export { default as Leaf } from "./Leaf.svelte";
export { default as Moment } from "./Moment.svelte";
export { default as Notice } from "./Notice.svelte";
export { default as NotOpen } from "./NotOpen.svelte";
export { provideNotice } from "./notice.ts";
export { default as Pair } from "./Pair.svelte";
export { default as PasswordField } from "./PasswordField.svelte";
export type { Paper } from "./paper.ts";
export { default as Qr } from "./Qr.svelte";
export { default as Readers } from "./Readers.svelte";
export { default as Rich } from "./Rich.svelte";
export { default as Row } from "./Row.svelte";
export { default as Rows } from "./Rows.svelte";
export { readerWords, readerWordsShort } from "./reader-words.ts";
export { type Room, roomAddresses } from "./rooms.ts";
export { default as Screen } from "./Screen.svelte";
export { default as Seam } from "./Seam.svelte";
export { drawSeam, type SeamInjury, type SeamRecord, type SeamWeek, weekWeight } from "./seam.ts";
export { goldWords, seamWords } from "./seam-words.ts";
export { default as Tabs } from "./Tabs.svelte";
export { default as Time } from "./Time.svelte";
export { default as Top } from "./Top.svelte";
export {
  type TimeOptions,
  type TimeShow,
  timeAttribute,
  timeWords,
  type Weekday,
  weekdayWords,
} from "./time-words.ts";
export { default as Weekdays } from "./Weekdays.svelte";
export { default as Wordmark } from "./Wordmark.svelte";
export { default as Words } from "./Words.svelte";
