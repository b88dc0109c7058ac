import type { CodesInDutch } from './code-in-dutch.ts'

/** Languages that are added by files. */
export const LANGUAGES = {
  UNTRANSLATED: {
    title: 'Voor teksten staan er geen woorden in een taal die is toegevoegd.',
    sentences: {
      '{} of {} {=} have no words in {}; they read in English.': 'voor {} van {} {} zijn er geen woorden in {}; daar staat Engels.',
      'texts of the pages': 'teksten van de pagina’s',
      'texts of the rules': 'teksten van de regels',
      'horeca1 language {} lists them, ready to be filled in.': 'horeca1 language {} zet ze op een rij, klaar om in te vullen.',
    },
  },
  UNKNOWN_TEXT: {
    title: 'Een taal die is toegevoegd, heeft woorden voor wat niemand leest.',
    sentences: {
      'The pages have no text {}.': 'de pagina’s hebben geen tekst {}.',
      'Remove it, or look for its name with horeca1 language.': 'Haal het weg, of zoek de naam op met horeca1 language.',
      'The program itself puts {} together.': 'het programma zet {} zelf in elkaar.',
      'Remove it: it stays English.': 'Haal het weg: dit blijft Engels.',
      'No text of the rules reads so any more.': 'geen tekst van de regels luidt nog zo.',
      'No text of the rules has these English words beside the Dutch ones.':
        'geen tekst van de regels heeft deze Engelse woorden naast de Nederlandse.',
      'Remove it, or write the current words.': 'Haal het weg, of schrijf de woorden die er nu staan.',
    },
  },
  TEXT_PLACEHOLDER: {
    title: 'Woorden in een andere taal laten weg wat in de tekst wordt gezet, of noemen wat er niet is.',
    sentences: {
      '{} does not say {{}}.': '{} noemt {{}} niet.',
      'This text does not say {}.': 'deze tekst noemt {} niet.',
      'Put it into the text, with its braces.': 'Zet het in de tekst, met de accolades.',
      'Nothing is put into {} as {{}}.': 'er is niets dat in {} als {{}} wordt gezet.',
      'There are: {{}}.': 'Wat er wel is: {{}}.',
      'The Dutch text has no {}.': 'de Nederlandse tekst heeft geen {}.',
      'Leave it out of the text.': 'Laat het weg uit de tekst.',
    },
  },
} as const satisfies CodesInDutch
