import { wordsIn } from '../../../../model/lang.ts'
import { noteKind } from '../../../../model/packet-file/note-kind.ts'
import type { Verified } from '../../../../model/packet-file/verified.ts'
import { counted } from '../../counted.ts'

/** Texts of the page that checks a packet and of the other files that can be made of one, fetched with them. */
export const COPIES = {
  name: 'copies',
  nl: {
    notInLanguage:
      'Wat voor u is in deze pdf, is in het Engels: dezelfde pdf als van de Engelse pagina’s. De formulieren voor de gemeente zijn in het Nederlands.',
    englishLines: 'Formulieren met Engels onder elk vak',
    englishLinesHint:
      'Formulieren zijn in het Nederlands, want de gemeente leest Nederlands. Zo leest u in het Engels mee wat u tekent. Wat alleen voor u is, blijft in het Engels.',
    title: 'Een pdf controleren',
    lead: 'Voor wie aanvragen ontvangt. Kies een pdf die met deze site is gemaakt. U ziet of de bladzijden nog zeggen wat de aanvrager invulde.',
    stays: 'Alles gebeurt in deze browser. De pdf verlaat uw apparaat niet.',
    choose: 'Kies een pdf',
    drop: 'U kunt de pdf ook hierheen slepen.',
    checking: 'De pdf wordt gecontroleerd',
    bad: 'Deze pdf kan niet worden gecontroleerd',
    badAnswers: (what: string) =>
      `De antwoorden in deze pdf passen niet bij de regels op deze site. Bij de aanvrager kan dat anders zijn. ${what}`,
    sound: 'De bladzijden zeggen wat de antwoorden zeggen. Er is niets veranderd of toegevoegd.',
    notSound: 'Deze pdf is veranderd nadat hij is gemaakt',
    otherRules: 'Deze pdf is gemaakt met andere regels dan nu op deze site staan. Alleen daarom kunnen bladzijden al verschillen.',
    says: 'Wat er anders is',
    other: (pages: readonly number[]) => `Op ${pagesOf(pages)} staat iets anders dan de antwoorden in de pdf zeggen.`,
    note: (page: number, kind: string, text: string) =>
      `Op bladzijde ${page} zette iemand een ${noteKind(kind, 'nl')}${text ? `: "${text}"` : '.'}`,
    foreign: (pages: readonly number[]) => `Van een ander bestand: ${pagesOf(pages)}.`,
    missing: (count: number) => (count === 1 ? 'Er ontbreekt 1 bladzijde.' : `Er ontbreken ${count} bladzijden.`),
    otherFiles: (names: readonly string[]) => `In de pdf zitten bestanden die er niet bij hoorden: ${names.join(', ')}.`,
    programs: 'In de pdf zit een opdracht die iets start of verstuurt. Open hem niet in een programma dat zulke opdrachten uitvoert.',
    facts: 'Gegevens',
    fact: 'Gegeven',
    value: 'Waarde',
    reference: 'Kenmerk',
    unknown: 'niet bekend',
    town: 'Gemeente',
    pages: 'Bladzijden bij het maken',
    rules: 'Regels',
    sameRules: 'dezelfde als op deze site',
    notSameRules: 'andere dan op deze site',
    signatures: 'Digitale handtekeningen',
    updates: 'Keren dat een programma er iets achter bewaarde',
    answersHash: 'Controlegetal van de antwoorden',
    onSheets: (start: string) => `Op de ondertekeningsbladen staat het begin: ${start}`,
    fileHash: 'Controlegetal van het bestand',
    sheets: 'Ondertekeningsbladen',
    sheet: 'Blad',
    who: 'Voor',
    page: 'Bladzijde',
    notThere: 'niet in dit bestand',
    attachments: 'Bijlagen',
    file: 'Bestand',
    hash: 'Controlegetal',
    desks: 'Eén bestand per afdeling',
    desksHint:
      'U krijgt een zip. Daarin zit voor elke afdeling een pdf met haar eigen formulieren, de antwoorden die daarop staan, een tabel en de bijlagen. In een lijst staan alle controlegetallen.',
    desksMake: 'Maak de bestanden per afdeling',
    desksBusy: 'De bestanden worden gemaakt',
    desksMade: (count: number) => `De zip is klaar: ${counted(count, 'bestand', 'bestanden')}.`,
    failed: 'Dat is niet gelukt. Probeer het nog eens.',
    reading: 'Leeskopie',
    readingHint:
      'De woorden van de pdf als één webpagina, zonder script. Elke browser opent deze kopie, en voorleesprogramma’s lezen hem voor.',
    readingMake: 'Maak de leeskopie',
    readingBusy: 'De leeskopie wordt gemaakt',
    readingMade: 'De leeskopie is gemaakt.',
    lock: 'Kopie met wachtwoord',
    lockHint:
      'Deze kopie gaat alleen open met het wachtwoord (AES-256). Een archief kan zo een kopie niet bewaren: het is geen PDF/A. Lever de pdf zelf in waar dat veilig kan. Geef het wachtwoord langs een andere weg door.',
    lockFirst: 'Maak eerst de pdf.',
    password: 'Wachtwoord',
    passwordHint: (least: number) =>
      `Minstens ${counted(least, 'teken', 'tekens')}. Wij bewaren het niet: wie het kwijt is, krijgt de kopie niet open.`,
    tooShort: (least: number) => `Kies een wachtwoord van minstens ${counted(least, 'teken', 'tekens')}.`,
    show: 'Laat het wachtwoord zien',
    lockMake: 'Maak de kopie',
    lockBusy: 'De kopie wordt gemaakt',
    lockMade: 'De kopie is gemaakt.',
    unfilled: 'Een formulier van de gemeente kon niet worden ingevuld',
    unfilledInstead: 'In de pdf staan dezelfde vragen en antwoorden op onze eigen bladzijden. Vraag de gemeente of die ook goed zijn.',
  },
  en: {
    notInLanguage:
      'What is for you in this PDF is in English: the same PDF as from the English pages. The forms for the municipality are in Dutch.',
    englishLines: 'Forms with English beneath each box',
    englishLinesHint:
      'Forms are in Dutch, as the municipality reads Dutch. This way you read along in English and know what you sign. What is only for you stays in English.',
    title: 'Check a PDF',
    lead: 'For those who take in applications. Choose a PDF made with this site. You see whether its pages still say what the applicant filled in.',
    stays: 'Everything happens in this browser. The PDF does not leave your device.',
    choose: 'Choose a PDF',
    drop: 'You may drop the PDF here as well.',
    checking: 'The PDF is being checked',
    bad: 'This PDF cannot be checked',
    badAnswers: (what: string) =>
      `The answers in this PDF do not fit the rules on this site. They may differ from those of the applicant. ${what}`,
    sound: 'The pages say what the answers say. Nothing was changed or added.',
    notSound: 'This PDF was changed after it was made',
    otherRules: 'This PDF was made with other rules than those on this site now. Pages may differ for that reason alone.',
    says: 'What is different',
    other: (pages: readonly number[]) => `Other than the answers in the PDF say: ${pagesOf(pages, 'en')}.`,
    note: (page: number, kind: string, text: string) =>
      `On page ${page} somebody put a ${noteKind(kind, 'en')}${text ? `: "${text}"` : '.'}`,
    foreign: (pages: readonly number[]) => `Of another file: ${pagesOf(pages, 'en')}.`,
    missing: (count: number) => (count === 1 ? '1 page is not there.' : `${count} pages are not there.`),
    otherFiles: (names: readonly string[]) => `The PDF holds files that did not belong to it: ${names.join(', ')}.`,
    programs: 'The PDF holds an action that starts or sends something. Do not open it in a program that runs such actions.',
    facts: 'Details',
    fact: 'Detail',
    value: 'Value',
    reference: 'Reference',
    unknown: 'not known',
    town: 'Municipality',
    pages: 'Pages when it was made',
    rules: 'Rules',
    sameRules: 'the same as on this site',
    notSameRules: 'others than on this site',
    signatures: 'Digital signatures',
    updates: 'Times that a program saved something behind it',
    answersHash: 'Checksum of the answers',
    onSheets: (start: string) => `The signing pages have its beginning: ${start}`,
    fileHash: 'Checksum of the file',
    sheets: 'Signing pages',
    sheet: 'Sheet',
    who: 'For',
    page: 'Page',
    notThere: 'not in this file',
    attachments: 'Attachments',
    file: 'File',
    hash: 'Checksum',
    desks: 'One file per department',
    desksHint:
      'You get a zip. For each department it has a PDF with its own forms, the answers that stand on them, a table and the attachments. A list has all checksums.',
    desksMake: 'Make the files per department',
    desksBusy: 'The files are being made',
    desksMade: (count: number) => `The zip is ready: ${counted(count, 'file', 'files')}.`,
    failed: 'That did not work. Try again.',
    reading: 'Reading copy',
    readingHint: 'The words of the PDF as one web page, without script. Any browser opens it, and screen readers read it aloud.',
    readingMake: 'Make the reading copy',
    readingBusy: 'The reading copy is being made',
    readingMade: 'The reading copy was made.',
    lock: 'Copy with a password',
    lockHint:
      'This copy opens with the password only (AES-256). An archive cannot keep such a copy: it is no PDF/A. Hand in the PDF itself where that is safe. Send the password another way.',
    lockFirst: 'Make the PDF first.',
    password: 'Password',
    passwordHint: (least: number) =>
      `At least ${counted(least, 'character', 'characters')}. We do not keep it: whoever loses it cannot open the copy.`,
    tooShort: (least: number) => `Choose a password of at least ${counted(least, 'character', 'characters')}.`,
    show: 'Show the password',
    lockMake: 'Make the copy',
    lockBusy: 'The copy is being made',
    lockMade: 'The copy was made.',
    unfilled: 'A form of the municipality could not be filled in',
    unfilledInstead: 'The PDF has the same questions and answers on pages of our own. Ask the municipality whether those will do as well.',
  },
}

const pagesOf = (pages: readonly number[], lang: 'nl' | 'en' = 'nl'): string =>
  `${{ nl: ['bladzijde', 'bladzijden'], en: ['page', 'pages'] }[lang][pages.length === 1 ? 0 : 1]} ${pages.join(', ')}`

/** What was changed in a packet, a sentence each; empty: nothing. */
export function differences(lang: 'nl' | 'en', found: Verified): string[] {
  const words = wordsIn(COPIES, lang)
  const { pagesThatSayOther, notes, since, otherFiles, programs } = found
  return [
    ...(pagesThatSayOther.length > 0 ? [words.other(pagesThatSayOther)] : []),
    ...notes.map(({ page, kind, text }) => words.note(page, kind, text)),
    ...(since.foreign.length > 0 ? [words.foreign(since.foreign)] : []),
    ...(since.missing > 0 ? [words.missing(since.missing)] : []),
    ...(otherFiles.length > 0 ? [words.otherFiles(otherFiles)] : []),
    ...(programs > 0 ? [words.programs] : []),
  ]
}
