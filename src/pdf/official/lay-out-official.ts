import type { BoxCoverage, FormCoverage } from '../../engine/assessment.ts'
import { withBoxes } from '../../engine/packet/with-boxes.ts'
import { A4, HEAD, SIDEWAYS } from '../document.ts'
import type { Flow } from '../flow.ts'
import { continuedPlace, numberOf, type Paper } from '../parts/box.ts'
import { type Continued, layOutSections } from '../parts/form.ts'
import type { Area, FilledForm, HeardBox } from './fill.ts'

/** Margin that no printer prints on, in points. */
const EDGE = 12
/** Above the running foot, below the line of the running head. */
const FOOT = 36
const BELOW_HEAD = 14
/** Largest font size of invisible text. */
const LARGEST = 7

/** The pages of a filled-in PDF of the town, in place of our own layout: each is a figure, and its boxes and answers are invisible text at the
 * position of their fields, so that they are read aloud and found. `picture`: index among the drawings of the file. Returns what goes to continuation
 * sheets. */
export function layOutOfficial(flow: Flow, paper: Paper, nth: number, filled: FilledForm, picture: number): Continued[] {
  const { form, words } = paper
  const head = `${words.part} ${nth} · ${form.title}`
  const { pages } = filled.sheets
  pages.forEach(({ width, height }, page) => {
    const isWide = width > height
    if (page === 0) flow.begin(form.title, head, isWide)
    else flow.sheet(head, isWide)
    const room = { width: (isWide ? A4.height : A4.width) - 2 * EDGE, height: HEAD - (isWide ? SIDEWAYS : 0) - BELOW_HEAD - FOOT }
    const scale = Math.min(1, room.width / width, room.height / height)
    const size = { width: width * scale, height: height * scale }
    const x = EDGE + (room.width - size.width) / 2
    const y = FOOT + room.height - size.height
    const says = (text: string, at: Area, within: Parameters<Flow['hidden']>[5], isUpper: boolean, origin: string): void => {
      const [left, bottom, , top] = at
      const line = Math.min(LARGEST, Math.max(1, ((top - bottom) * scale) / 2))
      const from = x + left * scale
      flow.hidden(from, y + (isUpper ? top * scale - line : bottom * scale + 1), text, line, x + size.width - from, within, origin)
    }
    const whole: Area = [0, height - 2 * LARGEST, width, height]
    if (page === 0) {
      says(form.title, whole, flow.add('H1'), true, form.id)
      const status = [words.formStatus[form.status], form.statusReference].filter(Boolean).join(': ')
      const about = [form.status === 'preparation' ? '' : status, `${words.addressee}: ${form.addressee}`, `${words.law}: ${form.law}`]
      says(about.filter(Boolean).join(' · '), whole, flow.add('P'), false, form.id)
    }
    const figure = flow.add('Figure', undefined, {
      alt: words.officialFigure(form.title, page + 1, pages.length),
      box: [x, y, x + size.width, y + size.height],
    })
    flow.picture({ x, y, ...size, scale, node: figure, attachment: picture, page })
    let part: string | null = null
    let list = figure
    for (const each of filled.heard.filter((heard) => heard.page === page)) {
      if (each.part !== part) {
        says(each.part, each.at, flow.add('H2'), true, form.id)
        list = flow.add('L', undefined, { numbering: 'Decimal' })
        part = each.part
      }
      hear(flow, paper, each, list, says)
    }
    flow.moveTo(FOOT)
  })
  const continued = filled.continued.map(({ box, part, text, field }) => ({ form: form.id, box: { ...box, text }, part, field }))
  const rest = besideIt(form)
  if (rest === null) return continued
  flow.sheet(head, false)
  flow.heading(2, words.besidePdf)
  return [...continued, ...layOutSections(flow, { ...paper, form: rest })]
}

/** The form with the boxes that the PDF does not ask; null: none of them applies. Signatures and what the office fills in are left to the PDF. */
function besideIt(form: FormCoverage): FormCoverage | null {
  const { fields = {} } = form.official ?? {}
  const [rest] = withBoxes(
    form,
    (_section, _row, { nr, state }) => !Object.hasOwn(fields, nr) && state !== 'signature' && state !== 'authority',
  )
  const applies = rest?.sections.some(({ instances }) =>
    instances.some(({ boxes }) => boxes.some(({ state }) => state !== 'notApplicable')),
  )
  return rest && applies ? rest : null
}

function hear(
  flow: Flow,
  { form, words, lang }: Paper,
  { box, parts, isContinued, at }: HeardBox,
  list: ReturnType<Flow['add']>,
  says: (text: string, at: Area, within: Parameters<Flow['hidden']>[5], isUpper: boolean, origin: string) => void,
): void {
  const origin = `${form.id}:${box.key}`
  const item = flow.add('LI', list)
  says(`${numberOf(box)} ${box.label}`, at, flow.add('Lbl', item), true, origin)
  const body = flow.add('LBody', item)
  const inPaper = box.textLang && box.textLang !== lang ? { lang: box.textLang } : {}
  if (isContinued) {
    const target = { says: `${words.continued}: ${box.label}`, place: continuedPlace(form.id, box.key) }
    says(words.continued, at, flow.add('Link', body, { target }), false, origin)
    return
  }
  for (const part of parts) {
    if (part.kind === 'text') {
      const field = flow.add('Form', body, { field: { role: 'tv', label: box.label }, ...inPaper })
      says(part.text.replaceAll(/\s*\n\s*/g, ' '), part.at, field, false, origin)
    } else {
      const role = box.type === 'multiChoice' ? 'cb' : 'rb'
      const option = flow.add('Form', body, { field: { role, checked: part.checked } })
      says(`${part.checked ? words.ticked : words.notTicked}: ${part.text}`, part.at, option, false, origin)
    }
  }
  if (parts.length === 0) says(stateOf(box, words), at, flow.add('Form', body, { field: { role: 'tv', label: box.label } }), false, origin)
}

/** What is read aloud where nothing was answered. */
function stateOf(box: BoxCoverage, words: Paper['words']): string {
  switch (box.state) {
    case 'notApplicable':
      return box.reason && box.reason !== words.notApplicable ? `${words.notApplicable}: ${box.reason}` : words.notApplicable
    case 'signature':
      return words.signature
    case 'authority':
      return words.authority
    case 'missing':
      return words.open
    case 'empty':
    case 'filled':
      return words.empty
    default:
      return box.state satisfies never
  }
}
