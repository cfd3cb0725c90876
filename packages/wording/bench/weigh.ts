import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { english } from "../src/en/index.ts";
import { analyseWith, type LanguagePack } from "../src/engine/analyse.ts";
import { read } from "../src/engine/reading.ts";
import { type Piece, piecesOf, stepsOfOne, type Weighing, weigh, weightsOf } from "../src/engine/weighing.ts";
import { type Label, labels } from "../src/labels.ts";
import { developmentRows, letterRows, type Row, sentenceRows } from "../test/rows.ts";
import { rulesWithExamples } from "../test/rules-with-examples.ts";
import { reportOf, score } from "../test/score.ts";

// node packages/wording/bench/weigh.ts : learns the weights from all marked texts and writes src/en/weights.ts.
// --leave klm : learns without those sets and says what is found in them (--on n,letters7 : in these instead). --forms <folder of an older packages/wording> :
//   with the forms as they were there, for texts that those forms had not met.
// --table : label by label.

/** Who wrote which sets. Whoever is measured is never learned from; `n` and `letters7` are nobody's teachers. */
const authors = { dev: ["dev"], first: [..."abcdefg"], second: [..."hij"], third: [..."klm"], fourth: ["o"] };
const lettersBy: Readonly<Record<string, readonly string[]>> = {
  klm: ["letters4", "letters5", "letters6"],
  hij: ["letters3"],
  abcdefg: ["letters", "letters2"],
};
/** How sure words alone must be: of a hundred texts that they name, so many right in texts of authors left out. */
const precision = 0.92;
const rounds = 12;
/** FTRL-Proximal (McMahan and others, 2013): plain logistic regression that leaves most weights at nothing. */
const rate = 0.3;
const thrift = 5.8;
const ease = 0.1;
/** Runs in other orders, whose mean stands: one order alone moves the figures by half a point. */
const drawn = 3;
const fewestTexts = 3;

/** `only`: what a rule's own example says of its label alone. */
type Example = { readonly piece: Piece; readonly labels: ReadonlySet<Label>; readonly only?: Label };
const setOf = (row: Row): string => row.id.slice(0, row.id.indexOf("-"));
const contextOf = (row: Row) =>
  ({ replyTo: row.replyTo ?? "", speaker: row.speaker, part: row.part }) as const;

function examplesOf(row: Row, pack: LanguagePack, weighing: Weighing): Example[] {
  return piecesOf(read(row.text, pack.orthography), contextOf(row), weighing).map((piece) => {
    const words = piece.sentence.words.filter((word) => word.at >= piece.from && word.at < piece.to);
    const start = words[0]!.start;
    const end = words.at(-1)!.end;
    const meets = (span: Row["spans"][number]): boolean =>
      2 * (Math.min(end, span.end) - Math.max(start, span.start)) >=
      Math.min(end - start, span.end - span.start);
    return { piece, labels: new Set(row.spans.filter(meets).map((span) => span.label)) };
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
        }));
      }),
    ),
  );

