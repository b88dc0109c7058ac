/** Shown above every page of a municipality's trial, fetched with those pages. */
export const TRIAL = {
  name: 'trial',
  nl: {
    title: 'Dit is een proef',
    what: 'U ziet uw eigen regels, zoals ze nog niet op de site staan. Vraag hier niets mee aan. Er wordt niets bewaard.',
    back: 'Terug naar uw bestanden',
  },
  en: {
    title: 'This is a trial',
    what: 'You see your own rules, which are not on the site yet. Apply for nothing with it. Nothing is kept.',
    back: 'Back to your files',
  },
}
