import { type Finding, helpful, type Label, labels } from "../src/labels.ts";
import type { Row } from "./rows.ts";

export type Analyse = (
  text: string,
  context: { id: string; replyTo?: string; speaker: Row["speaker"]; part: Row["part"] },
) => readonly Finding[];
export type Counted = { tp: number; fp: number; fn: number; precision: number; recall: number; f1: number };
export type Score = {
  readonly rows: number;
  readonly perLabel: Readonly<Record<Label, Counted>>;
  readonly macroF1: number;
  readonly problemPrecision: number;
  /** Share of marked spans that a finding of the label meets by half. */
  readonly spans: number;
  readonly falseOnHardNegatives: number;
  readonly falseOnNone: number;
  readonly elements: number;
  /** Letters in which all three elements are right. */
  readonly wholeLetters: number;
  readonly misses: readonly { row: Row; missed: readonly string[]; extra: readonly string[] }[];
};

/** Measures as the task's README of labels says: per label whether the item has it; then the macro mean. */
export function score(rows: readonly Row[], analyse: Analyse): Score {
  const counts = Object.fromEntries(labels.map((label) => [label, { tp: 0, fp: 0, fn: 0 }])) as Record<
    Label,
    { tp: number; fp: number; fn: number }
  >;
  const tally = {
    spans: 0,
    met: 0,
    negatives: 0,
    raised: 0,
    none: 0,
    noisy: 0,
    elements: 0,
    right: 0,
    letters: 0,
    whole: 0,
  };
  const misses: { row: Row; missed: string[]; extra: string[] }[] = [];
  for (const row of rows) {
    const { id, replyTo, speaker, part } = row;
    const findings = analyse(row.text, { id, speaker, part, ...(replyTo === undefined ? {} : { replyTo }) });
    const found = new Set(findings.map((finding) => finding.label));
    const wanted = new Set(row.labels.filter((label) => label !== "none"));
    for (const label of labels) {
      if (found.has(label) && wanted.has(label)) counts[label].tp += 1;
      else if (found.has(label)) counts[label].fp += 1;
      else if (wanted.has(label)) counts[label].fn += 1;
    }
    for (const span of row.spans) {
      tally.spans += 1;
      const meets = findings.some((finding) => {
        const shared = Math.min(finding.end, span.end) - Math.max(finding.start, span.start);
        const union = Math.max(finding.end, span.end) - Math.min(finding.start, span.start);
        return finding.label === span.label && shared / union >= 0.5;
      });
      if (meets) tally.met += 1;
    }
    if (row.hardNegativeFor.length > 0) {
      tally.negatives += 1;
      if (row.hardNegativeFor.some((label) => found.has(label))) tally.raised += 1;
    }
    if (wanted.size === 0) {
      tally.none += 1;
      if ([...found].some((label) => !helpful.has(label))) tally.noisy += 1;
    }
    if (row.elements) {
      tally.letters += 1;
      const right = (["clarity", "compassion", "commitment"] as const).filter(
        (element) => row.elements![element] === found.has(element),
      ).length;
      tally.elements += 3;
      tally.right += right;
      if (right === 3) tally.whole += 1;
    }
    const missed = [...wanted].filter((label) => !found.has(label));
    const extra = [...found].filter((label) => !wanted.has(label));
    if (missed.length + extra.length > 0) misses.push({ row, missed, extra });
  }
  const perLabel = Object.fromEntries(labels.map((label) => [label, withRates(counts[label])])) as Record<
    Label,
    Counted
  >;
  const present = labels.filter((label) => counts[label].tp + counts[label].fn > 0);
  const problems = labels.filter((label) => !helpful.has(label)).map((label) => counts[label]);
  const sum = (key: "tp" | "fp"): number => problems.reduce((total, count) => total + count[key], 0);
  const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);
  return {
    rows: rows.length,
    perLabel,
    macroF1: present.reduce((total, label) => total + perLabel[label].f1, 0) / present.length,
    problemPrecision: share(sum("tp"), sum("tp") + sum("fp")),
    spans: share(tally.met, tally.spans),
    falseOnHardNegatives: share(tally.raised, tally.negatives),
    falseOnNone: share(tally.noisy, tally.none),
    elements: share(tally.right, tally.elements),
    wholeLetters: share(tally.whole, tally.letters),
    misses,
  };
}

function withRates({ tp, fp, fn }: { tp: number; fp: number; fn: number }): Counted {
  const precision = tp + fp === 0 ? 0 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 0 : tp / (tp + fn);
  return {
    tp,
    fp,
    fn,
    precision,
    recall,
    f1: tp === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

const percent = (value: number): string => (Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`);

/** One line of figures, and a table of labels where `table` asks for it. */
export function reportOf(name: string, found: Score, table = false): string {
  const head = [
    `${name}: ${found.rows} texts`,
    `macro-F1 ${percent(found.macroF1)}`,
    `precision of problems ${percent(found.problemPrecision)}`,
    `false alarms on hard negatives ${percent(found.falseOnHardNegatives)}`,
    `on texts without a label ${percent(found.falseOnNone)}`,
    `spans met ${percent(found.spans)}`,
    `elements ${percent(found.elements)}, letters whole ${percent(found.wholeLetters)}`,
  ].join(" · ");
  if (!table) return head;
  const lines = labels.map((label) => {
    const { precision, recall, f1, tp, fp, fn } = found.perLabel[label];
    return `  ${label.padEnd(22)} P ${percent(precision).padStart(7)}  R ${percent(recall).padStart(7)}  F1 ${percent(f1).padStart(7)}  (${tp} right, ${fp} too many, ${fn} missed)`;
  });
  return [head, ...lines].join("\n");
}
