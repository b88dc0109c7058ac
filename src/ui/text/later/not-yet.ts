import { counted } from '../counted.ts'

/** Texts of "I do not know this yet" and of the lists for those who do, fetched with the pages of a draft. */
export const NOT_YET = {
  name: 'notYet',
  nl: {
    button: 'Weet ik nog niet',
    on: 'Dit staat op uw lijst. U kunt verder zonder antwoord.',
    whom: 'Wie weet dit?',
    undo: 'Haal van mijn lijst',
    task: 'Nog te vragen',
    taskFor: (name: string, count: number) => `${name}: ${counted(count, 'vraag', 'vragen')}`,
    came: 'er kwamen antwoorden terug',
    title: 'Nog te vragen',
    intro:
      'Dit weet u nog niet. Per persoon staat hier wat u vraagt. Op de lijst en in het bestand staan alleen de vragen, nooit uw antwoorden.',
    none: 'Er staat niets op uw lijst. Kies bij een vraag "Weet ik nog niet", dan komt zij hier te staan.',
    mail: 'Mail deze vragen',
    share: 'Deel deze vragen',
    print: 'Druk deze lijst af',
    file: 'Maak een bestand om in te vullen',
    fileHint: 'De ander opent het bestand op deze site, vult de antwoorden in en stuurt u een bestand terug.',
    notInFile: (count: number) =>
      `${counted(count, 'vraag past', 'vragen passen')} niet in een bestand. Die ${count === 1 ? 'staat' : 'staan'} wel in de mail en op de lijst.`,
    shareFailed: 'Delen is niet gelukt. Gebruik de mail of het bestand.',
    open: 'Open een bestand dat terugkwam',
    fill: 'Nu invullen',
    subject: (business: string) => (business ? `Vragen voor de vergunningen van ${business}` : 'Vragen voor mijn vergunningen'),
    greeting: (business: string) =>
      `Goedendag,\n\nIk vraag vergunningen aan${business ? ` voor ${business}` : ' voor mijn zaak'}. Dit weet ik zelf niet. Wilt u het mij laten weten?`,
    more: (count: number) => `En nog ${counted(count, 'vraag', 'vragen')}: die geef ik u op papier of in een bestand.`,
    thanks: 'Alvast bedankt.',
    back: {
      title: (name: string) => `Antwoorden van: ${name}`,
      on: (date: string) => `Teruggekomen op ${date}. Kijk ze na. Ze tellen pas mee als u ze overneemt.`,
      question: 'Vraag',
      answer: 'Antwoord',
      now: 'U vulde in',
      nothing: 'nog niets',
      refused: (count: number) =>
        count === 1
          ? '1 antwoord past niet bij de vraag. Dat nemen wij niet over.'
          : `${count} antwoorden passen niet bij de vraag. Die nemen wij niet over.`,
      empty: 'In het bestand staat geen antwoord dat u kunt gebruiken.',
      take: (count: number) => `Neem ${counted(count, 'antwoord', 'antwoorden')} over`,
      leave: 'Niet overnemen',
      taken: (count: number) => `${counted(count, 'antwoord', 'antwoorden')} overgenomen.`,
    },
    asked: {
      title: (business: string) => `Vragen over ${business || 'een horecazaak'}`,
      intro: (name: string) =>
        `Iemand vraagt vergunningen aan en wil dit graag van u weten (${name}). Vul in wat u weet; de rest mag leeg blijven.`,
      where: 'Uw antwoorden blijven op dit apparaat, tot u het bestand zelf terugstuurt.',
      make: 'Maak het bestand om terug te sturen',
      made: 'Het bestand is gemaakt. Stuur het terug, bijvoorbeeld met de mail.',
      nothing: 'U heeft nog niets ingevuld.',
      gone: 'Deze vragen staan niet meer op deze site.',
    },
  },
  en: {
    button: 'I do not know yet',
    on: 'This is on your list. You can go on without an answer.',
    whom: 'Who knows this?',
    undo: 'Take off my list',
    task: 'Still to ask',
    taskFor: (name: string, count: number) => `${name}: ${counted(count, 'question', 'questions')}`,
    came: 'answers came back',
    title: 'Still to ask',
    intro:
      'You do not know this yet. Here stands per person what you ask. The list and the file hold only the questions, never your answers.',
    none: 'There is nothing on your list. Choose "I do not know yet" at a question, and it comes here.',
    mail: 'Mail these questions',
    share: 'Share these questions',
    print: 'Print this list',
    file: 'Make a file to fill in',
    fileHint: 'The other opens the file on this site, fills in the answers and sends you a file back.',
    notInFile: (count: number) =>
      `${counted(count, 'question does', 'questions do')} not fit in a file. ${count === 1 ? 'It stands' : 'They stand'} in the mail and on the list.`,
    shareFailed: 'Sharing did not work. Use the mail or the file.',
    open: 'Open a file that came back',
    fill: 'Fill in now',
    subject: (business: string) => (business ? `Questions for the licences of ${business}` : 'Questions for my licences'),
    greeting: (business: string) =>
      `Hello,\n\nI am applying for licences${business ? ` for ${business}` : ' for my business'}. I do not know this myself. Would you let me know?`,
    more: (count: number) => `And ${counted(count, 'more question', 'more questions')}: I will give them to you on paper or in a file.`,
    thanks: 'Thank you in advance.',
    back: {
      title: (name: string) => `Answers of: ${name}`,
      on: (date: string) => `Came back on ${date}. Look them over. They only count once you take them over.`,
      question: 'Question',
      answer: 'Answer',
      now: 'You filled in',
      nothing: 'nothing yet',
      refused: (count: number) =>
        count === 1
          ? '1 answer does not fit its question. We do not take it over.'
          : `${count} answers do not fit their questions. We do not take them over.`,
      empty: 'The file holds no answer that you can use.',
      take: (count: number) => `Take over ${counted(count, 'answer', 'answers')}`,
      leave: 'Do not take over',
      taken: (count: number) => `${counted(count, 'answer', 'answers')} taken over.`,
    },
    asked: {
      title: (business: string) => `Questions about ${business || 'a hospitality business'}`,
      intro: (name: string) =>
        `Somebody is applying for licences and would like to know this from you (${name}). Fill in what you know; the rest may stay empty.`,
      where: 'Your answers stay on this device, until you send the file back yourself.',
      make: 'Make the file to send back',
      made: 'The file is made. Send it back, for instance by mail.',
      nothing: 'You have not filled in anything yet.',
      gone: 'These questions are no longer on this site.',
    },
  },
}
