import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { english } from "../src/en/index.ts";
import { analyseWith, type LanguagePack } from "../src/engine/analyse.ts";
import { read } from "../src/engine/reading.ts";
import {
  numberOf,
  type Piece,
  piecesOf,
  stepsOfOne,
  type Weighing,
  type Weights,
  weigh,
} from "../src/engine/weighing.ts";
import { type Label, labels } from "../src/labels.ts";
import { developmentRows, letterRows, type Row, sentenceRows } from "../test/rows.ts";
import { rulesWithExamples } from "../test/rules-with-examples.ts";
import { reportOf, score } from "../test/score.ts";
import { packed } from "./pack.ts";

// node packages/wording/bench/weigh.ts : learns the weights from all marked texts and writes src/en/weights.ts.
// --leave klm : learns without those sets and says what is found in them (--on n,letters7 : in these instead). --forms <folder of an older packages/wording> :
//   with the forms as they were there, for texts that those forms had not met.
// --table : label by label.

/** Who wrote which sets. Whoever is measured is never learned from; `n`, `r`, `t`, `v` and all other letters are nobody's teachers. */
const authors = {
  dev: ["dev"],
  first: [..."abcdefgu"],
  second: [..."hij"],
  third: [..."klm"],
  fourth: ["o"],
  fifth: ["p", "q"],
  seventh: ["letters11"],
  eighth: ["letters12"],
  tenth: ["letters13"],
  eleventh: ["letters14"],
};
const lettersBy: Readonly<Record<string, readonly string[]>> = {
  klm: ["letters4", "letters5", "letters6"],
  hij: ["letters3"],
  abcdefg: ["letters", "letters2"],
};
/** How sure words alone must be: of a hundred texts that they name, so many right in texts of authors left out. */
const precision = 0.904;
const rounds = 12;
/** FTRL-Proximal (McMahan and others, 2013): plain logistic regression that leaves most weights at nothing. */
const rate = 0.3;
const ease = 0.1;
/** A text that only looks like a label counts so often: what must not be raised is rare among what is written. */
const lookalike = 2;
/** First with a high price, which says what gets a weight; then with a low one, which says how much. */
const thriftWhich = 17;
const thriftHow = 1;
/** Runs in other orders, whose mean stands: one order alone moves the figures by half a point. */
const drawn = 2;
const fewestTexts = 4;
const fewestWeight = 0.3;

/** `only`: what a rule's own example says of its label alone. `unsaid`: labels of which a clause is too small a part. */
type Example = {
  readonly piece: Piece;
  readonly labels: ReadonlySet<Label>;
  readonly unsaid?: ReadonlySet<Label>;
  readonly only?: Label;
  readonly counts: number;
};
const setOf = (row: Row): string => row.id.slice(0, row.id.indexOf("-"));
const contextOf = (row: Row) =>
  ({ replyTo: row.replyTo ?? "", speaker: row.speaker, part: row.part }) as const;

function examplesOf(row: Row, pack: LanguagePack, weighing: Weighing): Example[] {
  return piecesOf(read(row.text, pack.orthography), contextOf(row), weighing).map((piece) => {
    const words = piece.sentence.words.filter((word) => word.at >= piece.from && word.at < piece.to);
    const start = words[0]!.start;
    const end = words.at(-1)!.end;
    const shared = (span: Row["spans"][number]): number =>
      Math.min(end, span.end) - Math.max(start, span.start);
    const met = row.spans.filter((span) => 2 * shared(span) >= Math.min(end - start, span.end - span.start));
    const isPart = (span: Row["spans"][number]): boolean =>
      piece.isClause && 2 * shared(span) < span.end - span.start;
    const labels = new Set(met.filter((span) => !isPart(span)).map((span) => span.label));
    const unsaid = new Set(met.map((span) => span.label).filter((label) => !labels.has(label)));
    return { piece, labels, unsaid, counts: row.hardNegativeFor.length > 0 ? lookalike : 1 };
  });
}

/** What each rule says that it flags and passes. */
const rulesOwn = (pack: LanguagePack, weighing: Weighing): Example[][] =>
  rulesWithExamples.flatMap(({ rule, examples }) =>
    (["flags", "passes"] as const).flatMap((kind) =>
      examples[kind].map((given) => {
        const {
          text,
          replyTo = "",
          speaker = "either",
          part = "sentence",
        } = typeof given === "string" ? { text: given } : given;
        return piecesOf(read(text, pack.orthography), { replyTo, speaker, part }, weighing).map((piece) => ({
          piece,
          labels: new Set(kind === "flags" ? [rule.label] : []),
          only: rule.label,
          counts: 1,
        }));
      }),
    ),
  );

