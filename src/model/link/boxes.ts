import type { z } from 'zod'
import { didYouMean } from '../nearest.ts'
import { canRead, scopeOf } from '../row-scope.ts'
import type { Box, Section } from '../schema/form.ts'
import type { Question } from '../schema/question.ts'
import type { LinkContext } from './context.ts'

type BoxItem = z.infer<typeof Box>
type SectionItem = z.infer<typeof Section>

const SIGNING = ['signature', 'signaturePlace', 'signatureDate']

/** Every box is filled by exactly one means, from facts that can be read there, and has a place for every option. */
export function checkBoxes(context: LinkContext): void {
  const questions = new Map(context.catalogue.questions.map((question) => [question.id, question]))
  for (const form of context.catalogue.forms) {
    for (const section of form.sections) {
      for (const box of section.boxes) {
        if (context.lost.has(box.nr)) continue
        checkMeans(box, section, context)
        checkSubjects(box, section, questions, context)
        checkOptions(box, questions, context)
      }
    }
  }
}

function checkMeans(box: BoxItem, section: SectionItem, { report }: LinkContext): void {
  const means = [
    box.questions && 'questions',
    box.value !== undefined && 'value',
    box.document !== undefined && 'document',
    (box.rows !== undefined || box.columns !== undefined) && 'rows',
    box.forAuthority && 'forAuthority',
    // A signature may print the name of the signer beside it.
    SIGNING.includes(box.type) && !(box.type === 'signature' && (box.questions || box.value !== undefined)) && `type ${box.type}`,
  ].filter((one) => typeof one === 'string')
  // The row of a section that repeats per party is a party itself.
  if (means.length === 0 && box.type === 'party' && section.per !== undefined) return
  if (means.length === 0)
    report(
      'BOX_NOT_FILLED',
      'error',
      box,
      'nr',
      `Nothing fills the box ${box.nr}.`,
      'Add questions:, value: or document:, or write forAuthority: true.',
    )
  if (means.length > 1)
    report(
      'BOX_NOT_FILLED',
      'error',
      box,
      'nr',
      `The box ${box.nr} is filled by more than one means: ${means.join(', ')}.`,
      'Keep one of them.',
    )
  if ((box.rows === undefined) !== (box.columns === undefined))
    report(
      'BOX_NOT_FILLED',
      'error',
      box,
      'nr',
      `The table ${box.nr} needs both rows and columns.`,
      `Add ${box.rows === undefined ? 'rows: with the name of a list' : 'columns:, each with a label and a value'}.`,
    )
}

function checkSubjects(
  box: BoxItem,
  section: SectionItem,
  questions: ReadonlyMap<string, Question>,
  { catalogue, report }: LinkContext,
): void {
  const scope = scopeOf(catalogue, section.per)
  if (scope === null) return
  box.questions?.forEach((id, index, list) => {
    const question = questions.get(id)
    if (question && !canRead(question.subject, scope))
      report(
        'UNKNOWN_REFERENCE',
        'error',
        list,
        index,
        `The box ${box.nr} prints ${id}, a fact of a ${question.subject}, but its section ${scope.row ? `repeats per ${scope.row}` : 'does not repeat'}.`,
        `Add per: to the section with a list of that subject, or write a formula such as value: applicant.${id.split('.').at(-1)}.`,
      )
  })
}

const YES_NO = [
  { id: 'true', texts: ['ja', 'yes'] },
  { id: 'false', texts: ['nee', 'no'] },
]

function checkOptions(box: BoxItem, questions: ReadonlyMap<string, Question>, { report }: LinkContext): void {
  const { options, print } = box
  if (options && print)
    for (const [id, text] of Object.entries(print))
      if (!options.includes(text))
        report(
          'BOX_OPTION',
          'error',
          print,
          id,
          `The box ${box.nr} prints "${text}", which is not one of its options.`,
          didYouMean(text, options, `Write one of: ${options.join(' | ')}.`),
        )
  if (box.questions?.length !== 1) return
  const question = questions.get(box.questions[0] ?? '')
  if (!question) return
  const choices =
    question.type === 'yesNo' ? YES_NO : question.options?.map(({ id, label, countsAs }) => ({ id, texts: [label.nl, label.en], countsAs }))
  if (!choices) return
  const ids = choices.map(({ id }) => id)
  for (const id of Object.keys(print ?? {}))
    if (print && !ids.includes(id))
      report(
        'BOX_OPTION',
        'error',
        print,
        id,
        `The box ${box.nr} says how to print ${id}, which is no option of ${question.id}.`,
        didYouMean(id, ids, `Its options are: ${ids.join(', ')}.`),
      )
  if (!options) return
  for (const choice of choices) {
    // "Don't know" prints as the option it counts as.
    if ('countsAs' in choice && choice.countsAs !== undefined) continue
    if (print?.[choice.id] !== undefined) continue
    const same = options.some((option) => choice.texts.some((text) => text.trim().toLowerCase() === option.trim().toLowerCase()))
    if (!same)
      report(
        'BOX_OPTION',
        'error',
        box,
        'options',
        `The option ${choice.id} of ${question.id} has no place among the options of box ${box.nr}.`,
        `Add ${choice.id}: to print:, with one of: ${options.join(' | ')}.`,
      )
  }
}
