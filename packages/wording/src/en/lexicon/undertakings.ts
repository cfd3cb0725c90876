import { verbs } from "./inflect.ts";

/** Acts that a partner could see kept or broken. */
const acts = verbs(
  "accept|add|admit|answer|apologise to|arrange|ask|attend|avoid|ban|bathe|be alone|be at|be back|be home|be in|be on|be there|begin|bet|bin|block|book|bring|buy|call|cancel|carry|change|charge|check|check in|clean|close|collect|come back|come home|come straight|come to|come with|complete|confess|contact|cook|copy|cut|cut off|cut up|decline|delete|destroy|do|drink|drive|drop|e-mail|eat|email|end|end it|enrol|enroll|explain|feed|file|finish|follow|forward|freeze|gamble|get|get home|get rid of|get tested|get up|give|give up|go|go back|go through|go to|go with|hand|hand back|hand in|hand over|hang up|hire|install|introduce|invite|join|keep|keep off|knock|leave|let|list|lock|log|log out|look after|look at|mail|make|meet|message|miss|move|move out|note|open|organise|pay|pay back|pay off|phone|phone up|photograph|pick|pick up|plan|play|plug|post|print|pull over|put|quit|read|record|refuse|remove|repay|reply|report|resign|respond|return|ring|save|say|see|self-exclude|sell|send|set|set up|share|show|sign|sign up|sit|sit down|skip|skype|sleep|sleep at|sleep in|smoke|speak to|spend|start|stay at|stay home|stay in|stay off|step away|step back|step down|step out|stick to|stop|submit|swap|swear off|switch|take|take down|take over|talk to|tell|text|throw away|throw out|track|train|transfer|travel|turn down|turn off|turn on|unfollow|unfriend|uninstall|unlock|use|video|video call|visit|wait|wake|wake up|walk|walk away|wash|watch|wear|withdraw|work|work from|write",
);
export const undertakings = {
  act: acts.base,
  "act.ing": acts.ing,
  "act.past": acts.past,
  /** Already done to mend, even without a time. */
  mend: verbs(
    "admit|apologise to|apply|arrange|ask|attend|bin|block|book|call|cancel|change|change my|close|confess|copy|cut up|delete|destroy|draw up|drop|end|end it|enrol|file|freeze|get tested|give|hand|hand in|hand over|hire|install|join|leave|log out|make|message|move|move out|pay|pay back|pay off|phone|print|put|quit|register|remove|report|request|resign|return|ring|self-exclude|sell|send|set up|share|show|sign|sign up|speak to|start|step down|stop|swap|switch|take|take down|talk to|tell|throw away|throw out|trade|transfer|turn down|turn on|unfollow|unfriend|uninstall|write",
  ).past,
  /** What makes it checkable besides a time. */
  checkable: [
    "her number|his number|their number|my number|the number|the app|the apps|tinder|@\\S+|the account|my account|account|accounts|the card|cards|password|passwords|passcode|pin|phone|phones|email|e-mail|emails|receipts?|statements?|payslips?|wages|salary|paycheck|pay|loan|debt|bank|joint account|counsellor|counselling|therapist|therapy|meeting|meetings|group|sponsor|aa|ga|appointment|course|doctor|gp|clinic|pastor|imam|notice|job|shift|shifts|team|department|office|transfer|list|letter|message|messages|texts?|calendar|location|keys?|drawer|table|computer|laptop|sim|spare room|sofa|couch|flat|@\\S+|drink|drinks|drinking|alcohol|pub|casino|bets?|betting|dinner|home|boss|manager|sister|brother|mum|mother|dad|father|parents|wife|husband|truth|police|test|tested|results?|half an hour|an hour|contact|alone|house|back door|email account|profile|gambling|porn|filter|photos?|pictures?|club|gym|choir|band|league|boat|car|bike|watch|ring|written|writing|paper|copy|same day|same evening|gifts?|hotel|conference|trip|work events?|work dinners?|work drinks|christmas party|night out|will|deed|title|credit report|fast|prayer|class|lesson|kids|children|school|bath|bedtime|dishes|laundry",
  ],
  errand: [
    "milk|bread|shopping|bins?|pizza|petrol|gas|parcel|post office|dry cleaning|prescription|washing up|dog|cat|rice|potatoes|tea|coffee|kettle|dinner tonight|other pharmacy|light|bus|train",
  ],
  /** Qualities and efforts: nothing that could be seen kept. */
  quality: [
    "(?:a |the )?(?:much |so much |far |completely |totally |truly |more |very |100% )?(?:better|good|new|different|changed|honest|faithful|loyal|truthful|open|transparent|present|patient|kind|kinder|caring|loving|understanding|supportive|reliable|trustworthy|true|worthy|respectful|sober|strong|stronger|great|best|perfect|real|proper|thoughtful|responsible|accountable|clean|straight|committed|devoted|there for you|the (?:man|woman|husband|wife|partner|person|mother|father|one|mum|dad) (?:that )?(?:you|i)|someone (?:that |who )?(?:you|i)|somebody (?:that |who )?(?:you|i)|everything you|who you|what you)",
  ],
  neverAgain: verbs(
    "be dishonest|be unfaithful|betray|break|break your|cheat|deceive|disappoint|disrespect|do|do anything|do it|do something|do that|do this|doubt|drink|fail|forget|fuck up|gamble|give you|go behind|happen|hide|hide anything|hurt|keep|keep secrets|let you down|lie|look at another|lose|make|make the same|mess up|mislead|put you through|repeat|ruin|screw up|slip|stray|take you|take you for granted|touch|touch a drop|touch another|treat|wander",
  ).base,
};
