import type { Orthography } from "../engine/reading.ts";
import type { Token } from "../engine/tokens.ts";
import { commonWords, firstNames } from "./lexicon/names.ts";
import { abbreviations, contraction, droppedG, spellings } from "./spelling.ts";

const afterYouAre =
  /^(?:so|the|not|being|a|an|just|always|never|right|gonna|going|such|too|overreacting|no|nothing|making|doing|acting|talking|only|still|really|sure|mad|upset|angry|worried|hurt|wrong|my|like|lucky|pathetic|crazy|mental|insane|ridiculous|unbelievable|impossible|tired|here|there|with|welcome|allowed|all|fucking|fuckin|good|better|scared|sad|jealous|paranoid|selfish|dramatic|lazy|cold|as|in|on|to blame|one)$|ing$/;
const afterItIs =
  /^(?:not|just|only|been|a|an|the|over|all|on|ur|your|my|nothing|ok|okay|fine|never|always|like|so|too|no|your|me|you|done|finished|time|what|how|hard|because|cos|cuz|really|still|her|his|gonna|going|up|fault)$/;
const verbs =
  /^(?:be|do|go|tell|show|text|call|ring|come|change|never|always|try|make|give|send|leave|stop|pay|stay|prove|fix|explain|not|just|see|get|put|take|let|talk|answer|write|sleep|move|have|keep|delete|block|find|love|treat|work|spend|quit|pick|meet|also|swear|wait|help|start|say|ask)$/;

/** English: contractions, spellings of messages, names, and the words that turn a sentence round. */
export const orthography: Orthography = {
  contrast:
    / (?:(?<! (?:nothing|anything|anyone|anybody|no one|nobody|none|everyone|everybody|everything|all|last|next|first|one|help))but(?! for )|however|yet(?= (?:i|you|we|it|she|he|they|your|my|there|the|still) )|still ,|(?<=[.,;!-] )though|(?<=^ )though|although|even though|nevertheless|nonetheless|even so|that said|having said that|that being said|then again|mind you|at the same time|on the other hand|it is just that|(?:it is|only)(?= that you )|just that|(?<=[,;] )only(?= (?:i|you|he|she|it|we) )|except(?= (?:that|you|i|it) )|in my defence|to be fair|having said this|all the same(?= ,))(?= )/y,
  abbreviation: (token) =>
    abbreviations.has(token.raw.toLowerCase().replace(/\.$/, "")) || /^\p{Lu}$/u.test(token.raw),
  wordsOf(token, index, tokens, starts) {
    const lower = plain(token.raw);
    const next = tokens[index + 1];
    const following = next?.kind === "word" ? plain(next.raw) : "";
    const ambiguous = settled(lower, following, tokens[index - 1]);
    if (ambiguous) return ambiguous;
    const known = Object.hasOwn(spellings, lower) ? spellings[lower] : contraction(lower);
    if (known && !isNameLike(token.raw, lower, starts)) return known.split(" ");
    if (/in'$/.test(lower) || droppedG.has(lower)) return [`${lower.replace(/'$/, "")}g`];
    const possessive = /^(.+)'s?$/.exec(lower);
    if (possessive) return [nameOr(token.raw, possessive[1]!, starts), "'s"];
    return [nameOr(token.raw, lower, starts)];
  },
};

/** Small letters, one apostrophe, and no drawn-out letters: "soooo" is "so", "reallly" is "really". */
const plain = (raw: string): string =>
  raw
    .toLowerCase()
    .replaceAll(/[’‘ʼ]/g, "'")
    .replace(/(?<=\p{L}{4})iz(?=(?:e|ed|es|ing)$)/u, "is")
    .replaceAll(/(\p{L})\1{2,}(?!\p{L})/gu, "$1")
    .replaceAll(/([aeiouy])\1{2,}/gu, "$1")
    .replaceAll(/(\p{L})\1{2,}/gu, "$1$1");

const isNameLike = (raw: string, lower: string, starts: boolean): boolean =>
  !starts && /^\p{Lu}\p{Ll}+$/u.test(raw) && firstNames.has(lower);

function nameOr(raw: string, lower: string, starts: boolean): string {
  const capital = /^\p{Lu}[\p{L}\p{N}'’-]*$/u.test(raw) && !/^\p{Lu}{2,}$/u.test(raw);
  if (firstNames.has(lower) && (capital || !commonWords.has(lower))) return `@${lower}`;
  if (capital && !starts && !commonWords.has(lower) && lower.length > 1) return `@${lower}`;
  return lower;
}

/** "Ain't" is what stands after its subject; elsewhere "is not". */
const aintAfter: ReadonlyMap<string, string> = new Map([
  ["i", "am"],
  ["you", "are"],
  ["u", "are"],
  ["we", "are"],
  ["they", "are"],
]);

/** Spellings that stand for two things, settled by the word beside them. */
function settled(lower: string, following: string, before: Token | undefined): string[] | null {
  if (lower === "ur") return afterYouAre.test(following) ? ["you", "are"] : ["your"];
  if (
    lower === "your" &&
    /^(?:welcome|overreacting|being|so|not|such|just|right to|always|never|gonna|a|an|the|joking|kidding)$/.test(
      following,
    )
  )
    return ["you", "are"];
  const aint =
    lower === "aint" || lower === "ain't" ? aintAfter.get(before?.raw.toLowerCase() ?? "") : undefined;
  if (aint !== undefined) return [aint, "not"];
  if (lower === "its" && afterItIs.test(following)) return ["it", "is"];
  if (lower === "ill" && verbs.test(following)) return ["i", "will"];
  if (
    lower === "id" &&
    /^(?:be|have|do|never|like|love|rather|tell|say|give|go|want|feel|been|had|only|just|die|understand|trust)$/.test(
      following,
    )
  )
    return ["i", "'d"];
  if (lower === "well" && /^(?:be|get|see|talk|go|work|have)$/.test(following) && before === undefined)
    return ["we", "will"];
  if (lower === "cause" && /^(?:i|you|u|he|she|it|we|they|of|my|your|ur|im|i'm|your)$/.test(following))
    return ["because"];
  if (
    lower === "4" &&
    /^(?:me|you|u|us|a|the|my|ur|your|this|that|wat|what|whatever|everything|all|how|being|it|lying|everyone|real)$/.test(
      following,
    )
  )
    return ["for"];
  if (lower === "2" && /^(?:me|you|u|us|her|him|be|do|tell|see|the|go|my|ur)$/.test(following)) return ["to"];
  return null;
}
