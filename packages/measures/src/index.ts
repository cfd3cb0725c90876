export {
  type Asked,
  intake,
  mayAsk,
  monthly,
  recallDays,
  type Step,
  type Week,
  weekly,
} from "./battery/battery.ts";
export { type Due, type DuePart, dueNow } from "./battery/due.ts";
export {
  type Baseline,
  baselineOf,
  changeBetween,
  daysBetween,
  firstDays,
  isRecovered,
  mayBeSpoken,
  type Reading,
  type Spoken,
  spokenChange,
  usualRange,
} from "./change.ts";
export { csi4Of, scoreCsi4FromCsi16 } from "./derived.ts";
export {
  type DiaryAnswer,
  type DiaryId,
  type DiaryItem,
  type DiarySpoken,
  diaryCounts,
  diaryIds,
  diaryItems,
  diaryRange,
  diaryRule,
  diarySpoken,
  isDiaryValue,
  type Side,
} from "./diary/diary.ts";
export { bundleOf } from "./fhir/bundle.ts";
export { loincNotice } from "./fhir/codes.ts";
export { type ExportSite, questionnaireOf, type Resource, responseOf } from "./fhir/resources.ts";
export {
  type Change,
  changeByFormula,
  changeByThreshold,
  type Norms,
  reliableChangeIndex,
  smallestReliableStep,
  standardErrorOfDifference,
} from "./formula.ts";
export {
  type Band,
  type Cut,
  type ItemRange,
  isOffered,
  isScheduled,
  type Key,
  type Measure,
  mayBeAssigned,
  type Threshold,
  totalRange,
} from "./measure.ts";
export { attributions, type MeasureId, measureOf, measures } from "./measures.ts";
export {
  answerDiary,
  answerItem,
  finishMeasure,
  keepCheck,
  type Making,
  startMeasure,
  stopMeasure,
} from "./record/commands.ts";
export {
  type MeasureEvent,
  type MeasureEventOf,
  type MeasureEventType,
  measureEventTypes,
  measureEventVersion,
  type WordingRef,
} from "./record/events.ts";
export {
  draftHours,
  type Finished,
  type MeasureJournal,
  type MeasureRefusal,
  measureJournal,
  type Sitting,
} from "./record/journal.ts";
export {
  draftsToErase,
  openSitting,
  readingsOf,
  type ScoredReading,
  type SharedReading,
  type ShareLevel,
  shareable,
  shareLevels,
} from "./record/readings.ts";
export {
  type Assignment,
  assignedAgainDays,
  assignedNow,
  assignMeasure,
  choiceFor,
  chooseSharing,
  endAssignment,
  type ShareChoices,
  type SharedMeasures,
  type SharedMeasuresRefusal,
  type ShownReading,
  shareChoices,
  sharedMeasures,
  shareReading,
  shownOf,
  wordingOfSlot,
} from "./record/sharing.ts";
export {
  type Rhythm,
  type SharingEvent,
  type SlotFault,
  type SlotWording,
  slotFault,
  slotTextMax,
} from "./record/sharing-events.ts";
export { itemFlagsOf, keyed, type Responses, type Score, type ScoreError, score } from "./score.ts";
export {
  type CheckAnswer,
  type CheckId,
  type CheckSummary,
  checks,
  type Presence,
  presenceOf,
  sentencesIn,
  summarise,
} from "./self-check/self-check.ts";
export { isProvisional, type Sourced, type Status } from "./sourced.ts";
export { isComplete, type Wording, type WordingItem } from "./wording.ts";
