import type { SeenField, SeenPage } from './in-page.ts'
import type { Say } from './page-reader.ts'
import { type PrintedBox, type PrintedPacket, squash } from './printed/packet-text.ts'
import { dayIn, onPaper } from './say.ts'

/** What must hold of every walk. Each law has one name, under which a failure is told, counted and made shorter. */
export const LAWS = {
  typedStands: 'What was typed and still counts stands in the packet, in a box that the question names.',
  chosenStands: 'What was chosen is ticked in the packet where a box that the question names offers the same words, and nothing else is.',
  hoursStand: 'Opening hours that were typed stand in the packet on their day, and a day is "closed" only when somebody left it empty.',
  nobodySaid: 'No box states what nobody answered.',
  completeIsWhole: 'What is shown as complete has no open box in the packet.',
  openIsCounted: 'The page counts as many open boxes as the packet has.',
  reviewTells: 'The review shows what was typed.',
  noClash: 'Whoever answers what is asked is not told afterwards that two answers do not fit.',
  neverOver: '"Continue" goes over no page of a topic with something open on it.',
  countGrows: 'What is left grows only when an answer changed, not by leaving, coming back, reloading or another language.',
  sameAgain: 'A page shows the same questions and answers when one comes back to it and nothing changed meanwhile.',
  kept: 'What was typed is there after a reload.',
  sameInBoth: 'A page asks the same in both languages.',
  bothTabs: 'What is said in one tab stands in the other, and neither loses anything.',
  undone: 'Undoing a removal brings back what was there.',
  foundAgain: 'What was left empty is found again and can be filled in later.',
  canBeSaid: 'A question takes at least one answer that its own words ask for.',
  wrongIsTold: 'What cannot be right is said at its field.',
  fileAccepted: 'The answers that the page accepted are accepted as a file.',
  sameBytes: 'The same answers give the same packet on the command line.',
  attached: 'A file that was added is inside the packet under its name, and one that was not added is not.',
  restored: 'The packet, given to the site on another device, makes the same packet there.',
  wayOn: 'Every page has a way on, and a press does something that can be seen.',
  accessible: 'No page has a fault against WCAG 2.2 AA, and none is wider than a window of 320 pixels.',
  noComplaint: 'No page reports an error.',
  ownSite: 'No page asks anything of another site.',
} as const
export type Law = keyof typeof LAWS

/** How a law was broken. */
export interface Breach {
  readonly law: Law
  readonly what: string
}

const breach = (law: Law, what: string): Breach => ({ law, what })

/** A field with its answer, for comparing pages. */
const shown = (field: SeenField): string =>
  `${field.group ? `${field.group}: ` : ''}"${field.label}" = ${field.control === 'file' ? 'file' : JSON.stringify(field.value)}${field.nextDay ? ' next day' : ''}`
const nameOf = (field: SeenField): string => `${field.group}|${field.label}|${field.nth}`

/** A page that was left and had again, without an answer in between. A topic that got more questions meanwhile is parted into pages anew: then the last
 * ones of a page may stand on the next. Of those, what was left empty would be come to by "continue"; only what was answered is passed over. */
export function sameAgain(before: SeenPage, after: SeenPage, law: 'sameAgain' | 'kept' | 'undone' = 'sameAgain'): Breach[] {
  if (before.fields.length === 0) return []
  const now = new Map(after.fields.map((field) => [nameOf(field), field]))
  const total = after.position?.total ?? 1
  const parted = before.title === after.title && total > (before.position?.total ?? 1)
  const lastKept = before.fields.findLastIndex((field) => now.has(nameOf(field)))
  return before.fields.flatMap((field, index) => {
    const again = now.get(nameOf(field))
    if (!again && (parted || (total > 1 && index > lastKept && field.value !== ''))) return []
    if (!again) return [breach(law, `on "${before.title}", "${field.label}"${field.optional ? ' (optional)' : ''} stood there and is gone`)]
    if (field.control !== 'file' && shown(again) !== shown(field))
      return [breach(law, `on "${before.title}", ${shown(field)} became ${shown(again)}`)]
    return []
  })
}

