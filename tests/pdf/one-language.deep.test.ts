import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { foreign } from '../rules/languages.ts'

const measure = (text: string, _weight: string, size: number): number => text.length * size * 0.5

/** Everything that the packets of all examples print, with the first example that does. An address is one word, cut where the line ends. */
function printed(lang: 'nl' | 'en'): Map<string, string> {
  const lines = new Map<string, string>()
  for (const { file, application, answers } of shippedExamples()) {
    const content = packetContent(openCase(application.variant, answers, application.dates, lang), 'H1-0', '')
    for (const page of layOut(content, '', measure).pages) {
      let address = false
      for (const placement of page.placements) {
        if (placement.kind !== 'text') continue
        const begins = placement.text.includes('http')
        if (!begins && !(address && !placement.text.includes(' '))) lines.set(placement.text, file)
        address = begins || (address && !placement.text.includes(' '))
      }
    }
  }
  return lines
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
  test('nothing in a Dutch packet of any example is English', () => {
    const lines = printed('nl')
    expect(lines.size).toBeGreaterThan(3000)
    expect([...lines].filter(([text]) => foreign(text, 'nl').length > 0)).toEqual([])
  })

  test('nothing in an English packet is Dutch, but what a form prints for the clerk and what was typed', () => {
    const clerk = [...ofTheClerk()].filter((text) => text.length > 1)
    const own = [...printed('en')].filter(
      ([text]) => foreign(text, 'en').length > 0 && !clerk.some((said) => said.includes(text) || text.includes(said)),
    )
    expect(own).toEqual([])
  })
})
