import type { CodesInDutch } from './code-in-dutch.ts'

const NO_QUESTION = { 'there is no question "{}".': 'er is geen vraag "{}".' }

/** Answer files. */
export const ANSWERS = {
  ANSWER_UNKNOWN_QUESTION: {
    title: 'Het bestand beantwoordt een vraag die niet bestaat.',
    sentences: {
      ...NO_QUESTION,
      '"{}" is a question about a {}, not about a {}.': '"{}" is een vraag over een {}, niet over een {}.',
      '"{}" is computed and never asked.': '"{}" wordt berekend en nooit gevraagd.',
      'Leave it out of the file.': 'Laat het weg uit het bestand.',
    },
  },
  ANSWER_UNKNOWN_OPTION: {
    title: 'Het bestand geeft een optie die niet bestaat.',
    sentences: {
      '"{}" has no option {}.': '"{}" heeft geen optie {}.',
      'Did you mean {}? Options: {}.': 'Bedoelt u {}? Opties: {}.',
      'there is no role "{}".': 'er is geen rol "{}".',
    },
  },
  ANSWER_TYPE: {
    title: 'Het bestand geeft een ander soort antwoord dan bij de vraag hoort.',
    sentences: {
      '"{}" expects {=}, found {}.': 'bij "{}" hoort {}, er staat {}.',
      '"{}" is not after the opening at "{}".': '"{}" is niet na de opening om "{}".',
      'Write {}+1 when it is after midnight.': 'Schrijf {}+1 als het na middernacht is.',
      'a {} cannot have the role "{}".': 'een {} kan de rol "{}" niet hebben.',
      'Only a {} can.': 'Alleen een {} kan dat.',
      '"{}" may not be left empty.': '"{}" mag niet leeg blijven.',
      'Only optional questions may; answer it, or leave it open.': 'Dat mag alleen bij vrije vragen. Geef antwoord, of laat de vraag open.',
    },
  },
  ANSWER_VALUE: {
    title: 'Het bestand geeft een antwoord dat niet kan kloppen.',
    sentences: {
      '"{}" expects {=}, found {}.': 'bij "{}" hoort {}, er staat {}.',
      'a {} that can be meant': 'een waarde die kan kloppen ({})',
      'Write one from {} to {}.': 'Schrijf iets van {} tot {}.',
      'Write one of at most {}.': 'Schrijf hoogstens {}.',
      'Write one of at least {}.': 'Schrijf minstens {}.',
    },
  },
  ANSWER_UNKNOWN_ROW: {
    title: 'Het bestand wijst naar een rij die niet bestaat.',
    sentences: {
      'there is no row "{}".': 'er is geen rij "{}".',
      '"@{}" points at no person or company of this file.': '"@{}" wijst niet naar een persoon of bedrijf in dit bestand.',
    },
  },
  ANSWER_DUPLICATE_ROW: {
    title: 'Twee rijen van het bestand hebben hetzelfde id.',
    sentences: {
      'the row id "{}" is used twice.': 'het id "{}" van een rij staat er twee keer.',
      'the row id "{}" is used twice (it is the built-in row of the business).':
        'het id "{}" van een rij staat er twee keer (het is de vaste rij van de zaak).',
      'Give every row of the file an id of its own.': 'Geef elke rij van het bestand een eigen id.',
    },
  },
  ANSWER_UNKNOWN_COLLECTION: {
    title: 'Het bestand noemt een lijst die niet bestaat.',
    sentences: {
      'there is no list "{}" here.': 'er is hier geen lijst "{}".',
      'there is no list "{}".': 'er is geen lijst "{}".',
      'a row of {} has no roles.': 'een rij van {} heeft geen rollen.',
      'Only people and companies have roles.': 'Alleen mensen en bedrijven hebben rollen.',
    },
  },
} as const satisfies CodesInDutch
