import type { z } from 'zod'
import { boxesOf } from '../../boxes-of.ts'
import { didYouMean } from '../../findings/nearest.ts'
import { fieldsIn, type Official, type SimpleTarget, type Target, targetsOf } from '../../official/mapping.ts'
import { findPdf, type PdfField, type PdfForm } from '../../official/pdf-form.ts'
import type { FormFile } from '../../schema/form.ts'
import type { Question } from '../../schema/question.ts'
import type { LinkContext } from '../context.ts'

type Form = z.infer<typeof FormFile>
type Box = Form['sections'][number]['boxes'][number]

/** Checks a fillable PDF that replaces our layout against the form, in both directions: each box has a field or is declared to have none, each field has a box
 * or is declared to stay empty. */
export function checkOfficial(context: LinkContext): void {
  for (const form of context.catalogue.forms) {
    const { official } = form
    if (official === undefined) continue
    const found = findPdf(context.pdfs, context.provenance.origin(official).file, official.file)
    if (found === null) {
      context.report(
        'OFFICIAL_FILE',
        'error',
        official,
        'file',
        `There is no PDF ${official.file} beside this file or in the folder of the town.`,
        'Put the PDF there, or write its name as it is there.',
      )
      continue
    }
    if (found.form.problem === 'unread') continue
    const wrong = problemOf(found.form)
    if (wrong) context.report('OFFICIAL_FILE', 'error', official, 'file', `The PDF ${official.file} ${wrong.says}.`, wrong.mend)
    // a PDF that was not read gets no further findings
    if (wrong && found.form.fields.length === 0) continue
    checkBoxSide(context, form, official)
    checkFieldSide(context, form, official, found.form)
  }
}

function problemOf({ problem, detail }: PdfForm): { readonly says: string; readonly mend: string } | null {
  switch (problem) {
    case null:
    case 'unread':
      return null
    case 'encrypted':
      return { says: 'is locked with a password', mend: 'Save it without protection.' }
    case 'xfa':
      return {
        says: 'is a form in XFA, which only some programs can show',
        mend: 'Ask its maker for an AcroForm, or save it as one.',
      }
    case 'noForm':
      return { says: 'has no fields to fill in', mend: 'Make its fields in a PDF program, or take official: out.' }
    case 'damaged':
      return { says: 'cannot be read as a PDF', mend: 'Save it again.' }
    case 'undrawn':
      return {
        says: `has pages that an archive file cannot hold (${detail})`,
        mend: 'Save it with all typefaces inside, as PDF/A for one.',
      }
    default:
      return problem satisfies never
  }
}

/** Signed by hand, or filled in by the office: no answer is printed there. */
const isByHand = ({ type, forAuthority }: Box): boolean => forAuthority === true || type.startsWith('signature')

function checkBoxSide({ report, catalogue, base, lost }: LinkContext, form: Form, official: Official): void {
  const { fields, without = {} } = official
  // as on the form; the parts of a party are printed in its box
  const boxes = new Map(form.sections.flatMap((section) => section.boxes.map((box) => [box.nr, { box, section }] as const)))
  const sections = new Set<string>(form.sections.map(({ id }) => id))
  const known = [...boxes.keys()]
  const isLeftOut = (nr: string, section: string): boolean => nr in without || section in without
  const questions = new Map(catalogue.questions.map((question) => [question.id, question]))
  for (const [holder, numbers] of [
    [fields, Object.keys(fields)],
    [without, Object.keys(without)],
  ] as const)
    for (const nr of numbers)
      if (!boxes.has(nr) && !(holder === without && sections.has(nr)) && !lost.has(nr) && !isOfBase(base.forms, form.id, nr))
        report(
          'OFFICIAL_BOX',
          'error',
          holder,
          nr,
          `The form ${form.id} has no box ${nr}.`,
          didYouMean(nr, known, 'Write the number of one of its boxes.'),
        )
  for (const nr of Object.keys(without))
    if (nr in fields || [...boxes.values()].some(({ box, section }) => section.id === nr && box.nr in fields))
      report(
        'OFFICIAL_BOX',
        'error',
        without,
        nr,
        `${nr} has fields and is said to have none.`,
        'Take it out of without:, or out of fields:.',
      )
  for (const { box, section } of boxes.values()) {
    const targets = targetsOf(fields[box.nr])
    if (targets.length === 0 && !isLeftOut(box.nr, section.id) && !isByHand(box))
      report(
        'OFFICIAL_BOX',
        'error',
        official,
        'fields',
        `The box ${box.nr} has no field in ${official.file}.`,
        `Name its field under fields:, or write ${box.nr} under without: with the reason.`,
      )
    const wrong = (says: string, mend: string): void => report('OFFICIAL_BOX', 'error', fields, box.nr, `The box ${box.nr} ${says}.`, mend)
    if (targets.length > 1 && section.per === undefined && box.each === undefined)
      wrong('is printed once and has several places', 'Write lines: when its text goes on from field to field.')
    for (const target of targets) checkTarget(target, box, questions, wrong)
  }
}

