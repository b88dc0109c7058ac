import type { CodesInDutch } from './code-in-dutch.ts'

/** Questions: their answers, and their words. */
export const QUESTIONS = {
  BAD_OPTION: {
    title: 'Bij dit soort vraag horen opties, of juist niet.',
    sentences: {
      'The question {} is a {} without options.': 'De vraag {} ({}) heeft geen opties.',
      'Add options:, each with an id and a label.': 'Zet options: erbij, elk met een id en een label.',
      'The question {} has options, but its type is {}.': 'De vraag {} heeft opties, maar is van het soort {}.',
      'Remove the options, or write type: choice.': 'Haal de opties weg, of schrijf type: choice.',
      'The option {} counts as {}, which is no other option of {}.': 'De optie {} telt als {}, en dat is geen andere optie van {}.',
      'Write one of: {}.': 'Schrijf een van deze: {}.',
      'The parameter {} is a choice without options.': 'De waarde {} is een keuze zonder opties.',
      'Add options: with the ids and labels that a town may choose.':
        'Zet options: erbij, met de ids en labels waaruit een gemeente kan kiezen.',
      'The parameter {} has options, but its type is {}.': 'De waarde {} heeft opties, maar is van het soort {}.',
      '{} is no option of {}.': '{} is geen optie van {}.',
    },
  },
  NO_BOUNDS: {
    title: 'Een getal of datum heeft geen kleinste en grootste waarde, of een van een ander soort.',
    sentences: {
      'The question {} has {}, but its type is {}.': 'De vraag {} heeft {}, maar is van het soort {}.',
      'Remove {}.': 'Haal {} weg.',
      'The question {} ({}) has no {}.': 'De vraag {} ({}) heeft geen {}.',
      'The question {} ({}) has no min and no max.': 'De vraag {} ({}) heeft geen min en geen max.',
      'Add min: and max: {=}, wide enough for every real business.':
        'Zet min: en max: erbij, elk met {}, ruim genoeg voor elke echte zaak.',
      'Add {}: {=}, wide enough for every real business.': 'Zet {}: erbij met {}, ruim genoeg voor elke echte zaak.',
      'a day such as 1900-01-01': 'een dag zoals 1900-01-01',
      'The {} of {} is no {=}.': 'De {} van {} is niet goed. Hier hoort: {}.',
      day: 'dag',
      digits: 'cijfers',
      'The min of {} lies above its max.': 'De min van {} is hoger dan de max.',
      'Swap them.': 'Wissel ze om.',
      'Remove {}: it is for a date.': 'Haal {} weg: dat is voor een datum.',
      'The question {} has pattern, but its type is {}.': 'De vraag {} heeft pattern, maar is van het soort {}.',
      'Remove pattern: it is for a text.': 'Haal pattern weg: dat is voor een tekst.',
      'Remove {}: it is for several ticks.': 'Haal {} weg: dat is voor een vraag met meer kruisjes.',
      'Nobody can tick as many options of {} as it asks.': 'Niemand kan zoveel antwoorden van {} aankruisen als gevraagd wordt.',
      'Lower minTicked, or raise maxTicked.': 'Maak minTicked lager, of maxTicked hoger.',
      'The question {} has a message, and nothing that refuses an answer.':
        'De vraag {} heeft een message, maar niets dat een antwoord weigert.',
      'Add pattern, min, max, minTicked or maxTicked, or remove it.':
        'Zet pattern, min, max, minTicked of maxTicked erbij, of haal het weg.',
      'The question {} has abroad, but its type is {}.': 'De vraag {} heeft abroad, maar is van het soort {}.',
      'Remove abroad: it is for a postcode or KvK number.': 'Haal abroad weg: dat is voor een postcode of KvK-nummer.',
    },
  },
  UNUSED_QUESTION: {
    title: 'Niets gebruikt het antwoord op deze vraag.',
    sentences: {
      'No box, condition, formula, document, check, fee or advice uses {}.':
        'Geen vak, voorwaarde, formule, document, controle, tarief of advies gebruikt {}.',
      'Let a box or a rule use it, or remove the question.': 'Laat een vak of een regel het antwoord gebruiken, of haal de vraag weg.',
    },
  },
  SAME_LABEL: {
    title: 'Twee vragen bij elkaar hebben dezelfde woorden.',
    sentences: {
      '{} and {} have the same words on one page: "{}" and "{}", in English "{}" and "{}".':
        '{} en {} hebben dezelfde woorden op één pagina: "{}" en "{}", in het Engels "{}" en "{}".',
      'Say in the label what it is about: who reads it alone, out loud or in a list of what is missing, does not know which is meant.':
        'Zeg in het label waar het over gaat. Wie de vraag los leest of hoort, weet anders niet welke het is.',
    },
  },
  LIKELY_DUPLICATE: {
    title: 'Twee vragen vragen misschien hetzelfde.',
    sentences: {
      '{} may ask the same as {}: "{}" and "{}".': '{} vraagt misschien hetzelfde als {}: "{}" en "{}".',
      'Merge them, or add to {}: differsFrom: [{ id: {}, why: … }].':
        'Maak er één vraag van, of zet bij {}: differsFrom: [{ id: {}, why: … }].',
    },
  },
  ASKED_TWICE: {
    title: 'Iemand kan twee vragen voor dezelfde houden.',
    sentences: {
      '{} and {} may be taken for the same: {=}.': '{} en {} lijken hetzelfde: {}.',
      'Merge them, let one follow from the other (settledBy, prefill, when), or add to {}: differsFrom: [{ id: {}, why: … }].':
        'Maak er één vraag van, laat de ene uit de andere volgen (settledBy, prefill, when), of zet bij {}: differsFrom: [{ id: {}, why: … }].',
      '"{}" and "{}"': '"{}" en "{}"',
      'the options "{}" and "{}"': 'de opties "{}" en "{}"',
      'the option "{}" and "{}"': 'de optie "{}" en "{}"',
    },
  },
  FOLLOW_UP_FIRST: {
    title: 'Een vervolgvraag staat vóór de vraag waar zij bij hoort.',
    sentences: {
      '{} depends on {}, which comes after it in topic {}: on a page the follow-up would come first.':
        '{} hangt af van {}, die eronder staat bij het onderwerp {}. Op de pagina zou de vervolgvraag eerst komen.',
      'Move {} below {}.': 'Zet {} onder {}.',
      'Step {} asks {} before {}, which it hangs on.': 'De stap {} vraagt {} vóór {}, terwijl het daarvan afhangt.',
      'Write {} before {}.': 'Schrijf {} vóór {}.',
    },
  },
  SENSITIVE_OFFER: {
    title: 'Een gevoelige vraag zou al ingevuld zijn.',
    sentences: {
      '{} is sensitive ({}), and {} would fill it in beforehand.': '{} is gevoelig ({}), en {} zou de vraag vast invullen.',
      'Take {}: out: who answers fills it in.': 'Haal {}: weg. Wie antwoordt, vult het zelf in.',
    },
  },
  MISSING_TRANSLATION: {
    title: 'Een tekst is er niet in elke taal.',
    sentences: {
      'The {=} text of {} is missing.': 'De {} tekst van {} ontbreekt.',
      'Add {}: with the text in {=}.': 'Zet {}: erbij, met de {} tekst.',
      Dutch: 'Nederlandse',
      English: 'Engelse',
    },
  },
  WORKSHOP_TEXT: {
    title: 'In een tekst staat een code van de makers, of woorden in een andere taal.',
    sentences: {
      '"{}" is {=}, in a text that applicants and clerks read.': '"{}" hoort niet in een tekst die ondernemers en medewerkers lezen ({}).',
      'The English text is in Dutch.': 'De Engelse tekst is in het Nederlands.',
      'Write the text of nl: in English after en:.': 'Schrijf achter en: in het Engels wat achter nl: staat.',
      'a note of the workshop': 'een aantekening van de makers',
      English: 'Engels',
      Dutch: 'Nederlands',
      'Write it for who reads it; move codes and notes to evidence: or source:.':
        'Schrijf het voor wie het leest. Zet codes en aantekeningen bij evidence: of source:.',
    },
  },
  WORDS_NEVER_READ: {
    title: 'Woorden voor een geval leest niemand ooit.',
    sentences: {
      'This condition never holds, so these words are never read.': 'Deze voorwaarde klopt nooit. Niemand leest dus deze woorden.',
      'Correct the condition, or remove the line.': 'Herstel de voorwaarde, of haal de regel weg.',
      'Whenever this condition holds an earlier line holds too, so these words are never read.':
        'Als deze voorwaarde klopt, klopt een regel erboven ook. Niemand leest dus deze woorden.',
      'Put the narrower condition first.': 'Zet de voorwaarde die minder vaak klopt bovenaan.',
      'One of these conditions always holds, so the words of the item itself are never read.':
        'Een van deze voorwaarden klopt altijd. Niemand leest dus de woorden die er gewoon staan.',
      'Use the words of the last line as those of the item itself, and remove that line.':
        'Zet de woorden van de laatste regel op de gewone plek, en haal die regel weg.',
    },
  },
  WORDS_WITHOUT_REST: {
    title: 'Er zijn woorden voor sommige gevallen, en niet voor de rest.',
    sentences: {
      'There are words for a case, and no {}: for all other cases.':
        'Er zijn woorden voor een geval. Voor alle andere gevallen is er geen {}:.',
      'Write a {}: beside wording:, which is read while none of these conditions holds; or a last line with when: true.':
        'Zet naast wording: ook {}:. Dat leest men als geen voorwaarde klopt. Of sluit af met een regel met when: true.',
    },
  },
} as const satisfies CodesInDutch
