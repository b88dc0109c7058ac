import type { CodesInDutch } from './code-in-dutch.ts'

/** What a format expects. What was found follows it, so that no less specific sentence matches. */
const FORMATS = {
  'Expected an e-mail address as horeca@gemeente.nl': 'Hier hoort een e-mailadres, zoals horeca@gemeente.nl',
  'Expected a dotted camelCase id such as shop.floorArea': 'Hier hoort een id met punten, zoals shop.floorArea',
  'Expected one camelCase word such as onSite': 'Hier hoort één woord, zoals onSite',
  'Expected a lower-case id such as nieuw-west': 'Hier hoort een id in kleine letters, zoals nieuw-west',
  'Expected a date as 2026-01-31': 'Hier hoort een datum, zoals 2026-01-31',
  'Expected a time as 09:00, or 01:00+1 for after midnight': 'Hier hoort een tijd, zoals 09:00, of 01:00+1 voor na middernacht',
  'Expected a month and day as 03-31': 'Hier hoort een maand en dag, zoals 03-31',
  'Expected a colour as #004699': 'Hier hoort een kleur, zoals #004699',
  'Expected a form and a box, such as exploitation/EX-079': 'Hier hoort een formulier en een vak, zoals exploitation/EX-079',
  'Expected four digits as 1011, or a range as 1011-1018': 'Hier horen vier cijfers, zoals 1011, of een reeks, zoals 1011-1018',
  'Expected a postcode as 1015, 1015 AB or 1015-1016': 'Hier hoort een postcode, zoals 1015, 1015 AB of 1015-1016',
  'Expected the name of a typeface, such as Open Sans': 'Hier hoort de naam van een lettertype, zoals Open Sans',
  'Expected a scale as 1:100': 'Hier hoort een schaal, zoals 1:100',
  'Expected a key such as zaak.terras.oppervlakte': 'Hier hoort een sleutel, zoals zaak.terras.oppervlakte',
  'Expected a plain regular expression such as [A-Z]+-\\d+': 'Hier hoort een eenvoudige reguliere expressie, zoals [A-Z]+-\\d+',
  'Expected a web address such as https://www.gemeente.nl': 'Hier hoort een webadres, zoals https://www.gemeente.nl',
  'Expected a version as 2026.1.0': 'Hier hoort een versie, zoals 2026.1.0',
}

