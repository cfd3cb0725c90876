import { type EntryHash, hourMs, type Instant } from "@goldseam/core";
import type { Reading, Spoken } from "../change.ts";
import { csi4Of } from "../derived.ts";
import type { Measure } from "../measure.ts";
import { type MeasureId, measureOf } from "../measures.ts";
import { type Responses, type Score, score } from "../score.ts";
import { draftHours, type Finished, type MeasureJournal, type Sitting } from "./journal.ts";

/** A finished measure with what it comes to now; the score is folded, never kept (ME6). */
export type ScoredReading = Reading & {
  readonly measure: MeasureId;
  readonly responses: Responses;
  readonly scored: Score;
  readonly scoringVersion: number;
  readonly finished: Finished;
  readonly sitting: Sitting;
};

/** What a person finished of this measure, oldest first. CSI-4 counts those worked out from CSI-16, too. */
export function readingsOf(journal: MeasureJournal, id: MeasureId): readonly ScoredReading[] {
  return [...journal.sittings.values()]
    .flatMap((sitting) => readingOf(sitting, id))
    .sort(
      (one, other) => one.on.localeCompare(other.on) || one.finished.finishedAt - other.finished.finishedAt,
    );
}

function readingOf(sitting: Sitting, id: MeasureId): readonly ScoredReading[] {
  const isDerived = id === "csi4" && sitting.measure === "csi16";
  if (!sitting.finished || (sitting.measure !== id && !isDerived)) return [];
  const responses = isDerived ? csi4Of(sitting.finished.responses) : sitting.finished.responses;
  const measure: Measure = measureOf(id)!;
  const scored = score(measure, responses);
  if (!scored.ok) return [];
  return [
    {
      measure: id,
      on: sitting.finished.on,
      total: scored.value.total,
      responses,
      scored: scored.value,
      scoringVersion: measure.scoringVersion,
      finished: sitting.finished,
      sitting,
    },
  ];
}

/** The sitting to go on with: the newest open one of this measure that is not too old (ME23). */
export const openSitting = (journal: MeasureJournal, id: MeasureId, now: Instant): Sitting | undefined =>
  [...journal.sittings.values()].findLast(
    ({ measure, status, begun }) => measure === id && status === "open" && now - begun <= draftHours * hourMs,
  );

/** The entries that now have to be erased: drafts of what is finished, stopped, or older than 48 hours (ME23). */
export const draftsToErase = (journal: MeasureJournal, now: Instant): readonly EntryHash[] =>
  [...journal.sittings.values()]
    .filter(({ status, begun }) => status !== "open" || now - begun > draftHours * hourMs)
    .flatMap(({ drafts }) => drafts);

/** How much of a reading somebody gives to their practitioner. Nothing is the default. */
export const shareLevels = ["nothing", "word", "total", "answers"] as const;
export type ShareLevel = (typeof shareLevels)[number];

/** What an entry in the room with the practitioner would hold. */
export type SharedReading = {
  readonly measure: MeasureId;
  readonly on: Reading["on"];
  readonly level: Exclude<ShareLevel, "nothing">;
  readonly change: Spoken["says"];
  readonly isProvisional: boolean;
  readonly total?: number | null;
  readonly scoringVersion?: number;
  readonly flags?: readonly string[];
  readonly responses?: Responses;
};

/**
 * What would be shared of a reading at a level, and nothing more; null for "nothing", and always for a safety screen.
 *
 * Sharing is a later act of the person: this makes the facts, and appends nothing.
 */
export function shareable(reading: ScoredReading, level: ShareLevel, spoken: Spoken): SharedReading | null {
  if (level === "nothing" || (measureOf(reading.measure) as Measure).safetyScreen) return null;
  const word: SharedReading = {
    measure: reading.measure,
    on: reading.on,
    level,
    change: spoken.says,
    isProvisional: spoken.says !== "nothing" && spoken.isProvisional,
  };
  if (level === "word") return word;
  const { total, scoringVersion, scored, responses } = reading;
  const withTotal = { ...word, total, scoringVersion, flags: scored.flags };
  return level === "total" ? withTotal : { ...withTotal, responses };
}
