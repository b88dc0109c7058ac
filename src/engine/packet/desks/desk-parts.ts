import { answersText, writeAnswers } from '../../../model/answers/write-answers.ts'
import type { FormCoverage, PacketContent } from '../../assessment.ts'
import type { Case } from '../../context.ts'
import { countBoxes } from '../../forms/tally.ts'
import { packetContent, signersOf } from '../packet-content.ts'
import { answersOfPart } from './split-answers.ts'

/** What one department receives through one channel. */
export interface DeskPart {
  /** Neutral and readable, for file names: `1-drank-en-horeca-email`. */
  readonly suffix: string
  readonly department: string
  /** How it arrives: `email`, `counter`, `webform` … */
  readonly channel: string
  readonly content: PacketContent
  /** The answers printed in its own boxes, as an answer file. */
  readonly answersJson: string
}

/** The second half of a packet, split at the borders of its parts: one part per department and channel. Each holds its own forms, the answers they print, its
 * own attachments and signing pages; nothing meant for the applicant alone, and no embedded answers. */
export function deskParts(application: Case, reference: string): DeskPart[] {
  const whole = packetContent(application, reference, '')
  const groups = new Map<string, { department: string; channel: string; forms: FormCoverage[] }>()
  for (const form of whole.forms) {
    const sheet = whole.sheets.find(({ licence }) => form.licences.includes(licence))
    const department = sheet?.department ?? form.addressee
    const channel = sheet?.channel ?? 'unknown'
    const key = `${form.confidential} ${department} ${channel}`
    const group = groups.get(key) ?? { department, channel, forms: [] }
    group.forms.push(form)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ department, channel, forms }, index) => {
    const own = (licences: readonly string[]): boolean => licences.some((id) => forms.some((form) => form.licences.includes(id)))
    const answers = answersOfPart(application, { kind: 'desk', row: null, forms })
    const documents = whole.assessment.documents.filter((item) => own(item.licences))
    const ids = new Set(documents.map(({ id }) => id))
    const attachments = new Map([...answers.attachments].filter(([key]) => ids.has(key.split('@')[0] ?? key)))
    const answersJson = answersText(writeAnswers({ ...answers, attachments }, application.variant.id))
    return {
      suffix: `${index + 1}-${plain(department)}-${channel}`,
      department,
      channel,
      answersJson,
      content: {
        ...whole,
        part: 'desk',
        companions: [],
        forms,
        sheets: whole.sheets.filter(({ licence }) => own([licence])),
        signers: signersOf(application, forms),
        unverified: [],
        attention: [],
        assessment: {
          ...whole.assessment,
          counts: { ...whole.assessment.counts, ...countBoxes(forms) },
          checks: [],
          documents,
        },
        answersJson: '',
        signs: answersJson,
      },
    }
  })
}

/** Letters and digits only, so that no file name has a special meaning anywhere. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
