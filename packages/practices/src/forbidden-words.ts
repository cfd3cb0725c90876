/**
 * What no text here may ask for or promise.
 *
 * - Source: docs/safety.md, "Things that cannot be promised here"; each kind is one item of that list.
 */
export const forbiddenKinds = [
  "passwords",
  "readingInBulk",
  "mirroring",
  "recording",
  "tracking",
  "childrensDevices",
  "workDevices",
  "confidants",
  "bodyChecks",
  "bans",
  "reporting",
  "covert",
] as const;
export type ForbiddenKind = (typeof forbiddenKinds)[number];

/**
 * The first kind of section 8.3 that `text` asks for or promises, in English, German or Dutch, or null.
 *
 * Runs on the writer's device alone; it keeps and tells nothing. It knows forms, not meanings: what it does not
 * recognise passes, and a harmless text may stop until it is said in other words. A text that gives such an act
 * up ("I won't read your messages") passes.
 *
 * - Source: OL.12.
 */
export function forbiddenWordsIn(text: string): ForbiddenKind | null {
  const whole = folded(text);
  const answers = answering.test(whole);
  for (const clause of clausesOf(whole)) {
    const givenUp = givesUp.some((form) => form.test(clause)) && !takesBack.some((form) => form.test(clause));
    for (const { kind, forms, unlessGivenUp, unlessAnswering, onlyBetweenTwo } of rules) {
      if (givenUp && unlessGivenUp) continue;
      if (answers && unlessAnswering) continue;
      if (onlyBetweenTwo && !theOther.test(clause)) continue;
      if (forms.some((form) => form.test(clause))) return kind;
    }
  }
  return null;
}

/** Lower case, without accents, apostrophes and invisible characters, so that a form has one spelling. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mn}\p{Cf}'’‘`´]/gu, "")
    .replaceAll("ß", "ss")
    .replace(/[-_–—/]+/g, " ")
    .replace(/[^\S\n]+/g, " ");

/** Pieces in which a negation reaches its verb. */
const clausesOf = (text: string): readonly string[] =>
  text
    .split(
      /[.!?;:\n]|, (?!was |dass |wat |dat |what |that )| (?:but|because|unless|aber|weil|sondern|maar|omdat|tenzij) /,
    )
    .map((clause) => clause.replaceAll(",", ""));

/** `a` and `b` in either order with at most `gap` words between them. */
function near(a: string, b: string, gap = 5): RegExp {
  const between = `(?: \\S+){0,${gap}}? `;
  return new RegExp(`(?<!\\w)(?:(?:${a})${between}(?:${b})|(?:${b})${between}(?:${a}))(?!\\w)`);
}
/** `a` and then `b` with at most `gap` words between them. */
const then = (a: string, b: string, gap = 5): RegExp =>
  new RegExp(`(?<!\\w)(?:${a})(?: \\S+){0,${gap}}? (?:${b})(?!\\w)`);

// ---- Vocabulary. English | German | Dutch, already folded.

const devices =
  "phones?(?! (?:number|call|down|away|off|aside))|mobile|cell|tablet|laptop|computer|devices?|whatsapp|instagram|insta|facebook|snapchat|telegram|tiktok|(?:e ?mail|mail|social media|social) accounts?" +
  "|handys?|telefon(?!nummer|at)|smartphones?|geraete?|gerate?" +
  "|telefoon(?!nummer|tje)|mobieltje|gsm|apparaten|toestel";
const letters =
  "messages|texts|chats?|chat history|dms?|e ?mails?|mails?|inbox|mailbox|voicemails?|call (?:log|list|history)s?|(?:browser|browsing|search|internet) history|history" +
  "|nachrichten|chatverlauf\\w*|verlauf|whatsapps|posteingang|postfach|anrufliste|anrufe|suchverlauf|browserverlauf|sms" +
  "|berichten|berichtjes|appjes|apps|gesprekken|zoekgeschiedenis|browsergeschiedenis|geschiedenis|belgeschiedenis|oproepen|smsjes";
