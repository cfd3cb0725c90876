import type { CalendarDate, EventId, Instant } from "@goldseam/core";
import type { MeasureId } from "../measures.ts";
import { measureOf } from "../measures.ts";
import type { ScoredReading } from "../record/readings.ts";
import { type Responses, score } from "../score.ts";

const first = Date.UTC(2026, 2, 2);
const dayMs = 86_400_000;

export const dateAfter = (days: number): CalendarDate =>
  new Date(first + days * dayMs).toISOString().slice(0, 10) as CalendarDate;

/** Readings of one measure as the fold would give them, `gap` days apart. */
export function sampleReadings(
  id: MeasureId,
  gap: number,
  all: readonly Responses[],
): readonly ScoredReading[] {
  const measure = measureOf(id)!;
  return all.map((responses, index) => {
    const scored = score(measure, responses);
    if (!scored.ok) throw new Error(`sample ${index} of ${id}: ${scored.error.type}`);
    const at = (first + index * gap * dayMs) as Instant;
    const on = dateAfter(index * gap);
    const eventId = `${index}`.padEnd(22, "A") as EventId;
    const finished = { responses, unscored: [], on, startedAt: at, finishedAt: at, eventId };
    return {
      measure: id,
      on,
      total: scored.value.total,
      responses,
      scored: scored.value,
      scoringVersion: 1,
      finished,
      sitting: {
        sittingId: eventId,
        measure: id,
        wording: { version: "1", language: "en" },
        begun: at,
        answers: new Map(),
        drafts: [],
        flags: new Set<string>(),
        status: "finished",
        finished,
      },
    };
  });
}
