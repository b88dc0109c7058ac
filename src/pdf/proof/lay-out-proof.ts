import type { PacketContent, Proof } from '../../engine/assessment.ts'
import { formatDate } from '../../engine/forms/format.ts'
import { type Measure, node, type PacketDocument } from '../document.ts'
import { Flow } from '../flow.ts'
import { decorate } from '../lay-out.ts'
import { layOutAttention, layOutFees, layOutTerms, resultsOf } from '../parts/before.ts'
import { layOutFacts } from '../parts/cover-page.ts'
import { dutchIn, layOutTable } from '../table.ts'
import { TEXTS } from '../texts.ts'
import { PROOF } from './texts.ts'

type ProofContent = PacketContent & { readonly proof: Proof }
type Words = (typeof PROOF)['nl']

/** Height that must stay with a heading and the line below it: the first rows of its table. */
const BELOW = 150

/** Lays out the proof of an outcome with the parts of a packet: pure, the same content gives the same pages. `hash`: checksum of the answers it is
 * about. */
export function layOutProof(content: ProofContent, hash: string, measure: Measure): PacketDocument {
  const { lang } = content
  const said = PROOF[lang]
  const words = TEXTS[lang]
  const flow = new Flow(measure, node('Document'), 1)
  const title = [said.title, content.businessName].filter(Boolean).join(' · ')
  head(flow, content, title)
  outcome(flow, content)
  layOutFees(flow, content, words)
  layOutTerms(flow, content, words)
  if (content.attention.length > 0) {
    flow.beginHere(said.attention)
    flow.heading(1, said.attention)
    layOutAttention(flow, content.attention, words)
  }
  answers(flow, content)
  values(flow, content)
  check(flow, content, hash)
  flow.pages.forEach((page, index) => {
    decorate(page, { number: index + 1, total: flow.pages.length, below: said.foot }, content, measure)
  })
  return {
    pages: flow.pages,
    root: flow.root,
    bookmarks: flow.bookmarks,
    places: flow.places,
    lang,
    title,
    colour: content.colours.primary ?? '#1f3d7a',
  }
}

function head(flow: Flow, content: ProofContent, title: string): void {
  const { lang, assessment } = content
  const said = PROOF[lang]
  const words = TEXTS[lang]
  const { today, filing, start } = assessment.dates
  flow.begin(title, said.title)
  flow.heading(1, title)
  flow.paragraph(said.isNot, { weight: 'bold', after: 8 })
  const facts: [string, string][] = [
    [words.for, content.applicant],
    [words.business, content.businessName],
    [words.premises, content.premises],
    [words.town, [content.variantName, content.districtLine].filter(Boolean).join(', ')],
    [words.reference, content.reference],
    [said.made, formatDate(today, lang)],
    [said.filing, formatDate(filing, lang)],
    [said.start, start === null ? '' : formatDate(start, lang)],
    [said.rules, said.version(assessment.ruleSet.id, assessment.ruleSet.version)],
  ]
  // after nine answers nobody has said yet what the business is called
  layOutFacts(
    flow,
    facts.filter(([, value]) => value !== ''),
  )
}

function outcome(flow: Flow, content: ProofContent): void {
  const { lang, assessment, proof } = content
  const said = PROOF[lang]
  const words = TEXTS[lang]
  flow.beginHere(words.outcome)
  flow.heading(1, words.outcome)
  flow.paragraph(words.according(formatDate(assessment.dates.filing, lang), assessment.ruleSet.version))
  if (assessment.stop) flow.paragraph(assessment.stop.text, { weight: 'bold' })
  const rows = resultsOf(content, words).map(({ id, name, result, because, unverified }) => {
    return [name, result, because, sourceIn(said, proof.rules[id] ?? null, unverified)]
  })
  layOutTable(flow, [words.licence, words.result, words.because, said.ruleAndSource], rows, [3, 2.5, 5.2, 4], { size: 8.5 })
}

const sourceIn = (said: Words, source: string | null, unverified: boolean): string =>
  source === null ? said.noSource : unverified ? `${source} (${said.notRead})` : source

function answers(flow: Flow, { lang, proof }: ProofContent): void {
  const said = PROOF[lang]
  flow.beginHere(said.answers, BELOW)
  flow.heading(1, said.answers)
  flow.paragraph([said.answersNote, proof.others > 0 ? said.others(proof.others) : ''].filter(Boolean).join(' '))
  for (const { topic, lines, lists } of proof.answers) {
    flow.heading(2, topic)
    if (lines.length > 0)
      layOutTable(
        flow,
        [said.question, said.answer],
        lines.map(({ question, answer }) => [question, answer]),
        [6, 5],
        { size: 8.5, plain: true },
      )
    for (const list of lists) layOutRows(flow, list, said)
  }
}

/** More questions than this do not fit as columns of one table. */
const MOST_COLUMNS = 6

/** What was said about persons or things: side by side where that is readable. */
function layOutRows(flow: Flow, { list, questions, rows }: Proof['answers'][number]['lists'][number], said: Words): void {
  if (questions.length <= MOST_COLUMNS) {
    layOutTable(
      flow,
      [list, ...questions],
      rows.map(({ name, answers }) => [name, ...answers]),
      [3, ...questions.map(() => 2.6)],
      { size: 8, headSize: 7.5, plain: true },
    )
    return
  }
  for (const { name, answers } of rows) {
    flow.heading(3, name)
    layOutTable(
      flow,
      [said.question, said.answer],
      questions.flatMap((question, index) => (answers[index] ? [[question, answers[index]]] : [])),
      [6, 5],
      { size: 8.5, plain: true },
    )
  }
}

function values(flow: Flow, { lang, proof }: ProofContent): void {
  if (proof.values.length === 0) return
  const said = PROOF[lang]
  const words = TEXTS[lang]
  flow.beginHere(said.values, BELOW)
  flow.heading(1, said.values)
  flow.paragraph(said.valuesNote)
  layOutTable(
    flow,
    [words.what, words.value, words.source],
    proof.values.map(({ what, value, source, unverified }) => [what, value ?? said.notKnown, sourceIn(said, source, unverified)]),
    [5, 3.4, 5],
    { size: 8.5, ...dutchIn(lang, false, false, true) },
  )
}

/** How anybody can verify that this follows from those answers. */
function check(flow: Flow, { lang, assessment }: ProofContent, hash: string): void {
  const said = PROOF[lang]
  const { hash: rules } = assessment.ruleSet
  flow.beginHere(said.check)
  flow.heading(1, said.check)
  flow.paragraph(said.checkNote)
  flow.paragraph(`${TEXTS[lang].hash}: ${hash}`, { size: 8, after: 2 })
  flow.paragraph(`${said.rulesHash}: ${rules}`, { size: 8 })
}