/** Mistakes in how a file is written. */
export const FILES = {
  UNREADABLE_FILE: {
    title: 'Het bestand kan niet worden gelezen.',
    sentences: {
      'Copy its values into municipality.yaml, and keep the table outside rules/.':
        'Zet de waarden in municipality.yaml, en bewaar de tabel buiten rules/.',
      'Delete the copy, or keep it outside rules/.': 'Gooi de kopie weg, of bewaar hem buiten rules/.',
      'No file of this name is expected here, so it is not read.':
        'Op deze plek verwachten we geen bestand met deze naam. Het wordt niet gelezen.',
      'Districts go in districts/, examples in examples/, forms in forms/.':
        'Een stadsdeel staat in districts/, een voorbeeld in examples/ en een formulier in forms/.',
      'See docs/writing-rules.md for the places of files: rules/base/, rules/municipalities/<town>/ and forms/.':
        'In docs/writing-rules.md staat waar bestanden horen: rules/base/, rules/municipalities/<gemeente>/ en forms/.',
      'A language has a folder of its own: languages/<tag>/rules.yaml and languages/<tag>/pages.yaml.':
        'Een taal heeft een eigen map: languages/<code>/rules.yaml en languages/<code>/pages.yaml.',
      'There is already a {}: delete this file, or move its contents there.':
        'Er is al een {}. Haal dit bestand weg, of zet wat erin staat daarin.',
      'It should be called {}.': 'Noem het {}.',
      'This file is missing.': 'Dit bestand ontbreekt.',
      'Add it; a rule set cannot do without.': 'Voeg het toe. Zonder dit bestand werken de regels niet.',
      'The file cannot be read ({}).': 'Het bestand kan niet worden gelezen ({}).',
      'Check the path and that you may read it.': 'Controleer de naam en de map, en of u het bestand mag lezen.',
    },
  },
  BAD_ATTACHMENT: {
    title: 'Een bijlage uit de antwoorden kan niet mee in het pakket.',
    sentences: {
      '{} does not go along: {=}': '{} gaat niet mee: {}',
      '{=} The packet says that this document follows later.': '{} In het pakket staat dat dit document later komt.',
      '{=} The other files of this document do go along.': '{} De andere bestanden van dit document gaan wel mee.',
      'it is larger than {} MB.': 'het is groter dan {} MB.',
      'Make a smaller copy, for instance by scanning in grey.': 'Maak een kleinere kopie, bijvoorbeeld door in grijs te scannen.',
      'it cannot be read ({}).': 'het kan niet worden gelezen ({}).',
      'Put it beside the answer file, or write its path from there.': 'Zet het naast het bestand met antwoorden, of schrijf de map erbij.',
      'it is empty.': 'het is leeg.',
      'Save or download it again.': 'Sla het opnieuw op of haal het opnieuw op.',
      'it is not a PDF, JPEG, PNG or plain text, whatever its name says.':
        'het is geen PDF, JPEG, PNG of gewone tekst, ook al lijkt dat zo aan de naam.',
      'Save it as a PDF.': 'Sla het op als PDF.',
      'it is a {}, and this document is wanted as {=}.': 'het is een {}, en dit document moet een {} zijn.',
      'Save it as {}.': 'Sla het op als {}.',
      'it is locked with a password.': 'er zit een wachtwoord op.',
      'Save it without password.': 'Sla het op zonder wachtwoord.',
      'it is damaged or cut off.': 'het is beschadigd of niet compleet.',
    },
  },
  BAD_ENCODING: {
    title: 'Het bestand is niet opgeslagen als UTF-8.',
    sentences: {
      'This file is not written as UTF-8, so letters with accents are lost.':
        'Dit bestand is niet opgeslagen als UTF-8. Daardoor zijn letters met accenten verloren.',
      'Save it again with the encoding UTF-8.': 'Sla het opnieuw op, met de codering UTF-8.',
    },
  },
  FILE_TOO_LARGE: {
    title: 'Het bestand is te groot.',
    sentences: {
      'The file has {} characters; at most {} are read.': 'Het bestand heeft {} tekens. We lezen er hoogstens {}.',
      'Split it into several files, or check that it is the file you meant.':
        'Verdeel het over meer bestanden, of kijk of dit het goede bestand is.',
    },
  },
  BAD_YAML: {
    title: 'De tekst is geen geldige YAML of JSON.',
    sentences: {
      'This is not valid YAML: {}': 'Dit is geen geldige YAML: {}',
      'Look for a missing quote, colon or bracket, or for a line that is indented differently, on this line or just above it.':
        'Kijk op deze regel of vlak erboven: mist er een aanhalingsteken, dubbele punt of haakje? Of begint een regel op een andere plek?',
      'The text is nested deeper than {} levels.': 'De tekst gaat meer dan {} niveaus diep.',
      'Check that this is the file you meant; no file of a rule set is nested so deeply.':
        'Kijk of dit het goede bestand is. Geen bestand met regels gaat zo diep.',
      'The alias *{} points nowhere, at itself, or is one of too many.':
        'De verwijzing *{} wijst nergens naar, wijst naar zichzelf, of het zijn er te veel.',
      'Write the value out here.': 'Schrijf de waarde hier helemaal uit.',
      'A key must be a word or a number.': 'Een sleutel is een woord of een getal.',
      'Write a plain key, and put the value behind its colon.': 'Schrijf een gewone sleutel, en zet de waarde achter de dubbele punt.',
      'This file still has the conflict markers of a merge in it.':
        'Twee versies van dit bestand zijn samengevoegd. De tekens daarvan staan er nog in.',
      'Choose what must stay, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.':
        'Kies wat moet blijven. Haal de regels weg die beginnen met <<<<<<<, ======= en >>>>>>>.',
      'This is a document of a word processor, not plain text.': 'Dit is een document van een tekstverwerker, geen gewone tekst.',
      'Open it there, and save it as plain text (UTF-8).': 'Open het in de tekstverwerker en sla het op als gewone tekst (UTF-8).',
      'There is a hard space here, as a web page or a word processor makes it.':
        'Hier staat een harde spatie, zoals een webpagina of een tekstverwerker die maakt.',
      'Type ordinary spaces in its place.': 'Typ er gewone spaties voor in de plaats.',
      'This line begins another file inside this one.': 'Deze regel begint een tweede bestand in dit bestand.',
      'Take this line out.': 'Haal deze regel weg.',
      'Two slashes begin no comment.': 'Twee schuine strepen beginnen hier geen opmerking.',
      'Begin the line with # instead.': 'Begin de regel met een hekje: #.',
      'A text that begins with {} means something else in these files.':
        'Een tekst die begint met {} betekent in deze bestanden iets anders.',
      'Put the whole text in quotes: "{}".': 'Zet de hele tekst tussen aanhalingstekens: "{}".',
      'There is a semicolon where a comma belongs.': 'Hier staat een puntkomma waar een komma hoort.',
      'Write a comma between the values.': 'Schrijf een komma tussen de waarden.',
      'There is no comma before {}.': 'Voor {} staat geen komma.',
      'Put a comma between the value and {}.': 'Zet een komma tussen de waarde en {}.',
      'There is a quote inside a text between quotes.': 'In een tekst tussen aanhalingstekens staat nog een aanhalingsteken.',
      'Write \\" for a quote inside the text.': 'Schrijf \\" voor een aanhalingsteken in de tekst.',
      'The {} that opens here is never closed.': 'De {} die hier opent, gaat nergens dicht.',
      'Close it with {} behind the last value.': 'Sluit met {} achter de laatste waarde.',
      'This {} closes nothing.': 'Deze {} sluit niets.',
      'Take it out.': 'Haal hem weg.',
      'Somewhere above a {} is missing.': 'Ergens hierboven ontbreekt een {}.',
      'Count what opens and what closes, from the last line that was right.':
        'Tel wat opent en wat sluit, vanaf de laatste regel die goed was.',
      'A list item begins here, but what precedes it is not a list item.':
        'Hier begint een onderdeel van een lijst. Wat erboven staat, is geen onderdeel.',
      'Put a hyphen and a space before the first key above it too: "- id: …".':
        'Zet ook een streepje en een spatie voor de eerste sleutel erboven: "- id: …".',
      'This line is indented with a tab.': 'Deze regel springt in met een tab.',
      'Put spaces in its place.': 'Zet er spaties voor in de plaats.',
      'This line begins with another dash than the hyphen that begins an item of a list.':
        'Deze regel begint met een ander streepje dan het gewone streepje van een lijst.',
      'Type a hyphen and a space: "- ".': 'Typ een gewoon streepje en een spatie: "- ".',
      'There is no space behind the hyphen that begins this item.': 'Achter het streepje aan het begin van deze regel staat geen spatie.',
      'Put a space between the hyphen and the word.': 'Zet een spatie tussen het streepje en het woord.',
      'This text begins with an apostrophe, which opens a quote.':
        'Deze tekst begint met een apostrof. Die telt hier als een aanhalingsteken dat opent.',
      'The quote that opens here is never closed.': 'Het aanhalingsteken dat hier opent, gaat nergens dicht.',
      'Put the whole text in double quotes: "\'s Avonds open".': 'Zet de hele tekst tussen dubbele aanhalingstekens: "\'s Avonds open".',
      'Close it with the same quote, or write \\" for a quote inside the text.':
        'Sluit met hetzelfde aanhalingsteken. Schrijf \\" voor een aanhalingsteken in de tekst.',
      'Whatever follows a bare # is a comment, so this colour is not read.':
        'Wat achter een los # staat, is een opmerking. Daardoor wordt deze kleur niet gelezen.',
      'Put the colour in quotes: "#004699".': 'Zet de kleur tussen aanhalingstekens: "#004699".',
      'There is no space behind the colon.': 'Achter de dubbele punt staat geen spatie.',
      'Put a space between the colon and the value.': 'Zet een spatie tussen de dubbele punt en de waarde.',
      'There is no colon behind "{}".': 'Achter "{}" staat geen dubbele punt.',
      'Write {}: with a space behind the colon. Is it the end of the text above? Then put that text in quotes.':
        'Schrijf {}: met een spatie achter de dubbele punt. Hoort dit bij de tekst erboven? Zet die tekst dan tussen aanhalingstekens.',
      'There is a colon inside this text, which would begin a value of its own.':
        'In deze tekst staat een dubbele punt. Daar zou een nieuwe waarde beginnen.',
      'Put the whole text in quotes: "Open: every day".': 'Zet de hele tekst tussen aanhalingstekens: "Open: elke dag".',
      'This line is not as far from the margin as the lines it belongs with.':
        'Deze regel begint niet even ver van de kantlijn als de regels waar hij bij hoort.',
      'Compare it with the lines above: what belongs together begins in the same column. Add or take away spaces.':
        'Vergelijk met de regels erboven: wat bij elkaar hoort, begint op dezelfde plek. Zet er spaties bij of haal ze weg.',
    },
  },
  DUPLICATE_KEY: {
    title: 'Een sleutel staat er twee keer.',
    sentences: {
      'The key {} occurs twice in this map.': 'De sleutel {} staat hier twee keer.',
      'Does a new item begin here? Then put a hyphen before it. Else remove one of the two.':
        'Begint hier iets nieuws? Zet er dan een streepje voor. Haal anders een van de twee weg.',
      'Remove one of the two.': 'Haal een van de twee weg.',
    },
  },
  FORBIDDEN_KEY: {
    title: 'Deze sleutel mag niet in een bestand staan.',
    sentences: {
      'The key {} is not allowed anywhere in data.': 'De sleutel {} mag nergens in een bestand staan.',
      'Give it another name.': 'Kies een andere naam.',
    },
  },
  BAD_SHAPE: {
    title: 'Een waarde heeft een andere vorm dan hier hoort.',
    sentences: {
      '{} is a group of texts.': '{} is een groep teksten.',
      'Give the texts in it: {}.': 'Geef de teksten erin: {}.',
      '{} is a list of texts.': '{} is een lijst met teksten.',
      'Write each of them after a dash.': 'Schrijf elke tekst achter een streepje.',
      '{} is one text.': '{} is één tekst.',
      '{} is still as the program writes it.': '{} staat er nog zoals het programma het schrijft.',
      'Write a text, with each {placeholder} in it.': 'Schrijf een tekst, met elke {placeholder} erin.',
      'Write it as a text.': 'Schrijf het als tekst.',
      '{} is a text, or one text per case.': '{} is een tekst, of een tekst per geval.',
      'Write a text, or {}: with one: and other: below it.': 'Schrijf een tekst, of {}: met one: en other: eronder.',
      '{} has no text for all other cases.': '{} heeft geen tekst voor alle andere gevallen.',
      'Add other: beside {}.': 'Zet other: naast {}.',
      'The site speaks {} already.': 'de site spreekt {} al.',
      '{} is no tag of a language.': '{} is geen code van een taal.',
      'Call the folder as BCP 47 calls the language, such as de or tr.': 'Noem de map zoals BCP 47 de taal noemt, zoals de of tr.',
      '{} is still here.': 'Hier staat nog {}.',
      'Write what holds in your town, or put the # back in front of the line.':
        'Schrijf wat bij u geldt, of zet het hekje weer voor de regel.',
      'The id {} differs from the name of the {=}.': 'Het id {} is anders dan de naam van {}.',
      'Write id: {}.': 'Schrijf id: {}.',
      'The {=} is called {}, which is no id: an id has small letters, digits and hyphens.':
        'De naam van {} is {}. Dat is geen id: een id heeft kleine letters, cijfers en streepjes.',
      'Call the folder {}.': 'Noem de map {}.',
      'Call the file {}.': 'Noem het bestand {}.',
      'The channel for {} is email, and {} is no e-mail address.': 'Voor {} staat er email, maar {} is geen e-mailadres.',
      'Write kind: webform.': 'Schrijf kind: webform.',
      'Write kind: email.': 'Schrijf kind: email.',
      'Write an address with @, such as horeca@gemeente.nl.': 'Schrijf een adres met @, zoals horeca@gemeente.nl.',
      'The channel for {} is {}, and {} is no address of a page.': 'Voor {} staat er {}, maar {} is geen webadres.',
      'Write the whole address, with https:// before it.': 'Schrijf het hele adres, met https:// ervoor.',
      'This range ends before it begins': 'Deze reeks eindigt voordat hij begint',
      'Write the lower one behind from: and the higher one behind until:.':
        'Schrijf het laagste achter from: en het hoogste achter until:.',
      'This raises every amount by {} per cent.': 'Dit verhoogt elk bedrag met {} procent.',
      'Write only what comes on top: 3.2 for 3.2 per cent.': 'Schrijf alleen wat erbij komt: 3.2 voor 3,2 procent.',
      'Write only what comes on top: 3.2 for 3.2 per cent, so {} here.':
        'Schrijf alleen wat erbij komt: 3.2 voor 3,2 procent. Hier dus {}.',
      'The licence {} is given for years and until a day at once.': 'De vergunning {} geldt tegelijk voor jaren en tot een dag.',
      'Write years: or until:, or two lines, each with its when:.': 'Schrijf years: of until:, of twee regels, elk met een eigen when:.',
      'The form {} replaces none, so it leaves out nothing.':
        'Het formulier {} komt niet in de plaats van een ander. Het laat dus niets weg.',
      'Add replaces: with the form, or remove without:.': 'Zet replaces: erbij met het formulier, of haal without: weg.',
      '{=}, and {} more in this list like it.': '{}, en nog {} keer zo in deze lijst.',
      'The key {} is missing here.': 'De sleutel {} ontbreekt hier.',
      'The key {} is missing here, one of {=}.': 'De sleutel {} ontbreekt hier. Kies uit {}.',
      'Add {}:.': 'Zet {}: erbij.',
      'Add {}: {}.': 'Zet {}: {} erbij.',
      'There is nothing after {}:.': 'Achter {}: staat niets.',
      'Write what belongs there, or null when that is what you mean.': 'Schrijf wat daar hoort, of null als u dat bedoelt.',
      'Write id: {}, and call the file {} too.': 'Schrijf id: {}, en noem ook het bestand {}.',
      'There is no value in {} of the {=} {}.': 'In {} staat niets, bij {} {}.',
      'Write one with its source, or remove the entry so that the layer below applies.':
        'Schrijf er een met de bron, of haal het weg. Dan geldt wat eronder staat.',
      'Write the percentage itself: {} for {} per cent.': 'Schrijf het percentage zelf: {} voor {} procent.',
      'The channel for {} is email, and says no address.': 'Voor {} staat er email, maar geen adres.',
      'Add address: with the e-mail address, such as horeca@gemeente.nl.':
        'Zet address: erbij met het e-mailadres, zoals horeca@gemeente.nl.',
      'The channel for {} is {}, and {} is an e-mail address.': 'Voor {} staat er {}, maar {} is een e-mailadres.',
      'Write the street and place there, address: null where none is needed, or kind: email.':
        'Schrijf daar straat en plaats, address: null als er geen adres nodig is, of kind: email.',
      'The channel for {} says a level of eHerkenning, and one does not log in with that.':
        'Bij {} staat een niveau van eHerkenning, maar daarmee logt men er niet in.',
      'Take loginLevel: out, or write login: eherkenning.': 'Haal loginLevel: weg, of schrijf login: eherkenning.',
      'For {} one file may be {} MB, and all together {} MB.': 'Voor {} mag één bestand {} MB zijn, en alles samen {} MB.',
      'Write the limit of one file behind maxFileMegabytes:, and of all together behind maxTotalMegabytes:.':
        'Schrijf de grens van één bestand achter maxFileMegabytes:, en die van alles samen achter maxTotalMegabytes:.',
      'For {} {} is {} MB, which no site takes.': 'Voor {} is {} {} MB. Dat neemt geen site aan.',
      'Write megabytes, not bytes: {}.': 'Schrijf megabytes, geen bytes: {}.',
      'Kinds of files are written as the end of their name, found "{}".':
        'Een soort bestand schrijft u zoals het eind van de naam. Er staat "{}".',
      'The keys {} do not go together.': 'De sleutels {} gaan niet samen.',
      'Keep those of one of the two ways.': 'Houd die van een van de twee manieren.',
      'A removal needs no {}:.': 'Wat weggaat, heeft geen {}: nodig.',
      'Remove it, or write op: change.': 'Haal het weg, of schrijf op: change.',
      'Write to: with the text in the language of this file.': 'Schrijf to: met de tekst in de taal van dit bestand.',
      '{=}, and {} more beside it like it.': '{}, en nog {} keer zo ernaast.',
      'Write {} and {}.': 'Schrijf {} en {}.',
      'No house number lies on this side': 'Geen huisnummer ligt aan deze kant',
      'Write the other side, or take side: out.': 'Schrijf de andere kant, of haal side: weg.',
      'Write the properties that change, or remove this change.': 'Schrijf de eigenschappen die anders worden, of haal deze wijziging weg.',
      'Expected what becomes other, such as { label: … }, found {=}.': 'Hier hoort wat anders wordt, zoals { label: … }. Er staat {}.',
      'Write null: it is not known yet.': 'Schrijf null: het is nog niet bekend.',
      'The file is empty.': 'Het bestand is leeg.',
      'Write the keys {} in it.': 'Schrijf er deze sleutels in: {}.',
      'Expected {=}, found {=}.': 'Hier hoort {}, er staat {}.',
      'Expected {=}, found {=}': 'Hier hoort {}, er staat {}',
      '{} fits none of the forms this may have.': '{} past bij geen van de vormen die hier mogen.',
      'Compare it with the description of this file kind.': 'Vergelijk het met de beschrijving van dit soort bestand.',
      '{=}, found {=}.': '{}. Er staat {}.',
      '{=}, found {=}': '{}. Er staat {}',
      'The text is empty.': 'De tekst is leeg.',
      'Write the article, or the address where you read it. Did nobody look? Then write unverified: true in its place.':
        'Schrijf het artikel, of het adres waar u het las. Keek niemand het na? Schrijf dan unverified: true in plaats hiervan.',
      English: 'Engels',
      Dutch: 'Nederlands',
      'Write {}: with a space behind the colon.': 'Schrijf {}: met een spatie achter de dubbele punt.',
      'Fill it in, or remove this line.': 'Vul het in, of haal deze regel weg.',
      'Write it.': 'Vul het in.',
      'Write null: then there is none.': 'Schrijf null: dan is er geen.',
      'An amount has two decimals. Write {} for thousands.': 'Een bedrag heeft twee decimalen. Schrijf {} voor duizendtallen.',
      'Write {}: [{ {}: {}, … }].': 'Schrijf {}: [{ {}: {}, … }].',
      'Write a list: [{}].': 'Schrijf een lijst: [{}].',
      'The keys {} belong in an item of the list {}.': 'De sleutels {} horen in een onderdeel van de lijst {}.',
      'Write {}: [{ {} }].': 'Schrijf {}: [{ {} }].',
      'Write {}: with the text in {=}. Other languages have files of their own, in languages/.':
        'Schrijf {}: met de tekst in het {}. Andere talen hebben eigen bestanden, in languages/.',
      'Write the text, or leave the key out.': 'Schrijf de tekst, of laat de sleutel weg.',
      'Expected at least {} in this list, found fewer.': 'In deze lijst staan er minstens {}. Er staan er minder.',
      'Expected at least {}, found {=}.': 'Hier hoort minstens {}, er staat {}.',
      'Add what is missing.': 'Vul aan wat ontbreekt.',
      'The key {} is not allowed here.': 'De sleutel {} mag hier niet.',
      'Write another key.': 'Schrijf een andere sleutel.',
      'Write it as the message says.': 'Schrijf het zoals de melding zegt.',
      'The key {} is not known here.': 'De sleutel {} kennen we hier niet.',
      'Known keys: {}.': 'Wat hier wel kan: {}.',
      'Between { and } a comma ends a value, so "{}" is read as a key of its own.':
        'Tussen { en } sluit een komma een waarde af. Daardoor telt "{}" als een eigen sleutel.',
      'Write {}, with a dot.': 'Schrijf {}, met een punt.',
      'Put the whole text in quotes: "{}".': 'Zet de hele tekst tussen aanhalingstekens: "{}".',
      'Put the whole text of {} in quotes: "{}".': 'Zet de hele tekst van {} tussen aanhalingstekens: "{}".',
      'Write a number: digits, with a dot before decimals.': 'Schrijf een getal: cijfers, met een punt voor de decimalen.',
      'Put it in quotes: "{}".': 'Zet het tussen aanhalingstekens: "{}".',
      'Put it in quotes, {=}.': 'Zet het tussen aanhalingstekens, {}.',
      'Write a list: each item on a line of its own behind a hyphen.':
        'Schrijf een lijst: elk onderdeel op een eigen regel achter een streepje.',
      'Put a hyphen before it: {}: [{ … }], or each on a line of its own behind a hyphen.':
        'Zet er een streepje voor: {}: [{ … }], of elk onderdeel op een eigen regel achter een streepje.',
      'Write both languages: { nl: "{}", en: "…" }.': 'Schrijf beide talen: { nl: "{}", en: "…" }.',
      'Write a map with the keys {}.': 'Schrijf een blok met de sleutels {}.',
      'Write {=}.': 'Schrijf {}.',
      'There is no such day. Write a day of the calendar, like {}.': 'Die dag bestaat niet. Schrijf een dag van de kalender, zoals {}.',
      'Write #{}.': 'Schrijf #{}.',
      'Write https://{}.': 'Schrijf https://{}.',
      'Write it like {}.': 'Schrijf het zoals {}.',
      'The keys {} are not known here.': 'Deze sleutels kennen we hier niet: {}.',
      '{}: is already given. Remove {}:.': 'Er staat al {}:. Haal {}: weg.',
      'Write yearly: { {} }.': 'Schrijf yearly: { {} }.',
      'This text contains an invisible character.': 'In deze tekst staat een teken dat u niet ziet.',
      'This name contains a non-breaking space.': 'In deze naam staat een harde spatie.',
      'Type it again, as {}.': 'Typ het opnieuw: {}.',
      'Expected an amount in euro with a dot, found "{}".': 'Hier hoort een bedrag in euro met een punt, er staat "{}".',
      ...FORMATS,
      ...Object.fromEntries(Object.entries(FORMATS).map(([en, nl]) => [`${en}, found {=}.`, `${nl}. Er staat {}.`])),
      'This is a name that every object of a program has; write another word':
        'Deze naam is van de programmataal zelf; schrijf een ander woord',
      'A segment of this id is a word of FEEL': 'Een deel van dit id is een woord van FEEL',
      'The id of a parameter begins with town.': 'Het id van een waarde begint met town',
      'These house numbers end before they begin': 'Deze huisnummers eindigen voordat ze beginnen',
      'This period ends before it begins': 'Deze periode eindigt voordat zij begint',
      'Invalid URL': 'Dit is geen webadres',
      'The parameter {} holds {=}, found {=}.': 'De waarde {} is {}, er staat {}.',
      'A table with one case that always holds is no table.': 'Een tabel met één geval dat altijd geldt, is geen tabel.',
      'This case always holds, so the ones after it are never reached.':
        'Dit geval geldt altijd. Wat eronder staat, komt nooit aan de beurt.',
      'Write the value itself, without cases:.': 'Schrijf de waarde zelf, zonder cases:.',
      'Give it a when:, or put it last.': 'Geef het een when:, of zet het als laatste.',
      'The hours window {} is of an event, but does not say of which nights.':
        'Het tijdvak {} is voor een evenement, maar zegt niet voor welke nachten.',
      'Add from: and until:, or yearly: { from: 12-31, until: 12-31 }.':
        'Zet from: en until: erbij, of yearly: { from: 12-31, until: 12-31 }.',
      'The hours window {} returns each year, but has no event.': 'Het tijdvak {} komt elk jaar terug, maar noemt geen evenement.',
      'Add event: with its name; for a part of the year use season: summer or winter.':
        'Zet event: erbij met de naam. Gebruik voor een deel van het jaar season: summer of winter.',
    },
  },
  MORE_FINDINGS: {
    title: 'Het bestand heeft meer fouten dan hier staan.',
    sentences: {
      'There is 1 more mistake in this file from here on.': 'Vanaf hier staat nog 1 fout in dit bestand.',
      'There are {} more mistakes in this file from here on.': 'Vanaf hier staan nog {} fouten in dit bestand.',
      'Mend those above first; many may have one cause. Check that this is the file you meant.':
        'Herstel eerst wat hierboven staat: veel fouten hebben vaak één oorzaak. Kijk ook of dit het goede bestand is.',
    },
  },
} as const satisfies CodesInDutch