/** A box or section that the form has in the base but this town does not ask is no mistake: its field stays empty here. */
const isOfBase = (forms: readonly Form[], id: string, name: string): boolean =>
  forms.some(
    (form) => form.id === id && (boxesOf(form).some(({ nr }) => nr === name) || form.sections.some((section) => section.id === name)),
  )

type Wrong = (says: string, mend: string) => void

function checkTarget(target: Target, box: Box, questions: ReadonlyMap<string, z.infer<typeof Question>>, wrong: Wrong): void {
  if (typeof target !== 'string' && 'questions' in target) {
    const own = box.questions ?? []
    for (const id of Object.keys(target.questions))
      if (!own.includes(id)) wrong(`does not print the question ${id}`, didYouMean(id, own, 'Write a question of the box.'))
    for (const id of own) {
      const part = target.questions[id]
      if (part === undefined) wrong(`has no field for its question ${id}`, `Write ${id}: with its field.`)
      else checkSimple(part, box, questions.get(id), wrong)
    }
    return
  }
  if (typeof target !== 'string' && 'rows' in target) {
    const columns = box.columns?.length ?? 0
    if (columns === 0) wrong('is no table', 'Write one field.')
    else if (target.rows.some((row) => row.length !== columns))
      wrong(`has ${columns} columns`, 'Write as many fields in each row, or write the box under without: with the reason.')
    return
  }
  const [only, ...more] = box.questions ?? []
  checkSimple(target, box, only !== undefined && more.length === 0 ? questions.get(only) : undefined, wrong)
}

function checkSimple(target: SimpleTarget, box: Box, question: z.infer<typeof Question> | undefined, wrong: Wrong): void {
  if (typeof target === 'string') return
  if ('day' in target && box.type !== 'date' && question?.type !== 'date') wrong('is no date', 'Write one field.')
  const chosen = 'ticks' in target ? target.ticks : 'values' in target ? target.values : undefined
  if (chosen === undefined) return
  const { print = {}, options = [] } = box
  const choices = question?.type === 'yesNo' ? YES_NO : (question?.options ?? [])
  const ids = choices.map(({ id }) => id)
  const words = [...new Set([...options, ...Object.values(print)])]
  // by id, or by the text that the box prints
  const known = [...new Set([...(ids.length > 0 ? ids : Object.keys(print)), ...words, ...choices.map(({ label }) => label.nl)])]
  if (known.length === 0) {
    wrong('has no options', 'Write one field.')
    return
  }
  for (const key of Object.keys(chosen))
    if (!known.includes(key)) wrong(`has no option ${key}`, didYouMean(key, known, `Its options are: ${known.join(', ')}.`))
  const says = (id: string, word: string | undefined): boolean => id in chosen || (word !== undefined && word in chosen)
  // an undecided answer prints nothing
  const silent =
    ids.length > 0
      ? choices.filter(
          ({ id, label, countsAs, undecided }) =>
            countsAs === undefined && !undecided && !says(id, print[id]) && !says(label.nl, print[id]),
        )
      : options.filter((word) => !says(word, undefined) && !Object.entries(print).some(([id, text]) => text === word && id in chosen))
  for (const option of silent) {
    const id = typeof option === 'string' ? option : option.id
    wrong(`says nothing of its option ${id}`, `Write ${id}: with what the PDF has for it.`)
  }
}

