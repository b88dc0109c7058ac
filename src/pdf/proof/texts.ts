/** Texts of the proof of an outcome, besides those shared with a packet. */
export const PROOF = {
  nl: {
    title: 'Bewijs van de uitkomst',
    foot: 'Bewijs, geen aanvraag',
    isNot:
      'Dit is geen aanvraag. U vraagt hiermee niets aan, en de gemeente heeft dit niet gezien. Hier staat wat u antwoordde, wat daaruit volgt, en op welke regels dat rust. De gemeente beslist.',
    made: 'Gemaakt op',
    filing: 'Aanvragen op',
    start: 'Beginnen op',
    rules: 'Regels',
    version: (id: string, version: string) => `${id}, versie ${version}`,
    ruleAndSource: 'Regel en bron',
    noSource: 'geen bron bekend',
    notRead: 'niet gelezen in de bron',
    notKnown: 'niet bekend',
    attention: 'Waar u op moet letten',
    answers: 'Wat u antwoordde',
    answersNote: 'Dit zijn de antwoorden waarop de uitkomst rust.',
    others: (count: number) =>
      count === 1
        ? 'Nog 1 antwoord staat niet in dit bewijs: de uitkomst rust er niet op.'
        : `Nog ${count} antwoorden staan niet in dit bewijs: de uitkomst rust er niet op.`,
    question: 'Vraag',
    answer: 'Antwoord',
    values: 'Waarmee is gerekend',
    valuesNote: 'Dit heeft de gemeente of de wet bepaald. Het geldt op de dagen die bovenaan staan.',
    check: 'Zo controleert iemand dit',
    checkNote:
      'Dezelfde antwoorden onder dezelfde regels geven dezelfde uitkomst en hetzelfde controlegetal, ook in een pakket. Bewaar daarom uw antwoorden bij dit bewijs: het gegevensbestand op de pagina met de uitkomst.',
    rulesHash: 'Controlegetal van de regels',
  },
  en: {
    title: 'Proof of the outcome',
    foot: 'Proof, no application',
    isNot:
      'This is no application. You apply for nothing with it, and the municipality has not seen it. It says what you answered, what follows from that, and on which rules that rests. The municipality decides.',
    made: 'Made on',
    filing: 'Applying on',
    start: 'Starting on',
    rules: 'Rules',
    version: (id: string, version: string) => `${id}, version ${version}`,
    ruleAndSource: 'Rule and source',
    noSource: 'no source known',
    notRead: 'not read in its source',
    notKnown: 'not known',
    attention: 'What to look at',
    answers: 'What you answered',
    answersNote: 'These are the answers that the outcome rests on.',
    others: (count: number) =>
      count === 1
        ? '1 more answer is not in this proof: the outcome does not rest on it.'
        : `${count} more answers are not in this proof: the outcome does not rest on them.`,
    question: 'Question',
    answer: 'Answer',
    values: 'What was reckoned with',
    valuesNote: 'The municipality or the law has set this. It holds on the days at the top.',
    check: 'How somebody checks this',
    checkNote:
      'The same answers under the same rules give the same outcome and the same checksum, in a packet as well. So keep your answers with this proof: the data file on the page with the outcome.',
    rulesHash: 'Checksum of the rules',
  },
}
