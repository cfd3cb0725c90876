import { list } from "./list.ts";

/** People by role, and words that make an act checkable: when, where, how much, how often. */
const role = list(
  "colleague|coworker|boss|manager|neighbour|friend|mate|buddy|ex|ex-\\w+|secretary|intern|client|teacher|coach|therapist|doctor|nurse|pastor|priest|imam|rabbi|sponsor|lawyer|medic|sister|brother|cousin|uncle|aunt|auntie|mother|mum|father|dad|step\\w+|\\w+-in-law|niece|nephew|son|daughter|girlfriend|boyfriend|husband|wife|partner|roommate|waitress|waiter|escort|prostitute|sex worker|dealer|bookie|stranger|nanny|au pair|receptionist|student|parents|family|(?:woman|man|girl|guy|bloke|lad|someone|person|guys) from|lads|best man|builder|plumber|driver|roomie|physio|accountant|webcam|cam ?girls?|married (?:man|woman)",
);
const weekday = list(
  "friday|fridays|monday|mondays|saturday|saturdays|sunday|sundays|thursday|thursdays|tuesday|tuesdays|wednesday|wednesdays",
);
const month = list(
  "and may|april|august|bank holiday|boxing day|christmas|december|diwali|easter|eid|february|fourth of july|halloween|in march|in may|january|july|june|labor day|last march|last may|march and|may and|midsummer|new year|new year's|november|october|of march|of may|ramadan|september|since march|since may|thanksgiving|until march|until may",
);
const number = list(
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|eighty|ninety|hundred|thousand|hundreds|thousands|dozen|several|a couple of|a few|\\d[\\d.,:]*\\w*|half a|a hundred|a thousand|a grand|grand",
);
const unit = list(
  "day|days|decade|evening|evenings|hour|hours|minute|minutes|month|months|morning|night|nights|second|time|times|week|weekend|weekends|weeks|year|years",
);
const place = list(
  "hotel|motel|hotels|flat|apartment|office|car|pub|bar|club|casino|bookies|conference|airport|beach|gym|hospital|school|church|mosque|temple|car park|parking lot|station|house|place|bed|our bed|kitchen|bathroom|shower|garage|shed|cabin|boat|studio|strip club|massage parlou?r|base|camp|ward|canteen|party|christmas do|wedding|reunion|work trip|business trip|trip|holiday|honeymoon|offsite|course|webcam site|dating app|dating site|app|apps|website|betting shop|slots|scratch cards|poker|roulette|horses|crypto|bingo|spread betting|back seat|sofa|couch|hot tub",
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
    "\\d[\\d.,]* (?:pounds|quid|euros?|dollars|bucks|pence|rupees|shillings|grand|kroner|francs|lira|yen|pesos)",
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
    "today|tonight|tomorrow|(?:this|every|each|next|the same) (?:morning|afternoon|evening|week|month|weekend|day|night|time|sunday)|daily|weekly|monthly|nightly|at once|(?:straight|right) away|immediately|within (?:the hour|a day|the day)|(?:before|after) (?:bed|work)|from now on|as soon as|the (?:moment|day|minute)",
  ),
  past_when: list(
    "yesterday|(?:last|this|that|every|each|most|one|the other) (?:night|week|month|year|summer|winter|spring|autumn|fall|weekend|evening|day|morning|time|nights|weekends)|the (?:night|day|week) (?:of|before)|on your birthday|(?:on )?our anniversary|(?:your|my) birthday|(?:while|when) (?:you|i|we) were|(?:while|when) i was|the (?:whole|entire) time|all the time that|since|for (?:ages|months|years|weeks|a year|a month|a week)|a year|once|twice|times|(?:years|months|weeks|days|a week|a month|a year) ago|the first year|night shift|nightly|(?:nearly|almost) every|on and off|at work|behind your back|before christmas|all (?:summer|year)|half the|all of the|the whole of|most of",
  ),
};
