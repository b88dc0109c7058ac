import type { CodesInDutch } from './code-in-dutch.ts'

const REST_LATER =
  'The national bureau may refuse to advise when it is sent too little (Wet Bibob art. 9(5)): be ready to ask the rest later.'
const REST_LATER_IN_DUTCH =
  'Het Landelijk Bureau Bibob kan advies weigeren als het te weinig krijgt (Wet Bibob art. 9 lid 5). Wees klaar om de rest later te vragen.'
const NO_LONGER = 'Ask about no longer a period than the national text; never more than 5 years.'
const NO_LONGER_IN_DUTCH = 'Vraag niet over een langere tijd dan de landelijke tekst, en nooit over meer dan 5 jaar.'
const ALLOWED = 'Allowed when it helps the applicant, asks no more data or documents, and means the same.'
const ALLOWED_IN_DUTCH = 'Dit mag als het de ondernemer helpt, niet meer vraagt en hetzelfde betekent.'
const NO_YEARS = { 'names no number of years': 'noemt geen aantal jaren' }

/** The legal conditions under which a town may change the national list of Bibob questions. */
export const BIBOB = {
  BIBOB_ADDED: {
    title: 'Een gemeente voegt iets toe aan de landelijke lijst met Bibob-vragen (R1).',
    sentences: {
      'A town may not add {=} to the national list of Bibob questions.':
        'Een gemeente mag dit niet toevoegen aan de landelijke lijst met Bibob-vragen: {}.',
      'the section {}': 'het onderdeel {}',
      'the box {}': 'het vak {}',
      'the box {} of {}': 'het vak {} van {}',
      'Leave it out, or ask it on a form of your own, on its own legal ground and outside the Bibob questions.':
        'Laat het weg, of vraag het op een eigen formulier, met een eigen wettelijke grond en buiten de Bibob-vragen.',
      'A town may not put a list of its own in the place of the national Bibob questions ({=}).':
        'Een gemeente mag geen eigen lijst in de plaats zetten van de landelijke Bibob-vragen ({}).',
      'no form': 'geen formulier',
      'Write form: {}.': 'Schrijf form: {}.',
      'The topic {} holds Bibob questions only, and a town may not add one ({}).':
        'Bij het onderwerp {} horen alleen Bibob-vragen, en een gemeente mag er geen toevoegen ({}).',
      'Put the question under another topic, on a form of your own and on its own legal ground.':
        'Zet de vraag bij een ander onderwerp, op een eigen formulier en met een eigen wettelijke grond.',
    },
  },
  BIBOB_SELECTION: {
    title: 'Een Bibob-vraag blijft, terwijl de vraag waar zij bij hoort weg is (R2).',
    sentences: {
      'Box {} is left out, but box {} is only asked after it.': 'Het vak {} is weg, maar het vak {} komt daar alleen achteraan.',
      'Leave box {} out too, or keep {}.': 'Haal ook het vak {} weg, of laat {} staan.',
    },
  },
  BIBOB_REWORDED: {
    title: 'Een Bibob-vraag heeft andere woorden. Als fout: zij vraagt meer of iets anders (R3).',
    sentences: {
      'The parts of a party are those of the national list.': 'De delen van een partij zijn die van de landelijke lijst.',
      'Leave blocks: out of this change; leave parts out per box, with party: { …, without: […] }.':
        'Haal blocks: uit deze wijziging. Laat delen weg per vak, met party: { …, without: […] }.',
      'Another {} for box {} asks something else than the national list does.':
        'Met een andere {} vraagt het vak {} iets anders dan de landelijke lijst.',
      'Take {}: out of this change; only the words may differ.': 'Haal {}: uit deze wijziging. Alleen de woorden mogen anders zijn.',
      'The box {} would get options that the national list does not have: {}.':
        'Het vak {} zou opties krijgen die de landelijke lijst niet heeft: {}.',
      'Keep to the options of the base; leaving some out is allowed.': 'Houd u aan de opties van de basis. Weglaten mag wel.',
      'The national list leaves box {} to the applicant; a town cannot make it obligatory.':
        'In de landelijke lijst is het vak {} vrij. Een gemeente kan het niet verplicht maken.',
      'Write optional: true.': 'Schrijf optional: true.',
      'The box {} would ask more, or of another party, than the national list does.':
        'Het vak {} zou meer vragen, of van iemand anders, dan de landelijke lijst.',
      'Only add to without:; the rest of party: stays as in the base.':
        'Vul alleen without: aan. De rest van party: blijft als in de basis.',
      'Box {} has other words than the national text: "{}".': 'Het vak {} heeft andere woorden dan de landelijke tekst: "{}".',
      [ALLOWED]: ALLOWED_IN_DUTCH,
      'Another {} makes {} another question than the national list has.':
        'Met een andere {} is {} een andere vraag dan die van de landelijke lijst.',
      'Take {}: out of this change; only label and hint may differ.':
        'Haal {}: uit deze wijziging. Alleen label en hint mogen anders zijn.',
      'The question {} would get options that the national list does not have: {}.':
        'De vraag {} zou opties krijgen die de landelijke lijst niet heeft: {}.',
      'Keep to the options of the base.': 'Houd u aan de opties van de basis.',
      'The national list leaves {} to the applicant; a town cannot make it obligatory.':
        'In de landelijke lijst is {} vrij. Een gemeente kan het niet verplicht maken.',
      'The question {} has other words than the base: "{}".': 'De vraag {} heeft andere woorden dan de basis: "{}".',
    },
  },
  BIBOB_DOCUMENT: {
    title: 'Een document voor Bibob komt erbij, of er wordt meer van gevraagd (R4).',
    sentences: {
      'A town may not ask the document {} for Bibob: the national list does not.':
        'Een gemeente mag het document {} niet vragen voor Bibob: de landelijke lijst doet dat ook niet.',
      'Take {} out of its licences, or take the document out.': 'Haal {} weg bij licences, of haal het document weg.',
      'The document {} would demand more than the national list: {=}.': 'Het document {} zou meer vragen dan de landelijke lijst: {}.',
      'Take {}: out of this change; dropping or shortening is allowed.': 'Haal {}: uit deze wijziging. Weglaten of korter maken mag wel.',
      'more years': 'meer jaren',
      'of each of {}': 'van elk van {}',
      'of more people': 'van meer mensen',
      'a newer copy': 'een nieuwere kopie',
      'a signature': 'een handtekening',
    },
  },
  BIBOB_SCOPE: {
    title: 'Een Bibob-vraag kijkt verder terug, of naar andere mensen, dan de landelijke lijst (R5).',
    sentences: {
      'Answers about people are shown to others when the form is not confidential.':
        'Als het formulier niet vertrouwelijk is, zien anderen de antwoorden over mensen.',
      'Leave confidential: true as it is in the base (Wet Bibob art. 28).':
        'Laat confidential: true staan, zoals in de basis (Wet Bibob art. 28).',
      'The section {} would be asked about others than the national list asks about ({=}).':
        'Het onderdeel {} zou over anderen gaan dan de landelijke lijst ({}).',
      'the business': 'de zaak',
      'Write {}: {}, as in the base.': 'Schrijf {}: {}, zoals in de basis.',
      'The words of box {} look back {} years; the national text {=}.': 'Het vak {} kijkt {} jaar terug; de landelijke tekst {}.',
      'The words of {} look back {} years; the national text {=}.': 'De vraag {} kijkt {} jaar terug; de landelijke tekst {}.',
      [NO_LONGER]: NO_LONGER_IN_DUTCH,
      ...NO_YEARS,
      'Bibob questions about {} would be asked of others too.': 'Bibob-vragen over {} zouden ook aan anderen gesteld worden.',
      'Bibob questions about {} would be asked of others too: {}.': 'Bibob-vragen over {} zouden ook aan anderen gesteld worden: {}.',
      'Keep the roles of the base; use a list of your own for your own form.':
        'Houd u aan de rollen van de basis. Gebruik voor uw eigen formulier een eigen lijst.',
    },
  },
  BIBOB_CONDITION: {
    title: 'Een Bibob-vraag zou aan meer mensen gesteld worden (R6).',
    sentences: {
      'The {=} would be asked of more people: its condition is wider than {=}.':
        'Dit zou aan meer mensen gevraagd worden: {}. De voorwaarde is ruimer dan {}.',
      'Write ({}) and (your condition), or take {}: out.': 'Schrijf ({}) and (uw voorwaarde), of haal {}: weg.',
      'The question {} would be asked of more people than the national list asks.':
        'De vraag {} zou aan meer mensen gesteld worden dan in de landelijke lijst.',
      'Write ({}) and (your condition), or take when: out.': 'Schrijf ({}) and (uw voorwaarde), of haal when: weg.',
    },
  },
  BIBOB_CHAPTER: {
    title: 'Een hoofdstuk van het Bibob-formulier raakt los van de vergunning waar het over gaat (R7).',
    sentences: {
      'The section {} belongs to {=} and may only be asked when that is applied for.':
        'Het onderdeel {} hoort bij {}. U mag het alleen vragen als die wordt aangevraagd.',
      'every licence': 'elke vergunning',
      'Take act: out again.': 'Haal act: weer weg.',
      'Write act: {}, as in the base.': 'Schrijf act: {}, zoals in de basis.',
    },
  },
  BIBOB_FLOOR: {
    title: 'Wat de wet eist, staat niet meer op het Bibob-formulier of mag leeg blijven (R8).',
    sentences: {
      'The mark of box {} says what the law demands ({=}); a town cannot change it.':
        'Het teken bij het vak {} zegt wat de wet eist ({}). Een gemeente kan dat niet veranderen.',
      'Take {}: out of this change; only the words may differ.': 'Haal {}: uit deze wijziging. Alleen de woorden mogen anders zijn.',
      'The law demands box {}, so it cannot be optional.': 'De wet eist het vak {}. Het kan dus niet vrij zijn.',
      'Take optional: out of this change.': 'Haal optional: uit deze wijziging.',
      'The law demands {} in box {}: they cannot be left out.': 'De wet eist {} in het vak {}. Dat kan niet weg.',
      'Take them out of without:.': 'Haal ze weg uit without:.',
      'The {=} is part of what the law demands of everybody; a condition would take it from some.':
        'Dit hoort bij wat de wet van iedereen eist: {}. Met een voorwaarde valt het voor sommigen weg.',
      'Take {}: out of this change.': 'Haal {}: uit deze wijziging.',
      'The law demands box {} ({}): it cannot be left out of a Bibob form.':
        'De wet eist het vak {} ({}). Het kan niet weg van een Bibob-formulier.',
      'Take this removal out. To ask nothing with the application, set town.bibob.profile to documents.':
        'Haal deze wijziging weg. Wilt u bij de aanvraag niets vragen? Zet dan town.bibob.profile op documents.',
    },
  },
  BIBOB_CATALOGUE: {
    title: 'Welke lijst met Bibob-vragen geladen is, en wat u daarvan mag zeggen (R9).',
    sentences: {
      'The catalogue is called verified against the form of 2024, but box {} is marked unverified.':
        'De lijst heet nagekeken bij het formulier van 2024, maar het vak {} heet niet nagekeken.',
      'Lay the official annex beside every box first, or write verified2024: false.':
        'Leg eerst de officiële bijlage naast elk vak, of schrijf verified2024: false.',
      'The profile {} asks the questions of {}, not those of the form of today.':
        'Het profiel {} stelt de vragen van {}, niet die van het formulier van nu.',
      'Fine as preparation. For real use load the annex of 2024, or write documents.':
        'Als voorbereiding is dat goed. Laad voor echt gebruik de bijlage van 2024, of schrijf documents.',
    },
  },
  BIBOB_LIGHT: {
    title: 'Een korte lijst met Bibob-vragen heeft een prijs (R10).',
    sentences: {
      'A short list asks less than the national form.': 'Een korte lijst vraagt minder dan het landelijke formulier.',
      [REST_LATER]: REST_LATER_IN_DUTCH,
      '{} boxes of the national list are left out.': '{} vakken van de landelijke lijst zijn weg.',
    },
  },
  BIBOB_BSN: {
    title: 'Het burgerservicenummer wordt gevraagd van iemand voor wie geen grond is.',
    sentences: {
      'Box {} asks the citizen service number of {=}, for whom there is no ground.':
        'Het vak {} vraagt het burgerservicenummer van {}. Daar is geen wettelijke grond voor.',
      'nobody in particular': 'niemand in het bijzonder',
      'Take it out of this box (of a party: without: [{}]), or name the ground in rules/base/ruleset.yaml under bibob.bsn.':
        'Haal het weg uit dit vak (bij een partij: without: [{}]), of noem de grond in rules/base/ruleset.yaml bij bibob.bsn.',
    },
  },
} as const satisfies CodesInDutch
