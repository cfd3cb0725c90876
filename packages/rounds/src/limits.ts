/** One number that the rules use: its default, the range in which it may be moved, and its unit. */
export type RoundLimit = {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit: "hours" | "days" | "windows" | "rounds a day" | "bytes" | "o'clock";
  readonly source: string;
};

/**
 * Every number of rounds and reveals. They are design defaults, not evidence.
 *
 * - Source: README.md, the rules that name them.
 */
export const roundLimits = {
  windowFrom: { value: 3, min: 3, max: 3, unit: "o'clock", source: "RD2" },
  windowUntil: { value: 6, min: 6, max: 6, unit: "o'clock", source: "RD2" },
  finishWithin: { value: 72, min: 72, max: 72, unit: "hours", source: "RD4" },
  quickADay: { value: 12, min: 6, max: 24, unit: "rounds a day", source: "RD9" },
  startsADay: { value: 31, min: 31, max: 31, unit: "rounds a day", source: "RD10" },
  grace: { value: 7, min: 3, max: 10, unit: "days", source: "RD14" },
  noGrace: { value: 72, min: 72, max: 72, unit: "hours", source: "RD14" },
  eraseAfter: { value: 7, min: 7, max: 7, unit: "days", source: "RD17" },
  maskReach: { value: 30, min: 30, max: 30, unit: "windows", source: "MK1" },
  arriveWithin: { value: 72, min: 24, max: 72, unit: "hours", source: "RT5" },
  revealValue: { value: 4000, min: 4000, max: 4000, unit: "bytes", source: "RT6" },
} as const satisfies Record<string, RoundLimit>;