const pictures =
  "camera roll|photo (?:library|stream|roll)|gallery|all (?:of )?(?:my|your|the) (?:photos|pictures)|(?:my|your) (?:photos|pictures)" +
  "|galerie|(?:alle )?(?:meine|deine) (?:fotos|bilder)|fotos auf" +
  "|fotorol|galerij|(?:al )?(?:mijn|jouw|je) fotos";
const mineOrYours =
  "my|your|ur|his|her|their|each others?|the|mein\\w*|dein\\w*|das|die|mijn|jouw|je|uw|elkaars|de";
const store = `(?:(?:${mineOrYours})(?: \\w+)? (?:${devices}|${letters})|${pictures})`;
const looking =
  "read|reading|check|checking|go through|going through|look through|looking through|look at|look into|search|searching|scroll|scrolling|inspect|monitor|monitoring|control|spot check|see|see all|screenshots?|access|access to|screen" +
  "|lesen|liest|lese|mitlesen|mitliest|kontrolliere\\w*|kontrollierst|kontrolle|durchsuch\\w*|durchgeh\\w*|durchseh\\w*|durchles\\w*|einsehen|einsicht|nachsehen|ansehen|anschauen|anschaust|schaue|schauen|schaust|gucke\\w*|stober\\w*|pruefe\\w*|uberprufe\\w*|prufe\\w*|zugang|zugriff|screenshots" +
  "|lezen|leest|lees|meelezen|controleer|controleren|controleert|doorzoek\\w*|doorkijk\\w*|nakijk\\w*|kijk|kijken|inzage|inzien|bekijk|bekijken|bekijkt|toegang";
const handing =
  "show|shows|showing|give|gives|hand|hand over|open up|unlock|unlocked|send you all|share" +
  "|zeige?|zeigst|zeigen|gebe|gib|gibst|geben|offenlege\\w*|vorzeig\\w*|entsperr\\w*|aushandig\\w*|uberlasse" +
  "|toon|tonen|geef|geeft|geven|ontgrendel\\w*|afgeven|overhandig\\w*";
const never =
  "wont|will not|will never|never|not|dont|do not|no longer|stop|stopped|quit|without|refrain from|nicht|nie|niemals|kein\\w*|hore auf|ohne|niet|nooit|geen|stop met|zonder";
const acts =
  "read|reading|check|checking|go|going|look|looking|search|searching|scroll|inspect|monitor|ask|asking|demand|demanding|track|tracking|follow|following|record|recording|film|spy|spying|touch|open|take|use|install" +
  "|lese|lesen|liest|mitlesen|kontrollier\\w*|durchsuch\\w*|schau\\w*|seh\\w*|anseh\\w*|frag\\w*|verlang\\w*|verfolg\\w*|ort\\w*|aufnehm\\w*|nehme|filme\\w*|spionier\\w*|anfass\\w*|prufe\\w*|fordere\\w*" +
  "|lees|lezen|controle\\w*|doorzoek\\w*|kijk\\w*|vraag|vragen|eis|eisen|volg|volgen|opnem\\w*|neem|film|filmen|bespied\\w*|bespioneer\\w*|aanraak";
const i = "i|ill|im|id|ich|ik|we|well|wir|wij";

/** "I won't read …", "ich lese … nicht", "ik lees … niet": the speaker's own giving up. */
const givesUp = [
  new RegExp(`^(?:\\S+ ){0,4}?(?:(?:${i}) )?(?:\\w+ ){0,2}?(?:${never}) (?:\\S+ ){0,3}?(?:${acts})(?!\\w)`),
  new RegExp(
    `(?<!\\w)(?:${i}) (?:\\S+ ){0,2}?(?:${acts}) (?:\\S+ ){0,5}?(?:nicht|nie|niemals|kein\\w*|niet|nooit|geen)(?!\\w)`,
  ),
  new RegExp(
    `(?<!\\w)(?:${acts}) (?:ich|ik) (?:\\S+ ){0,4}?(?:nicht|nie|niemals|kein\\w*|niet|nooit|geen)(?!\\w)`,
  ),
  /^(?:ill |i will |i )?(?:stop|quit)(?: \S+){0,2}? \w+ing(?!\w)/,
  /(?<!\w)(?:instead of|rather than|statt|anstatt|in plaats van|(?:turn|switch)\w* off|ausschalt\w*|schalte .* aus|uitzet\w*|zet .* uit)(?!\w)/,
];
/** A second negation, or somebody else's duty, takes the giving up back. */
const takesBack = [
  /(?<!\w)(?:dont|not|never|wont|nicht|niet) (?:\S+ )?(?:stop|turn|switch|mind|object|hide|refuse|delete|lock|aufhoren|ausschalt\w*|stoppen|ophouden|uitzet\w*)(?!\w)/,
  /(?<!\w)(?:without|ohne|zonder)(?: \S+){0,3}? (?:you|your|me|dich|dein\w*|mich|jou|jouw|je|mij)(?!\w)/,
  /(?<!\w)(?:you|du|jij) (?:wont|will not|dont|do not|never|may not|must not|cant|cannot|darfst|mag|mogen)(?!\w)/,
];

