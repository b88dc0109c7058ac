import { expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import type { Lang } from '../../src/model/lang.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

test.each<Lang>(['nl', 'en'])('what a town has set stands in a packet in the words of its reader, never by its id: %s', (lang) => {
  const told = new Set<string>()
  for (const { application, answers } of shippedExamples())
    for (const { value } of packetContent(openCase(application.variant, answers, application.dates, lang), 'H1-0', '').unverified)
      told.add(value)
  expect(told.size).toBeGreaterThan(10)
  const ids = new Set(
    shippedExamples().flatMap(({ application }) =>
      application.variant.parameters.flatMap(({ options }) => options?.map(({ id }) => id) ?? []),
    ),
  )
  const words = new Set(
    shippedExamples().flatMap(({ application }) =>
      application.variant.parameters.flatMap(({ options }) => options?.map(({ label }) => label[lang]) ?? []),
    ),
  )
  const asIds = [...told].filter((value) => value === 'true' || value === 'false' || (ids.has(value) && !words.has(value)))
  expect(asIds).toEqual([])
})
