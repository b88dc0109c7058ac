import type { CodesInDutch } from './code-in-dutch.ts'

/** Dangling references, and what a layer may not do. */
export const LAYERS = {
  DUPLICATE_ID: {
    title: 'Twee dingen van dezelfde soort hebben hetzelfde id.',
    sentences: {
      '{} occurs twice in this list.': '{} staat twee keer in deze lijst.',
      'This entry occurs twice in this list.': 'Hetzelfde staat twee keer in deze lijst.',
      '{} lies in {} already.': '{} valt al onder {}.',
      'The key {} is that of the box {} too.': 'De sleutel {} is ook die van het vak {}.',
      'Give one of them another key: programs of the town know a box by it.':
        'Geef een van de twee een andere sleutel. Programma’s van de gemeente kennen een vak daaraan.',
      'This text is translated twice.': 'deze tekst is twee keer vertaald.',
      'Remove one of the two.': 'Haal een van de twee weg.',
      'There are two layers called {}.': 'Er zijn twee lagen met de naam {}.',
      'Take one of the two files away.': 'Haal een van de twee bestanden weg.',
      'Give one of them another id.': 'Geef een van de twee een ander id.',
      'The form {} is already there.': 'Het formulier {} is er al.',
      'Change it with named changes below forms/{}, or give this form another id.':
        'Verander het met changes onder forms/{}, of geef dit formulier een ander id.',
      'The {=} {} is already there.': 'Er is al een {} {}.',
      'Use op: change to change it, or give the new one another id.': 'Gebruik op: change om het te veranderen, of kies een ander id.',
      'The {=} {} occurs twice in this list.': 'In deze lijst staat twee keer: {} {}.',
      'Put both in one entry: only one of them would count. Amounts and values of several years stand below each other in it.':
        'Maak er één van: anders telt er maar één mee. Bedragen en waarden van meer jaren staan daarin onder elkaar.',
      'The form {} has two boxes {}: also in section {}.': 'Het formulier {} heeft twee vakken {}: ook in het onderdeel {}.',
      'Give one of them another number.': 'Geef een van de twee een ander nummer.',
      'The {=} {} is defined twice here.': 'Hier staat twee keer: {} {}.',
      'Give one of them another id, or remove it.': 'Geef een van de twee een ander id, of haal hem weg.',
      'The id {} is already that of a {=}.': 'Het id {} is al in gebruik voor een {}.',
    },
  },
  PREFIX_ID: {
    title: 'Een id is het begin van een ander id.',
    sentences: {
      '{} other ids begin with {}, such as {}.': '{} andere ids beginnen met {}, zoals {}.',
      'The id {} begins with {}, which is a question itself.': 'Het id {} begint met {}, en dat is zelf een vraag.',
      'Give one of them another id; a group of facts can be called {}, a fact cannot.':
        'Geef een van de twee een ander id. Een groep kan {} heten, één vraag niet.',
    },
  },
  UNKNOWN_REFERENCE: {
    title: 'Er wordt iets genoemd dat niet bestaat.',
    sentences: {
      'There is no {=} {}.': 'Er is geen {} {}.',
      'There is no section {} to share.': 'Er is geen rubriek {} om te delen.',
      'Write form: and section: of a form that is there, and after: with a section of this form.':
        'Schrijf form: en section: van een formulier dat er is, en after: met een rubriek van dit formulier.',
      'The form {} has no box {} to leave out.': 'Het formulier {} heeft geen vak {} om weg te laten.',
      'Remove it from without:.': 'Haal het weg bij without:.',
      'Name a question whose subject is {}.': 'Noem een vraag die gaat over: {}.',
      'Write the id of an existing {=}, or add it.': 'Schrijf een id dat er is (soort: {}), of voeg het toe.',
      'The {=} {} is removed here but still used in {=}.': 'Hier verdwijnt {} {}, maar het staat nog in {}.',
      'Remove or change what uses it as well, or keep it.': 'Verander ook wat ernaar verwijst, of laat het staan.',
      'The question {} cannot say whether an address lies in the area.': 'De vraag {} kan niet zeggen of een adres in het gebied ligt.',
      'Name a question of the case with type: yesNo.': 'Noem een vraag over de aanvraag met type: yesNo.',
      'Write the id of a question of {}, or add one there with a change.': 'Schrijf het id van een vraag van {}, of voeg er daar een toe.',
      'There is no box {} to ask.': 'Er is geen vak {} om te vragen.',
      'Write the form and the number of the box, such as exploitation/EX-079.':
        'Schrijf het formulier en het nummer van het vak, zoals exploitation/EX-079.',
      'The form {} has no block or part "{}".': 'Het formulier {} heeft geen blok of deel "{}".',
      'Add it under blocks:, or remove it here.': 'Voeg het toe onder blocks:, of haal het hier weg.',
      'The box {} prints {}, a fact of a {}, but it {=}.': 'Het vak {} drukt {} af. Dat is een gegeven van een {}, maar het vak {}.',
      'repeats per {}': 'komt terug per {}',
      'does not repeat': 'komt maar één keer voor',
      'Add per: to the section with a list of that subject, or write a formula such as value: applicant.{}.':
        'Zet per: bij het onderdeel, met een lijst van dat onderwerp. Of schrijf een formule, zoals value: applicant.{}.',
      'The box {} prints a party, but is not inside one.': 'Het vak {} drukt een persoon of bedrijf af, maar zegt niet welke.',
      'Add of: with the party, such as landlord.': 'Zet of: erbij met wie het is, zoals landlord.',
      'The step {} asks {}, a fact of a {}; the tree asks facts of the case.':
        'De stap {} vraagt {}. Dat is een gegeven van een {}; de beslisboom vraagt gegevens van de hele aanvraag.',
      'Ask for it on a form, or ask a fact of the case here.': 'Vraag het op een formulier, of vraag hier iets van de hele aanvraag.',
      'The step {} asks {}, which is always computed.': 'De stap {} vraagt {}. Dat wordt altijd berekend.',
      'Remove it from the step.': 'Haal het weg uit de stap.',
      'The gate {} can say neither no nor none.': 'De vraag {} kan geen nee of geen zeggen.',
      'Name a yes-no question, or a choice with an option none: either marks the list as empty.':
        'Noem een ja-neevraag, of een keuze met de optie none. Zo blijkt dat de lijst leeg is.',
      'there is no document "{}".': 'er is geen document "{}".',
    },
  },
  BASE_VERSION: {
    title: 'Een gemeente is gemaakt op een andere versie van de basis dan die hier staat.',
    sentences: {
      '{} is based on version {} of the base, but the current version is {}.':
        '{} is gemaakt op versie {} van de basis. Hier staat versie {}.',
      'Run upgrade --variant {}: it says what the base changed, and what you have to decide.':
        'Draai upgrade --variant {}. Dat zegt wat de basis veranderde, en wat u moet beslissen.',
      'Take over the newer base first, or write the current version.':
        'Neem eerst de nieuwere basis over, of schrijf de versie die hier staat.',
    },
  },
  BASE_LOG: {
    title: 'Het wijzigingenlogboek van de basis zegt iets dat niet klopt.',
    sentences: {
      'The newest version in the log is {}, and the base is version {}.': 'De nieuwste versie in het logboek is {}. De basis is versie {}.',
      'Begin the log with the version of ruleset.yaml, also when nothing changed.':
        'Begin het logboek met de versie van ruleset.yaml, ook als er niets veranderde.',
      'Version {} does not belong before {}: the newest comes first.': 'Versie {} hoort niet voor {}: de nieuwste staat bovenaan.',
      'Put the versions in order, each once.': 'Zet de versies op volgorde, elk één keer.',
      'There is no {} in the base.': 'In de basis staat geen {}.',
      'Write a place as fees/alcohol.new, or say with removed: true or renamedTo: that it is gone.':
        'Schrijf een plek als fees/alcohol.new, of zeg met removed: true of renamedTo: dat het weg is.',
      '{} is listed as removed, but is still in the base.': 'Van {} staat hier dat het weg is, maar het staat in de basis.',
      'Leave removed or renamedTo out.': 'Laat removed of renamedTo weg.',
    },
  },
  UNKNOWN_LAYER: {
    title: 'De laag waar deze op rust, bestaat niet.',
    sentences: {
      'There is no layer {} to extend.': 'Er is geen laag {} om op voort te bouwen.',
      '{} is in the folder of {}, but extends {}.': '{} staat in de map van {}, maar bouwt voort op {}.',
      '{} is in the folder of {}, which has no municipality file.': '{} staat in de map van {}, maar daar is geen bestand van de gemeente.',
      'Write extends: {}.': 'Schrijf extends: {}.',
      'Add {}.': 'Zet er {} bij.',
      'Extend one of: {}.': 'Bouw voort op een van deze: {}.',
    },
  },
  CYCLIC_EXTENDS: {
    title: 'Lagen bouwen in een kring op elkaar voort.',
    sentences: {
      'Layers extend each other in a circle: {}.': 'Deze lagen bouwen in een kring op elkaar voort: {}.',
      'Let one of them extend base.': 'Laat een ervan voortbouwen op base.',
    },
  },
  BAD_CHANGE: {
    title: 'Een wijziging noemt een plek die er niet is, of past daar niet.',
    sentences: {
      'There is more than one word after from:.': 'Achter from: staat meer dan één woord.',
      'Give each word an entry of its own, with its own to:.': 'Geef elk woord een eigen regel, met een eigen to:.',
      'The word {} is replaced in line {} already.': 'Het woord {} wordt al vervangen in regel {}.',
      'Remove one of the two, or give each its own licences:.': 'Haal een van de twee weg, of geef elk een eigen licences:.',
      'The word {} is what line {} puts in; this entry replaces it again.': 'Het woord {} komt van regel {}, en wordt hier weer vervangen.',
      'Write the final word in that entry. To replace only what the texts had before, move this entry above it.':
        'Schrijf in die regel meteen het laatste woord. Gaat het om teksten die het woord al hadden? Zet deze regel dan boven die.',
      '{} is removed in line {} and added again here.': '{} verdwijnt in regel {} en komt er hier weer bij.',
      'Use one op: change, or give the new item another id.': 'Gebruik één keer op: change, of geef het nieuwe een ander id.',
      'This names the whole list of {=}s, not one of them.': 'Dit noemt de hele lijst (soort: {}), niet één ervan.',
      'The word {} would become itself.': 'Het woord {} zou zichzelf worden.',
      'Write another word after to:, or remove this line.': 'Schrijf een ander woord achter to:, of haal deze regel weg.',
      '{} is changed in line {} and removed here.': '{} verandert in regel {}, en verdwijnt hier.',
      'No text has the word {} that is replaced here.': 'In geen enkele tekst staat het woord {} dat hier vervangen wordt.',
      'Write it exactly as in the texts, give a plural its own line, and put to: in the same language.':
        'Schrijf het zoals het in de teksten staat, een meervoud op een eigen regel, en to: in dezelfde taal.',
      '{} is not in {} of the {=} {}.': '{} staat niet in {}, bij {} {}.',
      '{} is already in {} of the {=} {}.': '{} staat al in {}, bij {} {}.',
      'Write add: with what comes, remove: with what goes and, of a list, after: with what it comes after.':
        'Schrijf add: met wat erbij komt en remove: met wat weg gaat. Bij een lijst zegt after: waarna het komt.',
      'Add a slash and its id.': 'Zet er een schuine streep en het id achter.',
      'There is no {=} {} here to change.': 'Er is hier geen {} {} om te veranderen.',
      'There are: {=}.': 'Wat er wel is: {}.',
      'A {=} has no list of items called {}.': 'Bij deze soort ({}) hoort geen lijst {}.',
      'Name the {=} itself, with op: change and to: { {}: … }.': 'Noem het geheel zelf ({}), met op: change en to: { {}: … }.',
      'It has: {}.': 'Wat er wel bij hoort: {}.',
      'Name the {=} itself.': 'Noem het geheel zelf ({}).',
      'This would leave a {=} without any {}.': 'Zo blijft er bij dit geheel ({}) niets over onder {}.',
      'Remove the {=} itself, or add another {=} first.': 'Haal het geheel zelf weg ({}), of voeg eerst iets anders toe ({}).',
      'The place names {}, the item {}.': 'De plek noemt {}, maar het id is {}.',
      'Write the same id in both, or name only the list.': 'Schrijf twee keer hetzelfde id, of noem alleen de lijst.',
      'There is no {=} {} to come after.': 'Er is geen {} {} om achter te staan.',
      'The id of the {=} {} cannot be changed: answers and other files know it by that name.':
        'Dit id kan niet anders worden ({} {}): antwoorden en andere bestanden kennen het onder die naam.',
      'Remove it and add another one.': 'Haal het weg en voeg iets nieuws toe.',
      'An item cannot come after itself.': 'Iets kan niet achter zichzelf staan.',
      'Name another item, or null for the first place.': 'Noem iets anders, of null voor de eerste plaats.',
      '{} changes the box {}, which it does not ask.': '{} verandert het vak {}, maar vraagt dat vak niet.',
      'Add asks: [{ box: {} }] to ask it, or take the change out.':
        'Zet asks: [{ box: {} }] erbij om het te vragen, of haal de wijziging weg.',
      'It begins with one of: {}.': 'Het begint met een van deze: {}.',
      'A change cannot begin with "{}".': 'Een wijziging kan niet beginnen met "{}".',
      '{} was removed already, in line {}.': '{} is al weggehaald, in regel {}.',
      '{} gets its {} in line {} already.': '{}: {} staat al in regel {}.',
      'Put both in one change, or leave one of them out: the later one would silently win.':
        'Maak er één wijziging van, of laat er een weg. Anders telt alleen de laatste, zonder dat u het merkt.',
      'The {=} {} is new, and has no {}.': 'Nieuw is hier: {} {}. De sleutel {} ontbreekt.',
      'There is no {=} {} to change, and to add one this entry is not complete.':
        'Er is geen {} {} om te veranderen. En om iets nieuws toe te voegen is dit niet compleet.',
    },
  },
  LOCKED: {
    title: 'De basis staat niet toe dat een gemeente dit verandert.',
    sentences: {
      'The base does not allow towns to change the {=} {}.': 'Een gemeente kan dit niet veranderen: {} {}.',
      'The base does not allow towns to change the {=} {} ({}).': 'Een gemeente kan dit niet veranderen: {} {} ({}).',
      'Leave this change out; it follows from national law. A town may change the words, or add a rule with verdict: notAllowed or ask.':
        'Laat deze wijziging weg: dit volgt uit de wet. U mag wel de woorden veranderen, of een regel toevoegen met verdict: notAllowed of ask.',
      'The law sets what the fee {} may be at most; a town cannot change that.':
        'De wet bepaalt hoe hoog het tarief {} mag zijn. Een gemeente kan dat niet veranderen.',
      'Take ceiling: out of this change, and write the amount of the town under amounts:.':
        'Haal ceiling: uit deze wijziging, en schrijf het bedrag van de gemeente bij amounts:.',
      'The national questions of Bibob cannot be taken out: {} is gone.': 'De landelijke Bibob-vragen kunnen niet weg: {} ontbreekt.',
      'Take this removal out. A town that asks no Bibob form sets town.bibob.policy to never.':
        'Haal deze wijziging weg. Vraagt uw gemeente geen Bibob-formulier? Zet dan town.bibob.policy op never.',
      'Leave this change out; it follows from national law or from the form itself.':
        'Laat deze wijziging weg. Dit volgt uit de wet of uit het formulier zelf.',
      'Leave it as it is; change heldBy: of an element to say which box of yours holds it.':
        'Laat het staan. Met heldBy: van een element zegt u welk vak van u het bevat.',
      'The layer {} removes {}, which the law wants.': 'De laag {} haalt {} weg, maar de wet vraagt erom.',
      '{} leaves out {}, which the law wants.': '{} laat {} weg, maar de wet vraagt erom.',
      'A town cannot change {} of the list {}.': 'Een gemeente kan {} van de lijst {} niet veranderen.',
      'A town cannot change {} of the element {}.': 'Een gemeente kan {} van het element {} niet veranderen.',
    },
  },
  UNKNOWN_VARIANT: {
    title: 'Er is geen gemeente of stadsdeel met die naam.',
    sentences: {
      'There is no town or district {}.': 'Er is geen gemeente of stadsdeel {}.',
      'There is no town or district "{}".': 'Er is geen gemeente of stadsdeel "{}".',
      'Choose one of: {}.': 'Kies uit: {}.',
      'Name one of rules/municipalities.': 'Noem er een uit rules/municipalities.',
    },
  },
  REPEATS_BASE: {
    title: 'Een laag zegt wat de laag eronder al zegt.',
    sentences: {
      '{} says of {=} what {} says already.': '{} zegt over {} hetzelfde als {}.',
      '{} of {=}': '{} van {}',
      'the {=} {}': '{} {}',
      'the box {}': 'het vak {}',
      'the house style': 'de huisstijl',
      'the colours': 'de kleuren',
      'the contact': 'de contactgegevens',
      'Take it out: without it the value below holds, today and after an update.':
        'Haal het weg. Dan geldt de waarde eronder, nu en na een nieuwe versie.',
    },
  },
} as const satisfies CodesInDutch
