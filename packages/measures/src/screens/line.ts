import type { CalendarDate } from "@goldseam/core";
import { daysBetween } from "../change.ts";

/** One reading on a line. */
export type Point = { readonly on: CalendarDate; readonly value: number };

/** From so many readings on a line is drawn: fewer make a line out of chance. */
export const leastPoints = 6;

const width = 342;
const margin = 10;
const top = 10;
const bottom = 90;

/**
 * Where everything stands in a picture of 342 × 116, on the person's own scale: no number, up is easier.
 *
 * `points` are in order of date and not empty.
 */
export function lineOf(
  points: readonly Point[],
  {
    band,
    cut,
    higherIsBetter,
  }: {
    readonly band: readonly [number, number] | undefined;
    readonly cut: number | undefined;
    readonly higherIsBetter: boolean;
  },
) {
  const values = [...points.map(({ value }) => value), ...(band ?? []), ...(cut === undefined ? [] : [cut])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const first = points[0]!.on;
  const days = Math.max(1, daysBetween(first, points.at(-1)!.on));
  const span = high - low || 1;
  const round = (number: number): number => Math.round(number * 10) / 10;
  const x = (on: CalendarDate): number =>
    round(margin + ((width - 2 * margin) * daysBetween(first, on)) / days);
  const y = (value: number): number => {
    const share = high === low ? 0.5 : (value - low) / span;
    return round(bottom - (bottom - top) * (higherIsBetter ? share : 1 - share));
  };
  const lately = points.slice(-3).map(({ value }) => y(value));
  const recent = lately.reduce((sum, each) => sum + each, 0) / lately.length;
  const edges = band?.map(y).sort((one, other) => one - other);
  return {
    dots: points.map(({ on, value }, index) => ({
      x: x(on),
      y: y(value),
      isLast: index === points.length - 1,
    })),
    band: edges && {
      top: edges[0]!,
      height: round(edges[1]! - edges[0]!),
      // The words stand at the edge that the newest dots are further from.
      labelAt: round(recent > (edges[0]! + edges[1]!) / 2 ? edges[0]! + 14 : edges[1]! - 6),
    },
    cut: cut === undefined ? undefined : y(cut),
  };
}
