import type { Step } from "../battery/battery.ts";
import type { DiaryId } from "../diary/diary.ts";
import type { MeasureId } from "../measures.ts";

/** What one screen after the other asks: diary items that follow one another are one sitting. */
export type Group =
  | { readonly kind: "measure"; readonly id: MeasureId }
  | { readonly kind: "diary"; readonly ids: readonly DiaryId[] }
  | { readonly kind: "safety screen" }
  | { readonly kind: "safety tap" };

/** The screens of a list of steps. What is worked out from other answers has none. */
export function groupsOf(steps: readonly Step[]): readonly Group[] {
  const groups: Group[] = [];
  for (const step of steps) {
    if (step.kind === "derived") continue;
    const last = groups.at(-1);
    if (step.kind === "diary" && last?.kind === "diary")
      groups[groups.length - 1] = { kind: "diary", ids: [...last.ids, step.id] };
    else groups.push(step.kind === "diary" ? { kind: "diary", ids: [step.id] } : step);
  }
  return groups;
}
