import { propertyOf } from '../../util/record.ts'
import { isNarrower } from '../conditions/narrower.ts'
import { type Bibob, type BibobBox, type BibobForm, type BibobSection, removedBy } from './context.ts'
import { yearsIn } from './years.ts'

/** Properties that define what a box asks; the others are its words and its place. */
const PURPORT = ['type', 'questions', 'value', 'document', 'rows', 'each', 'where', 'columns', 'join', 'forAuthority', 'bibob'] as const

/** R1, R3, R5, R6, R7, R8 for boxes: nothing new, nothing wider, only other words. */
export function checkBibobBoxes(bibob: Bibob): void {
  const { national, local, report } = bibob
  for (const section of local.sections) {
    const before = national.sections.find(({ id }) => id === section.id)
    if (before === section) continue
    if (!before) added(bibob, section, 'id', `the section ${section.id}`)
    else checkSection(bibob, section, before)
  }
  if (local.confidential !== true && national.confidential === true)
    report(
      'BIBOB_SCOPE',
      'error',
      local,
      'confidential',
      'Answers about people are shown to others when the form is not confidential.',
      'Leave confidential: true as it is in the base (Wet Bibob art. 28).',
    )
  if (JSON.stringify(local.blocks) !== JSON.stringify(national.blocks))
    report(
      'BIBOB_REWORDED',
      'error',
      local,
      'blocks',
      'The parts of a party are those of the national list.',
      'Leave blocks: out of this change; leave parts out per box, with party: { …, without: […] }.',
    )
  for (const section of national.sections) floor(bibob, section, local)
  strangers(bibob)
}

function added({ report }: Bibob, item: object, property: string, what: string): void {
  report(
    'BIBOB_ADDED',
    'error',
    item,
    property,
    `A town may not add ${what} to the national list of Bibob questions.`,
    'Leave it out, or ask it on a form of your own, on its own legal ground and outside the Bibob questions.',
  )
}

function checkSection(bibob: Bibob, section: BibobSection, before: BibobSection): void {
  const { report } = bibob
  for (const key of ['per', 'annex'] as const)
    if (section[key] !== before[key] && !(key === 'annex' && section.annex === true))
      report(
        'BIBOB_SCOPE',
        'error',
        section,
        key,
        `The section ${section.id} would be asked about others than the national list asks about (${before.per ?? 'the business'}).`,
        `Write ${key}: ${String(before[key] ?? 'null')}, as in the base.`,
      )
  for (const key of ['when', 'where'] as const) condition(bibob, section, before, key, `section ${section.id}`)
  if (section.act !== before.act)
    report(
      'BIBOB_CHAPTER',
      'error',
      section,
      'act',
      `The section ${section.id} belongs to ${before.act ?? 'every licence'} and may only be asked when that is applied for.`,
      before.act === undefined ? 'Take act: out again.' : `Write act: ${before.act}, as in the base.`,
    )
  for (const box of section.boxes) {
    const old = before.boxes.find(({ nr }) => nr === box.nr)
    if (old === box) continue
    if (!old) added(bibob, box, 'nr', `the box ${box.nr}`)
    else checkBox(bibob, box, old)
  }
}

function checkBox(bibob: Bibob, box: BibobBox, before: BibobBox): void {
  const { report } = bibob
  for (const key of PURPORT)
    if (JSON.stringify(box[key]) !== JSON.stringify(before[key]))
      report(
        key === 'bibob' ? 'BIBOB_FLOOR' : 'BIBOB_REWORDED',
        'error',
        box,
        key,
        key === 'bibob'
          ? `The mark of box ${box.nr} says what the law demands (${before.bibob ?? 'none'}); a town cannot change it.`
          : `Another ${key} for box ${box.nr} asks something else than the national list does.`,
        `Take ${key}: out of this change; only the words may differ.`,
      )
  const options = (box.options ?? []).filter((option) => !(before.options ?? []).includes(option))
  if (options.length > 0)
    report(
      'BIBOB_REWORDED',
      'error',
      box,
      'options',
      `The box ${box.nr} would get options that the national list does not have: ${options.join(', ')}.`,
      'Keep to the options of the base; leaving some out is allowed.',
    )
  if (before.optional === true && box.optional !== true)
    report(
      'BIBOB_REWORDED',
      'error',
      box,
      'optional',
      `The national list leaves box ${box.nr} to the applicant; a town cannot make it obligatory.`,
      'Write optional: true.',
    )
  if (before.bibob?.startsWith('F') && box.optional === true && before.optional !== true)
    report(
      'BIBOB_FLOOR',
      'error',
      box,
      'optional',
      `The law demands box ${box.nr}, so it cannot be optional.`,
      'Take optional: out of this change.',
    )
  checkParty(bibob, box, before)
  condition(bibob, box, before, 'when', `box ${box.nr}`)
  reworded(bibob, box, before)
}

