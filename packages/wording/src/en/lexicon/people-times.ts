import { list } from "./list.ts";

/** People by role, and words that make an act checkable: when, where, how much, how often. */
const role = list(
  "colleague|boss|manager|neighbour|friend|mate|buddy|ex|ex-\\w+|intern|client|teacher|coach|therapist|doctor|nurse|pastor|priest|imam|rabbi|sponsor|lawyer|medic|sister|brother|cousin|uncle|aunt|auntie|mother|mum|father|dad|niece|nephew|son|daughter|girlfriend|boyfriend|husband|wife|partner|waiter|escort|dealer|bookie|stranger|nanny|au pair|student|parents|family|(?:woman|man|girl|guy|bloke|lad|someone|person|guys) from|lads|builder|plumber|driver|roomie|physio|accountant|webcam",
);
const weekday = list(
  "friday|fridays|monday|mondays|saturday|sunday|sundays|thursday|thursdays|tuesday|tuesdays|wednesday|wednesdays",
);
const month = list(
  "and may|april|august|christmas|december|diwali|easter|eid|february|halloween|in march|in may|january|july|june|march and|may and|november|october|of march|of may|ramadan|september|since march|thanksgiving",
);
const number = list(
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|nineteen|twenty|thirty|forty|fifty|sixty|eighty|ninety|hundred|thousand|dozen|several|a few|\\d[\\d.,:]*\\w*|half a|a hundred|a grand|grand",
);
const unit = list(
  "day|days|decade|evening|evenings|hour|hours|minute|minutes|month|months|morning|night|nights|second|time|times|week|weekend|weekends|weeks|year|years",
);
const place = list(
  "hotel|motel|hotels|flat|apartment|office|car|pub|bar|club|casino|bookies|conference|airport|beach|gym|hospital|school|church|mosque|temple|station|house|place|bed|our bed|kitchen|bathroom|shower|garage|shed|cabin|boat|studio|base|camp|ward|canteen|party|wedding|reunion|trip|holiday|offsite|course|app|apps|website|slots|poker|horses|crypto|bingo|sofa|couch|hot tub",
);

export const peopleAndTimes = {
  role,
  weekday,
  month,
  number,
  unit,
  place,
  name: ["@[\\w'-]+"],
  amount: [
    "[£$€]\\S+",
    "\\d[\\d.,]*(?:k|£|€)",
    "\\d[\\d.,]* (?:pounds|quid|euros?|dollars|bucks|pence|rupees|grand|kroner|francs|lira|yen|pesos)",
  ],
  clock: [
    "\\d{1,2}[:.]\\d\\d",
    "\\d{1,2}(?:am|pm)",
    "midnight",
    "noon",
    "lunch",
    "lunchtime",
    "breakfast",
    "dinner",
    "bedtime",
    "payday",
    "half past",
    "quarter past",
    "quarter to",
    "half (?:five|six|seven|eight|nine|ten|four|three|two|one)",
  ],
  when: list(
    "today|tonight|tomorrow|(?:this|every|each|next|the same) (?:morning|evening|week|month|weekend|day|night|time|sunday)|daily|weekly|monthly|nightly|at once|(?:before|after) (?:bed|work)|from now on|the (?:moment|day|minute)",
  ),
  past_when: list(
    "yesterday|(?:last|this|that|every|each|most|one) (?:night|week|month|year|summer|winter|spring|autumn|fall|weekend|evening|day|morning|time|nights)|the (?:night|day|week) (?:of|before)|on your birthday|(?:on )?our anniversary|(?:your|my) birthday|(?:while|when) (?:you|i|we) were|(?:while|when) i was|the (?:whole|entire) time|since|for (?:ages|months|years|weeks|a year|a month|a week)|a year|once|twice|times|(?:years|months|weeks|days|a week|a month|a year) ago|nightly|(?:nearly|almost) every|at work|before christmas|half the|the whole of|most of",
  ),
};
