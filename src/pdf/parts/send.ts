import type { PacketContent, SendSheet, SendStep } from '../../engine/assessment.ts'
import { formatDate } from '../../engine/forms/format.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../texts.ts'
import { marksOf } from './marks.ts'
import { rangesOf } from './refused.ts'

/** Per licence, the numbered steps for the channel of this town, and what happens next. */
export function layOutSendSheets(flow: Flow, content: PacketContent, words: Words): void {
  const { sheets, lang } = content
  const marks = marksOf(content)
  flow.beginHere(words.send)
  flow.heading(1, words.send)
  if (sheets.length === 0) flow.paragraph(words.nothingToSend)
  for (const sheet of sheets) {
    flow.heading(2, sheet.name)
    flow.paragraph(`${words.addressee}: ${[sheet.authority, sheet.department].filter(Boolean).join(', ')}`, { after: 2 })
    flow.paragraph(wordFor(words.channel, sheet.channel), { weight: 'bold', after: 2 })
    if (sheet.unverified) flow.paragraph(`${words.notChecked}${sheet.source ? ` (${sheet.source})` : ''}`, { size: 9, after: 2 })
    flow.list(
      sheet.steps.map((step) => stepInWords(step, lang, marks, words)),
      { numbered: true, size: 9 },
    )
    if (sheet.validity !== null) flow.paragraph(words.validity(sheet.validity), { after: 2 })
    for (const line of nextInWords(sheet, lang, words)) flow.paragraph(line, { after: 2 })
  }
}

function stepInWords(step: SendStep, lang: PacketContent['lang'], marks: ReadonlyMap<string, string>, words: Words): string {
  const { steps } = words
  switch (step.kind) {
    case 'finish':
      return steps.finish(step.open)
    case 'officialForm':
      return steps.officialForm(step.name, step.signers)
    case 'askTown':
      return [steps.askTown, contactLine(step.contact)].filter(Boolean).join(' ')
    case 'sign':
      return `${steps.sign} ${step.forms.join('; ')}`
    case 'open':
    case 'counter':
    case 'post':
    case 'email':
      return step.address === null
        ? [steps.noAddress, contactLine(step.contact)].filter(Boolean).join(' ')
        : `${steps[step.kind]} ${step.address}`
    case 'login':
      return [wordFor(words.login, step.login), step.level === null ? '' : steps.level(step.level), step.mandate ? steps.mandate : '']
        .filter(Boolean)
        .join(' ')
    case 'choose':
      return steps.choose(step.name)
    case 'send':
      return [steps.send, step.latest === null ? '' : steps.latest(formatDate(step.latest, lang))].filter(Boolean).join(' ')
    case 'copy':
      return `${steps.copy} ${step.forms.join('; ')}`
    case 'upload':
    case 'hand': {
      // what each of them is, is said once, in the list of attachments
      const own = step.documents.flatMap(({ key }) => marks.get(key) ?? [])
      const names = [...step.forms, ...(own.length > 0 ? [words.goesWith(rangesOf(own, words.upTo))] : [])]
      const limits = [
        step.maxMegabytes === null ? '' : steps.maxMegabytes(step.maxMegabytes),
        step.maxTotalMegabytes === null ? '' : steps.maxTotalMegabytes(step.maxTotalMegabytes),
        step.maxFiles === null ? '' : steps.maxFiles(step.maxFiles),
        step.fileKinds.length === 0 ? '' : steps.fileKinds(step.fileKinds.join(', ')),
      ].filter(Boolean)
      return [`${steps[step.kind]} ${names.join('; ')}.`, ...limits].join(' ')
    }
    case 'envelope':
      return `${words.envelope}${step.forms.length > 0 ? ` ${step.forms.join('; ')}` : ''}`
    case 'note':
      return step.text
    case 'after':
      return steps.after(step.names)
    case 'receipt':
      return words.receipt
    default:
      return step satisfies never
  }
}

/** Whom to ask, the town's statement on privacy, and its page footer; empty: nothing is known. */
export function officeText({ office }: PacketContent, words: Words): string {
  const who = contactLine(office?.contact ?? null)
  return [who === '' ? '' : words.questions(who), ...(office?.privacy ?? []), office?.footer ?? ''].filter(Boolean).join(' ')
}
export const OFFICE_SIZE = 9

const contactLine = (contact: Readonly<Record<string, string>> | null): string =>
  ['name', 'phone', 'email', 'visit', 'post', 'web'].flatMap((key) => contact?.[key] ?? []).join(', ')

function nextInWords({ next }: SendSheet, lang: PacketContent['lang'], words: Words): string[] {
  if (next.length === 0) return [words.nextUnknown]
  const lines = next.map(({ kind, until, extended, unverified }) =>
    [
      words.next[kind](formatDate(until, lang)),
      extended === null ? '' : words.next.extended(formatDate(extended, lang)),
      unverified ? `(${words.check})` : '',
    ]
      .filter(Boolean)
      .join(' '),
  )
  // two terms may end on the same day
  return [...new Set(lines)]
}

/** A channel or login without a text here is shown under its name in the rules. */
const wordFor = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name