/** The same page in the other language: as many questions, of the same kinds, with the same answers typed. */
export function sameInBoth(before: SeenPage, after: SeenPage): Breach[] {
  const kinds = (page: SeenPage): string =>
    page.fields.map(({ control, optional, options }) => `${control}${optional ? '?' : ''}${options.length}`).join(' ')
  if (kinds(before) !== kinds(after))
    return [
      breach('sameInBoth', `"${before.title}" asks ${kinds(before) || 'nothing'}, "${after.title}" asks ${kinds(after) || 'nothing'}`),
    ]
  return before.fields.flatMap((field, index) => {
    const other = after.fields[index]
    const chosen = (one: SeenField): string =>
      one.options.length > 0 ? one.options.map((option) => (option.chosen ? 'x' : '-')).join('') : one.value
    return other && chosen(other) !== chosen(field)
      ? [breach('sameInBoth', `${shown(field)} is ${shown(other)} in the other language`)]
      : []
  })
}

/** Names of the files that were added, and of those inside the packet; the answers travel inside as well. */
export function attached(added: readonly string[], inside: readonly string[]): Breach[] {
  const [wanted, there] = [added.toSorted().join(', '), inside.toSorted().join(', ')]
  return wanted === there ? [] : [breach('attached', `added: ${wanted || 'nothing'}; inside: ${there || 'nothing'}`)]
}

/** How many questions the summary says are left; null when it does not say. */
export function leftOn(page: SeenPage): number | null {
  for (const { term, text } of page.summary) {
    if (!/te doen|to do/i.test(term)) continue
    const counts = [...text.matchAll(/(\d+) (?:vra|lijst|question|list)/g)].map(([, count]) => Number(count))
    if (counts.length > 0) return counts.reduce((sum, count) => sum + count, 0)
    return /\b(alles|alle|all|everything)\b/i.test(text) ? 0 : null
  }
  return null
}

/** A move that changes no answer. */
export function countGrows(before: SeenPage, after: SeenPage, move: string): Breach[] {
  const [was, is] = [leftOn(before), leftOn(after)]
  return was !== null && is !== null && is > was
    ? [breach('countGrows', `${was} left became ${is} left by: ${move} ("${before.title}" to "${after.title}")`)]
    : []
}

/** "Continue" was pressed. */
export function wayOnAfterNext(before: SeenPage, after: SeenPage): Breach[] {
  const moved = before.address !== after.address || before.title !== after.title
  if (moved || after.problems.length > 0) return []
  const same =
    JSON.stringify(before.fields.map(nameOf)) === JSON.stringify(after.fields.map(nameOf)) &&
    before.position?.number === after.position?.number
  return same ? [breach('wayOn', `"${before.title}"${place(before)}: continue does nothing and says nothing`)] : []
}

const place = ({ position }: SeenPage): string => (position ? ` (${position.number}/${position.total})` : '')

/** What a program for accessibility found on a page, and how much wider than a narrow window it is, in pixels. */
export const accessible = (
  page: SeenPage,
  found: readonly { readonly id: string; readonly at: readonly string[] }[],
  wider: number,
): Breach[] => [
  ...found.map(({ id, at }) => breach('accessible', `"${page.title}" (${page.address}): ${id} at ${at[0]}`)),
  ...(wider > 0 ? [breach('accessible', `"${page.title}" (${page.address}) is ${wider} pixels too wide at 320`)] : []),
]

/** Every page has something to press. */
export const wayOn = (page: SeenPage): Breach[] =>
  page.buttons.some(({ disabled }) => !disabled) || page.links.length > 0
    ? []
    : [breach('wayOn', `"${page.title}" has nothing to press: ${page.text.slice(0, 120)}`)]

/** Under an answer such as "not known yet". */
const STAYS_OPEN = /blijft dit vak open|this box stays open/

/** A topic was gone through with "continue" or "later" until the overview; each of its pages as it was when it was left. */
export function neverOver(topic: string, pages: readonly SeenPage[], overview: SeenPage): Breach[] {
  const left = openInTopic(overview, topic)
  if (left === null) return []
  // optional questions may be counted as left when their page was left by "later"
  const seen = new Set(
    pages.flatMap((page) =>
      // what is wrong is left as well, though something stands in it; so is what the page itself says stays open
      page.fields
        .filter(
          ({ value, control, error, remarks }) =>
            (value === '' || error !== '' || remarks.some((text) => STAYS_OPEN.test(text))) && control !== 'file' && control !== 'tick',
        )
        .map(nameOf),
    ),
  )
  if (left <= seen.size) return []
  const order = pages.map((page) => (page.position ? `${page.position.number}/${page.position.total}` : '1/1')).join(', ')
  return [
    breach(
      'neverOver',
      `"${topic}": continue went through ${order} and to the overview, which says ${left} left; ${seen.size} empty were shown`,
    ),
  ]
}

