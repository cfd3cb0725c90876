/** One line of the table of measures: docs of the bounds stand at the head of each bench. */
export type BenchRow = {
  readonly name: string;
  readonly measured: number;
  readonly bound: number;
  /** Measured against the bound, in the sense of `toReach`. */
  readonly ratio: number;
  readonly unit: string;
  /** What `ratio` must not fall below, or must not exceed. Absent for a row that only explains another. */
  readonly toReach?: { readonly atLeast: number } | { readonly atMost: number };
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The value below which `part` of them lie. */
export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Whether the row reaches its aim; undefined when it has none. */
export function isReached({ ratio, toReach }: BenchRow): boolean | undefined {
  if (toReach === undefined) return undefined;
  return "atLeast" in toReach ? ratio >= toReach.atLeast : ratio <= toReach.atMost;
}

export function printTable(rows: readonly BenchRow[]): void {
  console.table(
    rows.map((row) => {
      const { name, measured, bound, unit, ratio, toReach } = row;
      const aim =
        toReach === undefined ? "" : "atLeast" in toReach ? `≥ ${toReach.atLeast}` : `≤ ${toReach.atMost}`;
      const reached = { true: "reached", false: "not reached", undefined: "" }[String(isReached(row))];
      return { name, measured: `${measured} ${unit}`, bound, ratio, "to reach": aim, reached };
    }),
  );
}