/** Texts about answering: "I read your messages and answer within the hour" is a promise of attention. */
const answering =
  /(?<!\w)(?:answer\w*|repl(?:y|ies|ying)|respond\w*|write back|text(?:ing)? (?:you )?back|antwort\w*|beantwort\w*|zuruckschreib\w*|antwoord\w*|beantwoord\w*|reageer\w*|terugschrijf)(?!\w)/;

type Rule = {
  readonly kind: ForbiddenKind;
  readonly forms: readonly RegExp[];
  /** Passes in a clause that gives the act up. Bans have none: "I won't see my friends" is the ban. */
  readonly unlessGivenUp?: true;
  readonly unlessAnswering?: true;
  /** Looking at one's own things passes: "I check my phone at noon". */
  readonly onlyBetweenTwo?: true;
};

const theOther =
  /(?<!\w)(?:you\w*|u|ur|me|each others?|du|dir|dich|dein\w*|mir|mich|jij|jou\w*|je|mij|elkaars)(?!\w)/;

const locationWords =
  "(?:my|your|our|live|phone|current|exact|real time) location|location (?:sharing|services|history)|whereabouts|standort\\w*|aufenthaltsort|ortung\\w*|(?:mijn|jouw|je|live|elkaars) locatie\\w*|locatie (?:delen|aan)|verblijfplaats|find my(?: \\w+)?|wo ist app";
const people =
  "friends?|mates?|mum|mom|mother|dad|father|parents|family|sister|brother" +
  "|freund\\w*|kumpel\\w*|mutter|vater|eltern|familie|schwester|bruder" +
  "|vriend\\w*|moeder|vader|ouders|zus|broer";
const helpers =
  "therap\\w*|counsell?or|psycholog\\w*|psychiat\\w*|help ?line|hotline|crisis line|doctors?|gp|physician|lawyers?|solicitor|attorney|priest|pastor|imam|rabbi|vicar|clergy" +
  "|arzt\\w*|hausarzt\\w*|anwalt\\w*|beratungsstelle|telefonseelsorge|pfarrer\\w*|seelsorg\\w*" +
  "|dokter|huisarts|arts|advocaat|hulplijn|dominee|pastoor";
const cameras = "camera|webcam|microphone|mic|kamera|mikrofon|microfoon|dashcam|doorbell camera";

const relatives = `(?:mein\\w*|dein\\w*|mijn|jouw|je)(?: \\w+)? (?:${people})`;
const wages =
  "(?:all )?(?:my|your|own|mein\\w*|dein\\w*|mijn|jouw|je|eigen\\w*) (?:money|wages|salary|pay ?check|pay|bank cards?|credit cards?|geld|gehalt|lohn|bankkarte|ec karte|kreditkarte|salaris|loon|bankpas|creditcard)";