/** What the overview says is left in a topic, without its lists; null when it is not said. */
export function openInTopic(overview: SeenPage, topic: string): number | null {
  const card = overview.cards.find(({ title }) => title === topic)
  if (!card) return null
  const counts = [...card.text.matchAll(/(\d+) (?:vraag|vragen|questions?)\b/g)].map(([, count]) => Number(count))
  if (counts.length === 0) return /Klaar|lijst|Done|list/.test(card.text) ? 0 : null
  const [all = 0, ...lists] = counts
  return all - lists.reduce((sum, count) => sum + count, 0)
}

/** An answer that was given, with the boxes its question named. */
export interface Said {
  readonly field: Pick<SeenField, 'label' | 'group' | 'control' | 'unit' | 'inputMode' | 'options'>
  readonly page: string
  readonly say: Say
  readonly boxes: readonly { readonly form: string; readonly box: string }[]
}

/** Boxes of the packet that a question names: by form, number and label. */
export function boxesNamed(packet: PrintedPacket, named: Said['boxes']): PrintedBox[] {
  return packet.boxes.filter((printed) => named.some((one) => isNamed(printed, one)))
}

/** A page in English names a form and its boxes as they stand beneath the Dutch. */
function isNamed(printed: PrintedBox, { form, box }: Said['boxes'][number]): boolean {
  const labels = [printed.label, printed.english.label].map(squash)
  return (
    isFormOf(printed, form) && (box.startsWith(`${printed.nr} `) || labels.some((label) => label !== '' && squash(box).endsWith(label)))
  )
}

/** Whether a page means the form of this box. */
export const isFormOf = (printed: PrintedBox, form: string): boolean =>
  [printed.form, printed.english.form].some((title) => squash(title) === squash(form))

/** Null: stands there, or it is a choice, or the question names no box. Else what is wrong. */
export function typedStands({ field, page, say, boxes }: Said, packet: PrintedPacket, others: readonly Said[] = []): Breach[] {
  const paper = onPaper(field, say)
  if (paper === null || boxes.length === 0) return []
  const named = boxesNamed(packet, boxes)
  if (named.some((box) => paper.some((text) => squash(box.text).includes(text)))) return []
  // of an exact time or number a box may want to know only between which bounds it lies
  const isExact = field.control === 'time' || field.inputMode === 'numeric' || field.inputMode === 'decimal'
  if (isExact && named.some(({ options }) => options.some(({ ticked }) => ticked))) return []
  if (typeof say === 'string' && field.inputMode === 'numeric' && named.some((box) => isReckoned(box, Number(say), others))) return []
  // a box of several answers stays open until the last of them is given
  if (named.some(({ state }) => state === 'open')) return []
  const there = named.slice(0, 3).map((box) => `${box.nr} "${box.text}"`)
  return [
    breach(
      'typedStands',
      `${JSON.stringify(say)} was typed at "${field.label}" (${page}), which names ${boxes
        .map(({ box }) => box)
        .slice(0, 3)
        .join('; ')}; the packet says ${there.join('; ') || 'nothing there'}`,
    ),
  ]
}

/** A box that prints the sum or the difference of two numbers whose questions both name it. */
const isReckoned = (box: PrintedBox, number: number, others: readonly Said[]): boolean =>
  others.some(({ field, say, boxes }) => {
    if (field.inputMode !== 'numeric' || typeof say !== 'string' || !boxes.some((named) => isNamed(box, named))) return false
    const [text = ''] = /^\d+/.exec(box.text) ?? []
    return text !== '' && [number + Number(say), Math.abs(number - Number(say))].includes(Number(text))
  })

/** The review says that the person or company of this page stands on no form. */
export const saidToStandNowhere = (page: string, review: SeenPage): boolean =>
  review.messages.some(({ text }) => /op geen enkel formulier|on no form/.test(text) && text.includes(page.replace(/ \(\d+\/\d+\)$/, '')))

/** A choice against the boxes that offer its words. A box of other words says it in its own way; when several boxes have the words, one of them may be
 * about more than this question. */
