/** One number that the rules use: its default, the range in which it may be moved, and its unit. */
export type Limit = {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit: "promises" | "weeks" | "days" | "times a day" | "hours" | "minutes" | "characters";
  /** Set where no host, practitioner or couple may loosen it. */
  readonly hard?: true;
  readonly source: string;
};

/**
 * Every number of the promise practice. They are design defaults, not evidence.
 *
 * A practitioner may move one inside its range for one couple; a host may only tighten.
 *
 * - Source: promise/README.md, the rules that name them.
 */
export const promiseLimits = {
  activeEarly: { value: 3, min: 2, max: 4, unit: "promises", source: "P14.3" },
  earlyWeeks: { value: 4, min: 4, max: 4, unit: "weeks", source: "P14.3" },
  activeLater: { value: 5, min: 2, max: 5, unit: "promises", source: "P14.3" },
  dueOfOne: { value: 2, min: 1, max: 2, unit: "times a day", hard: true, source: "P14.10" },
  dueOfAll: { value: 4, min: 1, max: 4, unit: "times a day", hard: true, source: "P14.10" },
  horizon: { value: 56, min: 7, max: 56, unit: "days", hard: true, source: "P14.11" },
  markWithin: { value: 24, min: 24, max: 24, unit: "hours", source: "P14.7, P14.14" },
  bothTimesBeyond: { value: 5, min: 1, max: 5, unit: "minutes", source: "P14.5" },
  historyReach: { value: 8, min: 8, max: 8, unit: "weeks", source: "P14.8" },
  dueSoon: { value: 12, min: 1, max: 24, unit: "hours", source: "PR9" },
  wordsKept: { value: 365, min: 365, max: 365, unit: "days", source: "PR17" },
  act: { value: 200, min: 200, max: 200, unit: "characters", source: "PR3" },
  note: { value: 600, min: 600, max: 600, unit: "characters", source: "PR3" },
} as const satisfies Record<string, Limit>;
