import { counted } from '../counted.ts'

/** Texts of the page that finds questions and words, fetched with it. */
export const SEARCH = {
  name: 'search',
  nl: {
    link: 'Zoek een vraag of een woord',
    title: 'Zoeken',
    label: 'Wat zoekt u?',
    hint: 'Bijvoorbeeld: huur, terras of Bibob.',
    found: (count: number) => (count === 0 ? 'Niets gevonden. Probeer een ander woord.' : `${counted(count, 'resultaat', 'resultaten')}.`),
    more: (count: number) => `En nog ${counted(count, 'resultaat', 'resultaten')}. Typ er een woord bij.`,
    questions: 'Vragen',
    lists: 'Lijsten',
    words: 'Woorden',
    open: 'nog open',
  },
  en: {
    link: 'Find a question or a word',
    title: 'Find',
    label: 'What are you looking for?',
    hint: 'For instance: rent, terrace or Bibob.',
    found: (count: number) => (count === 0 ? 'Nothing found. Try another word.' : `${counted(count, 'result', 'results')}.`),
    more: (count: number) => `And ${counted(count, 'more result', 'more results')}. Add a word.`,
    questions: 'Questions',
    lists: 'Lists',
    words: 'Words',
    open: 'still open',
  },
}