export function chosenStands({ field, page, say, boxes }: Said, packet: PrintedPacket): Breach[] {
  const isChoice = field.control === 'radio' || field.control === 'select' || field.control === 'ticks'
  if (!isChoice || (typeof say === 'object' && !Array.isArray(say))) return []
  const chosen = new Set([say].flat().map((text) => squash(String(text))))
  const offered = new Set(field.options.map(({ text }) => squash(text)))
  const alike = boxesNamed(packet, boxes).filter(({ state, options }) => {
    const texts = options.map(({ text }) => squash(text))
    return state === 'filled' && [...chosen].every((text) => texts.includes(text)) && texts.every((text) => offered.has(text))
  })
  const agrees = ({ options }: PrintedBox): boolean => options.every(({ text, ticked }) => ticked === chosen.has(squash(text)))
  const [first] = alike
  if (!first || alike.some(agrees)) return []
  const ticked = first.options.flatMap((option) => (option.ticked ? [option.text] : []))
  return [
    breach(
      'chosenStands',
      `${JSON.stringify(say)} was chosen at "${field.label}" (${page}); ${first.nr} ${first.label} ticks ${ticked.join(', ')}`,
    ),
  ]
}

/** Hours of one day, as typed; both empty for a day that was left empty. */
export interface TypedDay {
  readonly day: string
  readonly open: string
  readonly close: string
}

/** Boxes and table lines about the opening hours of a day inside. `isWhole`: somebody said that these are all hours, so an empty day is closed. */
export function hoursStand(week: readonly TypedDay[], isWhole: boolean, packet: PrintedPacket): Breach[] {
  const typed = week.filter(({ open, close }) => open && close)
  return packet.boxes.flatMap((box) => {
    if (box.state !== 'filled' || !/openingstijd|opening hours/i.test(box.label) || /terras|terrace/i.test(box.label)) return []
    const own = dayIn(box.label)
    if (own !== null) {
      const day = week.find((each) => each.day === own)
      const isTyped = day !== undefined && day.open !== '' && day.close !== ''
      if (isTyped && !(squash(box.text).includes(squash(day.open)) && squash(box.text).includes(squash(day.close))))
        return [breach('hoursStand', `${own} ${day.open}-${day.close} was typed; ${box.nr} ${box.label} says "${box.text}"`)]
      if (!isTyped && /\d\d[:.]\d\d/.test(box.text))
        return [breach('hoursStand', `nothing was typed on ${own}; ${box.nr} says "${box.text}"`)]
      if (!isTyped && !isWhole && /gesloten/i.test(box.text))
        return [
          breach('hoursStand', `${own} was left empty and nobody said that these are all hours; ${box.nr} ${box.label} says "${box.text}"`),
        ]
      return []
    }
    if (!/per da[gy]|week/i.test(box.label)) return []
    // a table may say between day and times that it holds all year
    const says = (...words: string[]): boolean => squash(box.text).includes(squash(words.join('')))
    const missing = typed.find(({ day, open, close }) => !says(day, open, close) && !says(day, 'hele jaar', open, close))
    return missing
      ? [
          breach(
            'hoursStand',
            `${missing.day} ${missing.open}-${missing.close} was typed; ${box.nr} ${box.label} says "${box.text.slice(0, 120)}"`,
          ),
        ]
      : []
  })
}

/** A question that was seen, with what stood in it when it was seen last. */
export interface Seen {
  readonly field: Pick<SeenField, 'label' | 'value' | 'boxes' | 'hint'>
}

/** Filled boxes that only questions without an answer name. `explained`: whether something else that was answered may have filled it; `about`: the
 * question that was left empty. */
export function nobodySaid(
  seen: readonly Seen[],
  packet: PrintedPacket,
  explained: (box: PrintedBox) => boolean,
): (Breach & { readonly about: string })[] {
  // who leaves empty what says what an empty one means, says that
  const means = /laat dit leeg als|leave this empty if/i
  const empty = seen.filter(({ field }) => field.value === '' && field.boxes.length > 0 && !means.test(field.hint))
  const answered = seen.filter(({ field }) => field.value !== '' && field.boxes.length > 0)
  const filled = { ...packet, boxes: packet.boxes.filter(({ state }) => state === 'filled') }
  const explain = new Set(answered.flatMap(({ field }) => boxesNamed(filled, field.boxes)))
  const told = new Set<PrintedBox>()
  return empty.flatMap(({ field }) =>
    boxesNamed(filled, field.boxes).flatMap((box) => {
      if (explain.has(box) || told.has(box) || explained(box)) return []
      told.add(box)
      const where = box.section ? ` (${box.section})` : ''
      return [
        {
          ...breach('nobodySaid', `${box.nr} ${box.label}${where} says "${box.text}"; "${field.label}" names it and was left empty`),
          about: field.label,
        },
      ]
    }),
  )
}

