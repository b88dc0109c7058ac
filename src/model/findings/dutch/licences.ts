import type { CodesInDutch } from './code-in-dutch.ts'

/** Licences: their rules, and what belongs to them. */
export const LICENCES = {
  READ_WITHOUT_VERDICT: {
    title: 'Wat bij één vergunning hoort, wordt voor een andere gelezen.',
    sentences: {
      '{=} reads {}, which belongs to the licence {}, whether or not that can be had.':
        '{} leest {}. Dat hoort bij de vergunning {}, ook als die niet mogelijk is.',
      'Add verdict("{}") = "needed" to its condition.': 'Zet verdict("{}") = "needed" in de voorwaarde.',
    },
  },
  DUTY_UNHEEDED: {
    title: 'Wat voor een vergunning geldt, zou ook bij een melding staan.',
    sentences: {
      '{=} holds for a permit and for the {} of rule {} of {} alike.':
        '{} geldt voor een vergunning, en ook voor de {} van regel {} van {}.',
      'Add duty("{}") = "permit", or say in its condition what differs.':
        'Zet duty("{}") = "permit" erbij, of zeg in de voorwaarde wat er anders is.',
    },
  },
  BLOCK_OUTSIDE_VERDICT: {
    title: 'Een controle verbiedt een vergunning, terwijl de uitkomst zegt dat die nodig is.',
    sentences: {
      'The check {} blocks {}, while its verdict may still say that it is needed.':
        'De controle {} houdt {} tegen, terwijl de uitkomst nog kan zeggen dat die nodig is.',
      'Make it a rule of {} with verdict: notAllowed (refines: true when it reads what is asked after the tree) and let this check read verdict("{}") = "notAllowed"; or write mendable: true when another person, day or paper takes it away.':
        'Maak er een regel van {} van met verdict: notAllowed (en refines: true als die leest wat na de beslisboom komt), en laat deze controle verdict("{}") = "notAllowed" lezen. Of schrijf mendable: true als een andere persoon, dag of papier het oplost.',
    },
  },
  BLOCK_WITHOUT_WAY: {
    title: 'Bij iets dat niet mag, staat geen grond of geen uitweg.',
    sentences: {
      'The block {} names no {=}.': 'Bij {} staat geen {}.',
      'way out': 'uitweg',
      ground: 'grond',
      'Add source: with the article or page, and advice: with what to do.':
        'Zet source: erbij met het artikel of de pagina, en advice: met wat iemand kan doen.',
    },
  },
  REFINES_NOTHING: {
    title: 'Een regel die de beslisboom preciezer maakt, leest niets wat daarna komt.',
    sentences: {
      'Rule {} of {} refines the tree, but reads nothing that is asked after it.':
        'Regel {} van {} maakt de beslisboom preciezer, maar leest niets wat daarna gevraagd wordt.',
      'Leave refines: out.': 'Laat refines: weg.',
      'Rule {} of {} reads {}, which no form or document asks.': 'Regel {} van {} leest {}, maar geen formulier of document vraagt dat.',
      'Switch on the box that asks it: asks: [{ box: {}, source: … }].': 'Zet het vak aan dat het vraagt: asks: [{ box: {}, source: … }].',
      'Read what is asked, or ask it in the tree.': 'Lees wat gevraagd wordt, of vraag het in de beslisboom.',
    },
  },
  FEE_ABOVE_CEILING: {
    title: 'Een tarief is hoger dan de wet toestaat.',
    sentences: {
      'The amount of {} is {} euro; the law allows {} at most.': 'Het bedrag van {} is {} euro; de wet staat hoogstens {} toe.',
      'The amount of {} is {} euro; the law allows {} at most ({}).': 'Het bedrag van {} is {} euro; de wet staat hoogstens {} toe ({}).',
      'The amount of {} is {} euro for {}; the law allows {} at most.':
        'Het bedrag van {} is {} euro bij {}; de wet staat hoogstens {} toe.',
      'The amount of {} is {} euro for {}; the law allows {} at most ({}).':
        'Het bedrag van {} is {} euro bij {}; de wet staat hoogstens {} toe ({}).',
      'Lower the amount. What is charged beside it, such as handling, is a fee line of its own with its own source.':
        'Verlaag het bedrag. Wat u ernaast vraagt, zoals behandeling, is een eigen tarief met een eigen bron.',
    },
  },
  NEGATIVE_AMOUNT: {
    title: 'Een tarief is minder dan niets.',
    sentences: {
      'The amount of {} is {} euro: less than nothing.': 'Het bedrag van {} is {} euro: minder dan niets.',
      'The amount of {} is {} euro for {}: less than nothing.': 'Het bedrag van {} is {} euro bij {}: minder dan niets.',
      'Write what is paid. What is given back is no fee; a reduction is a part of the formula that stays above nothing.':
        'Schrijf wat iemand betaalt. Wat iemand terugkrijgt, is geen tarief. Een korting staat in de formule, en blijft boven nul.',
    },
  },
} as const satisfies CodesInDutch
