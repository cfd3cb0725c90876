import { list } from "./list.ts";

/** Judgments of a person, from criticism to insult, and praise. */
export const traits = {
  fault: list(
    "shallow|(?:self|cold|over|hyper|passive|pig|tight|high)-?(?:absorbed|cent\\w+|obsessed|sensitive|headed|fisted)|un(?:bear|believ|car|grate|forgiv|lov|reason|reli|support|fair|kind)\\w*|selfish|controlling|cold|distant|lazy|impossible|difficult|needy|clingy|nagging|negative|jealous|paranoid|insecure|bitter|cruel|mean|nasty|spiteful|petty|stubborn|arrogant|dishonest|immature|childish|critical|moody|dramatic|bossy|rude|toxic|abusive|stingy|tight|useless|hopeless|careless|weak|fake|vain|stuck up|frigid|boring|suspicious|absurd|messy|obsessed|crazy|mental|insane|evasive|slow|stupid|thick|dense|blind|never satisfied|all talk",
  ),
  faultNoun: list("bad wife|brat|bully|burden|liar|martyr|mess|nag|psycho|selfish person"),
  insult: list(
    "pathetic|disgusting|a joke|the joke|clown|idiot|idiots|moron|fool|loser|nobody|nothing|disgrace|a baby|a child|a toddler|infant|coward|pig|snake|rat|scum|scumbag|filth|trash|rubbish|garbage|bastard|bitch|asshole|prick|dick|twat|cunt|tosser|wanker|knob|git|slut|whore|slag|cow|witch|hag|psycho|nutter|freak|weirdo|creep|sad act|a laugh|dumb|worthless|vile|leech|monster|vermin|dirt|muppet|princess|brat|fat|ugly|old bag",
  ),
  praise: list(
    "deserve|deserved|deserves|right|kind|patient|generous|gentle|lovely|funny|loved|love|support|welcome|honest|brave|strong|good|great|best|forgave|forgiven|trusted|stood by|made me (?:laugh|smile|happy)|cared|smell|look|looked|sing|dance|remember|listened|understood|know how|cheer|cook|faithful|loyal|asked for|did anything|gave up|told me|lied|cheated|been so|so much|enough for|too good|better than|more than|thank|hug|have my|my first|make the|make (?:good|great|nice|lovely|the best)|cease to|owed|needed|have to (?:ask|wait|explain|justify)",
  ),
};
