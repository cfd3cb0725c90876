import type { CalendarDate } from "@goldseam/core";
import { daysBetween } from "../change.ts";
import { type DiaryId, diaryItems, type Side } from "../diary/diary.ts";
import { isOffered } from "../measure.ts";
import { type MeasureId, measureOf } from "../measures.ts";

/** One thing to ask, in its place. */
export type Step =
  /** The safety screen; the safety package asks it and keeps nothing of it. */
  | { readonly kind: "safety screen" }
  /** One neutral tap that leads to the safety package. */
  | { readonly kind: "safety tap" }
  | { readonly kind: "measure"; readonly id: MeasureId }
  /** CSI-4, worked out from CSI-16 that is answered in the same week, and not asked. */
  | { readonly kind: "derived"; readonly id: "csi4" }
  | { readonly kind: "diary"; readonly id: DiaryId };

const ask = (id: MeasureId): Step => ({ kind: "measure", id });

/** The diary items of a list that are asked of somebody on these sides. */
const diary = (ids: readonly DiaryId[], sides: readonly Side[]): readonly Step[] =>
  ids
    .filter((id) => {
      const item = diaryItems[id];
      return !("askedOf" in item) || sides.includes(item.askedOf);
    })
    .map((id) => ({ kind: "diary", id }) as const);

/** Low mood and worry: in the United Kingdom CORE-10 once it is offered, elsewhere PHQ-9 and GAD-7. */
const mood = (isUnitedKingdom: boolean): readonly Step[] =>
  isUnitedKingdom && isOffered(measureOf("core10")!) ? [ask("core10")] : [ask("phq9"), ask("gad7")];

/** Who is asked: the sides of the injuries, and where the host or the practitioner is. */
export type Asked = { readonly sides: readonly Side[]; readonly isUnitedKingdom?: boolean };

const weeklyDiary = ["e1", "e2", "e3", "e3m", "e4"] as const;

/** Intake, each alone, about nine minutes. Three sittings at most, in this order; each list is one of them. */
export const intake = ({ sides, isUnitedKingdom = false }: Asked): readonly (readonly Step[])[] => [
  [{ kind: "safety screen" }],
  mood(isUnitedKingdom),
  [ask("csi16"), ...diary(weeklyDiary, sides)],
];

/** What a week is about: which week since the start (from 1), and what is already there. */
export type Week = Asked & {
  readonly week: number;
  /** CSI-16 is asked this week: CSI-4 is then worked out from it. */
  readonly hasCsi16: boolean;
  /** Diary items that this person answers daily. */
  readonly daily?: readonly DiaryId[];
};

/** The weekly pulse, under a minute. Every second week PHQ-4, in place of diary items that are answered daily. */
export function weekly({ week, hasCsi16, sides, daily = [] }: Week): readonly Step[] {
  const withMood = week % 2 === 0;
  const ids = weeklyDiary.filter((id) => !(withMood && daily.includes(id)));
  return [
    hasCsi16 ? { kind: "derived", id: "csi4" } : ask("csi4"),
    ...(withMood ? [ask("phq4")] : []),
    ...diary(ids, sides),
    { kind: "safety tap" },
  ];
}

/** Every four weeks, about six minutes. */
export const monthly = ({ sides, isUnitedKingdom = false }: Asked): readonly Step[] => [
  ask("csi16"),
  ...mood(isUnitedKingdom),
  ...diary(["e5", "e6"], sides),
];

/** Days in which a measure that looks back two weeks is not asked again (ME22). */
export const recallDays = 13;

/** Whether to ask a measure today, `last` being the day of its last answers. Opened by the person, always. */
export const mayAsk = (
  id: MeasureId,
  { last, today, isOpened }: { last?: CalendarDate; today: CalendarDate; isOpened?: boolean },
): boolean =>
  isOpened === true ||
  last === undefined ||
  !["phq9", "gad7"].includes(id) ||
  daysBetween(last, today) > recallDays;
