/** Texts of pages of a draft, fetched with them: the first visit does not need them. */
export const SOURCES = {
  name: 'sources',
  nl: {
    title: 'Bronnen en open punten',
    rules: (town: string, id: string, version: string) => `${town}, regels ${id} ${version}`,
    intro: (count: number) =>
      count === 1
        ? '1 gegeven in deze regels is nog niet zeker. Vraag het na voordat u erop vertrouwt.'
        : `${count} gegevens in deze regels zijn nog niet zeker. Vraag ze na voordat u erop vertrouwt.`,
    legend:
      'Niet gecontroleerd: niemand heeft het bij de bron gelezen. Niet bekend: de gemeente heeft het nog niet gegeven. Eerder jaar: er is nog geen nieuw bedrag.',
    what: 'Wat',
    value: 'Waarde, en waarom open',
    states: { unverified: 'niet gecontroleerd', unknown: 'niet bekend', stale: 'van een eerder jaar' },
    source: 'Bron, en voor wie vastgelegd',
    base: 'heel Nederland',
    parts: {
      parameters: 'Keuzes van de gemeente',
      fees: 'Kosten',
      hours: 'Openingstijden',
      channels: 'Manieren van inleveren',
      contact: 'Contactgegevens',
      licences: 'Vergunningen en meldingen',
      checks: 'Waarschuwingen',
      documents: 'Bijlagen',
      advice: 'Adviezen',
      questions: 'Vragen',
      tree: 'Alle vragen en waar ze toe leiden',
      seasons: 'Seizoenen',
      forms: 'Formulieren',
    },
    points: (count: number) => (count === 1 ? '1 open punt' : `${count} open punten`),
    none: 'Alle waarden zijn gecontroleerd.',
    noSource: 'geen bron',
    noValue: 'geen',
  },
  en: {
    title: 'Sources and open points',
    rules: (town: string, id: string, version: string) => `${town}, rules ${id} ${version}`,
    intro: (count: number) =>
      count === 1
        ? '1 value in these rules is not certain yet. Ask before you rely on it.'
        : `${count} values in these rules are not certain yet. Ask before you rely on them.`,
    legend:
      'Not checked: nobody has read it at its source. Not known: the municipality has not given it yet. Earlier year: there is no new amount yet.',
    what: 'What',
    value: 'Value, and why it is open',
    states: { unverified: 'not checked', unknown: 'not known', stale: 'of an earlier year' },
    source: 'Source, and for whom it is set',
    base: 'all of the Netherlands',
    parts: {
      parameters: 'Choices of the municipality',
      fees: 'Costs',
      hours: 'Opening hours',
      channels: 'Ways to hand in',
      contact: 'Contact',
      licences: 'Licences and notifications',
      checks: 'Warnings',
      documents: 'Attachments',
      advice: 'Advice',
      questions: 'Questions',
      tree: 'The decision tree',
      seasons: 'Seasons',
      forms: 'Forms',
    },
    points: (count: number) => (count === 1 ? '1 open point' : `${count} open points`),
    none: 'All values have been checked.',
    noSource: 'no source',
    noValue: 'none',
  },
}
