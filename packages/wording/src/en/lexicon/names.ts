/** Given names that are written small in messages; capitals within a sentence are taken as names anyway. */
export const firstNames = new Set(
  "aaron adam alan alex alice ali amanda amy andrea andrew andy anna anne becky bella ben beth bill bob brian carl carol charlie charlotte chloe chris claire dan daniel danny darren dave david debbie ella ellen emily emma eric eva fiona frank gary george hannah harry helen ian jack jackie jacob jade jake james jamie jan jane jason jay jen jenna jennifer jess jessica jim jo joanne joe john jon jordan josh julia karen kate katie kelly ken kevin kim laura leah lee liam lisa liz louise luke marcus maria marie mark martin mary matt max mel mia michael mike molly natalie nick oliver olivia paul peter rachel richard rick rob rosie ryan sally sam sara sarah sharon simon sophie steph steve steven sue tim tom tony tracy will tinder bumble hinge grindr instagram insta snapchat snap facebook whatsapp tiktok onlyfans london dublin paris joy kay rose".split(
    " ",
  ),
);

/** Written with a capital and no name, or a name and a plain word: these need a capital or are never names. */
export const commonWords = new Set(
  "i god jesus christ lord allah christmas easter thanksgiving eid ramadan english spanish german french american british christian muslim catholic tv ok aa sms gps pm am atm sos mum mom dad mam mama papa gran granny grandma grandad nan nana grandpa auntie aunt uncle sir madam monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays will mark bill rob frank jay joy dawn rose grace hope faith art pat chase drew grant jack may summer honey love dear darling sweetheart babe baby snap hinge bumble insta jean ray dean penny carol eve ruby amber holly daisy lily kay jo lee max rich jade crystal see in the and but so if it you he she we they this that my your our its all no not yes yet sorry please both when what why how who where there then well oh ok".split(
    " ",
  ),
);
