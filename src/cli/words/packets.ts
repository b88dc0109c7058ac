import { noteKind } from '../../model/packet-file/note-kind.ts'
import type { Unread } from '../../model/packet-file/read-packet.ts'
import { messageOf } from '../../model/util/message-of.ts'

/** What the commands that make or take in a packet say, in the language of `--lang`. */
export const PACKET_WORDS = {
  nl: {
    unwritable: (path: string, error: unknown) => `${path}: hier kan niets worden geschreven (${messageOf(error)}). Kies een andere map.`,
    unread: {
      notPdf: 'Dit is geen pdf. Kies het pakket dat is gedownload; de naam eindigt op .pdf.',
      locked: 'Deze pdf zit op slot met een wachtwoord. Open hem, sla hem op zonder wachtwoord en probeer het opnieuw.',
      damaged: 'Deze pdf is beschadigd of afgebroken. Download of kopieer het pakket opnieuw; er kan een deel missen.',
      foreign:
        'In deze pdf zitten geen antwoorden van ons. Kies een pakket dat met dit programma is gemaakt, geen andere pdf en geen afdruk ervan.',
      stripped:
        'Deze pdf heeft bladzijden van een pakket, maar de antwoorden erin zijn weggevallen bij het afdrukken, samenvoegen of opslaan met een ander programma. Kies het pakket zoals het is gedownload.',
      badAnswers:
        'De antwoorden in deze pdf zijn beschadigd. Gebruik een andere kopie van het pakket, of het bestand met antwoorden dat is bewaard.',
    } satisfies Readonly<Record<Unread, string>>,
    referenceOf: (reference: string) => ` Kenmerk van het pakket: ${reference}.`,
    note: 'let op',
    warning: 'waarschuwing',
    unfilled: (title: string) =>
      `de pdf van de gemeente voor "${title}" kon met deze antwoorden niet worden ingevuld. Onze eigen opmaak met dezelfde vakken en antwoorden staat ervoor in de plaats. Vraag de gemeente of dat mag, en bekijk de pdf met \`horeca1 fields\`.`,
    changes: {
      overdrawn: (pages: readonly number[]) =>
        `${pagesInDutch(pages)}: overtekend of veranderd nadat het pakket was gemaakt; de antwoorden zijn die van het maken.`,
      annotated: (pages: readonly number[]) =>
        `${pagesInDutch(pages)}: met notities, tekens of velden van iemand; wat die zeggen staat niet in de antwoorden.`,
      foreign: (pages: readonly number[]) => `${pagesInDutch(pages)}: uit een ander bestand, er later in gezet.`,
      missing: (count: number) => `${count} van de bladzijden van het pakket ${count === 1 ? 'zit' : 'zitten'} niet in dit bestand.`,
    },
    verify: {
      summary: (reference: string | null, pages: number, hash: string) =>
        `kenmerk ${reference ?? 'onbekend'}, ${pages} bladzijden; controlegetal van de antwoorden ${hash} (op de ondertekeningsbladen: ${hash.slice(0, 16)})`,
      sameRules: (id: string, version: string) => `regels: dezelfde als hier (${id} ${version})`,
      otherRules: (id: string | undefined, version: string | undefined) =>
        `regels: gemaakt met andere (${id ?? 'onbekend'} ${version ?? ''}); alleen daardoor al kunnen bladzijden verschillen`,
      allSame: 'elke bladzijde zegt wat de antwoorden erin zeggen',
      sayOther: (pages: readonly number[]) => `bladzijden die iets anders zeggen dan de antwoorden erin: ${pages.join(', ')}`,
      signing: (sheet: string, page: number | null, name: string) =>
        `ondertekeningsblad ${sheet}: ${page === null ? 'niet in dit bestand' : `bladzijde ${page}`}, ${name}`,
      saved: (signatures: number, updates: number, others: readonly string[]) =>
        `digitale handtekeningen: ${signatures}; wijzigingen die na het maken zijn opgeslagen: ${updates}; bestanden die anderen erin zetten: ${others.join(', ') || 'geen'}`,
      programs: (count: number) => `opdrachten die iets uitvoeren: ${count}; open dit bestand niet in een programma dat ze uitvoert`,
      added: (page: number, kind: string, text: string) =>
        `bladzijde ${page}: ${noteKind(kind, 'nl')} erop gezet${text === '' ? '' : `, met de tekst: ${text}`}`,
      attachment: (name: string, hash: string) => `bijlage ${name}: ${hash}`,
    },
    open: (count: number, questions: readonly string[]) =>
      `${count} vakken staan nog open: ${questions.join(', ')}. Beantwoord deze vragen, of laat --strict weg.`,
    noTypeface: (characters: readonly string[]) =>
      `geen lettertype heeft ${characters.join(', ')}. Het pakket drukt deze nummers van tekens af; de antwoorden erin hebben de tekens zelf.`,
    part: (name: string, pages: number, about: string) =>
      `${name}: ${counted(pages, 'bladzijde', 'bladzijden')}${about ? `, alleen over ${about}` : ''}`,
    made: (name: string, { pages, forms, boxes, open, attachments, reference }: Made) =>
      `${name}: ${[counted(pages, 'bladzijde', 'bladzijden'), counted(forms, 'formulier', 'formulieren'), counted(boxes, 'vak', 'vakken'), `${open} nog open`, `${counted(attachments, 'bijlage', 'bijlagen')} erin`, `kenmerk ${reference}`].join(', ')}`,
    proof: (name: string, pages: number, reference: string) =>
      `${name}: ${counted(pages, 'bladzijde', 'bladzijden')}, een bewijs en geen aanvraag, kenmerk ${reference}`,
    html: (name: string, bytes: number, reference: string) => `${name}: ${bytes} bytes, kenmerk ${reference}`,
    shortPassword: (letters: number) => `een wachtwoord van minstens ${letters} tekens is nodig, op de eerste regel.`,
    unopened: 'deze pdf gaat niet open: hij is beschadigd, of zit al op slot.',
    locked:
      'gaat alleen open met het wachtwoord (AES-256). Deze kopie is geen PDF/A: een archief kan haar niet bewaren. Lever het pakket zelf in waar de gemeente het veilig kan ontvangen, en stuur het wachtwoord langs een andere weg.',
  },
  en: {
    unwritable: (path: string, error: unknown) => `${path}: cannot be written here (${messageOf(error)}). Choose another folder.`,
    unread: {
      notPdf: 'This is not a PDF. Choose the packet that was downloaded; its name ends in .pdf.',
      locked: 'This PDF is locked with a password. Open it, save it without password, and try again.',
      damaged: 'This PDF is damaged or cut off. Download or copy the packet again; part of it may be missing.',
      foreign: 'This PDF holds no answers of ours. Choose a packet made with this program, not another PDF or a print of it.',
      stripped:
        'This PDF has pages of a packet, but the answers inside were dropped when it was printed, merged or saved by another program. Choose the packet as it was downloaded.',
      badAnswers: 'The answers inside this PDF are damaged. Use another copy of the packet, or the answers file that was saved.',
    } satisfies Readonly<Record<Unread, string>>,
    referenceOf: (reference: string) => ` Reference of the packet: ${reference}.`,
    note: 'note',
    warning: 'warning',
    unfilled: (title: string) =>
      `the PDF of the town for "${title}" could not be filled in with these answers. Our own layout with the same boxes and answers stands in its place. Ask the town whether it takes that, and look at the PDF with \`horeca1 fields\`.`,
    changes: {
      overdrawn: (pages: readonly number[]) =>
        `${pagesInEnglish(pages)}: drawn over or changed after the packet was made; the answers are those of the making.`,
      annotated: (pages: readonly number[]) =>
        `${pagesInEnglish(pages)}: with notes, marks or fields of somebody; what they say is not in the answers.`,
      foreign: (pages: readonly number[]) => `${pagesInEnglish(pages)}: of another file, put in later.`,
      missing: (count: number) => `${count} of the pages of the packet ${count === 1 ? 'is' : 'are'} not in this file.`,
    },
    verify: {
      summary: (reference: string | null, pages: number, hash: string) =>
        `reference ${reference ?? 'unknown'}, ${pages} pages; checksum of the answers ${hash} (on the signing pages: ${hash.slice(0, 16)})`,
      sameRules: (id: string, version: string) => `rules: the same as here (${id} ${version})`,
      otherRules: (id: string | undefined, version: string | undefined) =>
        `rules: made under others (${id ?? 'unknown'} ${version ?? ''}); pages may differ for that reason alone`,
      allSame: 'every page says what the answers inside say',
      sayOther: (pages: readonly number[]) => `pages that say other than the answers inside: ${pages.join(', ')}`,
      signing: (sheet: string, page: number | null, name: string) => `signing page ${sheet}: page ${page ?? 'not in this file'}, ${name}`,
      saved: (signatures: number, updates: number, others: readonly string[]) =>
        `digital signatures: ${signatures}; changes saved after the packet was made: ${updates}; files put in by others: ${others.join(', ') || 'none'}`,
      programs: (count: number) => `actions that run something: ${count}; do not open this file in a program that runs them`,
      added: (page: number, kind: string, text: string) =>
        `page ${page}: ${noteKind(kind, 'en')} put on it${text === '' ? '' : `, which says: ${text}`}`,
      attachment: (name: string, hash: string) => `attachment ${name}: ${hash}`,
    },
    open: (count: number, questions: readonly string[]) =>
      `${count} boxes are still open: ${questions.join(', ')}. Answer these questions, or leave out --strict.`,
    noTypeface: (characters: readonly string[]) =>
      `no typeface has ${characters.join(', ')}. The packet prints these code points; the answers inside it hold the characters.`,
    part: (name: string, pages: number, about: string) =>
      `${name}: ${counted(pages, 'page', 'pages')}${about ? `, about ${about} alone` : ''}`,
    made: (name: string, { pages, forms, boxes, open, attachments, reference }: Made) =>
      `${name}: ${[counted(pages, 'page', 'pages'), counted(forms, 'form', 'forms'), counted(boxes, 'box', 'boxes'), `${open} still open`, `${counted(attachments, 'attachment', 'attachments')} inside`, `reference ${reference}`].join(', ')}`,
    proof: (name: string, pages: number, reference: string) =>
      `${name}: ${counted(pages, 'page', 'pages')}, a proof and no application, reference ${reference}`,
    html: (name: string, bytes: number, reference: string) => `${name}: ${bytes} bytes, reference ${reference}`,
    shortPassword: (letters: number) => `a password of at least ${letters} characters is needed, as its first line.`,
    unopened: 'this PDF cannot be opened: it is damaged, or locked already.',
    locked:
      'opens with the password only (AES-256). This copy is no PDF/A: an archive cannot keep it. Hand in the packet itself where the town can receive it safely, and send the password another way.',
  },
} as const

export type PacketWords = (typeof PACKET_WORDS)['nl' | 'en']

/** What a packet that was made holds, in numbers. */
interface Made {
  readonly pages: number
  readonly forms: number
  readonly boxes: number
  readonly open: number
  readonly attachments: number
  readonly reference: string
}

const counted = (count: number, singular: string, plural: string): string => `${count} ${count === 1 ? singular : plural}`
const pagesInDutch = (numbers: readonly number[]): string => `bladzijde${numbers.length === 1 ? '' : 'n'} ${numbers.join(', ')}`
const pagesInEnglish = (numbers: readonly number[]): string => `page${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`
