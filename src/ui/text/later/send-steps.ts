import type { SendStep } from '../../../engine/assessment.ts'
import { counted } from '../counted.ts'

type Titles = Readonly<Record<SendStep['kind'], string>>

/** What one does to hand something in, each step in a few words; fetched with the page of the packet. */
export const SEND_STEPS = {
  nl: {
    intro: 'Doe het per vergunning, stap voor stap. Vink af wat u heeft gedaan: dat wordt op dit apparaat bewaard.',
    progress: (done: number, all: number) => (done === all ? 'alles gedaan' : `${done} van ${counted(all, 'stap', 'stappen')} gedaan`),
    titles: {
      finish: 'Vul eerst in wat nog open is',
      officialForm: 'Vul het officiële formulier in en teken het',
      askTown: 'Vraag de gemeente hoe zij dit wil ontvangen',
      sign: 'Zet uw handtekening',
      open: 'Open het formulier van de gemeente',
      counter: 'Maak een afspraak aan de balie',
      post: 'Stuur alles met de post',
      email: 'Stuur alles met e-mail',
      after: 'Vraag eerst iets anders aan',
      login: 'Log daar in',
      choose: 'Kies de activiteit',
      copy: 'Neem uw antwoorden over',
      upload: 'Voeg deze bestanden toe',
      hand: 'Lever deze papieren in',
      send: 'Controleer en verzend',
      envelope: 'Doe dit apart, in een gesloten envelop',
      note: 'Let hierop',
      receipt: 'Bewaar het bewijs van ontvangst',
    } satisfies Titles,
    onDisk: (file: string) => `uw bestand: ${file}`,
    card: {
      bar: 'Overgenomen antwoorden',
      place: (now: number, all: number) => `Antwoord ${now} van ${all}.`,
      next: 'Overgenomen, volgende',
      previous: 'Vorige',
      skip: 'Sla over',
      list: (count: number) => `Alle antwoorden als lijst (${count})`,
    },
  },
  en: {
    intro: 'Go licence by licence, step by step. Tick what you have done: that is kept on this device.',
    progress: (done: number, all: number) => (done === all ? 'all done' : `${done} of ${counted(all, 'step', 'steps')} done`),
    titles: {
      finish: 'First fill in what is still open',
      officialForm: 'Fill in and sign the official form',
      askTown: 'Ask the municipality how it wants to receive this',
      sign: 'Sign',
      open: 'Open the form of the municipality',
      counter: 'Make an appointment at the counter',
      post: 'Send everything by post',
      email: 'Send everything by e-mail',
      after: 'Apply for something else first',
      login: 'Log in',
      choose: 'Choose the activity',
      copy: 'Copy your answers',
      upload: 'Add these files',
      hand: 'Hand in these papers',
      send: 'Check and send',
      envelope: 'Put this apart, in a closed envelope',
      note: 'Note this',
      receipt: 'Keep the proof of receipt',
    } satisfies Titles,
    onDisk: (file: string) => `your file: ${file}`,
    card: {
      bar: 'Answers copied',
      place: (now: number, all: number) => `Answer ${now} of ${all}.`,
      next: 'Done, next',
      previous: 'Previous',
      skip: 'Skip',
      list: (count: number) => `All answers as a list (${count})`,
    },
  },
}
