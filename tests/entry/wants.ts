import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Big from 'big.js'
import { openProject, openVariant } from '../../src/cli/project.ts'
import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { clock } from '../../src/feel/clock.ts'
import { type Answers, type AttachmentState, answerKey, BUSINESS, listKey } from '../../src/model/answers/answers.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { AnswerFile, type AnswerJson } from '../../src/model/schema/answer-file.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import type { ResolvedQuestion, Variant } from '../../src/model/variant.ts'
import { NL } from '../../src/ui/text/nl.ts'
import { ROOT } from '../browser/site.ts'
import type { ControlKind, FieldName, Say } from '../walk/page-reader.ts'

/** Whose answer: null for the case, else a row of the example. */
export type Subject = string | null

/** What an example wants to say on one question of a page. */
export interface Wish {
  /** `fact` or `fact@row`, for messages. */
  readonly key: string
  /** `said`: it holds this answer. `empty`: left empty by choice. `implied`: it holds a more exact answer, and this is what that comes to.
   * `silent`: it says nothing. */
  readonly kind: 'said' | 'empty' | 'implied' | 'silent'
  readonly say: Say | null
}

/** A role of a party: as a tick in the business, or in another company or for another person. */
export interface WantedRole {
  readonly id: string
  readonly label: string
  /** Row of the example; null is the business itself. */
  readonly of: string | null
}

const project = openProject(ROOT, undefined)

/** An example as somebody who wants to say it: for words on a page it has the words of an answer. It knows the rules only as labels. */
export class Wants {
  readonly variant: Variant
  readonly file: AnswerFile
  readonly today: string
  readonly title: string
  readonly answers: Answers
  private readonly application: Case
  private readonly questions: ReadonlyMap<string, ResolvedQuestion>
  private readonly byLabel = new Map<string, ResolvedQuestion[]>()
  private readonly groups: ReadonlyMap<string, string>

  /** @param path of the example, from the root of the project */
  constructor(readonly path: string) {
    const {
      title,
      today,
      expect: _expect,
      ...rest
    } = ExampleFile.parse(readYaml(path, readFileSync(join(ROOT, path), 'utf8')).source.value)
    this.file = AnswerFile.parse(rest)
    this.today = today
    this.title = title
    const { variant, findings } = openVariant(project, this.file.variant, today)
    if (!variant) throw new Error(`${path}: ${findings[0]?.message}`)
    this.variant = variant
    const read = readAnswers(this.file, variant, path, () => ({ line: 1, column: 1 }))
    if (read.findings.length > 0) throw new Error(`${path}: ${read.findings[0]?.message}`)
    this.answers = read.answers
    this.application = openCase(variant, read.answers, { today }, 'nl')
    this.questions = new Map(variant.questions.map((question) => [question.id, question]))
    this.groups = new Map(variant.groups.flatMap(({ label, parts }) => parts.map((part) => [part, label.nl] as const)))
    for (const question of variant.questions) {
      if (question.derived && !question.refinedBy) continue
      // in some cases a question is asked in other words
      const said = [question, ...(question.wording ?? [])].flatMap(({ label }) => (label ? [even(label.nl)] : []))
      for (const label of new Set(said)) this.byLabel.set(label, [...(this.byLabel.get(label) ?? []), question])
    }
  }

  /** What to say where these words stand, on a page about this subject with this title; null when no question has these words. */
  wishFor(subject: Subject, { label, group = '', nth = 0, control }: FieldName & { control: ControlKind }, title: string): Wish | null {
    const asked = this.asked(subject, label, group, title).filter(({ question }) => controlOf(question) === control)
    if (asked.length === 0) return null
    if (asked.length > 1 && !asked.every(({ question }) => question === asked[0]?.question))
      throw new Error(`"${label}" on "${title}" may be ${asked.map(({ key }) => key).join(' or ')}: the page does not say which`)
    const one = asked[nth]
    return one ? this.wish(one.key, one.question) : null
  }

  /** Facts that these words may stand for: by the subject of the page, then by group and topic where several have the same words. */
  private asked(subject: Subject, label: string, group: string, title: string): { key: string; question: ResolvedQuestion }[] {
    const ref = subject === null ? null : this.answers.rows.get(subject)
    const isParty = ref?.subject === 'person' || ref?.subject === 'company'
    const all = (this.byLabel.get(label) ?? []).flatMap((question): { key: string; question: ResolvedQuestion }[] => {
      if (subject === null) {
        if (question.subject === 'case') return [{ key: question.id, question }]
        return question.subject === 'party' ? [{ key: answerKey(question.id, BUSINESS), question }] : []
      }
      if (question.subject === ref?.subject || (question.subject === 'party' && isParty))
        return [{ key: answerKey(question.id, subject), question }]
      if (question.subject !== 'role' || !isParty) return []
      const roles = (this.answers.lists.get(listKey('roles', subject)) ?? []).filter((role) => this.isOpenTo(question, role))
      const under = roles.filter((role) => this.roleWords(role).some((words) => words === group))
      return (under.length > 0 ? under : roles).map((role) => ({ key: answerKey(question.id, role), question }))
    })
    if (all.length < 2) return all
    const inGroup = all.filter(({ question }) => (this.groups.get(question.id) ?? '') === group)
    const rest = inGroup.length > 0 ? inGroup : all
    const topic = this.variant.topics.find(({ label: topicLabel }) => topicLabel.nl === title)?.id
    const inTopic = rest.filter(({ question }) => question.topic === topic)
    if (inTopic.length > 0) return inTopic
    const step = this.variant.steps.find((each) => each.title.nl === title)
    const inStep = rest.filter(({ question }) => step?.ask.includes(question.id))
    return inStep.length > 0 ? inStep : rest
  }

