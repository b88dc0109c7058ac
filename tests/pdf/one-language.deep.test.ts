import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { contentInWords } from '../../src/engine/packet/english-lines.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { TEXTS } from '../../src/pdf/texts.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { foreign } from '../rules/languages.ts'

const measure = (text: string, _weight: string, size: number): number => text.length * size * 0.5

interface Printed {
  readonly forApplicant: Map<string, string>
  readonly forTown: Map<string, string>
}

/** Everything that the packets of all examples print in each half, with the first example that does. An address is one word, cut where the line ends. */
function printed(lang: 'nl' | 'en'): Printed {
  const found: Printed = { forApplicant: new Map(), forTown: new Map() }
  for (const { file, application, answers } of shippedExamples()) {
    const inLang = openCase(application.variant, answers, application.dates, lang)
    const { pages, bookmarks } = layOut(contentInWords(inLang, 'H1-0', '', { englishLines: false }), '', measure)
    const town = bookmarks.findIndex(({ title }) => title === TEXTS.nl.forTown)
    // the first page names the parts for the town as they are called
    const titles = new Set(town < 0 ? [] : bookmarks.slice(town).map(({ title }) => title))
    // where nothing is applied for, all is for the applicant
    const begins = bookmarks[town]?.page ?? Number.POSITIVE_INFINITY
    for (const [index, { placements, part }] of pages.entries()) {
      const lines = index + 1 < begins ? found.forApplicant : found.forTown
      let address: boolean = false
      for (const placement of placements) {
        if (placement.kind !== 'text') continue
        const starts = placement.text.includes('http')
        const isAddress: boolean = starts || (address && !placement.text.includes(' '))
        if (!isAddress && !(index + 1 < begins && titles.has(placement.text))) lines.set(placement.text, `${file}, ${part}`)
        address = isAddress
      }
    }
  }
  return found
}

/** What a form prints in Dutch whoever reads it, for a clerk does: options, and what somebody typed. */
function ofTheClerk(): Set<string> {
  const said = new Set<string>()
  for (const { application, answers } of shippedExamples()) {
    for (const form of application.variant.forms)
      for (const { sections, blocks } of [form])
        for (const { boxes } of [...sections, ...blocks])
          for (const box of boxes) {
            for (const option of box.options ?? []) said.add(option)
            for (const option of Object.values(box.print ?? {})) said.add(String(option))
            for (const column of box.columns ?? []) for (const option of Object.values(column.print ?? {})) said.add(String(option))
          }
    for (const value of answers.values.values()) for (const each of [value].flat()) said.add(String(each))
  }
  return said
}

describe('a packet is in the language of its reader', () => {
  const [dutch, english] = [printed('nl'), printed('en')]

  test('nothing in a Dutch packet of any example is English', () => {
    const lines = [...dutch.forApplicant, ...dutch.forTown]
    expect(lines.length).toBeGreaterThan(3000)
    expect(lines.filter(([text]) => foreign(text, 'nl').length > 0)).toEqual([])
  })

  test('what the town gets is Dutch, and the same, whatever language the applicant reads', () => {
    expect([...english.forTown].filter(([text]) => foreign(text, 'nl').length > 0)).toEqual([])
    // but for the numbers of pages
    const words = ({ forTown }: Printed) => new Set([...forTown.keys()].filter((text) => !/\d/.test(text)))
    expect(words(english)).toEqual(words(dutch))
    expect(words(english).size).toBeGreaterThan(2000)
  })

  test('nothing that is for who reads English is Dutch, but what a form prints for the clerk and what was typed', () => {
    const clerk = [...ofTheClerk()].filter((text) => text.length > 1)
    const own = [...english.forApplicant].filter(
      ([text]) => foreign(text, 'en').length > 0 && !clerk.some((said) => said.includes(text) || text.includes(said)),
    )
    expect(english.forApplicant.size).toBeGreaterThan(1000)
    expect(own).toEqual([])
  })
})
