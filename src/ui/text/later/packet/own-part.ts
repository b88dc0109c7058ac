import { counted } from '../../counted.ts'

/** Texts for inviting somebody to fill in their own part, fetched with the pages of an application or with a file that is opened. */
export const OWN_PART = {
  name: 'ownPart',
  nl: {
    title: 'Iemand zijn eigen deel laten invullen',
    intro:
      'Iemand hoeft zijn geld en verleden niet aan u te vertellen. Maak een uitnodiging. De ander opent dat bestand op deze site, vult alleen het eigen deel in, en stuurt u een bestand terug. U ziet dan alleen of het klaar is.',
    invite: (name: string) => `Maak een uitnodiging voor ${name}`,
    waiting: 'Nog niet terug.',
    back: (date: string, pages: number) =>
      pages > 0
        ? `Klaar, teruggekomen op ${date}. Het deel (${counted(pages, 'bladzijde', 'bladzijden')}) gaat dicht mee als u losse bestanden maakt.`
        : `Klaar, teruggekomen op ${date}. De bladzijden levert deze persoon zelf in.`,
    notWhole: (date: string) => `Teruggekomen op ${date}, maar nog niet klaar.`,
    open: 'Open een bestand dat terugkwam',
    honest: 'De bladzijden zijn niet op slot. Wie het bestand open maakt, kan ze lezen. Doe dat niet zonder toestemming.',
    invitedTitle: (business: string) => `Uw deel voor ${business}`,
    invited: (name: string) => `U bent ${name}. U vult alleen in wat over u gaat. Wie u uitnodigde, ziet uw antwoorden niet op deze site.`,
    notYou: 'Bent u dit niet? Sluit dan deze bladzijde en verwijder het bestand.',
    questions: 'Vragen over u',
    lists: 'Lijsten over u',
    left: (count: number) => (count === 0 ? 'Alles is ingevuld.' : `Nog ${count} te beantwoorden.`),
    finish: 'Maak het bestand om terug te sturen',
    finishBare: 'Stuur alleen terug dat het klaar is',
    finishHint:
      'In het eerste bestand zitten uw bladzijden. In het tweede zit geen enkel antwoord: dan levert u uw pdf zelf in bij de gemeente.',
    keep: 'Download uw deel als pdf, voor uzelf of voor de gemeente',
    made: 'Het bestand is gemaakt.',
  },
  en: {
    title: 'Let somebody fill in their own part',
    intro:
      'Nobody has to tell you about their money and past. Make an invitation. The other opens that file on this site, fills in only their own part, and sends you a file back. You then only see whether it is complete.',
    invite: (name: string) => `Make an invitation for ${name}`,
    waiting: 'Not back yet.',
    back: (date: string, pages: number) =>
      pages > 0
        ? `Complete, came back on ${date}. The part (${counted(pages, 'page', 'pages')}) goes along closed when you make separate files.`
        : `Complete, came back on ${date}. This person hands in the pages.`,
    notWhole: (date: string) => `Came back on ${date}, but not complete yet.`,
    open: 'Open a file that came back',
    honest: 'The pages are not locked. Whoever opens the file can read them. Do not do so without permission.',
    invitedTitle: (business: string) => `Your part for ${business}`,
    invited: (name: string) =>
      `You are ${name}. You only fill in what is about you. Who invited you does not see your answers on this site.`,
    notYou: 'Is this not you? Then close this page and delete the file.',
    questions: 'Questions about you',
    lists: 'Lists about you',
    left: (count: number) => (count === 0 ? 'Everything is filled in.' : `${count} left to answer.`),
    finish: 'Make the file to send back',
    finishBare: 'Only send back that it is complete',
    finishHint:
      'The first file holds your pages. The second holds no answer at all: you then hand in your PDF to the municipality yourself.',
    keep: 'Download your part as a PDF, for yourself or for the municipality',
    made: 'The file has been made.',
  },
} as const
