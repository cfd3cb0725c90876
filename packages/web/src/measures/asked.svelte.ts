import type { Assignment, CheckAnswer, CheckId, DiaryId, DuePart, MeasureId } from "@goldseam/measures";

/** What a person has opened to answer, or to look at. */
export type Asked =
  | { readonly kind: "part"; readonly part: DuePart }
  | { readonly kind: "measure"; readonly id: MeasureId }
  /** What a practitioner asked for, and who that is. */
  | { readonly kind: "assigned"; readonly assignment: Assignment; readonly by: string };
export type Looked =
  | { readonly kind: "measure"; readonly id: MeasureId }
  | { readonly kind: "diary"; readonly id: DiaryId }
  | { readonly kind: "check"; readonly id: CheckId; readonly answers: readonly CheckAnswer[] };

let asked = $state.raw<Asked | undefined>();
let looked = $state.raw<Looked | undefined>();

/** Held here and not in an address: the browser's history would say what somebody was asked. */
export const opened = {
  get asked(): Asked | undefined {
    return asked;
  },
  get looked(): Looked | undefined {
    return looked;
  },
  ask(next: Asked): void {
    asked = next;
  },
  look(next: Looked): void {
    looked = next;
  },
};
