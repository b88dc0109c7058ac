import type { z } from 'zod'
import { type Finding, type FindingCode, inBrief } from '../findings/finding.ts'
import { MOST_FINDINGS } from '../findings/more-findings.ts'
import { nearest } from '../findings/nearest.ts'
import type { AnswerFile, AnswerJson, AnswerRow, RoleEntry } from '../schema/answer-file.ts'
import type { ResolvedQuestion, Variant } from '../variant.ts'
import { fileAnswer } from './answer-problem.ts'
import { type AnswerRowRef, type Answers, type AttachmentState, answerKey, BUSINESS, isPersonOrCompany, listKey } from './answers.ts'

/** Position of a path in the answer file. */
export type Locate = (path: readonly (string | number)[]) => { line: number; column: number }

export interface ReadAnswers {
  readonly answers: Answers
  readonly findings: readonly Finding[]
}

/** Validates a parsed answer file against a variant: unknown questions, options, rows and lists, wrong types and impossible dates are findings; what is right
 * is kept. Every answer that is not used is reported, the first hundred with a suggestion. Ticked roles become rows of their own: `p1/manager`,
 * `p1/shareholder/c1`. */
export function readAnswers(file: z.infer<typeof AnswerFile>, variant: Variant, name: string, at: Locate): ReadAnswers {
  const reading = new Reading(variant, name, at)
  reading.read(file)
  return { answers: reading, findings: reading.findings }
}

class Reading implements Answers {
  readonly values = new Map<string, AnswerJson>()
  readonly rows = new Map<string, AnswerRowRef>()
  readonly lists = new Map<string, string[]>()
  readonly complete = new Set<string>()
  readonly leftEmpty = new Set<string>()
  readonly attachments = new Map<string, AttachmentState>()
  readonly findings: Finding[] = []
  private readonly questions: ReadonlyMap<string, ResolvedQuestion>
  private readonly documents: ReadonlySet<string>
  private readonly roles = new Map<string, number>()
  private readonly pointers: { id: string; path: (string | number)[] }[] = []

  constructor(
    private readonly variant: Variant,
    private readonly file: string,
    private readonly at: Locate,
  ) {
    this.questions = new Map(variant.questions.map((question) => [question.id, question]))
    this.documents = new Set(variant.documents.map(({ id }) => id))
  }

  read(file: z.infer<typeof AnswerFile>): void {
    for (const [id, value] of Object.entries(file.answers)) this.answer(id, null, 'case', value, ['answers', id])
    for (const [collection, rows] of Object.entries(file.collections)) this.collection(collection, null, rows, ['collections', collection])
    for (const [index, key] of file.complete.entries()) this.completed(key, ['complete', index])
    for (const [index, key] of file.leftEmpty.entries()) this.left(key, ['leftEmpty', index])
    file.attachments.forEach((attachment, index) => {
      const [id = '', row] = attachment.document.split('@')
      if (!this.documents.has(id)) {
        this.report(
          'UNKNOWN_REFERENCE',
          ['attachments', index, 'document'],
          `there is no document "${id}".`,
          this.meant(id, () => this.documents),
        )
      } else if (row !== undefined && !this.rows.has(row) && row !== BUSINESS) {
        this.report(
          'ANSWER_UNKNOWN_ROW',
          ['attachments', index, 'document'],
          `there is no row "${row}".`,
          this.meant(row, () => this.rows.keys()),
        )
      } else this.attachments.set(attachment.document, 'later' in attachment ? 'later' : 'none' in attachment ? 'none' : 'attached')
    })
    for (const { id, path } of this.pointers) {
      const row = this.rows.get(id)
      if (id !== BUSINESS && !isPersonOrCompany(row?.subject)) {
        this.report(
          'ANSWER_UNKNOWN_ROW',
          path,
          `"@${id}" points at no person or company of this file.`,
          this.meant(id, () => this.rows.keys(), '@'),
        )
      }
    }
  }

