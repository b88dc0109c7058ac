import type { CodesInDutch } from './code-in-dutch.ts'

/** Values, hours, and house style of a town. */
export const TOWN = {
  TWO_CLOCKS: {
    title: 'De sluitingstijd bij de eerste vragen klopt niet met de openingstijden.',
    sentences: {
      '{} says {}, while the hours of the town close at {=}.': '{} zegt {}, maar volgens de openingstijden is het dicht om {}.',
      'no time': 'geen enkele tijd',
      '{} says {}, while the hours of the town set no closing time.':
        '{} zegt {}, maar volgens de openingstijden is er geen sluitingstijd.',
      'Mend the one that is wrong, or write {} with value: null under parameters: in this file too: then the hours alone decide.':
        'Herstel wat fout is, of zet {} met value: null ook in dit bestand onder parameters:. Dan beslissen alleen de openingstijden.',
      'Mend the one that is wrong: the hours decide each night, this value only the first questions.':
        'Herstel wat fout is. De openingstijden gelden per nacht, deze waarde alleen bij de eerste vragen.',
      'Mend the one that is wrong, or write {} under parameters: in this file too: the hours decide each night, that value only the first questions.':
        'Herstel wat fout is, of zet {} ook in dit bestand onder parameters:. De openingstijden gelden per nacht, die waarde alleen bij de eerste vragen.',
    },
  },
  UNREAD_PARAMETER: {
    title: 'Niets leest een waarde die gemeenten invullen.',
    sentences: {
      'Nothing reads {}.': 'Niets leest {}.',
      'Read it in a rule, a check, a form or a fee, or take it out.':
        'Laat een regel, controle, formulier of tarief het lezen, of haal het weg.',
    },
  },
  BAD_PERIOD: {
    title: 'Perioden van een waarde overlappen, laten dagen open, of eindigen voor ze beginnen.',
    sentences: {
      'Two texts begin on {}: only one of them is read.': 'Twee teksten beginnen op {}. Er wordt er maar één gelezen.',
      'Give one of them another day, or remove it.': 'Geef een van de twee een andere dag, of haal hem weg.',
      'On {=} {} has two values: one period begins before the other has ended.':
        'Op {} heeft {} twee waarden: de ene periode begint voor de andere is afgelopen.',
      'every day': 'elke dag',
      'Let the earlier one end on the day before the later one begins.':
        'Laat de eerste periode eindigen op de dag voor de volgende begint.',
      'On {} {} has no value.': 'Op {} heeft {} geen waarde.',
      'From {} until {} {} has no value.': 'Van {} tot en met {} heeft {} geen waarde.',
      'Let the later one begin on the day after the earlier one ends, or say with amount: null or value: null that it is not known.':
        'Laat de volgende periode beginnen op de dag na de vorige. Of schrijf amount: null of value: null als het niet bekend is.',
      'On {} every amount is raised twice.': 'Op {} gaat elk bedrag twee keer omhoog.',
      'Remove one of the two, or give it another day.': 'Haal een van de twee weg, of geef een ervan een andere dag.',
      'This amount of {} has no period, so it never grows old.': 'Bij dit bedrag van {} staat geen periode. Het wordt dus nooit oud.',
      'Add from: and until: with the first and last day of its table of fees.':
        'Zet from: en until: erbij, met de eerste en laatste dag van de tarieventabel.',
      'This period of {} ends before it begins on {}.': 'Deze periode van {} eindigt voordat zij begint op {}.',
      'Write the last day on which it holds, or leave until: out.': 'Schrijf de laatste dag waarop het geldt, of laat until: weg.',
    },
  },
  HIDES_PERIOD: {
    title: 'Een laag geeft een nieuwe lijst, zoals perioden, en wat de laag eronder daarin zette gaat verloren.',
    sentences: {
      '{=} changes {} on {}; this value has no period, so it hides that change.':
        'Bij {} verandert {} op {}. Deze waarde heeft geen periode. Daardoor merkt u die verandering niet.',
      'The layer below': 'de laag eronder',
      'Give this value until: the day before that, and add what applies from then on; or from: the day it was decided.':
        'Geef deze waarde until: met de dag ervoor, en zet erbij wat daarna geldt. Of geef from: met de dag van het besluit.',
      'The {} of {} take the place of those of {=}; on {} nothing holds, where {=} held.':
        'Deze lijst ({}) van {} komt in de plaats van die van {}. Op {} geldt dan niets, waar eerst {} gold.',
      'This list takes the place of that of {}, which has {} too.': 'Deze lijst komt in de plaats van die van {}. Daarin staat ook {}.',
      'Write {}: { {} }, or repeat what must stay.': 'Schrijf {}: { {} }, of schrijf hier ook wat moet blijven.',
      'the layer below': 'de laag eronder',
      'an amount': 'een bedrag',
      'Repeat that entry here, below {}:.': 'Schrijf die regel hier ook, onder {}:.',
    },
  },
  BAD_HOURS: {
    title: 'Een tijdvak eindigt voor het begint, komt nooit aan de beurt, of er is een nacht vergeten.',
    sentences: {
      'The window {} is never reached: {} comes before it and covers all of its nights.':
        'Het tijdvak {} komt nooit aan de beurt: {} staat erboven en geldt in al die nachten.',
      'Put the narrower one first, give each its own nights, or remove one.':
        'Zet het smalste tijdvak eerst, geef elk eigen nachten, of haal er een weg.',
      'No window for the place {} covers {}.': 'Bij de plek {} ontbreken deze nachten: {}.',
      'Add these nights to a window, or give them one of their own; open: null and close: null say that there is no limit.':
        'Zet deze nachten bij een tijdvak, of geef ze een eigen tijdvak. Met open: null en close: null is er geen grens.',
      '{} is in the early morning of the day itself.': '{} is in de vroege ochtend van de dag zelf.',
      'The window {} closes at {}, before it opens at {}.': 'Het tijdvak {} sluit om {}, voordat het opent om {}.',
      'A time after midnight has +1: write {}+1.': 'Een tijd na middernacht heeft +1: schrijf {}+1.',
      'The window {} is of the place {}, for which nobody gives hours.':
        'Het tijdvak {} is van de plek {}. Daarvoor vult niemand tijden in.',
      'Write one of: {}; or add it to the options of {=}.': 'Kies uit: {}. Of zet de plek bij de antwoorden van {}.',
      'the question about the place': 'de vraag naar de plek',
      'In the window {} {} is {}, before it opens at {}.': 'In het tijdvak {} is {} {}. Dat is voor de opening om {}.',
      'Write a time while it is open.': 'Schrijf een tijd waarop de zaak open is.',
      'In the window {} {} is {}, later than it closes at {}.': 'In het tijdvak {} is {} {}. Dat is later dan de sluiting om {}.',
      'Write a time before it closes; after midnight with +1.': 'Schrijf een tijd voor de sluiting. Na middernacht met +1.',
    },
  },
  NEVER_CHOSEN: {
    title: 'Geen enkel adres leidt naar een stadsdeel of gebied.',
    sentences: {
      'Nothing says where the area {} is, so its rules never apply.':
        'Nergens staat waar het gebied {} ligt. De regels ervan gelden dus voor niemand.',
      'The postcode {} of {} is none of the municipality.': 'De postcode {} van {} is geen postcode van de gemeente.',
      'Mend it here, or add it to postcodes: of the municipality.': 'Herstel hem hier, of zet hem bij postcodes: van de gemeente.',
      'The name of the street {} contains house numbers, so no address matches it.':
        'In de naam van de straat {} staan huisnummers. Daarom ligt er geen adres in.',
      'Write { street: {}, from: {}, until: {} }.': 'Schrijf { street: {}, from: {}, until: {} }.',
      'Add streets: or postcodes: with its addresses, or question: with a yes-no question.':
        'Zet streets: of postcodes: erbij met de adressen, of question: met een ja-neevraag.',
      'The street {} is also in the area {}, and only that one counts.': 'De straat {} staat ook in het gebied {}, en alleen dat telt.',
      'Remove the street from one of the two.': 'Haal de straat weg uit een van de twee.',
      'Let the house numbers of the two end before they meet.': 'Laat de huisnummers van de twee niet overlappen.',
      'The district {} names no postcodes, so the site never proposes it.':
        'Het stadsdeel {} noemt geen postcodes. De site stelt het dus nooit voor.',
      'Add postcodes: with those of the district.': 'Zet postcodes: erbij, met die van het stadsdeel.',
      'Every postcode of {} is of another district too, so the site never proposes it.':
        'Alle postcodes van {} horen ook bij een ander stadsdeel. De site stelt het dus nooit voor.',
      'Leave each postcode in the district where most of its addresses are.':
        'Laat elke postcode staan bij het stadsdeel waar de meeste adressen liggen.',
    },
  },
  BAD_MARK: {
    title: 'Het beeldmerk van een gemeente kan niet getoond worden, of is meer dan een plaatje.',
    sentences: {
      'There is no file {} beside this one.': 'Er is geen bestand {} naast dit bestand.',
      'Put the picture in the folder of the town, or write its name as it is there.':
        'Zet het plaatje in de map van de gemeente, of schrijf de naam zoals die daar is.',
      'The mark {} does not lie in the folder of the town.': 'Het beeldmerk {} ligt niet in de map van de gemeente.',
      'Write the name of a file in that folder, such as mark.svg.': 'Schrijf de naam van een bestand in die map, zoals mark.svg.',
      'The mark {} is neither SVG nor PNG.': 'Het beeldmerk {} is geen SVG en geen PNG.',
      'Save it as SVG or PNG.': 'Sla het op als SVG of PNG.',
      'The mark {} is {=}, whatever its name says.': 'Het beeldmerk {} is {}, wat de naam ook zegt.',
      'a JPEG': 'een JPEG',
      'a GIF': 'een GIF',
      'a WebP': 'een WebP',
      'a PDF': 'een PDF',
      'an SVG': 'een SVG',
      'Open it in a program for pictures and save it as PNG; only the name does not make it one.':
        'Open het in een programma voor plaatjes en sla het op als PNG. Met alleen een andere naam wordt het dat niet.',
      'The mark {} is damaged, or no PNG.': 'Het beeldmerk {} is beschadigd, of geen PNG.',
      'Save it again as PNG, and copy the whole file.': 'Sla het opnieuw op als PNG, en kopieer het hele bestand.',
      'The mark {} is {} by {} points; no side has more than {}.': 'Het beeldmerk {} is {} bij {} punten. Een kant heeft er hoogstens {}.',
      'Make it smaller in a program for pictures, or use an SVG.': 'Maak het kleiner in een programma voor plaatjes, of gebruik een SVG.',
      'The mark {} has {=}, which is not read here.': 'Het beeldmerk {} heeft {}. Dat lezen we hier niet.',
      interlacing: 'interlacing (opbouw in rondes)',
      '{} bits': '{} bits per kleur',
      'Save it as an ordinary PNG: 8 bits, without interlacing.': 'Sla het op als gewone PNG: 8 bits per kleur, niet interlaced.',
      'The mark {} is larger than {} kB.': 'Het beeldmerk {} is groter dan {} kB.',
      'Make a smaller picture.': 'Maak een kleiner plaatje.',
      'The mark {} is no well-formed SVG: {}.': 'Het beeldmerk {} is geen goede SVG: {}.',
      'Save it again as SVG.': 'Sla het opnieuw op als SVG.',
      'The mark {} holds {}, which a picture does not need.': 'In het beeldmerk {} staat {}. Een plaatje heeft dat niet nodig.',
      'Export it as plain SVG: shapes and colours only, no scripts, styles, texts or pictures from elsewhere.':
        'Exporteer het als eenvoudige SVG: alleen vormen en kleuren, zonder scripts, stijlen, teksten of plaatjes van elders.',
    },
  },
  NO_SOURCE: {
    title: 'Bij een waarde van een gemeente staat niet waar die gelezen is.',
    sentences: {
      '{=} has no source.': '{} heeft geen bron.',
      'Add source: with the by-law and article, or the address where it was read; or unverified: true.':
        'Zet source: erbij met de verordening en het artikel, of het webadres. Of schrijf unverified: true.',
    },
  },
  CONTRAST: {
    title: 'Twee kleuren van de huisstijl lijken te veel op elkaar om te lezen.',
    sentences: {
      'The colour {} {} has a contrast of {} on white; reading needs {}.':
        'De kleur {} {} heeft een contrast van {} op wit. Om te lezen is {} nodig.',
      'Choose a darker colour; the nearest that can be read is {}.': 'Kies een donkerder kleur. De dichtstbijzijnde die leesbaar is: {}.',
    },
  },
  UNVERIFIED: {
    title: 'Deze waarde heeft niemand in de bron gelezen.',
    sentences: {
      '{=} was not read in its source.': '{} is niet in de bron gelezen.',
      '{=} was not read in its source ({}).': '{} is niet in de bron gelezen ({}).',
      'Read the source, correct the value and remove unverified.': 'Lees de bron, verbeter de waarde en haal unverified weg.',
      'Open the address, compare it with this value, correct it and remove unverified.':
        'Open het adres, vergelijk het met wat hier staat, verbeter het en haal unverified weg.',
      'Look it up in the by-law or on a page of the town, write source: with it and remove unverified.':
        'Zoek het op in de verordening of op een pagina van de gemeente. Zet source: erbij en haal unverified weg.',
      'Look it up for this town, and write {} with its source under parameters: in the file of the town.':
        'Zoek het op voor deze gemeente. Zet {} met de bron onder parameters: in het bestand van de gemeente.',
    },
  },
  STALE: {
    title: 'De nieuwste waarde is van een eerder jaar.',
    sentences: {
      'The newest amount of {} is of {}, the year asked is {}.': 'Het nieuwste bedrag van {} is van {}; het gaat om {}.',
      'Add the amount of the year asked, with its source.': 'Zet het bedrag van dat jaar erbij, met de bron.',
    },
  },
  UNKNOWN_VALUE: {
    title: 'De gemeente heeft deze waarde niet gegeven.',
    sentences: {
      'Look it up for this town, and write {} with its source under parameters: in the file of the town.':
        'Zoek het op voor deze gemeente. Zet {} met de bron onder parameters: in het bestand van de gemeente.',
      'How {} is handed in is not known.': 'Hoe {} wordt ingeleverd, is niet bekend.',
      'Ask the town, and write the kind of the channel with its source.': 'Vraag het de gemeente, en schrijf de manier op met de bron.',
      'The value of {} is not known.': 'De waarde van {} is niet bekend.',
      'Add a value with from: and source: to the values of this parameter.': 'Zet een waarde met from: en source: bij values.',
      'The town has not given its own {}; the base expects it to.': 'De gemeente heeft {} niet zelf ingevuld. Dat moet wel.',
      'Add {} to parameters: in the file of the town.': 'Zet {} bij parameters: in het bestand van de gemeente.',
      'The amount of {} is not known.': 'Het bedrag van {} is niet bekend.',
      'Add an amount with from: and source: to the amounts of this fee.': 'Zet een bedrag met from: en source: bij amounts.',
    },
  },
} as const satisfies CodesInDutch
