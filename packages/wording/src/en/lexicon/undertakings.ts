import { verbs } from "./inflect.ts";

/** Acts that a partner could see kept or broken. */
const acts = verbs(
  "text|call|ring|phone|message|send|show|share|give|hand|hand in|hand over|leave|come home|get home|come back|come straight|come with|come to|pay|pay back|pay off|repay|transfer|put|book|go to|go|go with|attend|see|meet|sit|sit down|sleep|sleep at|sleep in|write|read|delete|block|unfollow|unfriend|change|move|move out|resign|quit|give up|cancel|close|cut|cut up|cut off|log|log out|install|uninstall|answer|tell|ask|stop|end|end it|drop|sell|return|take|take down|bring|drive|collect|pick up|pick|do|make|sign|sign up|join|start|begin|switch|swap|turn off|turn on|hang up|stay home|stay at|stay in|stay off|work from|work|report|confess|admit|apologise to|introduce|invite|keep|keep off|carry|check|check in|cook|clean|wash|open|set|set up|arrange|organise|phone up|get tested|get|throw away|throw out|bin|destroy|get rid of|use|wear|walk|eat|play|train|drink|smoke|gamble|bet|buy|spend|watch|travel|talk to|speak to|contact|be home|be there|be back|be in|be at|be alone|be on|lock|unlock|forward|copy|print|post|add|remove|freeze|hire|visit|wait|knock|say|list|note|file|submit|enrol|enroll|finish|complete|track|record|plan|schedule|testify|mail|email|e-mail|video|video call|facetime|skype|photograph|let|plug|charge|save|wake|wake up|get up|step down|step back|step away|step out|withdraw|hand back|go back|ban|self-exclude|refuse|turn down|decline|avoid|skip|miss|reply|respond|follow|accept|swear off|stick to|go through|look at|walk away|pull over|explain|look after|feed|bathe|take over",
);
export const undertakings = {
  act: acts.base,
  "act.ing": acts.ing,
  "act.past": acts.past,
  /** Already done to mend, even without a time. */
  mend: verbs(
    "block|delete|unfollow|unfriend|cut up|cancel|resign|quit|hand in|hand over|hand|move out|book|sign up|join|start|change my|change|close|tell|show|give|ask|arrange|sell|leave|end|end it|report|confess|admit|throw away|throw out|bin|put|write|speak to|talk to|phone|ring|call|message|send|transfer|pay|pay back|pay off|return|install|uninstall|log out|turn on|switch|swap|trade|set up|make|enrol|move|take|get tested|register|self-exclude|apply|step down|sign|share|drop|stop|remove|take down|request|file|print|copy|destroy|freeze|apologise to|turn down|draw up|attend|hire",
  ).past,
  /** What makes it checkable besides a time. */
  checkable: [
    "her number|his number|their number|my number|the number|the app|the apps|tinder|@\\S+|the account|my account|account|accounts|the card|cards|password|passwords|passcode|pin|phone|phones|email|e-mail|emails|receipts?|statements?|payslips?|wages|salary|paycheck|pay|loan|debt|bank|joint account|counsellor|counselling|therapist|therapy|meeting|meetings|group|sponsor|programme|program|aa|ga|appointment|course|doctor|gp|clinic|pastor|imam|notice|job|shift|shifts|team|department|office|transfer|list|letter|message|messages|texts?|calendar|location|keys?|drawer|table|computer|laptop|sim|spare room|sofa|couch|flat|@\\S+|drink|drinks|drinking|alcohol|pub|casino|bets?|betting|dinner|home|boss|manager|sister|brother|mum|mother|dad|father|parents|wife|husband|truth|police|test|tested|results?|half an hour|an hour|contact|alone|house|back door|email account|profile|gambling|porn|software|filter|blocker|photos?|pictures?|club|gym|choir|band|league|boat|car|bike|watch|ring|written|writing|paper|copy|same day|same evening|gifts?|hotel|conference|trip|work events?|work dinners?|work drinks|christmas party|night out|contract|will|deed|title|credit report|fast|prayer|class|classes|lesson|kids|children|school|bath|bedtime|dishes|laundry",
  ],
  errand: [
    "milk|bread|shopping|groceries|bins?|takeaway|pizza|petrol|gas|parcel|post office|dry cleaning|prescription|washing up|dog|cat|rice|potatoes|tea|coffee|kettle|dinner tonight|other pharmacy|light|umbrella|bus|train",
  ],
  /** Qualities and efforts: nothing that could be seen kept. */
  quality: [
    "(?:a |the )?(?:much |so much |far |completely |totally |truly |more |very |100% )?(?:better|good|new|different|changed|honest|faithful|loyal|truthful|open|transparent|present|patient|kind|kinder|caring|loving|attentive|understanding|supportive|reliable|trustworthy|true|worthy|mindful|considerate|respectful|sober|strong|stronger|great|best|perfect|real|proper|grateful|thoughtful|responsible|accountable|clean|straight|committed|devoted|dependable|there for you|the (?:man|woman|husband|wife|partner|person|mother|father|one|mum|dad) (?:that )?(?:you|i)|someone (?:that |who )?(?:you|i)|somebody (?:that |who )?(?:you|i)|everything you|who you|what you)",
  ],
  neverAgain: verbs(
    "hurt|lie|cheat|betray|deceive|mislead|let you down|do|do it|do that|do this|do anything|do something|make|make the same|repeat|disappoint|fail|break|break your|treat|take you for granted|take you|give you|be unfaithful|be dishonest|disrespect|go behind|keep|keep secrets|hide|hide anything|put you through|slip|stray|happen|mess up|screw up|fuck up|forget|ruin|lose|doubt|wander|look at another|touch another|gamble|drink|touch a drop|touch",
  ).base,
};
