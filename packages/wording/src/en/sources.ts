import type { Source } from "../engine/rule.ts";

/** What was looked at, and when. `practice` is said where no source was checked. */
export const sources = {
  lewicki: {
    key: "lewicki",
    title: "Lewicki and others 2016, the parts of an apology, 755 people",
    grade: "LAB",
    distance: "far",
    checked: "2026-11-21",
  },
  lazare: {
    key: "lazare",
    title: "Lazare, On Apology",
    grade: "QUAL",
    distance: "near",
    checked: "2026-11-21",
  },
  schumann: {
    key: "schumann",
    title: "Schumann, self-affirmation and apologies",
    grade: "LAB",
    distance: "far",
    checked: "2026-11-21",
  },
  schweitzer: {
    key: "schweitzer",
    title: "Schweitzer and others 2006, promises, lies and trust",
    grade: "LAB",
    distance: "far",
    checked: "2026-11-21",
  },
  impl: {
    key: "impl-94",
    title: "If–then plans, 94 tests",
    grade: "META",
    distance: "far",
    checked: "2026-11-21",
  },
  antidotes: {
    key: "antidotes",
    title: "Four antidotes to hurtful ways of talking",
    grade: "CONS",
    distance: "near",
    checked: "2026-11-21",
  },
  coaching: {
    key: "coaching",
    title: "Lush Coaching, coaching and trust",
    grade: "OPIN",
    distance: "direct",
    checked: "2026-11-21",
  },
  counselling: {
    key: "counselling",
    title: "All in the Family Counselling, trust issues",
    grade: "OPIN",
    distance: "direct",
    checked: "2026-11-21",
  },
  practice: {
    key: "practice",
    title: "Practice wisdom",
    grade: "OPIN",
    distance: "direct",
    checked: null,
  },
} as const satisfies Record<string, Source>;
