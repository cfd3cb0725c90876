export type { ForbiddenKind } from "../forbidden-words.ts";
export {
  type Commanded,
  correctMark,
  headsUp,
  makePromise,
  markPromise,
  missAndRepair,
  movePromise,
  type Note,
  type PromiseCommandRefusal,
  refusalOfWording,
  repairPromise,
  type TextField,
  viewPromise,
  type WordingRefusal,
  withdrawPromise,
} from "./commands.ts";
export type {
  Mark,
  OccurrenceRef,
  PromiseEvent,
  PromiseEventOf,
  PromiseEventType,
  PromiseWords,
  RepairLines,
  View,
} from "./events.ts";
export { type HistoryWord, history } from "./history.ts";
export { promiseLimits } from "./limits.ts";
export {
  type MadePromise,
  type Occurrence,
  type PromiseLedger,
  type PromiseRefusal,
  promise,
  type Said,
} from "./promise.ts";
export { refusalWords } from "./refusal-words.ts";
export {
  dateOf,
  daysAfter,
  horizonOf,
  momentOf,
  type Schedule,
  type WallMoment,
  type Weekday,
  wallMomentOf,
  weekdayOf,
} from "./schedule.ts";
export {
  type Asks,
  allDue,
  asks,
  counts,
  type DueNext,
  dueMomentsOf,
  dueNext,
  keptInWeek,
  marksToChoose,
  nextMomentOfChange,
  type OccurrenceView,
  occurrenceView,
  type PromiseView,
  promisesOf,
  type Reading,
  type Standing,
  showsBothTimes,
  standing,
  type Week,
} from "./standing.ts";