function learn(examples: readonly (readonly Example[])[]): Weights {
  const seen = new Map<string, number>();
  for (const ofRow of examples)
    for (const sign of new Set(ofRow.flatMap(({ piece }) => piece.signs)))
      seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const indexOf = new Map<number, number>();
  for (const [sign, texts] of seen)
    if (texts >= fewestTexts && !indexOf.has(numberOf(sign))) indexOf.set(numberOf(sign), indexOf.size);
  const all = examples.flat();
  const inputOf = new Map(
    all.map((one) => [
      one,
      Int32Array.from(
        one.piece.signs.map((sign) => indexOf.get(numberOf(sign)) ?? -1).filter((at) => at >= 0),
      ),
    ]),
  );
  const of = new Map<number, (readonly [Label, number])[]>();
  const bias = labels.map((label) => {
    const told = all.filter(({ only = label, unsaid }) => only === label && !unsaid?.has(label));
    const inputs = told.map((one) => inputOf.get(one)!);
    const wanted = told.map((one) => one.labels.has(label));
    const counts = told.map((one) => one.counts);
    const meanOf = (runs: ReturnType<typeof regress>[]) => ({
      weights: Float64Array.from({ length: indexOf.size }, (_, at) =>
        runs.reduce((sum, run) => sum + run.weights[at]! / runs.length, 0),
      ),
      bias: runs.reduce((sum, run) => sum + run.bias / runs.length, 0),
    });
    const drawnWith = (thrift: number, among?: Float64Array) =>
      meanOf(
        Array.from({ length: drawn }, (_, run) =>
          regress(inputs, wanted, counts, indexOf.size, run + 1, thrift, among),
        ),
      );
    const learned = drawnWith(thriftHow, drawnWith(thriftWhich).weights);
    for (const [number, index] of indexOf) {
      const steps = Math.round(learned.weights[index]! * stepsOfOne);
      if (steps !== 0) of.set(number, [...(of.get(number) ?? []), [label, steps / stepsOfOne]]);
    }
    return [label, learned.bias] as const;
  });
  return { of, bias: Object.fromEntries(bias) as Record<Label, number>, sure: 0 };
}

/** Only what has a weight `among` others gets one, where they are given. */
function regress(
  inputs: readonly Int32Array[],
  wanted: readonly boolean[],
  counts: readonly number[],
  size: number,
  seed: number,
  thrift: number,
  among?: Float64Array,
) {
  let draw = seed;
  const weights = new Float64Array(size);
  const pull = new Float64Array(size);
  const heat = new Float64Array(size);
  let bias = -2;
  let biasHeat = 1;
  const order = inputs.map((_, index) => index);
  for (let round = 0; round < rounds; round += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      draw = (Math.imul(draw, 1664525) + 1013904223) >>> 0;
      const other = draw % (last + 1);
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    for (const at of order) {
      const sum = inputs[at]!.reduce((total, sign) => total + weights[sign]!, bias);
      const error = counts[at]! * (1 / (1 + Math.exp(-sum)) - (wanted[at] ? 1 : 0));
      for (const sign of inputs[at]!) {
        const hotter = heat[sign]! + error * error;
        pull[sign]! += error - ((Math.sqrt(hotter) - Math.sqrt(heat[sign]!)) / rate) * weights[sign]!;
        heat[sign] = hotter;
        if (among && Math.abs(among[sign]!) < fewestWeight) continue;
        const beyond = Math.max(0, Math.abs(pull[sign]!) - thrift);
        weights[sign] = (-Math.sign(pull[sign]!) * beyond) / ((1 + Math.sqrt(hotter)) / rate + ease);
      }
      biasHeat += error * error;
      bias -= (0.2 * error) / Math.sqrt(biasHeat);
    }
  }
  return { weights, bias };
}

