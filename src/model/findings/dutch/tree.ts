import type { CodesInDutch } from './code-in-dutch.ts'

const MEND_CONDITION = { 'Mend its condition, or take it out.': 'Herstel de voorwaarde, of haal het weg.' }

/** The decision tree, and the examples that are tests. */
export const TREE = {
  TREE_DEAD_END: {
    title: 'Een weg door de beslisboom eindigt niet zoals het hoort.',
    sentences: {
      '{=} cannot be decided on a path, for instance after: {}.': '{} is op een weg niet te beslissen, bijvoorbeeld na: {}.',
      'Let its condition read only what is known there on every path.': 'Laat de voorwaarde alleen lezen wat daar op elke weg bekend is.',
    },
  },
  TREE_UNREACHABLE: {
    title: 'Een stap of uitgang komt nooit aan de beurt.',
    sentences: { '{=} can never be reached.': '{} komt nooit aan de beurt.', ...MEND_CONDITION },
  },
  TREE_DEAD_CONDITION: {
    title: 'Een voorwaarde geldt altijd of nooit.',
    sentences: {
      'This line of {} is never reached: one above it always holds.':
        'Deze regel van {} komt nooit aan de beurt: een regel erboven geldt altijd.',
      'Give the line above a condition, put it last, or take this one out.':
        'Geef de regel erboven een voorwaarde, zet die achteraan, of haal deze regel weg.',
      'The condition of {=} holds on every path.': 'De voorwaarde van {} geldt op elke weg.',
      'Leave the condition out, or mend it.': 'Laat de voorwaarde weg, of herstel die.',
      'Rule {} of {} never holds.': 'Regel {} van {} geldt nooit.',
      'Rule {} of {} never decides: an earlier rule always holds first.':
        'Regel {} van {} beslist nooit: een eerdere regel geldt altijd al.',
      'Put it earlier: after: with the id of the rule it comes after; after: null is first.':
        'Zet hem eerder, met after: en de id van de regel waar hij achter komt. Helemaal vooraan is after: null.',
      'Rule {} of {} holds on every path.': 'Regel {} van {} geldt op elke weg.',
      ...MEND_CONDITION,
    },
  },
  TREE_TOO_LONG: {
    title: 'Een weg heeft meer stappen dan mag.',
    sentences: {
      'A path asks {} steps; {} are allowed. For instance: {}.': 'Een weg heeft {} stappen; er mogen er {} zijn. Bijvoorbeeld: {}.',
      'Take a step out, or give one a condition.': 'Haal een stap weg, of geef er een een voorwaarde.',
    },
  },
  TREE_NO_VERDICT: {
    title: 'Een weg eindigt zonder uitkomst voor een vergunning.',
    sentences: {
      'The tree ends without a verdict on {}: it still needs {=}. For instance after: {}.':
        'De beslisboom eindigt zonder uitkomst voor {}. Nog nodig: {}. Bijvoorbeeld na: {}.',
      'No rule of {} decides on a path, so nobody is told why it is not needed. For instance after: {}.':
        'Op een weg beslist geen enkele regel van {}. Dan leest niemand waarom het niet nodig is. Bijvoorbeeld na: {}.',
      'Keep a last rule that holds in all other cases, with its reason.':
        'Houd een laatste regel over die in alle andere gevallen geldt, met de reden.',
      'more than is asked': 'meer dan er gevraagd wordt',
      'Write refines: true at rule {}: it reads what is asked after the tree. Or ask that in the tree on every path.':
        'Schrijf refines: true bij regel {}: die leest wat pas na de beslisboom gevraagd wordt. Of vraag dat op elke weg in de beslisboom.',
      'Ask it in the tree on every path, or put a rule that decides without it first.':
        'Vraag het op elke weg in de beslisboom, of zet eerst een regel die zonder dit beslist.',
    },
  },
  TREE_NOT_ENOUGH: {
    title: 'De eerste vragen zijn niet genoeg om een uitkomst vast te stellen.',
    sentences: {
      'Once the tree asks nothing more for the verdict on {}, another answer could still make its rule {} hold.':
        'De beslisboom vraagt niets meer voor de uitkomst van {}. Toch kan een ander antwoord daarna de regel {} nog waar maken.',
      'Let the rule read the answers of the tree first, and what is asked later behind them.':
        'Laat de regel eerst de antwoorden van de beslisboom lezen, en pas daarna wat later wordt gevraagd.',
    },
  },
  TREE_READS_LATER: {
    title: 'Een stap leest iets wat later pas gevraagd wordt.',
    sentences: {
      'The condition reads {}, which step {} or an earlier one has not asked yet.':
        'De voorwaarde leest {}, maar bij stap {} is dat nog niet gevraagd.',
      'Ask {} earlier, or use a fact that is known there.': 'Vraag {} eerder, of gebruik iets dat daar bekend is.',
    },
  },
  EXAMPLE_FAILS: {
    title: 'Een voorbeeld heeft een andere uitkomst dan verwacht.',
    sentences: {
      'expected {}, found {}.': 'verwacht was {}, de uitkomst is {}.',
      'the outcome for {} is still open.': 'de uitkomst voor {} is nog open.',
      'Mend the rule if the example is right, else the example.':
        'Klopt het voorbeeld? Herstel dan de regel. Herstel anders het voorbeeld.',
      '{=} Which rule it was: npm run --silent horeca1 -- explain --answers {} {}':
        '{} Welke regel het was: npm run --silent horeca1 -- explain --answers {} {}',
      'The example lacks an answer to {}. Add it under answers:.': 'In het voorbeeld ontbreekt het antwoord op {}. Zet het onder answers:.',
    },
  },
  EXAMPLE_SURPLUS: {
    title: 'Een volledig voorbeeld geeft een antwoord dat niemand vraagt.',
    sentences: {
      'nothing of this case rests on the answer to {}.': 'niets in deze aanvraag hangt af van het antwoord op {}.',
      'Take it out: no page asks it, so nobody can enter this example. Or mend the rule that should need it.':
        'Haal het weg: geen pagina vraagt het, dus niemand kan dit voorbeeld invoeren. Of herstel de regel die het nodig heeft.',
    },
  },
} as const satisfies CodesInDutch
