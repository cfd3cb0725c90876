/**
 * Numbers in Prometheus' text form, version 0.0.4: what a scrape reads.
 *
 * Label names are given once for each metric and label values come from fixed lists alone, so that nothing which
 * anyone sent can become one.
 */
type Kind = "counter" | "gauge" | "histogram";

/** A metric as one scrape reads it: name, what it counts, and a line for each sample. */
export type Metric = { readonly name: string; readonly help: string; readonly type: Kind; lines(): string[] };

type Named = { readonly name: string; readonly help: string };

const labelled = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
};
const escaped = (text: string): string =>
  text.replace(/[\\"\n]/g, (sign) => (sign === "\n" ? "\\n" : `\\${sign}`));

/** A number that only grows, one for each set of label values that was counted. */
export class Counter implements Metric {
  readonly name: string;
  readonly help: string;
  readonly type = "counter";
  readonly #byLabels = new Map<string, number>();

  constructor({ name, help }: Named) {
    this.name = name;
    this.help = help;
  }

  add(by = 1, labels: Readonly<Record<string, string>> = {}): void {
    const key = labelled(labels);
    this.#byLabels.set(key, (this.#byLabels.get(key) ?? 0) + by);
  }

  lines(): string[] {
    return [...this.#byLabels].map(([labels, value]) => `${this.name}${labels} ${value}`);
  }
}

/** Counts observed seconds by upper bounds, with their sum, for each value of one label. */
export class Histogram implements Metric {
  readonly name: string;
  readonly help: string;
  readonly type = "histogram";
  readonly #label: string;
  readonly #bounds: readonly number[];
  readonly #byValue = new Map<string, { readonly counts: number[]; sum: number }>();

  /** `bounds` ascend; what is above the last is counted in none but the whole. */
  constructor({ name, help, label, bounds }: Named & { label: string; bounds: readonly number[] }) {
    this.name = name;
    this.help = help;
    this.#label = label;
    this.#bounds = bounds;
  }

  observe(value: string, seconds: number): void {
    let seen = this.#byValue.get(value);
    if (seen === undefined) {
      seen = { counts: new Array(this.#bounds.length + 1).fill(0), sum: 0 };
      this.#byValue.set(value, seen);
    }
    const above = this.#bounds.findIndex((bound) => seconds <= bound);
    seen.counts[above < 0 ? this.#bounds.length : above]! += 1;
    seen.sum += seconds;
  }

  lines(): string[] {
    return [...this.#byValue].flatMap(([value, { counts, sum }]) => {
      const base = { [this.#label]: value };
      let total = 0;
      const buckets = counts.map((count, index) => {
        total += count;
        const le = String(this.#bounds[index] ?? "+Inf");
        return `${this.name}_bucket${labelled({ ...base, le })} ${total}`;
      });
      const labels = labelled(base);
      return [...buckets, `${this.name}_sum${labels} ${sum}`, `${this.name}_count${labels} ${total}`];
    });
  }
}

/** A value as it is when it is asked for; null is no sample at all: not known is not zero. */
export const reading = (
  named: Named & { readonly type?: "counter" },
  read: () =>
    | number
    | null
    | readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[],
): Metric => ({
  type: "gauge",
  ...named,
  lines() {
    const value = read();
    if (value === null) return [];
    const samples = typeof value === "number" ? [{ labels: {}, value }] : value;
    return samples.map((one) => `${named.name}${labelled(one.labels)} ${one.value}`);
  },
});

/** The whole text of a scrape. A metric without samples is still named, so that a reader can tell it from a misspelt one. */
export const textOf = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap((metric) => [
      `# HELP ${metric.name} ${metric.help}`,
      `# TYPE ${metric.name} ${metric.type}`,
      ...metric.lines(),
    ])
    .join("\n")
    .concat("\n");