  private collection(id: string, parent: string | null, rows: readonly AnswerRow[], path: (string | number)[]): void {
    const meta = this.variant.collections.find((collection) => collection.id === id)
    const fits = meta && id !== 'parties' && id !== 'roles' && (meta.per === null ? parent === null : true)
    if (!meta || !fits) {
      const names = () =>
        this.variant.collections
          .filter((collection) => collection.id !== 'parties' && collection.id !== 'roles')
          .map((collection) => collection.id)
      this.report('ANSWER_UNKNOWN_COLLECTION', path, `there is no list "${id}" here.`, this.meant(id, names))
      return
    }
    const ids: string[] = []
    this.lists.set(listKey(id, parent), ids)
    rows.forEach((row, index) => {
      const here = [...path, index]
      if (this.rows.has(row.id) || row.id === BUSINESS) {
        this.report(
          'ANSWER_DUPLICATE_ROW',
          [...here, 'id'],
          `the row id "${row.id}" is used twice${row.id === BUSINESS ? ' (it is the built-in row of the business)' : ''}.`,
          'Give every row of the file an id of its own.',
        )
        return
      }
      this.rows.set(row.id, { id: row.id, subject: meta.subject, collection: id, parent })
      ids.push(row.id)
      for (const [key, value] of Object.entries(row)) {
        if (key === 'id' || key === 'roles' || key === 'collections') continue
        this.answer(this.rowFact(key, meta.subject), row.id, meta.subject, value as AnswerJson, [...here, key])
      }
      if (meta.subject === 'hours') this.night(row.id, [...here, 'close'])
      for (const [number, role] of (row.roles ?? []).entries()) this.role(row.id, meta.subject, role, [...here, 'roles', number])
      for (const [nested, list] of Object.entries(row.collections ?? {}))
        this.collection(nested, row.id, list, [...here, 'collections', nested])
    })
  }

  /** A place that opens at 10:00 and closes at 01:00 closes on the next day: read as the early morning, its closing time would always pass the check. */
  private night(row: string, path: (string | number)[]): void {
    const { hours } = this.variant.names
    const [open, close] = [hours.open, hours.close].map((fact) => this.values.get(answerKey(fact, row)))
    if (typeof open !== 'string' || typeof close !== 'string' || inOrder(close) > inOrder(open)) return
    this.values.delete(answerKey(hours.close, row))
    this.report('ANSWER_TYPE', path, `"${close}" is not after the opening at "${open}".`, `Write ${close}+1 when it is after midnight.`)
  }

  /** The prefix may be omitted in a row: `close` is hours.close. */
  private rowFact(key: string, subject: string): string {
    return !this.questions.has(key) && this.questions.has(`${subject}.${key}`) ? `${subject}.${key}` : key
  }

  private role(party: string, subject: string, entry: RoleEntry, path: (string | number)[]): void {
    if (!isPersonOrCompany(subject)) {
      this.report('ANSWER_UNKNOWN_COLLECTION', path, `a row of ${subject} has no roles.`, 'Only people and companies have roles.')
      return
    }
    const role = typeof entry === 'string' ? { role: entry } : entry
    const known = this.variant.roles.find((known) => known.id === role.role)
    if (!known) {
      this.report(
        'ANSWER_UNKNOWN_OPTION',
        path,
        `there is no role "${role.role}".`,
        this.meant(role.role, () => this.variant.roles.map((role) => role.id)),
      )
      return
    }
    if (known.parties !== 'any' && known.parties !== subject) {
      this.report('ANSWER_TYPE', path, `a ${subject} cannot have the role "${role.role}".`, `Only a ${known.parties} can.`)
      return
    }
    const target = 'of' in role && role.of !== undefined ? role.of.replace(/^@/, '') : BUSINESS
    const first = target === BUSINESS ? `${party}/${role.role}` : `${party}/${role.role}/${target}`
    const count = (this.roles.get(first) ?? 0) + 1
    this.roles.set(first, count)
    const id = count === 1 ? first : `${party}/${role.role}/${target}/${count}`
    this.rows.set(id, { id, subject: 'role', collection: 'roles', parent: party })
    const key = listKey('roles', party)
    const list = this.lists.get(key)
    if (list) list.push(id)
    else this.lists.set(key, [id])
    const names = this.variant.names.role
    this.values.set(answerKey(names.kind, id), role.role)
    // no target: a role in the business itself
    if (target === BUSINESS) this.leftEmpty.add(answerKey(names.target, id))
    else {
      this.values.set(answerKey(names.target, id), `@${target}`)
      this.pointers.push({ id: target, path: [...path, 'of'] })
    }
    for (const [name, value] of Object.entries(role)) {
      if (name === 'role' || name === 'of' || name === 'leftEmpty' || value === undefined) continue
      this.answer(`role.${name}`, id, 'role', value, [...path, name])
    }
    if ('leftEmpty' in role) role.leftEmpty?.forEach((name, index) => void this.left(`role.${name}@${id}`, [...path, 'leftEmpty', index]))
  }

