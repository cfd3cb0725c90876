/** Forms of verbs: base, third person, past, participle, -ing. */
const irregular = new Map(
  "be was been|have had had|do did done|go went gone|come came come|become became become|see saw seen|meet met met|sleep slept slept|lie lied lied|say said said|tell told told|take took taken|give gave given|get got got|make made made|keep kept kept|leave left left|lose lost lost|spend spent spent|send sent sent|lend lent lent|steal stole stolen|hide hid hidden|write wrote written|read read read|ring rang rung|speak spoke spoken|break broke broken|drive drove driven|drink drank drunk|eat ate eaten|feel felt felt|think thought thought|know knew known|buy bought bought|sell sold sold|pay paid paid|bring brought brought|throw threw thrown|blow blew blown|let let let|put put put|cut cut cut|hit hit hit|hurt hurt hurt|bet bet bet|quit quit quit|shut shut shut|set set set|cost cost cost|swear swore sworn|forget forgot forgotten|forgive forgave forgiven|begin began begun|run ran run|sit sat sat|stand stood stood|understand understood understood|wake woke woken|hold held held|find found found|fall fell fallen|fight fought fought|flee fled fled|shake shook shaken|tear tore torn|wear wore worn|choose chose chosen|draw drew drawn|grow grew grown|hang hung hung|hear heard heard|show showed shown|mean meant meant|mislead misled misled|catch caught caught|teach taught taught|build built built|deal dealt dealt|dream dreamt dreamt|seek sought sought|shoot shot shot|sing sang sung|spin spun spun|stick stuck stuck|sweep swept swept|swing swung swung|withdraw withdrew withdrawn|overdraw overdrew overdrawn|bite bit bitten|withhold withheld withheld|fuck fucked fucked"
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
