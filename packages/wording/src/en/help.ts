import { matches } from "../engine/form.ts";
import { isQuoted, read } from "../engine/reading.ts";
import { form } from "./forms.ts";
import { orthography } from "./orthography.ts";

/** What a text can need that no coaching should stand before. */
export type Help = "self-harm" | "force" | "fear";

const or = "|";
const selfHarm = form(
  [
    "(kill|killing|hang|hanging|shoot|shooting|drown|harm|harming|hurt|hurting|cut|cutting|burn|burning|starve) (myself|my self)|(end|ending|take|taking) (my life|my own life|it all|myself out)|(suicide|suicidal|overdose|self-harm|self harm|self-harming|unalive)|(want|wanted|wish|wishing|ready|going|rather|better) [to|i|i were|i was|be|that i] _ (die|dead|be dead|disappear for ever|not wake up|not be here|not exist)|(not|never) _ (want|wish|feel like) [to] (live|be alive|be here any more|be here anymore|wake up|go on living|exist|living)|(no|any|without) _ (reason|point|sense) (to live|in living|in being alive|to go on|in going on|living)|better off (dead|without me)|(can not|could not|cannot) (go on|live any more|live anymore|live like this any|keep living|do life|carry on living)|life is _ not worth|not worth living|(take|took|taken|swallow) [all|a lot of|too many] [the|my] (pills|tablets) ~|(jump|jumped) (off|in front of) ~ (bridge|roof|train|balcony|building|window|car)|(you will|you 'd) be (happier|better) (off )?(when|if|once) i am (gone|dead)|(when|once|if) i am (dead|no longer (here|alive))|(drive|crash) [my|the] car into ~|kms|goodbye (for ever|forever) ",
  ].join(or),
);
const force = form(
  [
    "(i|we) _ (will|am going to|would|could|might|should|swear i will|promise i will|want to) _ (kill|hit|hurt|beat|slap|punch|strangle|choke|smash|burn|stab|shoot|destroy|ruin|break|finish|end|hunt|find) (you|him|her|them|your \\S+|his \\S+|that \\S+|the (dog|cat|kids|house))|(i|we) [have|'ve|had|'d] _ (hit|slapped|punched|kicked|choked|strangled|beat|grabbed|shoved|pushed|threw|held|pinned|locked|raped|forced|dragged|burned|burnt|spat) [something at|things at|a \\S+ at|at|on] (you|her|him|the (kids|children)|your (arm|hair|neck|throat|wrist|face))|(watch your back|you are dead|dead to rights|sleep with one eye)|(make|made|force|forced) you (have sex|sleep with me|do it in bed|touch)|send (the|those|your) (photos|pictures|videos|nudes) to ~|(if|unless) you (leave|go|tell|talk|divorce|do not|ever) ~~ i will (kill|hurt|burn|find|destroy)|i know where you (live|are|sleep|work)",
  ].join(or),
);
const notForce = form(
  "(never|not|nor) _ _ (hit|hurt|kill|slap|harm|touch|break|find|raise|push|punch|make you)|(kill|die) for ~|(hurt|destroyed|broke|end|ruin) (you|us) (by|with|when i (lied|cheated))|hurt you again|(threw|held|pushed|grabbed) (you|it) (a (party|kiss|hug)|close|tight|away)|hold you|held you|(break|ruin) (your|the) (heart|trust|news|surprise|record)|will find (you|your) (a|the|keys|number)|end it|find your|would hurt you|could hurt you|might hurt you|hit me|(try|trying|want|wanted) to hurt you|(wish|want) to break your trust|pushed you (away|to|into)|threw you|broke your",
);
const fear = form(
  [
    "i (am|feel|was|have been|live|'ve been|get) _ (afraid|scared|frightened|terrified|in fear|fearful) of (you|him|her|what (you|he|she) (will|might|would|could|may|are|is|do)|my (husband|wife|partner|boyfriend|girlfriend)|going home|coming home|being alone with)|(afraid|scared|frightened|terrified) (that )?(you|he|she) (will|might|would|are going to|is going to|could) _ (hit|hurt|kill|beat|find|come after|do something|explode|lose (it|control)|attack|take the|break|lash|follow)|(afraid|scared|frightened|terrified) to (say no|be alone with (you|him|her)|leave (you|him|her)|go home|come home|sleep (next|beside)|tell (you|him|her) no|make (you|him|her) angry)|(you|he|she) [have|has|had|'ve] _ (hit|hits|slapped|punched|kicked|choked|strangled|beat|beats|threatened|threatens|raped|forced|locked|pinned|burned|spat|grabbed|shoved|stalked|stalks) [to kill|to hurt|to hit] (me|us|the (kids|children)|my (arm|hair|neck|throat|wrist|face))|(do not|not|never) _ (feel|felt|am) _ safe (with|around|near|at home|in (my|our) (own )?(house|home))|(he|she|you) (will not|would not|does not|do not|did not) let me (leave|go|out|see|work|eat|sleep|talk|have)|(he|she|you) (will|would|is going to|are going to|might|could) (kill|hurt|hit|beat) (me|us|the)|walking on eggshells (so|because) (you|he|she)|(he|she|you) (controls?|tracks?|follows?|checks?) (everything i|my every|me everywhere|every)|(made|makes|forces|forced) me (have sex|sleep with (him|you|her)|do things)|against my will",
  ].join(or),
);
const notFear = form(
  "not _ (afraid|scared|frightened|terrified) of (you|him|her)|(afraid|scared|terrified) of (losing|hurting|disappointing|being without|telling)|(hit|hits) me (that|how|up|like|one)|(beat|beats) me (at|to|in)",
);

/**
 * Whether a text speaks of force, fear or harming oneself. Such a text gets no coaching: only the way to help.
 *
 * It leans towards showing help: what is said in quotation marks or with a "not" passes for force and for fear, and
 * never for harming oneself. It keeps and tells nothing.
 *
 * - Source: docs/safety.md; SU.4.
 */
export function helpFor(text: string): Help | null {
  const { sentences } = read(text, orthography);
  let found: Help | null = null;
  for (const sentence of sentences) {
    if (selfHarm.test(sentence.text)) return "self-harm";
    const unquoted = (one: RegExp): boolean => {
      for (const { start, end } of matches(one, sentence.text))
        if (!isQuoted(sentence, start, end)) return true;
      return false;
    };
    if (unquoted(force) && !notForce.test(sentence.text)) found ??= "force";
    if (unquoted(fear) && !notFear.test(sentence.text)) found = found === "force" ? found : "fear";
  }
  return found;
}
