import { form } from "./forms.ts";

const or = "|";
/** What only the coach looks for, beside the labels. */
export const coachForms = {
  threat: form(
    [
      "you (will|are going to) _ (regret|pay for|pay|be sorry|wish you|get what|see what|lose (the|everything|your)|never see)|(i|we) _ (will|am going to) _ (ruin|destroy|expose|make you|tell (everyone|your (boss|mother|parents|work|family|friends)|the whole)|take (everything|the (house|kids|children)|you to)|post|get (even|my own|revenge|back at)|sleep with|cheat)|or else|(mark my words|just you wait|you have been warned|watch (out|yourself|your)|last warning|see how you like)|(if|unless) you ~~ (i will (tell|take|leave you with|make|ruin|show everyone|post)|you will (never|regret|lose|pay))|make (you|your life) (pay|suffer|hell|a misery|miserable)|revenge|payback",
    ].join(or),
  ),
  nameCalling: form(
    "(you|u) _ [are|'re] _ [nothing but|just] [a|an|such a|the] _ [lying|cheating|selfish|stupid|pathetic|disgusting|fucking|useless|worthless|dirty] (<insult>|liar|cheat|cheater|narcissist|psycho|psychopath|sociopath|hypocrite)|(lying|cheating|selfish|stupid|pathetic|disgusting|fucking|useless|worthless|dirty) (<insult>)",
  ),
  children: form(
    [
      "(the|our|your|my) (kids|children|boys|girls|son|daughter|baby|little one|twins) _ [will|are going to|should|must|deserve to|now|also] _ (know|knows|hate|hates|hear|find out|see what|never forgive|ask|asks|choose|chose|do not want (you|to see you)|think (you|their)|call (you|her|him)|despise|forget you|say you)|(tell|telling|told|explain to|show|showing) (the|our|your|my) (kids|children|boys|girls|son|daughter) ~ (what|who|about|that|everything|why|kind)|(never|not) _ (see|get|have|touch|be near) (the|your|our) (kids|children|boys|girls|son|daughter)|(keep|take|get|keeping|taking) (the|my|our) (kids|children|boys|girls|son|daughter) (from|away|and)",
    ].join(or),
  ),
  /** A promise that binds somebody else. */
  notOwn: form(
    "(?<=^ )(you|he|she|they|we both|both of us|if you) ~|(you|he|she|they) (will|must|have to|should|need to|can not|are not to)|make sure (that )?(you|he|she|they)",
  ),
  big: form(
    "always|never|forever|for ever|every time|everything|all the time|no matter what|whatever happens|the rest of my life|anything you|whatever you|completely|totally|at all times|not ever|everyone|any more ever",
  ),
  observable: form("<act>|<act.ing>|<mend>"),
  timed: form(
    "<when>|<weekday>|<month>|<clock>|every|each|by \\d\\S*|at \\d\\S*|before|until|after|within|when|in the (morning|evening)|on the|next|once a|twice a",
  ),
  detail: form(
    "<when>|<weekday>|<clock>|<past_when>|<name>|when you|for (making|taking|coming|listening|waiting|calling|asking|staying|going|doing|being|telling|letting|holding|cooking|driving|picking|not)|that you|how you|the way you|you (made|took|came|listened|waited|called|asked|stayed|went|did|told|let|held|cooked|drove|picked|sat|put|kept|left|brought|gave|remembered|said|washed|cleaned|got|rang|wrote|read|stopped|fixed|carried|laughed|sang)",
  ),
} as const;
