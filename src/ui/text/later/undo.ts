import { counted } from '../counted.ts'

/** A question ends with its own mark. */
const asked = (label: string): string => (label.endsWith('?') ? label : `${label}:`)

/** What the pages say before an answer is changed that more depends on, and of what was done last. */
export const UNDO = {
  nl: {
    before: {
      title: 'Deze verandering heeft gevolgen',
      said: 'Deze verandering heeft gevolgen. Kies onder de vraag of u het doet.',
      intro: (before: string, now: string) => `U maakt van “${before}” nu “${now}”. Er is nog niets veranderd.`,
      empty: 'niet ingevuld',
      goes: 'Dit vervalt',
      comes: 'Dit komt erbij',
      turns: 'Dit verandert',
      cost: 'Kosten',
      opening: 'Open op zijn vroegst',
      licence: (name: string, is: string) => `${name}: ${is}`,
      turned: (name: string, before: string, after: string) => `${name}: nu ${before}, dan ${after}`,
      parked: (count: number) =>
        `${counted(count, 'eerder antwoord telt', 'eerdere antwoorden tellen')} niet meer mee. Wij bewaren ze wel.`,
      fromTo: (before: string, after: string) => `nu ${before}, dan ${after}`,
      same: (value: string) => `blijft ${value}`,
      questions: (count: number) => counted(count, 'vraag', 'vragen'),
      documents: (count: number) => counted(count, 'bijlage', 'bijlagen'),
      doIt: 'Ja, verander het',
      keep: 'Nee, laat het zoals het was',
    },
    last: {
      title: 'Uw laatste antwoord',
      undo: 'Ongedaan maken',
      redo: 'Toch doen',
      answered: (label: string, value: string) => `${asked(label)} ${value}`,
      changed: (label: string, before: string, now: string) => `${asked(label)} ${now} (was ${before})`,
      cleared: (label: string, before: string) => `${asked(label)} leeggemaakt (was ${before})`,
      several: (count: number, first: string) => `${counted(count, 'antwoord', 'antwoorden')}, te beginnen met ${first}`,
      added: (what: string) => `Toegevoegd: ${what}`,
      removed: (what: string) => `Verwijderd: ${what}`,
      complete: (list: string) => `${list}: dit zijn ze allemaal`,
      reopened: (list: string) => `${list}: er komen er nog bij`,
      attached: (document: string, state: string) => `${document}: ${state}`,
      undone: (what: string) => `Ongedaan gemaakt: ${what}`,
    },
  },
  en: {
    before: {
      title: 'This change has consequences',
      said: 'This change has consequences. Choose below the question whether you make it.',
      intro: (before: string, now: string) => `You turn “${before}” into “${now}”. Nothing has changed yet.`,
      empty: 'not filled in',
      goes: 'This goes',
      comes: 'This comes',
      turns: 'This changes',
      cost: 'Costs',
      opening: 'Open at the earliest',
      licence: (name: string, is: string) => `${name}: ${is}`,
      turned: (name: string, before: string, after: string) => `${name}: now ${before}, then ${after}`,
      parked: (count: number) =>
        `${counted(count, 'earlier answer no longer counts', 'earlier answers no longer count')}. We do keep them.`,
      fromTo: (before: string, after: string) => `now ${before}, then ${after}`,
      same: (value: string) => `stays ${value}`,
      questions: (count: number) => counted(count, 'question', 'questions'),
      documents: (count: number) => counted(count, 'attachment', 'attachments'),
      doIt: 'Yes, change it',
      keep: 'No, keep it as it was',
    },
    last: {
      title: 'Your last answer',
      undo: 'Undo',
      redo: 'Do it after all',
      answered: (label: string, value: string) => `${asked(label)} ${value}`,
      changed: (label: string, before: string, now: string) => `${asked(label)} ${now} (was ${before})`,
      cleared: (label: string, before: string) => `${asked(label)} emptied (was ${before})`,
      several: (count: number, first: string) => `${counted(count, 'answer', 'answers')}, beginning with ${first}`,
      added: (what: string) => `Added: ${what}`,
      removed: (what: string) => `Removed: ${what}`,
      complete: (list: string) => `${list}: these are all of them`,
      reopened: (list: string) => `${list}: more are to come`,
      attached: (document: string, state: string) => `${document}: ${state}`,
      undone: (what: string) => `Undone: ${what}`,
    },
  },
} as const