/** From which sum on words were right so often in texts of authors that were not learned from. */
function sureFrom(rows: readonly Row[], examplesBy: ReadonlyMap<Row, readonly Example[]>): number {
  const all: { sum: number; right: boolean }[] = [];
  for (const sets of Object.values(authors)) {
    const isTheirs = (row: Row): boolean => sets.includes(setOf(row));
    const others = rows.filter((row) => !isTheirs(row)).map((row) => examplesBy.get(row)!);
    if (others.length === rows.length) continue;
    const weights = learn(others);
    for (const row of rows.filter(isTheirs)) {
      const sums = examplesBy.get(row)!.map(({ piece }) => weigh(weights, piece.signs));
      for (const label of labels)
        all.push({ sum: Math.max(-99, ...sums.map((one) => one[label])), right: row.labels.includes(label) });
    }
  }
  all.sort((one, other) => other.sum - one.sum);
  let right = 0;
  let from = all[0]!.sum;
  all.forEach((one, index) => {
    if (one.right) right += 1;
    if (right / (index + 1) >= precision) from = one.sum;
  });
  return from;
}

const { values } = parseArgs({
  options: {
    leave: { type: "string", default: "" },
    on: { type: "string", default: "" },
    forms: { type: "string" },
    sure: { type: "string" },
    table: { type: "boolean" },
  },
});
const older = values.forms === undefined ? null : path.resolve(values.forms, "src/en");
const pack: LanguagePack = older ? (await import(path.join(older, "index.ts"))).english : english;
const formOf: ((pattern: string) => RegExp) | null = older
  ? (await import(path.join(older, "forms.ts"))).form
  : null;
/** Meanings too as they were: their words were added to when texts were seen. */
const weighing: Weighing = {
  ...english.weighing,
  meanings: english.weighing.meanings.map(([name, words]) => [name, formOf?.(`<${name}>`) ?? words]),
};

const isLetters = (set: string): boolean => set.startsWith("letters");
const rowsOf = (set: string): Row[] => (isLetters(set) ? letterRows : sentenceRows)(`${set}.txt`);

/** `k` is a set by itself, and so is `letters7`. */
const setsIn = (names: string): string[] => (names.includes(",") ? names.split(",") : [...names]);
const left = new Set(setsIn(values.leave));
const teachers = [
  ...developmentRows(),
  ...Object.values(authors)
    .flat()
    .filter((set) => set !== "dev" && !left.has(set))
    .flatMap(rowsOf),
];
const examplesBy = new Map(teachers.map((row) => [row, examplesOf(row, pack, weighing)] as const));
const own = older ? [] : rulesOwn(pack, weighing);
const sure = values.sure === undefined ? sureFrom(teachers, examplesBy) : Number(values.sure);
/** What the rules say of themselves counts more than a text: there are few of them, and they are what is promised. */
const ownAgain = Array.from({ length: 4 }, () => own).flat();
const weights: Weights = { ...learn([...examplesBy.values(), ...ownAgain]), sure };
const file = packed(weights);
console.log(
  `${teachers.length} texts, ${weights.of.size} signs, ${[...weights.of.values()].flat().length} weights in ${Math.round(file.length * 0.75)} bytes, sure from ${sure.toFixed(2)}`,
);

if (left.size === 0)
  writeFileSync(
    path.join(import.meta.dirname, "../src/en/weights.ts"),
    `/** Written by bench/weigh.ts from the marked texts. How it is read is told at \`weightsThrough\`. */\nexport const weights =\n  "${file}";\n`,
  );
else {
  const measured = values.on === "" ? [...left, ...(lettersBy[values.leave] ?? [])] : setsIn(values.on);
  const rows = measured.filter((set) => !isLetters(set)).flatMap(rowsOf);
  const letters = measured.filter(isLetters).flatMap(rowsOf);
  const { weighing: _, ...formsAlone } = pack;
  const packs = {
    "forms alone": formsAlone,
    "words alone": { ...pack, rules: [], weighing: { ...weighing, weights } },
    together: { ...pack, weighing: { ...weighing, weights } },
  } satisfies Record<string, LanguagePack>;
  for (const [name, one] of Object.entries(packs)) {
    const find = (text: string, context: ReturnType<typeof contextOf>) => analyseWith(one, text, context);
    console.log(reportOf(name, score(rows, find as Parameters<typeof score>[1]), values.table));
    if (letters.length > 0)
      console.log(reportOf(`${name}, letters`, score(letters, find as Parameters<typeof score>[1])));
  }
}
