/** Forms of verbs: base, third person, past, participle, -ing. */
const irregular = new Map(
  "be was been|become became become|begin began begun|bet bet bet|bite bit bitten|blow blew blown|break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feel felt felt|fight fought fought|find found found|flee fled fled|forget forgot forgotten|forgive forgave forgiven|fuck fucked fucked|get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|leave left left|lend lent lent|let let let|lie lied lied|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|overdraw overdrew overdrawn|pay paid paid|put put put|quit quit quit|read read read|ring rang rung|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shoot shot shot|show showed shown|shut shut shut|sing sang sung|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent|spin spun spun|stand stood stood|steal stole stolen|stick stuck stuck|swear swore sworn|sweep swept swept|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|understand understood understood|wake woke woken|wear wore worn|withdraw withdrew withdrawn|withhold withheld withheld|write wrote written"
    .split("|")
    .map((line) => {
      const [base, past, participle] = line.split(" ");
      return [base!, { past: past!, participle: participle! }] as const;
    }),
);

type Inflected = Readonly<Record<"base" | "s" | "past" | "ing" | "any", readonly string[]>>;

/**
 * The forms of verbs in a list with "|" between them; the first word of a phrase is the one that changes ("sleep with").
 *
 * - Shape: `past` holds past and participle, `base` the infinitive, `any` all of them.
 */
export function verbs(list: string): Inflected {
  const all = list.split("|").map((phrase) => {
    const [verb, ...rest] = phrase.trim().split(" ");
    const tail = rest.length > 0 ? ` ${rest.join(" ")}` : "";
    const { past, participle } = irregular.get(verb!) ?? {
      past: regularPast(verb!),
      participle: regularPast(verb!),
    };
    return {
      base: `${verb}${tail}`,
      s: `${third(verb!)}${tail}`,
      past: [...new Set([past, participle])].map((form) => `${form}${tail}`),
      ing: `${ing(verb!)}${tail}`,
    };
  });
  const base = all.map((verb) => verb.base);
  const s = all.map((verb) => verb.s);
  const past = all.flatMap((verb) => verb.past);
  const ings = all.map((verb) => verb.ing);
  return { base, s, past, ing: ings, any: [...base, ...s, ...past, ...ings] };
}

const doubles = (verb: string): boolean =>
  /^(?:[^aeiou]*[aeiou][bdglmnprt])$/.test(verb) ||
  /^(?:forbid|admit|commit|regret|refer|snapchat|control|cancel|travel|unzip|unsub)$/.test(verb);
const regularPast = (verb: string): string =>
  verb.endsWith("e")
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : doubles(verb)
        ? `${verb}${verb.at(-1)}ed`
        : `${verb}ed`;
const ing = (verb: string): string =>
  verb === "lie" || verb === "die" || verb === "tie"
    ? `${verb.slice(0, -2)}ying`
    : /[^eo]e$/.test(verb) && verb !== "be"
      ? `${verb.slice(0, -1)}ing`
      : doubles(verb) || /^(?:put|cut|get|set|hit|let|shut|quit|run|sit|begin|bet|forget|spin)$/.test(verb)
        ? `${verb}${verb.at(-1)}ing`
        : `${verb}ing`;
const third = (verb: string): string =>
  /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(verb)
      ? `${verb}es`
      : verb === "have"
        ? "has"
        : verb === "be"
          ? "is"
          : `${verb}s`;