/** A yes-no question as options. */
const YES_NO: readonly Pick<NonNullable<z.infer<typeof Question>['options']>[number], 'id' | 'label' | 'countsAs' | 'undecided'>[] = [
  { id: 'true', label: { nl: 'ja', en: 'yes' } },
  { id: 'false', label: { nl: 'nee', en: 'no' } },
]

function checkFieldSide({ report }: LinkContext, form: Form, official: Official, pdf: PdfForm): void {
  const { fields, left = {} } = official
  const known = new Map(pdf.fields.map((field) => [field.name, field]))
  const names = [...known.keys()]
  const absent = (name: string): string => `The PDF ${official.file} has no field ${name}.`
  const taken = new Map<string, string>()
  for (const [nr, given] of Object.entries(fields)) {
    const wrong = (says: string, mend: string): void => report('OFFICIAL_FIELD', 'error', fields, nr, says, mend)
    for (const target of targetsOf(given)) {
      for (const { name, as } of fieldsIn(target)) {
        const field = known.get(name)
        if (field === undefined) wrong(absent(name), didYouMean(name, names, 'Write the name of one of its fields.'))
        else if (!fits(field, as)) wrong(`The field ${name} ${WHAT[field.kind]}, and the box ${nr} does not write it so.`, HOW[field.kind])
        const before = taken.get(name)
        if (before !== undefined) wrong(`The field ${name} is filled twice: by ${before} and ${nr}.`, 'Keep one of them.')
        else taken.set(name, nr)
        if (name in left) wrong(`The field ${name} is filled by ${nr} and is said to stay empty.`, 'Take it out of left:.')
      }
      for (const { name, value } of chosenIn(target)) {
        const field = known.get(name)
        if (field && field.options.length > 0 && !field.options.includes(value))
          wrong(
            `The field ${name} has no value ${value}.`,
            didYouMean(value, field.options, `Its values are: ${field.options.join(', ')}.`),
          )
      }
    }
  }
  for (const name of Object.keys(left))
    if (!known.has(name))
      report('OFFICIAL_FIELD', 'error', left, name, absent(name), didYouMean(name, names, 'Write the name of one of its fields.'))
  for (const { name, kind } of pdf.fields)
    if (kind !== 'button' && !taken.has(name) && !(name in left))
      report(
        'OFFICIAL_FIELD',
        'error',
        official,
        'fields',
        `No box of ${form.id} fills the field ${name} of ${official.file}.`,
        'Name it under fields: at its box, or write it under left: with the reason.',
      )
}

/** The values of a field that are chosen by their name in the PDF. */
const chosenIn = (target: Target): { readonly name: string; readonly value: string }[] => {
  if (typeof target === 'string') return []
  if ('questions' in target) return Object.values(target.questions).flatMap(chosenIn)
  if (!('values' in target) || target.values === undefined) return []
  return Object.values(target.values).map((value) => ({ name: target.field, value }))
}

function fits({ kind }: PdfField, as: ReturnType<typeof fieldsIn>[number]['as']): boolean {
  if (as === 'tick') return kind === 'check'
  if (as === 'choice') return kind === 'dropdown' || kind === 'radio' || kind === 'list' || kind === 'text'
  return kind === 'text'
}

const WHAT: Readonly<Record<PdfField['kind'], string>> = {
  text: 'holds a text',
  check: 'is a check box',
  radio: 'is a group of round buttons',
  dropdown: 'is a list to choose from',
  list: 'is a list to choose from',
  button: 'is a button',
  signature: 'is for a signature',
  other: 'is of an unknown kind',
}
const HOW: Readonly<Record<PdfField['kind'], string>> = {
  text: 'Write its name.',
  check: 'Write ticks: with a field for each option.',
  radio: 'Write field: and values: with a value for each option.',
  dropdown: 'Write field: and values: with a value for each option.',
  list: 'Write field: and values: with a value for each option.',
  button: 'Take it out.',
  signature: 'Write it under left: with the reason.',
  other: 'Write it under left: with the reason.',
}