/** The lines of a weights file, without what is sure. */
function learn(examples: readonly (readonly Example[])[]): { biases: number[]; lines: string[] } {
  const seen = new Map<string, number>();
  for (const ofRow of examples)
    for (const sign of new Set(ofRow.flatMap(({ piece }) => piece.signs)))
      seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const signs = [...seen]
    .filter(([sign, texts]) => texts >= fewestTexts && !/[`\\$]./.test(sign))
    .map(([sign]) => sign);
  const indexOf = new Map(signs.map((sign, index) => [sign, index]));
  const all = examples.flat();
  const inputOf = new Map(
    all.map((one) => [one, one.piece.signs.map((sign) => indexOf.get(sign) ?? -1).filter((at) => at >= 0)]),
  );
  const codes = new Map<string, string>();
  const biases = labels.map((label, at) => {
    const told = all.filter(({ only = label }) => only === label);
    const inputs = told.map((one) => inputOf.get(one)!);
    const wanted = told.map((one) => one.labels.has(label));
    const runs = Array.from({ length: drawn }, (_, run) => regress(inputs, wanted, signs.length, run + 1));
    const mean = (of: (run: (typeof runs)[number]) => number): number =>
      runs.reduce((sum, run) => sum + of(run), 0) / drawn;
    const weights = signs.map((_, index) => mean((run) => run.weights[index]!));
    const bias = mean((run) => run.bias);
    weights.forEach((weight, index) => {
      const steps = Math.round(Math.abs(weight) * stepsOfOne);
      if (steps === 0) return;
      const letter = String.fromCharCode((weight > 0 ? 97 : 65) + at);
      const sign = signs[index]!;
      codes.set(sign, `${codes.get(sign) ?? ""}${letter}${steps === 1 ? "" : steps}`);
    });
    return bias;
  });
  return { biases, lines: [...codes].map(([sign, code]) => `${sign}\t${code}`).sort() };
}

function regress(
  inputs: readonly (readonly number[])[],
  wanted: readonly boolean[],
  size: number,
  seed: number,
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
      const error = 1 / (1 + Math.exp(-sum)) - (wanted[at] ? 1 : 0);
      for (const sign of inputs[at]!) {
        const hotter = heat[sign]! + error * error;
        pull[sign]! += error - ((Math.sqrt(hotter) - Math.sqrt(heat[sign]!)) / rate) * weights[sign]!;
        heat[sign] = hotter;
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
    const { biases, lines } = learn(others);
    const weights = weightsOf([headOf(biases, 0), ...lines].join("\n"));
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

const headOf = (biases: readonly number[], sure: number): string =>
  [...biases, sure].map((number) => Math.round(number * 100)).join(" ");

const { values } = parseArgs({
  options: {
    leave: { type: "string", default: "" },
    on: { type: "string", default: "" },
    forms: { type: "string" },
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

/** `k` is a set by itself, and so is `letters7`. */
const setsIn = (names: string): string[] => (names.includes(",") ? names.split(",") : [...names]);
const left = new Set(setsIn(values.leave));
const teachers = [
  ...developmentRows(),
  ...Object.values(authors)
    .flat()
    .filter((set) => set !== "dev" && !left.has(set))
    .flatMap((set) => sentenceRows(`${set}.txt`)),
];
const examplesBy = new Map(teachers.map((row) => [row, examplesOf(row, pack, weighing)] as const));
const own = older ? [] : rulesOwn(pack, weighing);
const { biases, lines } = learn([...examplesBy.values(), ...own, ...own]);
const sure = sureFrom(teachers, examplesBy);
const file = [headOf(biases, sure), ...lines].join("\n");
console.log(`${teachers.length} texts, ${lines.length} signs, sure from ${sure.toFixed(2)}`);

if (left.size === 0)
  writeFileSync(
    path.join(import.meta.dirname, "../src/en/weights.ts"),
    `/** Written by bench/weigh.ts from the marked texts. What a line says is told at \`weightsOf\`. */\nexport const weights = \`${file}\`;\n`,
  );
else {
  const measured = values.on === "" ? [...left, ...(lettersBy[values.leave] ?? [])] : setsIn(values.on);
  const isLetters = (set: string): boolean => set.startsWith("letters");
  const rows = measured.filter((set) => !isLetters(set)).flatMap((set) => sentenceRows(`${set}.txt`));
  const letters = measured.filter(isLetters).flatMap((set) => letterRows(`${set}.txt`));
  const { weighing: _, ...formsAlone } = pack;
  const packs = {
    "forms alone": formsAlone,
    "words alone": { ...pack, rules: [], weighing: { ...weighing, weights: weightsOf(file) } },
    together: { ...pack, weighing: { ...weighing, weights: weightsOf(file) } },
  } satisfies Record<string, LanguagePack>;
  for (const [name, one] of Object.entries(packs)) {
    const find = (text: string, context: ReturnType<typeof contextOf>) => analyseWith(one, text, context);
    console.log(reportOf(name, score(rows, find as Parameters<typeof score>[1]), values.table));
    if (letters.length > 0)
      console.log(reportOf(`${name}, letters`, score(letters, find as Parameters<typeof score>[1])));
  }
}
