import type { z } from 'zod'
import type { Scope } from '../../../feel/type.ts'
import { boxesOf } from '../../boxes-of.ts'
import { didYouMean } from '../../findings/nearest.ts'
import { namesOf } from '../../names.ts'
import { canRead, eachScope, isOfParty, scopeOf } from '../../row-scope.ts'
import type { Box, FormFile } from '../../schema/form.ts'
import type { Question } from '../../schema/question.ts'
import type { LinkContext } from '../context.ts'

type BoxItem = z.infer<typeof Box>
type FormItem = z.infer<typeof FormFile>

const SIGNING = ['signature', 'signaturePlace', 'signatureDate']

/** Every box is filled by exactly one means, from facts that can be read there, and can print every option. */
export function checkBoxes(context: LinkContext): void {
  const questions = new Map(context.catalogue.questions.map((question) => [question.id, question]))
  const names = namesOf(context.catalogue)
  for (const form of context.catalogue.forms) {
    const blocks = (form.blocks ?? []).map((block) => ({ boxes: block.boxes, scope: PARTY }))
    const sections = form.sections.map((section) => ({ boxes: section.boxes, scope: scopeOf(context.catalogue, section.per) }))
    for (const { boxes, scope } of [...blocks, ...sections]) {
      for (const box of boxes) {
        if (context.lost.has(box.nr)) continue
        const within = scope && eachScope(names, scope, box.each)
        checkMeans(box, within, context)
        checkParty(box, within, form, context)
        checkEach(box, scope, within, context)
        if (within) checkSubjects(box, within, questions, context)
        checkOptions(box, questions, context)
      }
    }
  }
}

const PARTY: Scope = { row: 'party' }

/** A party box prints a party: that of its row, or the one it names; its blocks and parts exist. */
function checkParty(box: BoxItem, scope: Scope | null, form: FormItem, { report }: LinkContext): void {
  if (box.party === undefined) return
  if (box.party.of === undefined && scope && !isOfParty(scope.row))
    report(
      'BOX_NOT_FILLED',
      'error',
      box,
      'party',
      `The box ${box.nr} prints a party, but is not inside one.`,
      'Add of: with the party, such as landlord.',
    )
  const blocks = form.blocks ?? []
  const parts = boxesOf({ sections: blocks }).map(({ nr }) => nr)
  for (const [words, known] of [
    [box.party.blocks, blocks.map(({ id }) => id)],
    [box.party.without ?? [], parts],
  ] as const)
    words.forEach((word, index) => {
      if (!known.includes(word))
        report(
          'UNKNOWN_REFERENCE',
          'error',
          words,
          index,
          `The form ${form.id} has no block or part "${word}".`,
          didYouMean(word, known, 'Add it under blocks:, or remove it here.'),
        )
    })
}

/** `each` must evaluate to rows: otherwise the box would print nothing. */
function checkEach(box: BoxItem, around: Scope | null, within: Scope | null, { report }: LinkContext): void {
  if (box.each === undefined || around === null || within !== around) return
  report(
    'BOX_NOT_FILLED',
    'error',
    box,
    'each',
    `The box ${box.nr} is printed for each of something that is no list of rows.`,
    'Name a list such as loans, or filter one: roles[target != null].',
  )
}

function checkMeans(box: BoxItem, scope: Scope | null, { report }: LinkContext): void {
  const means = [
    box.questions && 'questions',
    box.value !== undefined && 'value',
    box.document !== undefined && 'document',
    (box.rows !== undefined || box.columns !== undefined) && 'rows',
    box.party !== undefined && 'party',
    box.forAuthority && 'forAuthority',
    // a signature may have the printed name of the signer beside it
    SIGNING.includes(box.type) && !(box.type === 'signature' && (box.questions || box.value !== undefined)) && `type ${box.type}`,
  ].filter((each) => typeof each === 'string')
  // the row of a section that repeats per party is a party itself
  if (means.length === 0 && box.type === 'party' && scope?.row !== undefined) return
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

function checkSubjects(box: BoxItem, scope: Scope, questions: ReadonlyMap<string, Question>, { report }: LinkContext): void {
  box.questions?.forEach((id, index, list) => {
    const question = questions.get(id)
    if (question && !canRead(question.subject, scope))
      report(
        'UNKNOWN_REFERENCE',
        'error',
        list,
        index,
        `The box ${box.nr} prints ${id}, a fact of a ${question.subject}, but it ${scope.row ? `repeats per ${scope.row}` : 'does not repeat'}.`,
        `Add per: to the section with a list of that subject, or write a formula such as value: applicant.${id.split('.').at(-1)}.`,
      )
  })
}

interface Choice {
  readonly id: string
  readonly texts: readonly string[]
  readonly countsAs: string | undefined
  readonly undecided: boolean | undefined
}

const YES_NO: readonly Choice[] = [
  { id: 'true', texts: ['ja', 'yes'], countsAs: undefined, undecided: undefined },
  { id: 'false', texts: ['nee', 'no'], countsAs: undefined, undecided: undefined },
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
  const choices: readonly Choice[] | undefined =
    question.type === 'yesNo'
      ? YES_NO
      : question.options?.map(({ id, label, countsAs, undecided }) => ({ id, texts: [label.nl, label.en], countsAs, undecided }))
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
  for (const { id, countsAs, undecided } of choices) {
    const text = print?.[id]
    // "don't know" must not be printed as the answer that it counts as
    if (!print || text === undefined || !(undecided || (countsAs !== undefined && text === print[countsAs]))) continue
    report(
      'BOX_OPTION',
      'error',
      print,
      id,
      `The box ${box.nr} prints "${text}" for the answer ${id} of ${question.id}, which says that it is not known.`,
      undecided ? 'Take it away: the box stays open until there is an answer.' : 'Write "weet ik niet" or the like, and add it to options.',
    )
  }
  if (!options) return
  for (const choice of choices) {
    // an undecided answer prints nothing
    if (choice.undecided || choice.countsAs !== undefined) continue
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