  private answer(id: string, row: string | null, subject: string, value: AnswerJson, path: (string | number)[]): void {
    const question = this.questions.get(id)
    const fits =
      question && (question.subject === subject || (question.subject === 'party' && (isPersonOrCompany(subject) || subject === 'case')))
    if (!question || !fits) {
      const names = () => this.variant.questions.filter((question) => question.subject === subject).map((question) => question.id)
      this.report(
        'ANSWER_UNKNOWN_QUESTION',
        path,
        question ? `"${id}" is a question about a ${question.subject}, not about a ${subject}.` : `there is no question "${id}".`,
        this.meant(id, names),
      )
      return
    }
    if (question.derived && !question.refinedBy) {
      this.report('ANSWER_UNKNOWN_QUESTION', path, `"${id}" is computed and never asked.`, 'Leave it out of the file.')
      return
    }
    const read = fileAnswer(question, value)
    if ('problem' in read) {
      this.report(read.problem.code, path, read.problem.message, read.problem.mend)
      return
    }
    if (question.type === 'party') this.pointers.push({ id: String(value).replace(/^@/, ''), path })
    this.values.set(row === null ? (question.subject === 'party' ? `${id}@${BUSINESS}` : id) : `${id}@${row}`, read.answer)
  }

  private completed(key: string, path: (string | number)[]): void {
    const [party = '', nested] = key.split('/')
    const collection = nested ?? party
    const known = this.variant.collections.some((known) => known.id === collection && (nested === undefined || known.per === 'party'))
    if (!known)
      this.report(
        'ANSWER_UNKNOWN_COLLECTION',
        path,
        `there is no list "${key}".`,
        this.meant(collection, () => this.variant.collections.map((collection) => collection.id)),
      )
    else if (nested !== undefined && !this.rows.has(party))
      this.report(
        'ANSWER_UNKNOWN_ROW',
        path,
        `there is no row "${party}".`,
        this.meant(party, () => this.rows.keys()),
      )
    else this.complete.add(key)
  }

  private left(key: string, path: (string | number)[]): void {
    const [id = '', row] = key.split('@')
    const question = this.questions.get(id)
    if (!question)
      this.report(
        'ANSWER_UNKNOWN_QUESTION',
        path,
        `there is no question "${id}".`,
        this.meant(id, () => this.questions.keys()),
      )
    else if (row !== undefined && !this.rows.has(row) && row !== BUSINESS)
      this.report(
        'ANSWER_UNKNOWN_ROW',
        path,
        `there is no row "${row}".`,
        this.meant(row, () => this.rows.keys()),
      )
    else if (!question.optional)
      this.report('ANSWER_TYPE', path, `"${id}" may not be left empty.`, 'Only optional questions may; answer it, or leave it open.')
    else this.leftEmpty.add(key)
  }

  /** A suggestion of what was meant; not computed for more mistakes than anybody mends at once. */
  private meant(name: string, names: () => Iterable<string>, prefix = ''): string {
    const found = this.findings.length < MOST_FINDINGS ? nearest(name, names()) : null
    return found ? `Did you mean ${prefix}${found}?` : 'Mend or remove it.'
  }

  private report(code: FindingCode, path: (string | number)[], message: string, mend: string): void {
    const { line, column } = this.at(path)
    this.findings.push(
      inBrief({
        code,
        severity: 'error',
        file: this.file,
        line,
        column,
        path: path
          .map((part) => (typeof part === 'number' ? `[${part}]` : part))
          .join('.')
          .replaceAll('.[', '['),
        message,
        mend,
      }),
    )
  }
}

/** Sort key of the clock times of a night: those after midnight last. */
const inOrder = (time: string): string => `${time.endsWith('+1') ? 1 : 0} ${time}`
