import { formatAnswer } from '../answer-kinds/print-answer.ts'
import type { BoxCoverage, FormCoverage } from '../assessment.ts'
import type { Get } from '../cell-values.ts'
import type { Case } from '../context.ts'
import { partyName } from '../forms/format.ts'
import { printedCell } from '../forms/print-box.ts'

/** Keys (`fact@row`) of the answers printed in the boxes of these forms: those of a box's questions; for a computed box, those whose text occurs in it, or the
 * one choice it puts into other words; and the choices that put a printed row where it is (a manager, the hours of a terrace). Answers that only decide whether
 * a box applies are not included. */
export function answersShown(application: Case, forms: readonly FormCoverage[]): Set<string> {
  const { answers } = application
  const shown = new Set<string>()
  const read = new Set<string>()
  for (const form of forms)
    for (const section of form.sections)
      for (const { row, boxes } of section.instances)
        for (const box of boxes) {
          if (box.state !== 'filled' && box.state !== 'missing') continue
          for (const key of box.questions) if (answers.values.has(key)) shown.add(key)
          const behind = answersRead(application, [form.id, section.id, box.nr, row ?? '', box.item?.row ?? ''])
          const words = wordsOf(box)
          for (const key of behind.all) {
            read.add(key)
            if ((behind.alone === key && isChosen(application, key)) || stands(printed(application, key), words)) shown.add(key)
          }
        }
  const rows = new Set([...shown].flatMap((key) => key.split('@')[1] ?? []))
  for (const key of read) {
    const [fact = '', row] = key.split('@')
    if (row !== undefined && rows.has(row) && application.index.questions.get(fact)?.type === 'choice') shown.add(key)
  }
  return shown
}

/** The answers read while this box was printed; for a computed value, those it was computed from. `alone`: the only answer read, if the box reads it
 * directly. */
function answersRead(application: Case, box: readonly string[]): { readonly all: ReadonlySet<string>; readonly alone: string | null } {
  const { answers, memo } = application
  const cells = new Set<string>()
  const get: Get = (id) => {
    cells.add(id)
    return application.get(id)
  }
  printedCell({ ...application, get }, box)
  const found = new Set<string>()
  const seen = new Set<string>()
  const follow = (cell: string): void => {
    if (seen.has(cell)) return
    seen.add(cell)
    const [kind = '', id = '', row = ''] = cell.split('|')
    const key = kind === 'fact' && row !== '' ? `${id}@${row}` : id
    if ((kind === 'answer' || kind === 'fact') && answers.values.has(key)) found.add(key)
    else if (kind === 'fact' || kind === 'partyName') memo.dependencies(cell).forEach(follow)
  }
  cells.forEach(follow)
  const [only = ''] = found
  const isDirect = cells.has(`answer|${only}`) || cells.has(`fact|${only.replace('@', '|')}${only.includes('@') ? '' : '|'}`)
  return { all: found, alone: found.size === 1 && isDirect ? only : null }
}

/** All text in a box. */
const wordsOf = ({ text, parts, rows }: BoxCoverage): string =>
  [text ?? '', ...(parts ?? []).map((part) => part.text ?? ''), ...(rows?.cells.flat() ?? [])].join('\n')

const CHOSEN: ReadonlySet<string> = new Set(['yesNo', 'choice', 'multiChoice'])
const isChosen = ({ index }: Case, key: string): boolean => CHOSEN.has(index.questions.get(key.split('@')[0] ?? key)?.type ?? '')

function printed(application: Case, key: string): string {
  const question = application.index.questions.get(key.split('@')[0] ?? key)
  const answer = application.answers.values.get(key)
  if (!question || answer === undefined) return ''
  return formatAnswer(question, answer, application.lang, (id) => partyName(application, id))
}

/** Whether it occurs there as words of its own: a 2 is not the 2 of 12. */
function stands(words: string, text: string): boolean {
  for (let at = text.indexOf(words); words !== '' && at >= 0; at = text.indexOf(words, at + 1))
    if (!LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[at + words.length] ?? '')) return true
  return false
}
const LETTER = /[\p{L}\d]/u
