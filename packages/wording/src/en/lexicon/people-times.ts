import { list } from "./list.ts";

/** People by role, and words that make an act checkable: when, where, how much, how often. */
const role = list(
  "colleague|coworker|co-worker|workmate|boss|manager|neighbour|friend|mate|buddy|ex|ex-wife|ex-husband|ex-girlfriend|ex-boyfriend|secretary|assistant|intern|client|customer|teacher|trainer|coach|therapist|doctor|nurse|pastor|priest|imam|rabbi|sponsor|solicitor|lawyer|supervisor|sergeant|captain|officer|medic|sister|brother|cousin|uncle|aunt|auntie|mother|mum|father|dad|stepmother|stepfather|mother-in-law|sister-in-law|brother-in-law|father-in-law|niece|nephew|son|daughter|girlfriend|boyfriend|husband|wife|partner|flatmate|roommate|housemate|landlord|barman|barmaid|bartender|waitress|waiter|escort|prostitute|sex worker|dealer|bookie|stranger|babysitter|nanny|au pair|receptionist|instructor|student|classmate|parents|family|woman from|man from|girl from|guy from|bloke from|lad from|someone from|person from|guys from|lads|bridesmaid|best man|godmother|godfather|hairdresser|builder|plumber|electrician|driver|roomie|physio|accountant|webcam|cam girl|cam girls|camgirl|married man|married woman",
);
const weekday = list(
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays",
);
const month = list(
  "january|february|april|june|july|august|september|october|november|december|in march|in may|since march|since may|last march|last may|of march|of may|until may|until march|and may|march and|may and|christmas|easter|thanksgiving|halloween|new year|new year's|boxing day|eid|ramadan|diwali|hanukkah|passover|valentine's|bank holiday|midsummer|labor day|fourth of july",
);
const number = list(
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|hundreds|thousands|dozen|several|a couple of|a few|\\d[\\d.,:]*\\w*|half a|a hundred|a thousand|a grand|grand",
);
const unit = list(
  "second|seconds|minute|minutes|hour|hours|day|days|night|nights|evening|evenings|morning|week|weeks|weekend|weekends|month|months|year|years|decade|time|times",
);
const place = list(
  "hotel|motel|hotels|flat|apartment|office|car|pub|bar|club|casino|bookies|bookmakers|conference|airport|beach|gym|hospital|school|church|mosque|temple|car park|parking lot|station|house|place|bed|our bed|bedroom|kitchen|bathroom|shower|garage|shed|cabin|boat|studio|strip club|massage parlour|massage parlor|brothel|barracks|base|camp|ward|canteen|party|christmas do|wedding|reunion|festival|concert|work trip|business trip|trip|holiday|vacation|honeymoon|retreat|offsite|course|webcam site|dating app|dating site|app|apps|website|betting shop|slots|lottery|scratch cards|poker|roulette|horses|crypto|blackjack|bingo|spread betting|back seat|sofa|couch|hot tub",
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
    "today|tonight|tomorrow|this morning|this afternoon|this evening|this week|this month|this weekend|next week|next month|every day|every night|every evening|every morning|every week|every month|every time|every weekend|every sunday|each day|each night|each week|each month|each time|daily|weekly|monthly|nightly|at once|straight away|right away|immediately|the same day|the same evening|within the hour|within a day|within the day|before bed|after work|before work|from now on|as soon as|the moment|the day|the minute",
  ),
  past_when: list(
    "yesterday|last night|last week|last month|last year|last summer|last winter|last spring|last autumn|last fall|last weekend|this summer|this spring|this winter|the other night|that night|that evening|that day|that weekend|the night of|the day of|the night before|the day before|the week before|on your birthday|on our anniversary|our anniversary|your birthday|my birthday|while you were|when you were|while i was|when i was|while we were|when we were|the whole time|all the time that|the entire time|since|for ages|for months|for years|for weeks|for a year|for a month|for a week|a year|one year|one night|one time|one weekend|once|twice|times|years ago|months ago|weeks ago|days ago|a week ago|a month ago|a year ago|the first year|night shift|nightly|every day|every night|every week|every evening|every month|every weekend|every morning|each week|each month|nearly every|almost every|most nights|on and off|at work|behind your back|two-timing|before christmas|all summer|all year|half the|all of the|the whole of|most of",
  ),
};
