import { counted } from '../counted.ts'

/** Texts of the four stages and of what is left, fetched with the pages of a draft. */
export const STAGES = {
  name: 'stages',
  nl: {
    title: 'Stappen van uw aanvraag',
    ahead: {
      title: 'Zo gaat het',
      know: 'Negen vragen, soms een paar meer. Dan weet u wat u nodig heeft, wat het kost en hoe lang het duurt.',
      fill: 'U vult elk gegeven één keer in, in uw eigen volgorde. Stoppen en later verdergaan kan altijd.',
      attach: 'U voegt de papieren toe die de gemeente wil zien. Wat weken duurt, staat vooraan.',
      handIn: 'U krijgt één pdf, en per vergunning de stappen om hem in te leveren.',
    },
    names: { know: 'Weten', fill: 'Invullen', attach: 'Bijlagen', handIn: 'Inleveren' },
    of: (now: number, all: number) => `Stap ${now} van ${all}:`,
    done: 'klaar',
    answered: 'Al beantwoord',
    answeredCount: (count: number) => counted(count, 'vraag', 'vragen'),
    rowsBring: 'Elke persoon, ruimte of machine die u toevoegt, brengt eigen vragen mee.',
    left: 'Tijd die u nog nodig heeft',
    minutes: (from: number, to: number) =>
      to === 0
        ? 'minder dan 1 minuut'
        : from === to
          ? `ongeveer ${counted(to, 'minuut', 'minuten')}`
          : `${from} tot ${counted(to, 'minuut', 'minuten')}`,
    short: (from: number, to: number) => (to === 0 ? '< 1 min' : from === to ? `± ${to} min` : `${from}–${to} min`),
    untilKnown: (time: string) => `Nog ${time}, dan weet u wat u nodig heeft`,
    untilDone: (time: string) => `Invullen: nog ${time}`,
  },
  en: {
    title: 'Stages of your application',
    ahead: {
      title: 'How it goes',
      know: 'Nine questions, sometimes a few more. Then you know what you need, what it costs and how long it takes.',
      fill: 'You fill in each fact once, in the order you like. You can stop and go on later at any time.',
      attach: 'You add the papers that the municipality wants to see. What takes weeks comes first.',
      handIn: 'You get one PDF, and per licence the steps to hand it in.',
    },
    names: { know: 'Find out', fill: 'Fill in', attach: 'Attach', handIn: 'Hand in' },
    of: (now: number, all: number) => `Stage ${now} of ${all}:`,
    done: 'done',
    answered: 'Answered already',
    answeredCount: (count: number) => counted(count, 'question', 'questions'),
    rowsBring: 'Each person, room or machine that you add brings questions of its own.',
    left: 'Time you still need',
    minutes: (from: number, to: number) =>
      to === 0
        ? 'less than 1 minute'
        : from === to
          ? `about ${counted(to, 'minute', 'minutes')}`
          : `${from} to ${counted(to, 'minute', 'minutes')}`,
    short: (from: number, to: number) => (to === 0 ? '< 1 min' : from === to ? `± ${to} min` : `${from}–${to} min`),
    untilKnown: (time: string) => `${time} until you know what you need`,
    untilDone: (time: string) => `Filling in: ${time} left`,
  },
}