/** R2 for the parts of a party box: a town may omit parts (the citizen service number of one role, say), but none that the law requires. */
function checkParty(bibob: Bibob, box: BibobBox, before: BibobBox): void {
  const { report, national } = bibob
  if (JSON.stringify(box.party) === JSON.stringify(before.party) || !before.party) return
  const rest = (party: BibobBox['party']): string => JSON.stringify({ ...party, without: [] })
  const dropped = (box.party?.without ?? []).filter((nr) => !(before.party?.without ?? []).includes(nr))
  const more = (before.party.without ?? []).filter((nr) => !(box.party?.without ?? []).includes(nr))
  if (rest(box.party) !== rest(before.party) || more.length > 0)
    report(
      'BIBOB_REWORDED',
      'error',
      box,
      'party',
      `The box ${box.nr} would ask more, or of another party, than the national list does.`,
      'Only add to without:; the rest of party: stays as in the base.',
    )
  const parts = national.blocks?.flatMap((block) => block.boxes) ?? []
  const demanded = (mark: string | undefined): boolean => mark === 'F' || (mark === 'F*' && before.party?.applicant === true)
  const floor = dropped.filter((nr) => demanded(parts.find((part) => part.nr === nr)?.bibob))
  if (floor.length > 0)
    report(
      'BIBOB_FLOOR',
      'error',
      box,
      'party',
      `The law demands ${floor.join(', ')} in box ${box.nr}: they cannot be left out.`,
      'Take them out of without:.',
    )
}

/** R6: a condition may be narrowed, never widened; not even narrowed for what the law requires. */
function condition<T extends BibobBox | BibobSection>(bibob: Bibob, item: T, before: T, key: 'when' | 'where', what: string): void {
  const [now, was] = [item, before].map((each) => propertyOf(each, key))
  if (now === was) return
  const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))
  const demands = 'boxes' in before ? before.boxes.some((box) => box.bibob?.startsWith('F')) : before.bibob?.startsWith('F')
  if (!isNarrower(text(now), text(was)))
    bibob.report(
      'BIBOB_CONDITION',
      'error',
      item,
      key,
      `The ${what} would be asked of more people: its condition is wider than ${was === undefined ? 'always' : `"${String(was)}"`}.`,
      `Write (${String(was)}) and (your condition), or take ${key}: out.`,
    )
  else if (demands)
    bibob.report(
      'BIBOB_FLOOR',
      'error',
      item,
      key,
      `The ${what} is part of what the law demands of everybody; a condition would take it from some.`,
      `Take ${key}: out of this change.`,
    )
}

/** R3 and R5 for the words. Whether a text demands no more and means the same is for people to judge: it is listed for them. */
function reworded({ report }: Bibob, box: BibobBox, before: BibobBox): void {
  if (box.label === before.label) return
  const [now, was] = [yearsIn(box.label), yearsIn(before.label)]
  if (now > Math.max(was, 0) && now > 0)
    report(
      'BIBOB_SCOPE',
      'error',
      box,
      'label',
      `The words of box ${box.nr} look back ${now} years; the national text ${was > 0 ? `${was}` : 'names no number of years'}.`,
      'Ask about no longer a period than the national text; never more than 5 years.',
    )
  else
    report(
      'BIBOB_REWORDED',
      'note',
      box,
      'label',
      `Box ${box.nr} has other words than the national text: "${before.label.nl}".`,
      'Allowed when it helps the applicant, asks no more data or documents, and means the same.',
    )
}

/** R8: what art. 7a(2) requires stays whenever the form is used at all. */
function floor(bibob: Bibob, section: BibobSection, local: BibobForm): void {
  const now = local.sections.find(({ id }) => id === section.id)
  if (now === section) return
  for (const box of section.boxes) {
    if (!box.bibob?.startsWith('F') || now?.boxes.some(({ nr }) => nr === box.nr)) continue
    const origin = removedBy(bibob, 'forms', local.id, 'sections', section.id, 'boxes', box.nr)
    bibob.reportAt(
      'BIBOB_FLOOR',
      'error',
      origin,
      `The law demands box ${box.nr} (${box.label.nl}): it cannot be left out of a Bibob form.`,
      'Take this removal out. To ask nothing with the application, set town.bibob.profile to documents.',
    )
  }
}

/** Boxes and forms that look like Bibob but are not. */
function strangers(bibob: Bibob): void {
  const { catalogue, base, national, report } = bibob
  for (const form of catalogue.forms) {
    if (form.id === national.id || base.forms.includes(form)) continue
    for (const section of form.sections)
      for (const box of section.boxes) if (box.bibob !== undefined) added(bibob, box, 'bibob', `the box ${box.nr} of ${form.id}`)
  }
  for (const licence of catalogue.licences)
    if (bibob.licences.has(licence.id) && licence.form !== national.id)
      report(
        'BIBOB_ADDED',
        'error',
        licence,
        'form',
        `A town may not put a list of its own in the place of the national Bibob questions (${licence.form ?? 'no form'}).`,
        `Write form: ${national.id}.`,
      )
}
