import { folded } from "../forbidden-words.ts";

/**
 * Whether the act binds the other person ("if you go out …", "you must …") instead of the one who promises.
 *
 * Asked on the writer's device alone, in English, German and Dutch; the writer is asked to say it as an act of
 * their own. Courtesy ("if you like") passes. What it does not recognise passes.
 *
 * - Source: promise/README.md.
 */
export function bindsTheOther(text: string): boolean {
  const whole = folded(text).trim();
  return forms.some((form) => form.test(whole));
}

const courtesy = {
  en: "like|want|wish|agree|ask|need|prefer|feel like|would like|d like|are up for",
  de: "magst|mochtest|willst|lust|einverstanden|mich brauchst|fragst|wunschst",
  nl: "wilt|wil|zin hebt|zin in|graag|het goed vindt|dat fijn vindt|vraagt|mij nodig",
};
const forms = [
  new RegExp(
    `(?<!\\w)(?:if|unless|as long as|so long as|provided(?: that)?|on condition that|only when) (?:you|u)(?:re|ve|ll)?(?! (?:${courtesy.en})(?!\\w))(?!\\w)`,
  ),
  /^you(?:ll|re)?(?! (?:will |ll )?(?:hear|get|find|see|can|have my)(?!\w))(?!\w)/,
  /(?<!\w)you (?:must|have to|need to|should|shall|ought|may not|must not|mustnt|shouldnt|cant|cannot|wont|will not|are not allowed|arent allowed|owe)(?!\w)/,
  /(?<!\w)(?:make|want|expect|need|require|let|allow|forbid) you (?:to|not)(?!\w)/,
  new RegExp(
    `(?<!\\w)(?:wenn|falls|sofern|solange|es sei denn|vorausgesetzt) (?:du|ihr)(?!(?: \\S+){0,3}? ?(?:${courtesy.de})(?!\\w))(?!\\w)`,
  ),
  /^du(?! (?:horst|bekommst|erfahrst|kannst)(?!\w))(?!\w)/,
  /(?<!\w)(?:du (?:musst|sollst|solltest|darfst)|musst du|sollst du|darfst du)(?!\w)/,
  /(?<!\w)(?:will|erwarte|verlange|mochte|brauche),? dass du(?!\w)/,
  new RegExp(
    `(?<!\\w)(?:als|indien|mits|zolang|tenzij|wanneer) (?:je|jij|u)(?!(?: \\S+){0,2}? ?(?:${courtesy.nl})(?!\\w))(?!\\w)`,
  ),
  /^jij(?!\w)/,
  /(?<!\w)(?:(?:je|jij) (?:moet|mag niet|mag geen|zult|dient)|moet (?:je|jij)|mag (?:je|jij) (?:niet|geen))(?!\w)/,
  /(?<!\w)(?:wil|verwacht|eis) dat (?:je|jij)(?!\w)/,
];
