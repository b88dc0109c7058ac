import type { CodesInDutch } from './code-in-dutch.ts'

/** Boxes of forms, and what the law requires. */
export const FORMS = {
  BOX_NOT_FILLED: {
    title: 'Niets vult dit vak, of meer dan één ding.',
    sentences: {
      'Nothing fills the box {}.': 'Niets vult het vak {}.',
      'Add questions:, value: or document:, or write forAuthority: true.':
        'Zet questions:, value: of document: erbij, of schrijf forAuthority: true.',
      'The box {} is filled by more than one means: {}.': 'Het vak {} wordt door meer dan één ding gevuld: {}.',
      'Keep one of them.': 'Houd er één over.',
      'The table {} needs both rows and columns.': 'De tabel {} heeft rijen en kolommen nodig.',
      'Add {=}.': 'Zet erbij: {}.',
      'rows: with the name of a list': 'rows: met de naam van een lijst',
      'columns:, each with a label and a value': 'columns:, elk met een label en een waarde',
      'The box {} is printed for each of something that is no list of rows.':
        'Het vak {} komt terug voor iets dat geen lijst met rijen is.',
      'Name a list such as loans, or filter one: roles[target != null].':
        'Noem een lijst zoals loans, of een deel van een lijst: roles[target != null].',
    },
  },
  BOX_OPTION: {
    title: 'Een optie van de vraag staat niet bij de opties van het vak.',
    sentences: {
      'The box {} prints "{}", which is not one of its options.': 'Het vak {} drukt "{}" af, en dat is geen van zijn opties.',
      'Write one of: {}.': 'Schrijf een van deze: {}.',
      'The box {} says how to print {}, which is no option of {}.':
        'Het vak {} zegt hoe {} wordt afgedrukt, maar dat is geen optie van {}.',
      'Its options are: {}.': 'De opties zijn: {}.',
      'The box {} prints "{}" for the answer {} of {}, which says that it is not known.':
        'Het vak {} drukt "{}" af bij het antwoord {} op {}. Dat antwoord zegt juist dat het niet bekend is.',
      'Take it away: the box stays open until there is an answer.': 'Haal het weg: het vak blijft open tot er een antwoord is.',
      'Write "weet ik niet" or the like, and add it to options.':
        'Schrijf "weet ik niet" of iets wat daarop lijkt, en zet het bij options.',
      'The option {} of {} has no place among the options of box {}.': 'De optie {} van {} staat niet bij de opties van het vak {}.',
      'Add {}: to print:, with one of: {}.': 'Zet {}: bij print:, met een van deze: {}.',
    },
  },
  BOX_NEVER_FILLED: {
    title: 'Geen enkel antwoord kan dit vak vullen.',
    sentences: {
      'No licence has the form {}, so nobody ever fills it in.': 'Geen vergunning heeft het formulier {}. Niemand vult het dus ooit in.',
      'Write replaces: in it with the form it stands in for, or change a licence: at licences/…, to: { form: … }.':
        'Zet er replaces: in, met het formulier waarvan het de plaats inneemt. Of verander een vergunning: at licences/…, to: { form: … }.',
      'No answer can ever fill box {}: its condition contradicts that of its section, its form or its questions.':
        'Geen enkel antwoord kan het vak {} vullen: de voorwaarde past niet bij die van het onderdeel, het formulier of de vragen.',
      'Nobody fills in the form {} in {}, so the box {} is never asked.':
        'Niemand vult in {2} het formulier {1} in. Het vak {3} wordt dus nooit gevraagd.',
      'Put it on a form that is filled in here: {}.': 'Zet het op een formulier dat hier wel wordt ingevuld: {}.',
      'Mend the condition, or take the box out.': 'Herstel de voorwaarde, of haal het vak weg.',
    },
  },
  ELEMENT_UNCOVERED: {
    title: 'De wet vraagt iets dat op geen formulier staat.',
    sentences: {
      'The law wants element {} ({}), but {=}.': 'De wet vraagt element {} ({}), maar {}.',
      '{=} The same holds of {}.': '{} Dat geldt ook voor {}.',
      'The law wants element {} ({}), and {} stands in for the form that holds it.':
        'De wet vraagt element {} ({}), en {} staat in plaats van het formulier dat het bevat.',
      'Say in changes: of the town which box holds it: at {}, heldBy: [{ form: {}, boxes: […], facts: […] }].':
        'Zeg in changes: van de gemeente welk vak het bevat: bij {}, heldBy: [{ form: {}, boxes: […], facts: […] }].',
      'Keep the attachment, or say in heldBy: of the element what holds it instead.':
        'Laat de bijlage staan, of zeg in heldBy: van het element wat het nu bevat.',
      'no box is said to hold it': 'er staat niet bij welk vak het bevat',
      'Add heldBy: with the form and its boxes.': 'Zet heldBy: erbij met het formulier en de vakken.',
      'The law prescribes the form of {}, but no list says what it must hold.':
        'De wet schrijft het formulier van {} voor, maar geen lijst zegt wat erin moet staan.',
      'Add rules/base/elements/<list>.yaml with its elements.': 'Voeg rules/base/elements/<lijst>.yaml toe met de elementen.',
      'no licence of its list has the form {}': 'geen vergunning van die lijst heeft het formulier {}',
      'Name the form of one of its licences.': 'Noem het formulier van een van de vergunningen.',
      'its box {} is not on the form {}': 'het vak {} staat niet op het formulier {}',
      'its box {} is not on the form {}: the layer {} removed it':
        'het vak {} staat niet op het formulier {}: de laag {} heeft het weggehaald',
      'Keep the box, or say in heldBy: of the element which box holds it instead.':
        'Laat het vak staan, of zeg in heldBy: van het element welk vak het nu bevat.',
      'its box {} does not stand there per {}': 'het vak {} staat er niet per {}',
      'Put it in a section with per: {}.': 'Zet het in een onderdeel met per: {}.',
      'its box {} may stay empty': 'het vak {} mag leeg blijven',
      'Take optional: and forAuthority: out, or write mayStayEmpty: true where there may be nothing to say.':
        'Haal optional: en forAuthority: weg. Of schrijf mayStayEmpty: true als er niets te zeggen kan zijn.',
      'its box {} only stands there when {}': 'het vak {} staat er alleen als dit geldt: {}',
      'Take the condition out, or write it in when: of the element where the law says the same.':
        'Haal de voorwaarde weg. Of schrijf die in when: van het element, als de wet hetzelfde zegt.',
      'nobody signs in its box {}': 'niemand tekent in het vak {}',
      'Give the box type: signature, signaturePlace or signatureDate.': 'Geef het vak type: signature, signaturePlace of signatureDate.',
      'there is no attachment {}': 'er is geen bijlage {}',
      'Add it to documents.yaml.': 'Voeg die toe aan documents.yaml.',
      'none of its boxes {} takes the attachment {}': 'bij geen van de vakken {} hoort de bijlage {}',
      'Name the box with document: {}.': 'Noem het vak met document: {}.',
      'none of its boxes {} has the tick {} for the drawing': 'geen van de vakken {} heeft het vinkje {} voor de tekening',
      'Add it to the options of the check list, and to print: of its box.':
        'Zet het bij de opties van de lijst, en bij print: van het vak.',
      'there is no question {}': 'er is geen vraag {}',
      'there is no question {}: the layer {} removed it': 'er is geen vraag {}: de laag {} heeft die weggehaald',
      'Keep the question, or name the one that asks it.': 'Laat de vraag staan, of noem de vraag die het nu vraagt.',
      'none of its boxes {} prints {}': 'geen van de vakken {} drukt {} af',
      'Let a box print it, or name the box that does in heldBy:.': 'Laat een vak het afdrukken, of noem in heldBy: het vak dat dat doet.',
      'the question {} may be left empty': 'de vraag {} mag leeg blijven',
      'Take optional: out of the question.': 'Haal optional: weg bij de vraag.',
      'its box {} prints nothing of it': 'het vak {} drukt er niets van af',
      'Let the box print the fact, or take it out of heldBy:.': 'Laat het vak het gegeven afdrukken, of haal het weg uit heldBy:.',
    },
  },
  OFFICIAL_FILE: {
    title: 'De invulbare pdf van een formulier kan niet worden gebruikt.',
    sentences: {
      'There is no PDF {} beside this file or in the folder of the town.':
        'Er staat geen pdf {} naast dit bestand of in de map van de gemeente.',
      'Put the PDF there, or write its name as it is there.': 'Zet de pdf daar neer, of schrijf de naam zoals hij daar staat.',
      'The PDF {} {=}.': 'De pdf {} {}.',
      'is locked with a password': 'zit op slot met een wachtwoord',
      'Save it without protection.': 'Sla hem op zonder beveiliging.',
      'is a form in XFA, which only some programs can show': 'is een formulier in XFA, en dat kunnen maar enkele programma’s tonen',
      'Ask its maker for an AcroForm, or save it as one.': 'Vraag de maker om een AcroForm, of sla hem zo op.',
      'has no fields to fill in': 'heeft geen invulvelden',
      'Make its fields in a PDF program, or take official: out.': 'Maak de velden in een programma voor pdf’s, of haal official: weg.',
      'cannot be read as a PDF': 'is niet te lezen als pdf',
      'Save it again.': 'Sla hem opnieuw op.',
      'has pages that an archive file cannot hold ({})': 'heeft bladzijden die niet in een archiefbestand kunnen ({})',
      'Save it with all typefaces inside, as PDF/A for one.': 'Sla hem op met alle lettertypen erin, bijvoorbeeld als PDF/A.',
    },
  },
  OFFICIAL_BOX: {
    title: 'Een vak heeft geen plek in de invulbare pdf van het formulier, of een plek die niet past.',
    sentences: {
      'The form {} has no box {}.': 'Het formulier {} heeft geen vak {}.',
      'Write the number of one of its boxes.': 'Schrijf het nummer van een van de vakken.',
      '{} has fields and is said to have none.': '{} heeft velden, en er staat ook dat het er geen heeft.',
      'Take it out of without:, or out of fields:.': 'Haal het weg bij without:, of bij fields:.',
      'The box {} has no field in {}.': 'Het vak {} heeft geen veld in {}.',
      'Name its field under fields:, or write {} under without: with the reason.':
        'Noem het veld onder fields:, of zet {} onder without: met de reden.',
      'The box {} {=}.': 'Het vak {} {}.',
      'is printed once and has several places': 'wordt één keer afgedrukt en heeft meer dan één plek',
      'Write lines: when its text goes on from field to field.': 'Schrijf lines: als de tekst van veld naar veld doorloopt.',
      'does not print the question {}': 'drukt de vraag {} niet af',
      'Write a question of the box.': 'Schrijf een vraag van het vak.',
      'has no field for its question {}': 'heeft geen veld voor de vraag {}',
      'Write {}: with its field.': 'Zet {}: erbij met het veld.',
      'is no table': 'is geen tabel',
      'is no date': 'is geen datum',
      'Write one field.': 'Schrijf één veld.',
      'has {} columns': 'heeft {} kolommen',
      'Write as many fields in each row, or write the box under without: with the reason.':
        'Schrijf in elke rij evenveel velden, of zet het vak onder without: met de reden.',
      'has no options': 'heeft geen opties',
      'has no option {}': 'heeft geen optie {}',
      'Its options are: {}.': 'De opties zijn: {}.',
      'says nothing of its option {}': 'zegt niets over de optie {}',
      'Write {}: with what the PDF has for it.': 'Zet {}: erbij met wat de pdf daarvoor heeft.',
    },
  },
  OFFICIAL_FIELD: {
    title: 'Een veld van de invulbare pdf is er niet, wordt twee keer gevuld, of niemand zegt wat ermee gebeurt.',
    sentences: {
      'The PDF {} has no field {}.': 'De pdf {} heeft geen veld {}.',
      'Write the name of one of its fields.': 'Schrijf de naam van een van de velden.',
      'The field {} {=}, and the box {} does not write it so.': 'Het veld {} {}, en het vak {} vult het anders.',
      'holds a text': 'is een tekstveld',
      'is a check box': 'is een aankruisvakje',
      'is a group of round buttons': 'is een groep keuzerondjes',
      'is a list to choose from': 'is een keuzelijst',
      'is a button': 'is een knop',
      'is for a signature': 'is voor een handtekening',
      'is of an unknown kind': 'is van een onbekende soort',
      'Write its name.': 'Schrijf de naam van het veld.',
      'Write ticks: with a field for each option.': 'Schrijf ticks: met een veld voor elke optie.',
      'Write field: and values: with a value for each option.': 'Schrijf field: en values: met een waarde voor elke optie.',
      'Take it out.': 'Haal het weg.',
      'Write it under left: with the reason.': 'Zet het onder left: met de reden.',
      'The field {} is filled twice: by {} and {}.': 'Het veld {} wordt twee keer gevuld: door {} en {}.',
      'Keep one of them.': 'Houd er één over.',
      'The field {} is filled by {} and is said to stay empty.': 'Het veld {} wordt gevuld door {}, en er staat ook dat het leeg blijft.',
      'Take it out of left:.': 'Haal het weg bij left:.',
      'The field {} has no value {}.': 'Het veld {} heeft geen waarde {}.',
      'Its values are: {}.': 'De waarden zijn: {}.',
      'No box of {} fills the field {} of {}.': 'Geen vak van {} vult het veld {} van {}.',
      'Name it under fields: at its box, or write it under left: with the reason.':
        'Noem het onder fields: bij het vak, of zet het onder left: met de reden.',
    },
  },
  NO_EVIDENCE: {
    title: 'Bij een vak staat niet waarom we het vragen.',
    sentences: {
      'The box {} of the form {} does not say why it is asked.': 'Bij het vak {} van het formulier {} staat niet waarom we het vragen.',
      'Add evidence: with statute: (the article), form: (the municipalities on whose forms it is) or practice:, or write evidence: none.':
        'Zet evidence: erbij met statute: (het artikel), form: (de gemeenten die het op hun formulier hebben) of practice:. Of schrijf evidence: none.',
    },
  },
  REPLACES_LACKS: {
    title: 'Een formulier komt in de plaats van een ander, en mist iets wat daarop staat.',
    sentences: {
      'The form {} has nothing for the box {} of {}: {}.': 'Het formulier {} heeft niets voor het vak {} van {}: {}.',
      'Add a box with it, or write {} below without:.': 'Maak een vak ervoor, of zet {} onder without:.',
    },
  },
  EVIDENCE_CLASHES: {
    title: 'Waarom een vak gevraagd wordt, klopt niet met wat ergens anders staat.',
    sentences: {
      'The box {} holds element {} of the law, but its evidence is {}.':
        'Het vak {} bevat element {} van de wet, maar bij evidence staat {}.',
      'Add statute: with the article, or take the box out of heldBy: of the element.':
        'Zet statute: erbij met het artikel, of haal het vak weg uit heldBy: van het element.',
      'The box {} is asked by {} itself, but its evidence is none.': '{2} vraagt het vak {1} zelf, maar bij evidence staat none.',
      'Write who asks it: form: [{}], or statute: with the article of its by-law.':
        'Schrijf wie het vraagt: form: [{}], of statute: met het artikel van de verordening.',
      'The evidence of the box {} counts {} twice.': 'Bij evidence van het vak {} telt {} twee keer mee.',
      'Name each municipality once: two of them make a box ordinary.':
        'Noem elke gemeente één keer: bij twee gemeenten geldt een vak als gewoon.',
    },
  },
  REASON_UNSTATED: {
    title: 'Bij een vak kan een reden komen te staan die niet klopt.',
    sentences: {
      '{=} has a reason without a condition where it may be false.':
        '{} heeft een reden zonder voorwaarde, en die reden kan soms niet kloppen.',
      '{=} has a reason, but no condition for it.': '{} heeft een reden, maar geen voorwaarde daarbij.',
      '{=} is decided by several answers, and has one reason for all.': '{} hangt af van meer antwoorden, maar heeft één reden voor alles.',
      'Write a list of reasons, each with the when under which it is true.':
        'Schrijf een lijst met redenen, elk met de when waarbij die reden klopt.',
    },
  },
  ALWAYS_ATTACHED: {
    title: 'Een vak hangt af van een document waarvan niemand kan zeggen dat hij het niet heeft.',
    sentences: {
      'The box {} depends on whether {} goes along, and nobody can say that it does not.':
        'Het vak {} hangt af van de bijlage {}, en niemand kan zeggen dat die er niet is.',
      'Add ifAny to the document {}, or let the box not depend on it.':
        'Zet ifAny bij het document {}, of laat het vak er niet van afhangen.',
    },
  },
  STATUS_REFUSED: {
    title: 'Het formulier kan deze status niet hebben.',
    sentences: {
      'The form {} cannot be {}: a regulation prescribes the form of {}.':
        'Het formulier {} kan niet {} zijn: een regeling schrijft het formulier van {} voor.',
      'The form {} cannot be {}: the catalogue of 2024 is not loaded.':
        'Het formulier {} kan niet {} zijn: de vragenlijst van 2024 is niet geladen.',
      'Write status: preparation.': 'Schrijf status: preparation.',
      'The form {} is called adopted without saying when and where that was decided.':
        'Het formulier {} heet vastgesteld, maar er staat niet wanneer en waar dat besloten is.',
      'Add on: with the date and reference: with the decision, or write status: preparation.':
        'Zet on: erbij met de datum en reference: met het besluit, of schrijf status: preparation.',
    },
  },
} as const satisfies CodesInDutch
