import { list } from "./list.ts";

/** Judgments of a person, from criticism to insult, and praise. */
export const traits = {
  fault: list(
    "shallow|(?:self|cold|over|hyper|passive|pig|tight|high)-?(?:sensitive|headed|fisted)|un(?:bear|believ|car|grate|forgiv|lov|reason|reli|support|fair|kind)\\w*|selfish|controlling|cold|distant|lazy|impossible|difficult|needy|clingy|nagging|negative|jealous|bitter|cruel|mean|nasty|petty|dishonest|moody|bossy|rude|toxic|abusive|stingy|tight|useless|weak|fake|vain|frigid|boring|suspicious|absurd|messy|crazy|mental|insane|evasive|slow|stupid|thick|dense|blind|never satisfied",
  ),
  faultNoun: list("brat|bully|burden|liar|martyr|mess|nag|psycho|selfish person"),
  insult: list(
    "pathetic|disgusting|a joke|clown|idiot|idiots|moron|fool|loser|nobody|nothing|disgrace|a baby|a child|a toddler|infant|coward|pig|snake|rat|scum|scumbag|filth|trash|rubbish|garbage|bastard|bitch|asshole|prick|dick|twat|cunt|tosser|wanker|knob|git|slut|whore|slag|cow|witch|hag|psycho|nutter|freak|weirdo|creep|sad act|a laugh|dumb|worthless|vile|leech|monster|vermin|dirt|muppet|brat|fat|ugly|old bag",
  ),
  praise: list(
    "deserve|deserved|right|kind|patient|gentle|lovely|funny|loved|love|support|welcome|honest|brave|strong|good|great|best|forgave|forgiven|trusted|made me (?:laugh|smile|happy)|cared|smell|look|looked|sing|dance|remember|listened|understood|know how|cheer|cook|faithful|loyal|asked for|did anything|gave up|told me|lied|cheated|been so|so much|enough for|better than|more than|thank|hug|have my|make the|make (?:good|great|nice|lovely|the best)|owed|needed|have to (?:ask|wait|explain|justify)",
  ),
};