  private isOpenTo(question: ResolvedQuestion, row: string): boolean {
    return this.application.memo.get(`fact|${question.id}|${row}`) !== null || this.answers.values.has(answerKey(question.id, row))
  }

  private wish(key: string, question: ResolvedQuestion): Wish {
    const value = this.answers.values.get(key)
    if (value !== undefined) return { key, kind: 'said', say: this.words(question, value) }
    if (this.answers.leftEmpty.has(key)) return { key, kind: 'empty', say: emptyOf(question) }
    const implied = this.implied(key)
    return implied === null ? { key, kind: 'silent', say: null } : { key, kind: 'implied', say: this.words(question, implied) }
  }

  /** What its more exact answers come to, for a question that it does not answer itself. */
  implied(key: string): AnswerJson | null {
    const [fact = '', row = ''] = key.split('@')
    const question = this.questions.get(fact)
    if (!question || !(question.options || question.type === 'yesNo' || question.refinedBy)) return null
    return asAnswer(question, this.application.memo.get(`fact|${fact}|${row}`))
  }

  /** An answer in the words and signs that a person would give to the control of such a question. */
  private words(question: ResolvedQuestion, value: AnswerJson): Say {
    const option = (id: string): string => question.options?.find((each) => each.id === id)?.label.nl ?? id
    if (typeof value === 'boolean') return value ? NL.yes : NL.no
    if (Array.isArray(value)) return value.map(option).map(even)
    switch (question.type) {
      case 'choice':
        return even(option(String(value)))
      case 'multiChoice':
        return [even(option(String(value)))]
      case 'amount':
        return (Number(value) / 100).toFixed(2).replace('.', ',').replace(',00', '')
      case 'country':
        return COUNTRIES.of(String(value)) ?? String(value)
      case 'party':
        return this.nameOf(String(value).replace(/^@/, ''))
      case 'period': {
        const [from = '', until = ''] = String(value).split('/')
        return { from, until }
      }
      case 'time': {
        const [time = '', next] = String(value).split('+')
        return { time, nextDay: next !== undefined }
      }
      default:
        return typeof value === 'number' ? String(value).replace('.', ',') : value
    }
  }

  /** How a row is called, as its card does; null when it has no name of its own. */
  nameOf(row: string): string {
    if (row === BUSINESS) return NL.party.business
    const read = (fact: string): string => String(this.answers.values.get(answerKey(fact, row)) ?? '')
    return this.answers.rows.get(row)?.subject === 'company'
      ? read('company.statutoryName')
      : `${read('person.firstNames')} ${read('person.lastName')}`
  }

  rows(collection: string, parent: string | null): readonly string[] {
    return this.answers.lists.get(listKey(collection, parent)) ?? []
  }

  isComplete = (collection: string, parent: string | null): boolean => this.answers.complete.has(listKey(collection, parent))

  roles(party: string): readonly WantedRole[] {
    return this.rows('roles', party).flatMap((id) => {
      const kind = this.answers.values.get(answerKey('role.kind', id))
      const target = this.answers.values.get(answerKey('role.target', id))
      const role = this.variant.roles.find((each) => each.id === kind)
      return role ? [{ id, label: even(role.label.nl), of: typeof target === 'string' ? target.replace(/^@/, '') : null }] : []
    })
  }

  /** How a role may be called above its questions. */
  private roleWords(role: string): string[] {
    const party = this.answers.rows.get(role)?.parent ?? ''
    const found = this.roles(party).find(({ id }) => id === role)
    if (!found) return []
    return [found.label, `${found.label}: ${found.of === null ? NL.party.business : this.nameOf(found.of)}`]
  }

  /** What it says of the document of a card; undefined when it says nothing of it.
   * @param card its title: the name of the document, with the person or company that it is of behind it */
  attachment(card: string): AttachmentState | undefined {
    const said = [...this.answers.attachments].map(([key, state]) => {
      const [id, row] = key.split('@')
      const name = this.variant.documents.find((each) => each.id === id)?.name.nl ?? ''
      const isParty = row !== undefined && PARTIES.has(this.answers.rows.get(row)?.subject ?? '')
      return { title: isParty ? `${name} (${this.nameOf(row)})` : name, state }
    })
    // what holds for each person names none
    return (said.find(({ title }) => title === card) ?? said.find(({ title }) => card.startsWith(`${title} (`)))?.state
  }

  /** Every answer it gives. */
  keys(): readonly string[] {
    return [...this.answers.values.keys()]
  }

  question = (fact: string): ResolvedQuestion | undefined => this.questions.get(fact)
}

const PARTIES: ReadonlySet<string> = new Set(['person', 'company'])
const COUNTRIES = new Intl.DisplayNames(['nl'], { type: 'region' })

const even = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** How a question of such a kind is answered: who sees a list of choices and not a field knows what is meant. */
function controlOf({ type }: ResolvedQuestion): ControlKind {
  if (type === 'yesNo' || type === 'choice') return 'radio'
  if (type === 'multiChoice') return 'ticks'
  if (type === 'country' || type === 'party') return 'select'
  if (type === 'longText') return 'textarea'
  return type === 'date' || type === 'time' || type === 'period' ? type : 'text'
}

function emptyOf({ type }: ResolvedQuestion): Say {
  if (type === 'multiChoice') return []
  if (type === 'period') return { from: '', until: '' }
  return type === 'time' ? { time: '', nextDay: false } : ''
}

/** What more exact answers come to. */
function asAnswer({ type }: ResolvedQuestion, value: unknown): AnswerJson | null {
  if (value instanceof Big) return type === 'time' ? clock(Number(value)) : Number(type === 'amount' ? value.times(100) : value)
  if (typeof value === 'boolean' || (typeof value === 'string' && value !== '')) return value
  if (typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)) return value.items.map(String)
  return null
}