/** Open boxes by the words of a page: `Er staan nog 3 vakken open`; 0 when it says that all is filled in; null when it says neither. */
export function openSaid(page: SeenPage): number | null {
  for (const { kind, text } of page.messages) {
    const [, count] = /(\d+) (?:vak(?:ken)?|box(?:es)?)\b[^.]*\bopen/.exec(text) ?? []
    if (count) return Number(count)
    if (kind === 'ok' && /alle vakken|all boxes/i.test(text)) return 0
  }
  return null
}

export function openIsCounted(page: SeenPage, packet: PrintedPacket): Breach[] {
  const said = openSaid(page)
  const open = packet.boxes.filter(({ state }) => state === 'open')
  if (said === null || said === open.length) return []
  return [
    breach(
      said === 0 ? 'completeIsWhole' : 'openIsCounted',
      `"${page.title}" says ${said} boxes are open, the packet has ${open.length}: ${list(open)}`,
    ),
  ]
}

const list = (boxes: readonly PrintedBox[]): string =>
  boxes
    .slice(0, 4)
    .map((box) => `${box.nr} ${box.label}`)
    .join('; ')

/** What the page before the packet says about two answers of the same thing. */
export const noClash = (page: SeenPage): Breach[] =>
  page.messages.flatMap(({ text }) =>
    /Twee antwoorden passen niet|gaf eerder een ander antwoord|Two answers do not fit|gave another answer to/.test(text)
      ? [breach('noClash', `"${page.title}" says: ${text.slice(0, 240)}`)]
      : [],
  )

/** A field in which something was typed that cannot be right; undefined when it went away by it. */
export const wrongIsTold = (typed: string, field: SeenField | undefined): Breach[] =>
  field === undefined || field.error !== '' || field.value !== typed
    ? []
    : [breach('wrongIsTold', `${JSON.stringify(typed)} at "${field.label}" is taken without a word`)]

/** A card of a list that says it is complete, with the boxes that the questions of its own pages name. */
export interface CompleteRow {
  readonly title: string
  readonly href: string
  readonly boxes: Said['boxes']
}

/** The review says that all questions are answered; cards say that they are complete. A box about a row may wait for a question that stands elsewhere. */
export function completeIsWhole(review: SeenPage, completeRows: readonly CompleteRow[], packet: PrintedPacket): Breach[] {
  const open = packet.boxes.filter(({ state }) => state === 'open')
  const whole = review.messages.some(({ kind, text }) => kind === 'ok' && /alle vragen|all questions/i.test(text))
  return [
    ...(whole && open.length > 0
      ? [breach('completeIsWhole', `the review says that all is answered, the packet has ${open.length} open boxes: ${list(open)}`)]
      : []),
    ...completeRows.flatMap(({ title, boxes }) => {
      const about = open.filter(({ section, row }) => section.endsWith(`: ${title}`) || row === title)
      const own = boxesNamed({ ...packet, boxes: about }, boxes)
      return own.length > 0
        ? [breach('completeIsWhole', `"${title}" is shown as complete, the packet has open boxes about it: ${list(own)}`)]
        : []
    }),
  ]
}

/** The line of the review about an answer, when it has one, says what was typed. */
export function reviewTells({ field, page, say }: Said, review: SeenPage): Breach[] {
  const paper = onPaper(field, say) ?? (typeof say === 'string' ? [squash(say)] : Array.isArray(say) ? null : null)
  if (paper === null) return []
  const lines = review.answers.filter(({ label }) => label === field.label)
  const own = lines.filter(({ under }) => under === page)
  // the name of somebody whom no form asks for it is the heading over what is asked
  const isHeading = review.answers.some(({ under }) => under === page) && paper.some((text) => text !== '' && squash(page).includes(text))
  if (own.length === 0 && isHeading) return []
  const these = own.length > 0 ? own : lines
  if (these.length === 0 || these.some(({ answer }) => paper.some((text) => squash(answer).includes(text)))) return []
  return [breach('reviewTells', `${JSON.stringify(say)} was said at "${field.label}" (${page}); the review says "${these[0]?.answer}"`)]
}
