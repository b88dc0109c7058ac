import { describe, expect, test } from 'vitest'
import type { SendSheet } from '../../src/engine/assessment.ts'
import { openCase } from '../../src/engine/case.ts'
import { copyOut } from '../../src/engine/forms/copy-out.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { onlyDocuments, sendSheets } from '../../src/engine/packet/send-sheets.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import type { ResolvedChannel, Variant } from '../../src/model/variant.ts'
import { exampleOf } from '../journeys/example.ts'
import { shippedVariant } from './shipped.ts'

const shipped = shippedVariant('voorbeeld')
const caseOf = (variant: Variant, answers = exampleOf('cafe-terrace-machines')) =>
  openCase(variant, readAnswers(answers, variant, 'x', () => ({ line: 1, column: 1 })).answers, { today: '2026-03-02' }, 'nl')
const sheetsOf = (variant: Variant): readonly SendSheet[] => {
  const application = caseOf(variant)
  return sendSheets(application, coverage(application))
}
/** The alcohol licence handed in through this channel. */
const alcohol = (channel: Partial<ResolvedChannel>): SendSheet => {
  const channels = shipped.channels.map((one) =>
    one.id === 'alcohol'
      ? {
          ...one,
          address: null,
          login: null,
          department: null,
          maxFileMegabytes: null,
          fileKinds: [],
          separateEnvelope: false,
          note: null,
          ...channel,
        }
      : one,
  )
  const sheet = sheetsOf({ ...shipped, channels }).find(({ licence }) => licence === 'alcohol')
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('the steps of a send sheet, by the channel of the town', () => {
  test.each<{ kind: ResolvedChannel['kind']; more?: Partial<ResolvedChannel>; steps: string[] }>([
    { kind: 'webform', more: { login: 'digid' }, steps: ['open', 'login', 'copy', 'sign', 'upload', 'receipt'] },
    { kind: 'webform', more: { login: 'none' }, steps: ['open', 'copy', 'sign', 'upload', 'receipt'] },
    { kind: 'omgevingsloket', more: { login: 'eherkenning' }, steps: ['open', 'login', 'choose', 'copy', 'upload', 'send', 'receipt'] },
    { kind: 'counter', steps: ['sign', 'counter', 'hand', 'receipt'] },
    { kind: 'post', more: { separateEnvelope: true }, steps: ['sign', 'post', 'hand', 'envelope', 'receipt'] },
    { kind: 'email', more: { note: { nl: 'Let op', en: 'Note' } }, steps: ['sign', 'email', 'hand', 'note', 'receipt'] },
    { kind: 'unknown', steps: ['askTown', 'sign', 'hand', 'receipt'] },
  ])('$kind', ({ kind, more, steps }) => {
    expect(
      alcohol({ kind, ...more })
        .steps.map((step) => step.kind)
        .filter((step) => step !== 'finish'),
    ).toEqual(steps)
  })

  test('files have the limits of the town, and an unknown address leads to its contact', () => {
    const { steps } = alcohol({ kind: 'webform', maxFileMegabytes: 10, fileKinds: ['pdf'] })
    expect(steps.find((step) => step.kind === 'upload')).toMatchObject({ maxMegabytes: 10, fileKinds: ['pdf'] })
    expect(steps.find((step) => step.kind === 'open')).toMatchObject({ address: null, contact: { name: shipped.contact?.name } })
    expect(alcohol({ kind: 'unknown' }).steps[0]).toMatchObject({ kind: 'askTown', contact: { name: shipped.contact?.name } })
  })

  test('it says by when an answer comes, and how far that may be extended', () => {
    const [next] = alcohol({ kind: 'counter' }).next
    expect(next).toMatchObject({ kind: 'decision', until: expect.stringMatching(/^2026-/) })
    expect((next?.extended ?? '9') > (next?.until ?? '')).toBe(true)
  })

  test('boxes that are still open come first', () => {
    const application = caseOf(shipped, { ...exampleOf('cafe-terrace-machines'), collections: {}, complete: [] })
    const sheet = sendSheets(application, coverage(application)).find(({ licence }) => licence === 'alcohol')
    expect(sheet?.steps[0]).toMatchObject({ kind: 'finish' })
  })

  test('documents about one person can be kept from another', () => {
    const sheet = sheetsOf(shipped).find(({ steps }) =>
      steps.some((step) => 'documents' in step && step.documents.some(({ key }) => key.includes('@'))),
    )
    if (!sheet) throw new Error('no document about a person')
    const keys = (one: SendSheet) => one.steps.flatMap((step) => ('documents' in step ? step.documents.map(({ key }) => key) : []))
    expect(keys(onlyDocuments(sheet, (row) => row === null)).filter((key) => key.includes('@'))).toEqual([])
    expect(keys(sheet).some((key) => key.includes('@'))).toBe(true)
  })
})

test('a licence that is part of another has no sheet of its own', () => {
  expect(sheetsOf(shippedVariant('amsterdam/centrum')).map(({ licence }) => licence)).not.toContain('terrace')
  expect(sheetsOf(shipped).map(({ licence }) => licence)).toContain('terrace')
})

test('answers are copied out in the order of the boxes: each filled box once, nothing that does not apply', () => {
  const forms = coverage(caseOf(shipped))
  const lines = copyOut(forms).flatMap((section) => section.lines)
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  const boxes = forms.flatMap((form) =>
    form.sections.flatMap((section) => section.instances.flatMap((one) => one.boxes.map((box) => ({ key: `${form.id}:${box.key}`, box })))),
  )
  for (const { key, box } of boxes) {
    const own = lines.filter((line) => line.key === key || line.key.startsWith(`${key}/`))
    if (box.state !== 'filled' && box.state !== 'missing') expect([key, own]).toEqual([key, []])
    else if (box.rows) expect([key, own.length]).toEqual([key, Math.max(1, box.rows.cells.length)])
    else if (box.parts) expect([key, own.length]).toEqual([key, box.parts.length])
    else expect([key, own.map(({ text }) => text)]).toEqual([key, [box.text]])
  }
  const order = boxes.map(({ key }) => key)
  const at = lines.map(({ key }) => order.findIndex((one) => key === one || key.startsWith(`${one}/`)))
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  expect(lines.length).toBeGreaterThan(100)
})
