import type { CodesInDutch } from './code-in-dutch.ts'

/** What is wrong with a condition or formula. */
export const EXPRESSIONS = {
  FEEL_SYNTAX: {
    title: 'De voorwaarde of formule is geen FEEL.',
    sentences: {
      'FEEL compares with one =.': 'FEEL vergelijkt met één =.',
      'Write = instead of ==.': 'Schrijf = in plaats van ==.',
      'This is not FEEL from here on.': 'Vanaf hier is dit geen FEEL.',
      'Look for a missing quote, bracket or word such as then, return or satisfies just before this place.':
        'Kijk vlak voor deze plek: mist er een aanhalingsteken, een haakje, of een woord zoals then, return of satisfies?',
      'This text has an escape that does not exist.': 'In deze tekst staat een \\ met een teken dat niet kan.',
      'Use \\", \\\\ or \\n.': 'Gebruik \\", \\\\ of \\n.',
      'What follows in … is read as part of the test.': 'Wat achter in … staat, telt mee in de vergelijking.',
      'Put brackets around the part with in: (x in [1..10]) or y.': 'Zet haakjes om het deel met in: (x in [1..10]) or y.',
      'These are curly quotes, as a word processor makes them.': 'Dit zijn kromme aanhalingstekens, van een tekstverwerker.',
      'Write straight quotes: "…".': 'Schrijf rechte aanhalingstekens: "…".',
      'FEEL knows no per cent.': 'FEEL kent geen procent.',
      'Write a part of something: {} * fee("…") of another fee, or {} * a number.':
        'Schrijf een deel van iets: {} * fee("…") van een ander tarief, of {} * een getal.',
      'There is a letter in this number.': 'In dit getal staat een letter.',
      'Write a nought or a one in its place.': 'Schrijf er een nul of een één voor in de plaats.',
      'FEEL is English: it does not know "{}".': 'FEEL is Engels en kent "{}" niet.',
      'Write "{}".': 'Schrijf "{}".',
      'FEEL does not know {}.': 'FEEL kent {} niet.',
      'In FEEL a text is written between double quotes.': 'In FEEL staat een tekst tussen dubbele aanhalingstekens.',
      'FEEL writes decimals behind a dot.': 'FEEL schrijft decimalen achter een punt.',
      'Write the number alone: {}.': 'Schrijf alleen het getal: {}.',
      'What holds otherwise is missing here.': 'Hier ontbreekt wat anders geldt.',
      'Write if … then … else …, with 0 or null for nothing.': 'Schrijf if … then … else …, met 0 of null voor niets.',
      'This bracket closes nothing.': 'Dit haakje sluit niets.',
      'Take it out, or add ( before it.': 'Haal het weg, of zet er ( voor.',
      'The bracket that opens here is never closed.': 'Het haakje dat hier opent, gaat nergens dicht.',
      'Add ).': 'Zet er ) bij.',
      'Between two digits a comma without a space is read as two numbers: {}':
        'Een komma zonder spatie tussen twee cijfers telt als twee getallen: {}',
      'Write {} for one number, or put a space behind the comma for two.':
        'Schrijf {} voor één getal. Zijn het er twee, zet dan een spatie achter de komma.',
    },
  },
  FEEL_UNKNOWN_NAME: {
    title: 'De voorwaarde of formule noemt iets dat niet bestaat.',
    sentences: {
      'There is no function "{}".': 'Er is geen functie "{}".',
      'Write {}(…).': 'Schrijf {}(…).',
      'There is no {=} "{}".': 'Er is geen {} "{}".',
      'fee reads another fee, and can only be used in the amount of a fee.':
        'Met fee leest u een ander tarief. Dat mag alleen in het bedrag van een tarief.',
      'Let the amount of a fee read it, or write the condition with verdict("…").':
        'Zet het in het bedrag van een tarief, of schrijf de voorwaarde met verdict("…").',
      '"{}" is a {=} and has no "{}".': '"{}" is een {} en heeft geen "{}".',
      'Leave the part after the dot out.': 'Laat het deel achter de punt weg.',
      'A {} has no "{}".': 'Bij {} hoort geen "{}".',
      '"{}" is a fact of a {}, and this rule is not inside one.':
        '"{}" hoort bij elke regel van een lijst ({}), en deze regel gaat daar niet over.',
      'Say of which: some x in {} satisfies x.{} …': 'Zeg van welke: some x in {} satisfies x.{} …',
      'All together: sum(for x in {} return x.{}). One of them: some x in {} satisfies x.{} …':
        'Alles samen: sum(for x in {} return x.{}). Eén ervan: some x in {} satisfies x.{} …',
      'There is no question, list or value "{}".': 'Er is geen vraag, lijst of waarde "{}".',
      'What there is of {}: {}.': 'Bij {} is er: {}.',
      'Write null for what is not known.': 'Schrijf null voor wat u niet weet.',
      'It is an option: put it in quotes, "{}".': 'Het is een optie. Zet die tussen aanhalingstekens: "{}".',
    },
  },
  FEEL_UNKNOWN_OPTION: {
    title: 'De voorwaarde vergelijkt met een optie die niet bestaat.',
    sentences: { 'There is no option "{}" here.': 'Er is hier geen optie "{}".', '{=} Options: {}.': '{} Opties: {}.' },
  },
  FEEL_TYPE: {
    title: 'De voorwaarde of formule vergelijkt of telt dingen die niet bij elkaar passen.',
    sentences: {
      'This gives a {=}; a {=} is needed here.': 'Dit levert op: {}. Hier is nodig: {}.',
      'Compare it with something, such as … = "option".': 'Vergelijk het met iets, zoals … = "optie".',
      'Write an expression that gives a {=}.': 'Schrijf een formule die dit oplevert: {}.',
      'The day {} does not exist.': 'De dag {} bestaat niet.',
      'Write a day that exists.': 'Schrijf een dag die bestaat.',
      'A list of {=}s cannot hold a {=}.': 'In een lijst ({}) past dit niet: {}.',
      'Give all elements the same type.': 'Maak alle onderdelen van dezelfde soort.',
      '{=}; this is a {=}.': '{}; dit is: {}.',
      'Both sides of {} are conditions': 'Aan beide kanten van {} staat een voorwaarde',
      'Only a number can be negative': 'Alleen een getal kan onder nul zijn',
      'After if comes a condition': 'Achter if staat een voorwaarde',
      'After satisfies comes a condition': 'Achter satisfies staat een voorwaarde',
      'Between [ and ] comes a condition or a position from 1': 'Tussen [ en ] staat een voorwaarde of een plaats vanaf 1',
      'not turns a condition around': 'not draait een voorwaarde om',
      'Compare it with something.': 'Vergelijk het met iets.',
      'Write a {=} here.': 'Schrijf hier een {}.',
      'A list is compared with one value.': 'Een lijst wordt vergeleken met één waarde.',
      'Write list contains(list, value).': 'Schrijf list contains(lijst, waarde).',
      'A {=} is compared with a {=}.': 'Dit past niet bij elkaar: {} en {}.',
      'Compare values of the same type.': 'Vergelijk dingen van dezelfde soort.',
      'A {=} has no order.': 'Dit heeft geen volgorde: {}.',
      'Use = or !=.': 'Gebruik = of !=.',
      'A {=} is sought in a list of {=}s.': 'Dit zoekt {} in een lijst ({}).',
      'Seek a value of the same type.': 'Zoek iets van dezelfde soort.',
      '{} counts with numbers; this is a {=}.': '{} rekent met getallen; dit is: {}.',
      'Add two numbers, or two texts with string(…).': 'Tel twee getallen op, of zet twee teksten achter elkaar met string(…).',
      'Use numbers.': 'Gebruik getallen.',
      'then gives a {=}, else a {=}.': 'then levert {} op, else {}.',
      'Give both the same type.': 'Maak beide van dezelfde soort.',
      'A list is needed here; this is a {=}.': 'Hier is een lijst nodig; dit is: {}.',
      'Name a list, such as managers or rooms.': 'Noem een lijst, zoals managers of rooms.',
      '{} takes a {=} here; this is a {=}.': '{} wil hier {}; dit is: {}.',
      'Give it what it takes; see docs/feel.md.': 'Geef wat erbij hoort; zie docs/feel.md.',
      '{} cannot put {=} together.': '{} kan dit niet samenvoegen: {}.',
      'a {=}': '{}',
      'a {=} and a {=}': '{} en {}',
      'Give it values of one type.': 'Geef waarden van één soort.',
      '{} takes one name between quotes.': 'Bij {} hoort één naam tussen aanhalingstekens.',
      'Write {}("{}").': 'Schrijf {}("{}").',
      'clock takes a time between quotes.': 'Bij clock hoort een tijd tussen aanhalingstekens.',
      'Write clock("22:00"), or clock("01:00+1") for after midnight.': 'Schrijf clock("22:00"), of clock("01:00+1") voor na middernacht.',
      '{} takes {=} values.': 'Bij {} horen {} waarden.',
      'at least {}': 'minstens {}',
      '{} to {}': '{} tot {}',
      'Give it as many as it takes; see docs/feel.md.': 'Geef er zoveel als erbij horen; zie docs/feel.md.',
      'Nothing can be divided by nought: {}': 'Delen door nul kan niet: {}',
      'Divide by another number, or write the outcome.': 'Deel door een ander getal, of schrijf de uitkomst.',
      'This gives a {=}, the lines before it a {=}.': 'Dit levert {} op, de regels erboven {}.',
      'Give every line of a table the same type.': 'Maak elke regel van een tabel van dezelfde soort.',
    },
  },
  FEEL_UNSUPPORTED: {
    title: 'De voorwaarde of formule gebruikt een deel van FEEL dat hier niet kan.',
    sentences: {
      'We do not offer this part of FEEL ({}).': 'Dit deel van FEEL kan hier niet ({}).',
      'See docs/feel.md for what conditions and formulas may use, and what to write instead.':
        'In docs/feel.md staat wat wel kan, en wat u in plaats hiervan schrijft.',
      'One expression is expected here.': 'Hier hoort één formule.',
      'Write one expression.': 'Schrijf één formule.',
      'Only a day can be written out.': 'Alleen een dag kunt u uitschrijven.',
      'Write date("2026-05-01"); times are clock("01:00+1").': 'Schrijf date("2026-05-01"). Een tijd is clock("01:00+1").',
      'There is no comparison "{}" here.': 'Vergelijken met "{}" kan hier niet.',
      'Use =, !=, <, <=, >, >=, between or in.': 'Gebruik =, !=, <, <=, >, >=, between of in.',
      'There is no operator "{}" here.': 'Rekenen met "{}" kan hier niet.',
      'Use +, -, * or /.': 'Gebruik +, -, * of /.',
      'One list is walked at a time.': 'U kunt één lijst tegelijk doorlopen.',
      'Nest a second {} inside the first.': 'Zet een tweede {} in de eerste.',
      'Named parameters are not offered.': 'Namen bij de waarden kunnen hier niet.',
      'Give the parameters in their order.': 'Geef de waarden in hun volgorde.',
      'The tree calculates with {}, so its answers cannot be cut into classes exactly.':
        'De beslisboom rekent met {}. Daardoor zijn de antwoorden niet precies in groepen te verdelen.',
      'Compare the number with fixed values, or ask for a class.': 'Vergelijk het getal met vaste waarden, of vraag naar een klasse.',
    },
  },
  FEEL_TOO_LARGE: {
    title: 'De voorwaarde of formule is te lang of te diep.',
    sentences: {
      'This expression is more than {} layers deep here.': 'Deze formule gaat hier meer dan {} niveaus diep.',
      'Give a part of it a name: a question with derived: … holds a part, and is used by its id.':
        'Geef een deel een naam: een vraag met derived: … bevat een deel, en u gebruikt die met het id.',
      'More than {} lists are walked inside each other here.': 'Hier worden meer dan {} lijsten in elkaar doorlopen.',
      'Give the inner part a name: a question about the row with derived: … holds it.':
        'Geef het binnenste deel een naam: een vraag over de rij met derived: ….',
      'This expression has {} characters; at most {} are read.': 'Deze formule heeft {} tekens. We lezen er hoogstens {}.',
      'Give parts of it a name: a question with derived: … holds a part, and is used by its id.':
        'Geef delen een naam: een vraag met derived: … bevat een deel, en u gebruikt die met het id.',
      'A number has at most {} digits, and no exponent.': 'Een getal heeft hoogstens {} cijfers, en geen macht.',
      'Write it out with digits and a dot, such as 1250.50.': 'Schrijf het uit met cijfers en een punt, zoals 1250.50.',
      'This name has {} characters; the maximum is {}.': 'Hier staat een naam van {} tekens; geen naam is langer dan {}.',
      'Check what was pasted here.': 'Kijk na wat hier geplakt is.',
      'Brackets are nested more than {} deep.': 'Er staan meer dan {} haakjes in elkaar.',
      'Take out brackets that change nothing, or give a part a name with derived:.':
        'Haal haakjes weg die niets doen, of geef een deel een naam met derived:.',
      'There are more than {} of and, or, +, -, * and / in one expression.':
        'Er staan meer dan {} keer and, or, +, -, * of / in één formule.',
      'Use in (…) for a list of options, or give parts a name with derived:.':
        'Gebruik in (…) voor een lijst met opties, of geef delen een naam met derived:.',
    },
  },
  FEEL_LONG_LINE: {
    title: 'Een regel van een voorwaarde of formule is te lang om te lezen.',
    sentences: {
      'This line has {} characters; lines of a condition or formula have at most {}.':
        'Deze regel heeft {} tekens. Een voorwaarde of formule staat op regels van hoogstens {}.',
      'Write several lines below >-, a table with cases: or each:, or give a part a name with derived:.':
        'Schrijf meer regels onder >-, een tabel met cases: of each:, of geef een deel een naam met derived:.',
    },
  },
  CYCLIC_RULE: {
    title: 'Een regel heeft zijn eigen uitkomst nodig.',
    sentences: {
      'The licences {} and {} each come after the other.': 'De vergunningen {} en {} komen elk na de ander.',
      'Remove one of the two from after:.': 'Haal een van de twee weg bij after:.',
      '{} needs its own outcome: {}.': '{} heeft zijn eigen uitkomst nodig: {}.',
      'Break the circle: let one of these rules read answers instead of an outcome.':
        'Doorbreek de kring: laat een van deze regels antwoorden lezen in plaats van een uitkomst.',
    },
  },
  EMPTY_COMPARED: {
    title: 'Een voorwaarde telt een lege vraag als een ander antwoord.',
    sentences: {
      '{} may be left empty, and this counts an empty one as another answer.':
        '{} mag leeg blijven, en dan telt dit als een ander antwoord.',
      'Say what it means: compare it with null too, give the question a default:, or take its optional: out.':
        'Zeg wat leeg betekent: vergelijk ook met null, geef de vraag een default:, of haal optional: weg.',
    },
  },
} as const satisfies CodesInDutch
