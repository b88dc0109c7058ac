import { AnswerFile, type AnswerJson, type AnswerRow } from '../../src/model/schema/answer-file.ts'

/** Rows of the example → rows that the pages gave: the first of a list is the first of that list, and so on. */
export function rowNames(example: AnswerFile, entered: AnswerFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const pair = (
    wanted: Readonly<Record<string, readonly AnswerRow[]>> = {},
    given: Readonly<Record<string, readonly AnswerRow[]>> = {},
  ): void => {
    for (const [list, rows] of Object.entries(wanted)) {
      rows.forEach((row, index) => {
        const other = given[list]?.[index]
        if (!other) return
        names.set(row.id, other.id)
        pair(row.collections, other.collections)
      })
    }
  }
  pair(example.collections, entered.collections)
  return names
}

/** The same answers with other names of rows: at the rows, in what points at them, and in keys. */
export function renamed(file: AnswerFile, names: ReadonlyMap<string, string>): AnswerFile {
  const name = (id: string): string => names.get(id) ?? id
  const value = (answer: unknown): unknown => (typeof answer === 'string' && /^@[a-z]/.test(answer) ? `@${name(answer.slice(1))}` : answer)
  const key = (text: string): string => text.replace(/@(.+)$/, (_, row: string) => `@${name(row)}`)
  const lists = (all: Readonly<Record<string, readonly AnswerRow[]>>): Record<string, AnswerRow[]> =>
    Object.fromEntries(Object.entries(all).map(([list, rows]) => [list, rows.map(row)]))
  function row({ id, roles, collections, ...facts }: AnswerRow): AnswerRow {
    return {
      id: name(id),
      ...Object.fromEntries(Object.entries(facts).map(([fact, answer]) => [fact, value(answer)])),
      ...(roles && {
        roles: roles.map((role) =>
          typeof role === 'string' || role.of === undefined ? role : { ...role, of: name(role.of.replace(/^@/, '')) },
        ),
      }),
      ...(collections && { collections: lists(collections) }),
    }
  }
  return AnswerFile.parse({
    ...file,
    answers: Object.fromEntries(Object.entries(file.answers).map(([fact, answer]) => [fact, value(answer) as AnswerJson])),
    collections: lists(file.collections),
    complete: file.complete.map((list) => list.replace(/^([^/]+)\//, (_, party: string) => `${name(party)}/`)),
    leftEmpty: file.leftEmpty.map(key),
    attachments: file.attachments.map((attachment) => ({ ...attachment, document: key(attachment.document) })),
  })
}

/** Where two answer files do not say the same: `place: of the first | of the second`. */
export function differences(first: AnswerFile, second: AnswerFile): string[] {
  const found: string[] = []
  const hold = (place: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      found.push(`${place}: ${JSON.stringify(a) ?? 'nothing'} | ${JSON.stringify(b) ?? 'nothing'}`)
  }
  const facts = (place: string, a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): void => {
    for (const fact of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (fact === 'collections') lists(`${place}.`, (a.collections ?? {}) as Lists, (b.collections ?? {}) as Lists)
      else hold(`${place}${place ? '.' : ''}${fact}`, a[fact], b[fact])
    }
  }
  const lists = (place: string, a: Lists, b: Lists): void => {
    for (const list of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [one = [], other = []] = [a[list], b[list]]
      for (let index = 0; index < Math.max(one.length, other.length); index += 1)
        facts(`${place}${list}[${index}]`, one[index] ?? {}, other[index] ?? {})
    }
  }
  const sets = (place: string, a: readonly string[], b: readonly string[]): void => {
    for (const each of a) if (!b.includes(each)) found.push(`${place}: ${each} | nothing`)
    for (const each of b) if (!a.includes(each)) found.push(`${place}: nothing | ${each}`)
  }
  facts('', first.answers, second.answers)
  lists('', first.collections, second.collections)
  sets('complete', first.complete, second.complete)
  sets('leftEmpty', first.leftEmpty, second.leftEmpty)
  const attached = ({ attachments }: AnswerFile): string[] =>
    attachments.map((each) => `${each.document} ${'file' in each ? each.file : Object.keys(each).find((name) => name !== 'document')}`)
  sets('attachments', attached(first), attached(second))
  return found
}

type Lists = Readonly<Record<string, readonly AnswerRow[]>>
