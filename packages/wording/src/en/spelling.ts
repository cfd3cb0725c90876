/** Spellings of messages and contractions, each as the words that it stands for. */
export const spellings: Readonly<Record<string, string>> = Object.fromEntries(
  `u:you|ye:you|yer:your|tellt:told|nae:no|meself:myself|o':of|ya:you|yu:you|yous:you|y'all:you|yall:you|r:are|n:and|nd:and|y:why|k:ok|kk:ok|okay:ok|okey:ok|w:with|wit:with|w/:with|im:i am|iam:i am|ima:i am going to|imma:i am going to|i'mma:i am going to|ive:i have|iv:i have|youre:you are|yr:your|ur:ur|urs:yours|youve:you have|youd:you 'd|youll:you will|theyd:they 'd|weve:we have|hes:he is|shes:she is|itll:it will|'tis:it is|thats:that is|heres:here is|whats:what is|wat:what|wats:what is|whos:who is|hows:how is|let's:let us|lets:let us|one's:one 's|dosnt:does not|ain't:is not|aint:is not|won't:will not|wont:will not|can't:can not|cant:can not|cannot:can not|havnt:have not|gonna:going to|gunna:going to|gona:going to|wanna:want to|wana:want to|gotta:have to|hafta:have to|tryna:trying to|finna:going to|kinda:kind of|sorta:sort of|lotta:lot of|outta:out of|gimme:give me|lemme:let me|dunno:do not know|idk:i do not know|idc:i do not care|idgaf:i do not care|iirc:if i recall|cuz:because|cos:because|coz:because|'cos:because|cus:because|bc:because|b/c:because|becos:because|becoz:because|bcoz:because|tbh:honestly|tbf:to be fair|ngl:honestly|fr:really|rn:right now|atm:at the moment|tmrw:tomorrow|tmr:tomorrow|tomoz:tomorrow|2moro:tomorrow|2nite:tonight|tonite:tonight|2day:today|2:2|4ever:forever|tho:though|altho:although|thru:through|thro:through|b4:before|l8:late|l8r:later|m8:mate|gr8:great|abt:about|bout:about|'bout:about|ppl:people|msg:message|msgs:messages|mssg:message|msged:messaged|txt:text|txts:texts|txted:texted|txtin:texting|pic:picture|pics:pictures|fone:phone|gf:girlfriend|bf:boyfriend|wk:week|wks:weeks|mth:month|mths:months|yrs:years|hrs:hours|mins:minutes|def:definitely|deffo:definitely|prob:probably|probs:probably|obvs:obviously|ofc:of course|nvm:never mind|ok:ok|pls:please|plz:please|plse:please|pleez:please|soz:sorry|sry:sorry|srry:sorry|sori:sorry|sos:sorry|apologise:apologise|apologised:apologised|thx:thanks|ty:thanks|thanx:thanks|ta:thanks|luv:love|babe:babe|bby:baby|hun:hun|em:them|'em:them|yh:yes|yeh:yes|yeah:yes|yea:yes|yep:yes|yup:yes|aye:yes|nah:no|nope:no|naw:no|nowt:nothing|owt:anything|sth:something|smth:something|someone:someone|wtf:what the fuck|wth:what the hell|omg:oh my god|ffs:for fuck's sake|fs:for fuck's sake|jfc:jesus|smh:smh|lmao:lol|lmfao:lol|lolol:lol|haha:haha|innit:is it not|mum:mum|mom:mum|mam:mum|momma:mum|mama:mum|mommy:mum|mummy:mum|mother:mother|favor:favour|behaviour:behaviour|counselor:counsellor|counsellor:counsellor|neighbour:neighbour|honor:honour|judgment:judgement|fkd:fucked|fked:fucked|fckd:fucked|effed:fucked|fuckd:fucked|fcked:fucked|fkn:fucking|fckin:fucking|fking:fucking|f'ing:fucking|f**k:fuck|f*ck:fuck|fk:fuck|fck:fuck|sh*t:shit|s**t:shit|b*tch:bitch|b**ch:bitch|ive:i have|wont:will not|alot:a lot|noone:no one|everythin:everything|evry:every|b:be|c:see|wud:would|cud:could|shud:should|hav:have|hv:have|bin:been|wen:when|wot:what|da:the|dat:that|dis:this|dem:them|dey:they|wiv:with|iam:i am|tryin:trying|til:until|till:until|'til:until|frend:friend|4give:forgive|neva:never|nvr:never|eva:ever|sum1:someone|some1:someone|any1:anyone|no1:no one|dnt:do not|cudnt:could not|wudnt:would not|didn:did not|im'a:i am going to|d:the|hubby:husband|wifey:wife|theyre:they are|theyve:they have|theres:there is|woulda:would have|coulda:could have|shoulda:should have|behavior:behaviour|behaviors:behaviour|behaviours:behaviour|neighbor:neighbour|counseling:counselling|canceled:cancelled|defense:defence|no-one:no one|everytime:every time|forgiv:forgive|nothin:nothing|somethin:something|untill:until|f*cking:fucking|hahaha:haha|prolly:probably`
    .split("|")
    .map((pair) => {
      const at = pair.indexOf(":");
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
);

const negated = new Set(
  "can do does did is are was were would could should must need have has had might dare ought".split(" "),
);
const withIs = new Set(
  "it that there here what who where how why when everyone everybody nobody something nothing he she".split(
    " ",
  ),
);
const endings: Readonly<Record<string, string>> = { m: "am", re: "are", ve: "have", ll: "will", d: "'d" };

/** What a contraction stands for ("you've", "didnt", "that's"); null where it is none, or could be another word. */
export function contraction(lower: string): string | null {
  const not = /^(.+?)n(?:'?t|ae)$/.exec(lower);
  if (not && negated.has(not[1]!)) return `${not[1]} not`;
  const other = /^([a-z]+)'(m|re|ve|ll|d|s)$/.exec(lower);
  if (!other) return null;
  if (other[2] === "s") return withIs.has(other[1]!) ? `${other[1]} is` : null;
  return `${other[1]} ${endings[other[2]!]}`;
}

/** Verbs that messages write without their last g, and with no apostrophe for it. */
export const droppedG = new Set(
  "talkin doin goin tryin lyin cheatin feelin seein textin messin gettin makin sayin askin lookin hidin spendin drinkin sleepin hangin fuckin givin takin comin leavin tellin stayin workin actin checkin waitin hurtin losin meetin callin gamblin keepin movin stressin jokin overreactin".split(
    " ",
  ),
);

/** Short for something, so that their full stop ends nothing. */
export const abbreviations = new Set(
  "mr mrs ms dr prof st rev sr jr vs approx no tel a.m p.m am pm e.g i.e etc".split(" "),
);
