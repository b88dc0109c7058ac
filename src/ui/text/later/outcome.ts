import { counted } from '../counted.ts'

/** Texts of the outcome page and of the stages, fetched with the pages of a draft: the first visit does without them. */
export const OUTCOME = {
  nl: {
    facts: 'In het kort',
    exact: (count: number) =>
      count === 1
        ? 'Nog 1 antwoord maakt dit precies: kosten, tijden en waarschuwingen.'
        : `Nog ${count} antwoorden maken dit precies: kosten, tijden en waarschuwingen.`,
    exactWhy: 'Welke vergunningen u nodig heeft, verandert daardoor niet.',
    toExact: 'Maak het precies',
    mayStop: (count: number) =>
      count === 1
        ? 'Beantwoord eerst 1 vraag die uw plan kan tegenhouden'
        : `Beantwoord eerst ${count} vragen die uw plan kunnen tegenhouden`,
    mayStopFirst: (title: string) =>
      `Er zijn nog vragen die uw plan kunnen tegenhouden. Beantwoord die voordat u verder invult. De eerste: ${title}`,
    toMayStop: 'Naar deze vragen',
    sharpen: (left: number) =>
      left === 1 ? 'Laatste pagina die de uitkomst precies maakt' : `Nog ${left} pagina’s die de uitkomst precies maken`,
    toOutcome: 'Terug naar de uitkomst',
    cost: 'Kosten',
    opening: 'Open kunt u',
    between: (first: string, last: string) => `tussen ${first} en ${last}`,
    from: (first: string) => `op zijn vroegst op ${first}`,
    atOnce: 'zonder te wachten op een besluit',
    openingUnknown: 'nog niet bekend',
    wished: (date: string) => `U wilt open op ${date}.`,
    wishedInTime: 'Dat kan, ook als alles zo lang duurt als het mag.',
    wishedMaybe: 'Dat lukt alleen als niemand meer tijd nodig heeft.',
    wishedTooLate: 'Dat lukt niet: het duurt langer.',
    held: 'Eerst oplossen',
    heldPoints: (count: number) => `${counted(count, 'punt', 'punten')}: zie hieronder`,
    notNeeded: (names: string) => `Niet nodig: ${names}`,
    warnings: (count: number) => (count === 0 ? 'geen waarschuwingen' : counted(count, 'waarschuwing', 'waarschuwingen')),
    timeLine: {
      title: 'Van nu tot de dag dat u open kunt',
      intro: (date: string) => `Dit geldt als u alles compleet inlevert op ${date}.`,
      asTable: 'Dezelfde datums als tabel',
      what: 'Wat',
      until: 'Uiterlijk',
      extended: 'Als de gemeente meer tijd neemt',
      delayed: 'Als het stilstaat of er onderzoek komt',
      notThere: 'niet',
      wished: 'uw wens',
      legend: {
        term: 'gewone termijn',
        extended: 'als de gemeente meer tijd neemt',
        delayed: 'als de termijn stilstaat, zoals bij Bibob',
        deadline: 'uiterste dag om in te leveren',
      },
      says: { decision: 'besluit', notice: 'u mag beginnen', deadline: 'inleveren' },
      calendar: 'Zet deze datums in mijn agenda (.ics)',
      calendarHint: 'U krijgt een bestand. Open het met de agenda op uw telefoon of computer.',
    },
    calendar: {
      name: 'Vergunningen horeca',
      decision: (name: string) => `Uiterlijk besluit: ${name}`,
      notice: (name: string) => `Vanaf vandaag mag het: ${name}`,
      deadline: (name: string) => `Laatste dag om in te leveren: ${name}`,
      extended: (name: string) => `Uiterlijk besluit als de gemeente meer tijd nam: ${name}`,
      delayed: (name: string) => `Uiterlijk besluit als de termijn stilstond: ${name}`,
      wished: 'De dag dat u open wilt',
      note: 'Geschat op de site, voor het geval dat u die dag alles compleet inlevert. De gemeente beslist.',
    },
  },
  en: {
    facts: 'In short',
    exact: (count: number) =>
      count === 1
        ? '1 more answer makes this exact: costs, times and warnings.'
        : `${count} more answers make this exact: costs, times and warnings.`,
    exactWhy: 'They do not change which licences you need.',
    toExact: 'Make it exact',
    mayStop: (count: number) =>
      count === 1 ? 'First answer 1 question that may stop your plan' : `First answer ${count} questions that may stop your plan`,
    mayStopFirst: (title: string) =>
      `There still are questions that may stop your plan. Answer them before you fill in more. The first: ${title}`,
    toMayStop: 'To these questions',
    sharpen: (left: number) => (left === 1 ? 'Last page that makes the outcome exact' : `${left} more pages that make the outcome exact`),
    toOutcome: 'Back to the outcome',
    cost: 'Costs',
    opening: 'You can open',
    between: (first: string, last: string) => `between ${first} and ${last}`,
    from: (first: string) => `on ${first} at the earliest`,
    atOnce: 'without waiting for a decision',
    openingUnknown: 'not known yet',
    wished: (date: string) => `You want to open on ${date}.`,
    wishedInTime: 'That is possible, even if everything takes as long as it may.',
    wishedMaybe: 'That works only if nobody needs more time.',
    wishedTooLate: 'That will not work: it takes longer.',
    held: 'Solve first',
    heldPoints: (count: number) => `${counted(count, 'point', 'points')}: see below`,
    notNeeded: (names: string) => `Not needed: ${names}`,
    warnings: (count: number) => (count === 0 ? 'no warnings' : counted(count, 'warning', 'warnings')),
    timeLine: {
      title: 'From now until the day you can open',
      intro: (date: string) => `This holds if you hand in everything complete on ${date}.`,
      asTable: 'The same dates as a table',
      what: 'What',
      until: 'At the latest',
      extended: 'If the municipality takes more time',
      delayed: 'If the clock stops or there is an investigation',
      notThere: 'none',
      wished: 'your wish',
      legend: {
        term: 'ordinary term',
        extended: 'if the municipality takes more time',
        delayed: 'if the term stands still, as with Bibob',
        deadline: 'last day to hand in',
      },
      says: { decision: 'decision', notice: 'you may start', deadline: 'hand in' },
      calendar: 'Put these dates in my calendar (.ics)',
      calendarHint: 'You get a file. Open it with the calendar on your phone or computer.',
    },
    calendar: {
      name: 'Hospitality licences',
      decision: (name: string) => `Decision at the latest: ${name}`,
      notice: (name: string) => `Allowed from today: ${name}`,
      deadline: (name: string) => `Last day to hand in: ${name}`,
      extended: (name: string) => `Decision at the latest if the municipality took more time: ${name}`,
      delayed: (name: string) => `Decision at the latest if the term stood still: ${name}`,
      wished: 'The day you want to open',
      note: 'Estimated on the site, for the case that you hand in everything complete on that day. The municipality decides.',
    },
  },
}
