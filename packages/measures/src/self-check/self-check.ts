/**
 * Checks of our own, not measures: no total, no cut-off, no band, no comparison with anybody. Nothing is kept unless
 * the person says so.
 */
export type CheckId = "signs" | "impact-hurt" | "impact-caused";

/** How often, these two weeks. `null` for "I'd rather not answer". */
export type CheckAnswer = 0 | 1 | 2 | null;

export const signGroups = ["circles", "checking", "apart", "turns"] as const;

export const hurtGroups = [
  "shock",
  "loss",
  "grief",
  "thoughts",
  "checking",
  "anger",
  "doubt",
  "worth",
  "body",
] as const;

export const causedGroups = ["shame", "guilt", "worth"] as const;

/** The groups of a check and how many sentences each has, in the order in which they are asked. */
export const checks = {
  signs: { groups: signGroups, sentences: 3 },
  "impact-hurt": { groups: hurtGroups, sentences: 1 },
  "impact-caused": { groups: causedGroups, sentences: 1 },
} as const satisfies Record<CheckId, { readonly groups: readonly string[]; readonly sentences: number }>;

/** How much of a group is there, in words alone. */
export type Presence = "most days" | "now and then" | "hardly" | "not answered";

/**
 * How much of one group is there: "most days" when at least half of what was answered is, "hardly" when all of it is,
 * else "now and then".
 */
export function presenceOf(answers: readonly CheckAnswer[]): Presence {
  const given = answers.filter((answer) => answer !== null);
  if (given.length === 0) return "not answered";
  if (2 * given.filter((answer) => answer === 2).length >= given.length) return "most days";
  return given.every((answer) => answer === 0) ? "hardly" : "now and then";
}

/** What somebody said, put together: every group with its presence, and the groups that stand out, at most two. */
export type CheckSummary<Group extends string = string> = {
  readonly groups: readonly { readonly group: Group; readonly presence: Presence }[];
  /** In the order in which they were asked; "most days" before "now and then". */
  readonly standsOut: readonly Group[];
  /** Where a first step begins; `undefined` when little of it is there. */
  readonly first: Group | undefined;
};

/** Puts the answers of a check together. `answers` are in the order of its sentences; missing ones count as refused. */
export function summarise<Id extends CheckId>(
  id: Id,
  answers: readonly CheckAnswer[],
): CheckSummary<(typeof checks)[Id]["groups"][number]> {
  type Group = (typeof checks)[Id]["groups"][number];
  const { groups, sentences } = checks[id];
  const read = (groups as readonly Group[]).map((group, index) => ({
    group,
    presence: presenceOf(
      Array.from({ length: sentences }, (_, place) => answers[index * sentences + place] ?? null),
    ),
  }));
  const withPresence = (wanted: Presence): readonly Group[] =>
    read.filter(({ presence }) => presence === wanted).map(({ group }) => group);
  const most = withPresence("most days");
  const standsOut = (most.length > 0 ? most : withPresence("now and then")).slice(0, 2);
  return { groups: read, standsOut, first: standsOut[0] };
}

export const sentencesIn = (id: CheckId): number => checks[id].groups.length * checks[id].sentences;