const rules: readonly Rule[] = [
  {
    kind: "covert",
    unlessGivenUp: true,
    forms: [
      near(
        "secretly|covertly|behind (?:my|your) back|in secret|without (?:my|your|you|me) (?:knowing|knowledge|noticing)|heimlich\\w*|hinter (?:meinem|deinem) rucken|ohne (?:dein|mein) wissen|ohne dass (?:du|ich) es (?:merk|weiss)\\w*|stiekem|in het geheim|achter (?:mijn|jouw|je) rug|zonder dat (?:je|jij|ik) het (?:merkt?|weet)",
        `${looking}|${acts}|watch\\w*|listen\\w*|beobacht\\w*|zuseh\\w*|toekijk\\w*`,
        6,
      ),
      /(?<!\w)(?:hidden (?:camera|app|mic\w*|tracker|device)|spy(?:ing)? on (?:me|you)|versteckte (?:kamera|app)|verborgen (?:camera|app)|nachspionier\w*|spioniere\w*|bespitzel\w*|bespied\w*|bespioneer\w*|follow (?:you|me) around)(?!\w)/,
    ],
  },
  {
    kind: "childrensDevices",
    unlessGivenUp: true,
    forms: [
      near(
        "kids?|childs?|childrens?|sons?|daughters?|kinder|kindern|kindes|kind|sohn\\w*|tochter\\w*|zoons?|dochters?|kinderen",
        "phones?|tablet|ipad|device|smartwatch|handy|smartphone|gerat|telefoon|mobiel|horloge|uhr|armbanduhr|toestel",
        2,
      ),
      then("kids|childs|childrens|sons?|daughters?", "watch", 0),
      /(?<!\w)(?:kinderhandy|kinderuhr|kindertablet|kindertelefoon|kinderhorloge)(?!\w)/,
    ],
  },
  {
    kind: "workDevices",
    unlessGivenUp: true,
    onlyBetweenTwo: true,
    forms: [
      near(
        `${looking}|${handing}|install\\w*|track\\w*|forward\\w*|weiterleit\\w*|doorstur\\w*`,
        "(?:work|company|office|business) (?:phone|mobile|laptop|computer|e ?mails?|mails?|inbox|account|slack|chats?)|slack|diensthandy|diensttelefon|dienstlaptop|firmenhandy|firmenlaptop|arbeitshandy|arbeitslaptop|arbeitsmails?|dienstmails?|werktelefoon|werklaptop|werkmail\\w*|zakelijke (?:telefoon|laptop|mail)",
      ),
    ],
  },
  {
    kind: "passwords",
    unlessGivenUp: true,
    forms: [
      /(?<!\w)(?:passwords?|passcodes?|pass codes?|passphrases?|unlock (?:code|pattern)|screen codes?|security codes?|pin (?:codes?|numbers?)|pincodes?|log ?ins?|login (?:data|details)|credentials|face id|finger ?prints?|touch id)(?!\w)/,
      /(?<!\w)(?:pass ?wort\w*|kenn ?wort\w*|zugangsdaten|zugangscode\w*|anmeldedaten|entsperr(?:code|muster)\w*|sperrcode\w*|handycode\w*|finger ?abdr\w*|pins)(?!\w)/,
      /(?<!\w)(?:wacht ?woord\w*|toegangscode\w*|ontgrendelcode\w*|ontgrendelpatroon|schermcode\w*|vinger ?afdruk\w*|inloggegevens|inlogcode\w*)(?!\w)/,
      /(?<!\w)(?:my|your|meine|deine|die|mijn|jouw|je) (?:\w+ )?pin(?!\w)/,
      then(
        "codes?",
        "(?:my|your|mein\\w*|dein\\w*|mijn|jouw|je) (?:phone|mobile|tablet|laptop|handy|telefon|telefoon|mobiel)",
        2,
      ),
      then(
        "phones?|handys?|telefoons?",
        "unlocked|entsperrt|ontgrendeld|without a lock|ohne sperre|zonder slot",
        3,
      ),
      then("never|dont|no|not|no more", "lock(?:ing)? (?:my|your) (?:phone|tablet|laptop)", 1),
    ],
  },
  {
    kind: "mirroring",
    unlessGivenUp: true,
    forms: [
      /(?<!\w)(?:key ?log\w*|spy ?ware|stalker ?ware|spy apps?|monitoring (?:app|software)|screen mirroring|spionage ?app|spionagesoftware|uberwachungs(?:app|software)|tastatur\w*protokoll\w*|meekijkapp|meekijksoftware|whatsapp web|web whatsapp)(?!\w)/,
      near(
        "mirror\\w*|clon\\w*|sync\\w*|spieg\\w*|gespiegelt|klon\\w*|synchronisier\\w*|synchroniseer\\w*|kloon",
        devices,
        4,
      ),
      near(
        "forward\\w*|redirect\\w*|bcc|weiterleit\\w*|weitergeleitet|leite|umleit\\w*|doorgestuurd|doorstur\\w*|doorstuur\\w*",
        letters,
        4,
      ),
      near("cop(?:y|ies) of|kopie von|kopie van|duplicate", `all|every|${letters}`, 3),
      then(
        `(?:all )?(?:my|your) (?:${letters})`,
        "(?:also )?(?:go|come|arrive|copied|sent)(?: \\S+)? (?:to|on|at) (?:you|me|your|my)",
        1,
      ),
      /(?<!\w)stuur(?: \S+){0,2}? (?:al|alle|elk\w*|ieder\w*)(?: \S+){0,4}? door(?!\w)/,
      near(
        "linked device|log(?:ged|s)? in|eingeloggt|angemeldet|ingelogd",
        "(?:my|your|mein\\w*|dein\\w*|mijn|jouw|je) (?:\\w+ )?(?:phone|whatsapp|instagram|facebook|e ?mail|mail|account|konto|handy|telefoon)",
        3,
      ),
    ],
  },
  {
    kind: "recording",
    unlessGivenUp: true,
    forms: [
      near(
        "record|recording|records|zeichne\\w*|listen in|listen through|tape|taping|wiretap|aufnehm\\w*|aufzeichn\\w*|mitschneid\\w*|aufgenommen|opnem\\w*|opneemt|afluister\\w*|abhor\\w*|opgenomen",
        "calls?|phone calls|conversations?|anrufe?|gesprache?|telefonate?|microphone|mic|mikrofon|microfoon|gesprekken|gesprek|telefoongesprek\\w*|telefoontjes|audio|everything|alles|what (?:you|i) say",
        4,
      ),
      /(?<!\w)(?:record|recording|filming|(?<!(?:a|the|that|this) )film) (?:me|you|us|everything)(?!\w)/,
      /(?<!\w)(?:nehme|nimmst|nimm)(?: \S+){0,4}? (?:gesprach\w*|anruf\w*|telefonat\w*|alles)(?: \S+){0,2}? auf(?!\w)/,
      /(?<!\w)(?:filme|filmst|filmen) (?:dich|mich|uns)(?!\w)/,
      /(?<!\w)(?:neem|neemt|nemen)(?: \S+){0,4}? (?:gesprek\w*|telefoongesprek\w*|telefoontjes?|alles)(?: \S+){0,2}? op(?!\w)/,
      near(
        cameras,
        "on|running|open|always|stay\\w*|leave|keep|install\\w*|put|bedroom|house|home|an|laufen|lauft|eingeschaltet|anlassen|aufstell\\w*|installier\\w*|schlafzimmer|wohnung|aan|aanzet\\w*|ophang\\w*|hang|plaats\\w*|slaapkamer|huis",
        4,
      ),
      near(
        "video ?calls?|facetime|videoanruf\\w*|videobel\\w*",
        "prove|proof|beweis\\w*|bewijs\\w*|all night|the whole (?:night|time)|die ganze (?:nacht|zeit)|de hele (?:nacht|tijd)",
        5,
      ),
      /(?<!\w)(?:bug the|listening device|abhorgerat\w*|wanze|afluisterapparatuur|voice recorder|stay on the (?:phone|line|call) (?:all|the whole))(?!\w)/,
    ],
  },
  {
    kind: "tracking",
    unlessGivenUp: true,
    forms: [
      near(
        "live|share\\w*|sharing|send\\w*|see|turn\\w* (?:on|off)|switch\\w* (?:on|off)|on|keep\\w*|leave|check\\w*|know|track\\w*|background|always|give|show",
        locationWords,
        4,
      ),
      near(
        "teil\\w*|freigeb\\w*|gebe|freigabe|schick\\w*|sende\\w*|an|einschalt\\w*|aktivier\\w*|anlassen|lasse|zeig\\w*|seh\\w*|sieh\\w*|siehst|kontrollier\\w*|immer|hintergrund",
        locationWords,
        4,
      ),
      near(
        "deel\\w*|delen|gedeeld|stuur|sturen|aan|aanzet\\w*|zet|laat|zien|altijd|ziet|zie|achtergrond|controleer\\w*",
        locationWords,
        4,
      ),
      /(?<!\w)(?:location sharing|sharing (?:my|your) location|live ?standort\w*|standort ?freigabe|standort ?verlauf|live ?locatie|air ?tags?|gps|trackers?|tracking (?:app|device)|peilsender|ortungs ?(?:gerat|app)|volg ?app|odometer|mileage|kilometerstand|tachostand|kilometerteller|life360)(?!\w)/,
      near(
        "track(?! (?:of|record))|tracking|trace|orten|ortest|verfolg\\w*|tracken|traceren|volg|volgen",
        `me|you|mich|dich|mij|jou|(?:my|your|the|mein\\w*|dein\\w*|mijn|jouw|je|de|das) (?:car|auto|${devices})`,
        2,
      ),
      /(?<!\w)(?:photo|picture|selfie|foto|bild)s?(?: \S+){0,4}? (?:prove|proof|beweis\w*|bewijs\w*)(?!\w)/,
    ],
  },
  {
    kind: "readingInBulk",
    unlessGivenUp: true,
    unlessAnswering: true,
    onlyBetweenTwo: true,
    forms: [
      near(looking, store, 4),
      then(`in (?:${mineOrYours}) (?:${devices})`, looking, 1),
      then("zie|zien|seh\\w*|sieh\\w*|see", `(?:all|al|alle) ${store}`, 1),
      near("zien|lezen", `(?:all|al|alle) ${store}`, 2),
      near(handing, store, 4),
      then("open", `${store}(?: \\S+){0,3}? (?:to|for|whenever|when|anytime)`, 0),
      /(?<!\w)(?:screenshots? of (?:my|your|all|every)|open phone|offenes handy|open telefoon)(?!\w)/,
    ],
  },
  {
    kind: "readingInBulk",
    unlessGivenUp: true,
    unlessAnswering: true,
    forms: [
      then(
        "laat|laten",
        `(?:${store}|(?:mijn|je|jouw) (?:whatsapp|instagram))(?: \\S+){0,3}? (?:zien|lezen|checken|controleren|doorzoeken)`,
        4,
      ),
      then("show|showing|zeige?|toon|tonen", store, 2),
    ],
  },
  {
    kind: "confidants",
    unlessGivenUp: true,
    onlyBetweenTwo: true,
    forms: [
      near(
        "notes|records?|file|report|what (?:you|i|we) (?:say|said|tell|told|talk|talked|discuss\\w*)|everything|diary|journal|sit in on|listen in|call (?:you|me) during",
        helpers,
        6,
      ),
      near(
        "akte\\w*|notizen|was (?:du|ich)|alles|mithor\\w*|tagebuch|schweigepflicht\\w*|befund\\w*",
        helpers,
        6,
      ),
      near("dossier|notities|verslag|wat (?:je|jij|ik)|alles|meeluister\\w*|dagboek", helpers, 6),
    ],
  },
  {
    kind: "confidants",
    forms: [
      then(
        "(?:stop|quit|no more|wont|will not|not|never|dont|give up|no longer)(?: \\S+){0,2}?",
        `(?:see\\w*|go\\w*|talk\\w*|call\\w*|speak\\w*|contact\\w*|visit\\w*)(?: \\S+){0,3}? (?:${helpers})`,
        1,
      ),
      near("nicht mehr|nie wieder|nie mehr|kein\\w*|niet meer|nooit meer|geen", helpers, 4),
    ],
  },
  {
    kind: "bodyChecks",
    unlessGivenUp: true,
    forms: [
      /(?<!\w)(?:paternity(?: tests?)?|lie detector|polygraph|dna tests?|vaterschaftst\w*|lugendetektor\w*|polygraf\w*|vaderschapst\w*|leugendetector\w*|leugentest\w*)(?!\w)/,
      near(
        "check\\w*|inspect\\w*|smell\\w*|sniff\\w*|search\\w*|look through|show",
        "(?:my|your) (?:body|underwear|panties|boxers|sheets|laundry|clothes|skin|neck|condoms?)|laundry basket|the sheets|perfume",
        4,
      ),
      near(
        "kontrollier\\w*|riech\\w*|durchsuch\\w*|untersuch\\w*|pruf\\w*|zeig\\w*",
        "korper|unterwasche|(?:mein\\w*|dein\\w*) (?:wasche|bettwasche|kleidung|haut)|kondome?|an mir|an dir",
        4,
      ),
      near(
        "controleer\\w*|controler\\w*|ruik\\w*|ruiken|doorzoek\\w*|onderzoek\\w*|bekijk\\w*",
        "lichaam|ondergoed|wasgoed|(?:mijn|jouw|je) (?:was|lakens|kleren|huid)|condooms?|aan (?:mij|jou|me|je)",
        4,
      ),
      /(?<!\w)(?:body (?:check|search|inspection)|strip search|smell (?:me|you)|sniff (?:me|you)|leibesvisitation|korperkontrolle|lichaamscontrole|virginity)(?!\w)/,
    ],
  },
  {
    kind: "bans",
    forms: [
      then(
        "(?:stop|quit|no more|wont|will not|not|never|dont|do not|no longer|forbid\\w*|cant|cannot)(?: \\S+){0,2}?",
        `(?:see\\w*|meet\\w*|talk\\w*|speak\\w*|visit\\w*|call\\w*|contact\\w*|hang\\w*|go\\w* out|spend\\w* time|have)(?: \\S+){0,3}? (?:(?:my|your|any|male|female|other|his|her)(?: \\w+)? (?:${people}|men|women|guys|girls)|friends|family)`,
        1,
      ),
      then(
        "(?:cut off|cut out|cut|drop|ditch|give up|unfollow|block|delete|break with)",
        `(?:all )?(?:of )?(?:my|your)(?: \\w+)? (?:${people})|(?:all )?friends`,
        1,
      ),
      near(
        relatives,
        "nicht mehr|nie mehr|nie wieder|verbiet\\w*|kontakt abbrech\\w*|kontakt ab|niet meer|nooit meer|verbied\\w*|contact verbreken|verbreek|niet langer",
        5,
      ),
      near(
        "treff\\w*|seh\\w*|red\\w*|sprech\\w*|ausgeh\\w*|triff\\w*",
        "kein\\w* (?:freund\\w*|manner\\w*|frauen|anderen \\w+)|nicht mehr mit freund\\w*|nicht mehr mit anderen",
        3,
      ),
      near(
        "zie|zien|spreek|spreken|praat|praten|afspreken|uitgaan|spreekt",
        "geen (?:vriend\\w*|mannen|vrouwen)|(?:niet|nooit) meer (?:\\w+ )?met (?:(?:mijn|je|jouw|andere) )?(?:vriend\\w*|familie|ouders|mannen|vrouwen|collegas)",
        4,
      ),
      near("quit|leave|give up|resign from|stop going to", "(?:my|your) (?:job|career)", 2),
      near(
        "kundig\\w*|aufgeb\\w*|auf|hinschmeiss\\w*|opzeg\\w*|zeg|opgev\\w*|geef",
        "(?:mein\\w*|dein\\w*|den|mijn|jouw|je) (?:job|arbeit|stelle|beruf|baan|werk)",
        2,
      ),
      near(
        "hand over|hand|give (?:you|me)|take away|take|control|gib mir|gebe dir|abgeb\\w*|wegnehm\\w*|geef (?:mij|me|jou|je)|inlever\\w*|afpak\\w*|geen",
        wages,
        3,
      ),
      then(
        "(?:wont|will not|not|never|dont|no longer|stop|only)(?: \\S+){0,2}?",
        "(?:wear\\w*|dress\\w* in|put on)(?: \\S+){0,3}? (?:skirts?|dress(?:es)?|heels|make ?up|leggings|bikini|revealing|lipstick|shorts?|tight \\w+|clothes)",
        1,
      ),
      /(?<!\w)(?:no|kein|geen) (?:make ?up|short skirts?|heels|lipstick)(?!\w)/,
      then("wear\\w*|dress\\w*", "what (?:you|i) (?:choose|allow|say|like|approve|pick|want)", 2),
      near(
        "trag\\w*|tragst|anzieh\\w*|schmink\\w*|ziehe|ziehst",
        "kein\\w* (?:\\w+ )?(?:rock\\w*|kleid\\w*|make ?up|make up)|(?:rock\\w*|kleid\\w*) (?:nicht mehr|mehr)|nur was (?:du|ich)|nur noch was (?:du|ich)",
        4,
      ),
      near(
        "draag\\w*|dragen|aantrek\\w*|trek|trekt",
        "geen (?:\\w+ )?(?:rok\\w*|jurk\\w*|make ?up|make up)|alleen wat (?:jij|je|ik)",
        4,
      ),
      /(?<!\w)(?:wont|not|cant|dont|no)(?: \S+){0,2}? sleep(?: \S+){0,2}? until(?!\w)/,
      /(?<!\w)(?:keep (?:you|me) awake|stay awake until|not let (?:you|me) sleep|(?:nicht|nie) schlafen|schlafe nicht|schlafst nicht|wach halten|niet slapen|slaap niet|slaapt niet|wakker houden)(?!\w)/,
    ],
  },
  {
    kind: "reporting",
    unlessGivenUp: true,
    forms: [
      near(
        "ask\\w*|have|let|tell|get|make|want",
        `(?:my|your|the|a)(?: \\w+)? (?:${people}|neighbou?rs?|boss|colleagues?|kids|children|flatmates?|roommates?) (?:\\S+ ){0,3}?(?:watch (?:you|me)|spy|report|keep an eye|keep tabs|follow (?:you|me)|check (?:up )?on (?:you|me)|tell (?:you|me) (?:where|what|who|when|if)|confirm|vouch)`,
        1,
      ),
      near(
        "frag\\w*|bitte\\w*|lass\\w*|soll\\w*",
        `(?:mein\\w*|dein\\w*|der|die)(?: \\w+)? (?:${people}|nachbar\\w*|chef\\w*|kolleg\\w*|kinder\\w*) (?:\\S+ ){0,4}?(?:auf (?:dich|mich) aufpass\\w*|beobacht\\w*|bericht\\w*|bestatig\\w*|kontrollier\\w*|meld\\w*|wo (?:du|ich))`,
        2,
      ),
      near(
        "vraag|vragen|laat|moet\\w*",
        `(?:mijn|jouw|je|de)(?: \\w+)? (?:${people}|buren|buurvrouw|buurman|baas|collegas?|kinderen) (?:\\S+ ){0,4}?(?:in de gaten|rapporte\\w*|doorgev\\w*|bevestig\\w*|controle\\w*|waar (?:je|jij|ik))`,
        2,
      ),
      new RegExp(
        `(?<!\\w)(?:my|your)(?: \\w+)? (?:${people}|neighbou?rs?|boss|colleagues?) (?:\\S+ )?(?:checks?|watch(?:es)?|reports?|keeps?|spy|spies) (?:up )?(?:on )?(?:an eye on |tabs on )?(?:you|me)(?!\\w)`,
      ),
      new RegExp(
        `(?<!\\w)(?:mein|dein)\\w* (?:${people}|nachbar\\w*|kolleg\\w*) (?:\\S+ ){0,4}?(?:berichte\\w*|beobacht\\w*|kontrollier\\w*)`,
      ),
      near(
        "buren|buurvrouw|buurman|vriend\\w*|zus|broer|moeder|vader|collegas?",
        "(?:op (?:je|jou|mij|me) let\\w*|let\\w* op (?:je|jou|mij|me))",
        3,
      ),
      /(?<!\w)(?:private (?:detective|investigator)|keep an eye on (?:me|you)|keep tabs on (?:me|you)|report (?:back )?on (?:me|you)|privatdetektiv\w*|detektiv|prive ?detective|ein auge auf (?:mich|dich)|in de gaten houd\w*|houd\w*(?: \S+){0,2}? in de gaten)(?!\w)/,
    ],
  },
];
