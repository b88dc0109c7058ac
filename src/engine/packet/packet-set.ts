import { answersText, writeAnswers } from '../../model/answers/write-answers.ts'
import type { BoxCoverage, FormCoverage } from '../assessment.ts'
import type { Case } from '../context.ts'
import { partyName } from '../forms/format.ts'
import { countBoxes } from '../forms/tally.ts'
import { answersOfPart } from './desks/split-answers.ts'
import { packetContent, signersOf } from './packet-content.ts'
import { ownerOfBox, ownerOfRow } from './packet-owner.ts'
import { peopleConcerned } from './personal-part.ts'
import { onlyDocuments } from './send-sheets.ts'
import type { Part, SetPart } from './set-part.ts'
import { withBoxes } from './with-boxes.ts'

/** The packet as separate files: the application, one confidential part per person concerned, one on the business, and the signing pages.
 *
 * What goes where: about a person, the application holds only what boxes of forms that are not confidential print (name, birth and address of a manager, say),
 * never an answer of their Bibob part. A part holds its own person's answers, and about others only the name that this person gave (a fiscal partner, a
 * lender). Answers are embedded in a file only when one of its boxes prints them. */
export function packetSet(application: Case, reference: string, fileNames: ReadonlyMap<string, readonly string[]> = new Map()): SetPart[] {
  const whole = packetContent(application, reference, '')
  const open = whole.forms.filter((form) => !form.confidential)
  const closed = whole.forms.filter((form) => form.confidential)
  const owner = (form: FormCoverage, section: string, row: string | null, box: BoxCoverage): string | null =>
    ownerOfBox(application, form.id, section, row, box)
  const people = peopleConcerned(application)
  const onlyClosed = (licences: readonly string[]): boolean =>
    licences.length > 0 && licences.every((id) => closed.some((form) => form.licences.includes(id)))
  const textOf = (part: Part): string => answersText(writeAnswers(answersOfPart(application, part), application.variant.id, fileNames))
  const shared: Part = { kind: 'application', row: null, forms: open }
  const text = textOf(shared)
  const signers = signersOf(application, open)
  const suffixes = [
    'aanvraag',
    ...(closed.length > 0 ? ['vertrouwelijk-bedrijf'] : []),
    ...people.map((row) => `vertrouwelijk-${row}`),
    ...(signers.length > 0 ? ['ondertekening'] : []),
  ]
  const base = { ...whole, companions: suffixes }
  const parts: SetPart[] = [
    {
      kind: 'application',
      suffix: 'aanvraag',
      name: '',
      row: null,
      content: {
        ...base,
        part: 'application',
        forms: open,
        sheets: whole.sheets.map((sheet) => (onlyClosed([sheet.licence]) ? onlyDocuments(sheet, () => false) : sheet)),
        signers: [],
        assessment: {
          ...whole.assessment,
          counts: { ...whole.assessment.counts, ...countBoxes(open) },
          checks: whole.assessment.checks.filter((check) => !onlyClosed(check.licences)),
          documents: whole.assessment.documents.filter((item) => !onlyClosed(item.licences)),
        },
        answersJson: text,
      },
    },
  ]
  const confidential = (kind: 'business' | 'person', row: string | null, name: string): void => {
    const forms = closed.flatMap((form) => withBoxes(form, (section, at, box) => owner(form, section, at, box) === row))
    const mine = (at: string | null): boolean => (at === null ? null : ownerOfRow(application.answers, at)) === row
    const sheets = whole.sheets.filter((sheet) => onlyClosed([sheet.licence])).map((sheet) => onlyDocuments(sheet, mine))
    parts.push({
      kind,
      suffix: row === null ? 'vertrouwelijk-bedrijf' : `vertrouwelijk-${row}`,
      name,
      row,
      content: {
        ...base,
        part: 'confidential',
        applicant: name,
        forms,
        sheets,
        signers: row === null ? signersOf(application, closed) : signersOf(application, forms).filter((signer) => signer.row === row),
        assessment: {
          ...whole.assessment,
          counts: { ...whole.assessment.counts, ...countBoxes(forms) },
          checks: [],
          documents: whole.assessment.documents.filter((item) => onlyClosed(item.licences) && mine(item.row)),
        },
        unverified: [],
        answersJson: textOf({ kind, row, forms }),
      },
    })
  }
  if (closed.length > 0) confidential('business', null, whole.businessName)
  for (const row of people) confidential('person', row, partyName(application, row))
  if (signers.length > 0)
    parts.push({
      kind: 'signing',
      suffix: 'ondertekening',
      name: '',
      row: null,
      content: { ...base, part: 'signing', forms: open, signers, unverified: [], answersJson: '', signs: text },
    })
  return parts
}

/** Which file an attachment travels in: `document` or `document@row`. */
export function partOfDocument(parts: readonly SetPart[], { answers }: Case, key: string): SetPart | undefined {
  const [document = '', row = null] = key.split('@')
  const [application] = parts
  if (application?.content.assessment.documents.some(({ id }) => id === document)) return application
  const about = row === null ? null : ownerOfRow(answers, row)
  return parts.find((part) => part.kind === (about === null ? 'business' : 'person') && part.row === about) ?? application
}
