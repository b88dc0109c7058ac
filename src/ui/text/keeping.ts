import { counted } from './counted.ts'

/** What the site says about keeping answers: other tabs, a full device, what went wrong and the way on. */
export const KEEPING = {
  nl: {
    tryAgain: 'Probeer opnieuw',
    andMore: (count: number) => `en nog ${count}`,
    alsoOpen: 'Ook open in een ander tabblad. Wat u daar invult, komt hier ook.',
    replaced: (count: number) => `In een ander tabblad veranderd: ${counted(count, 'antwoord', 'antwoorden')}`,
    was: (before: string, now: string) => `was ${before}, is nu ${now}`,
    nothing: 'niet ingevuld',
    seen: 'Gezien',
    removedTitle: 'Deze aanvraag is verwijderd',
    removed: 'U heeft deze aanvraag in een ander tabblad verwijderd. Hier wordt niets meer bewaard.',
    removedHint: 'Was dat niet de bedoeling? Bewaar dan nu uw antwoorden als bestand. Dat bestand kunt u op de beginpagina weer openen.',
    toStart: 'Naar het begin',
    otherRules: 'Deze aanvraag is in een ander tabblad geopend met nieuwere regels. Laad deze pagina opnieuw. Uw antwoorden zijn bewaard.',
    reload: 'Pagina opnieuw laden',
    notSaved: 'Uw laatste antwoorden zijn niet bewaard op dit apparaat',
    notSavedHint:
      'Misschien is het apparaat vol. U kunt gewoon verder invullen, maar sluit deze pagina niet. Bewaar uw antwoorden als bestand, of maak ruimte en probeer het opnieuw.',
    removeFailed: 'Verwijderen lukt niet. De aanvraag staat er nog. Probeer het opnieuw.',
    undoFailed: 'Deze aanvraag is al helemaal verwijderd.',
  },
  en: {
    tryAgain: 'Try again',
    andMore: (count: number) => `and ${count} more`,
    alsoOpen: 'Also open in another tab. What you fill in there appears here too.',
    replaced: (count: number) => `Changed in another tab: ${counted(count, 'answer', 'answers')}`,
    was: (before: string, now: string) => `was ${before}, is now ${now}`,
    nothing: 'not filled in',
    seen: 'Seen',
    removedTitle: 'This application was removed',
    removed: 'You removed this application in another tab. Nothing is saved here any more.',
    removedHint: 'Was that a mistake? Save your answers as a file now. You can open that file again on the start page.',
    toStart: 'To the start',
    otherRules: 'This application was opened in another tab with newer rules. Load this page again. Your answers are saved.',
    reload: 'Load the page again',
    notSaved: 'Your last answers are not saved on this device',
    notSavedHint:
      'The device may be full. You can go on filling in, but do not close this page. Save your answers as a file, or make room and try again.',
    removeFailed: 'Removing did not work. The application is still there. Try again.',
    undoFailed: 'This application has been removed completely already.',
  },
}
