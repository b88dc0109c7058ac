import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Icon } from '../../src/model/schema/common.ts'
import { shippedVariant } from '../engine/shipped.ts'

const ROOT = join(import.meta.dirname, '../..')
const drawn = new Map(
  [
    ...readFileSync(join(ROOT, 'src/ui/style/draft/icons.css'), 'utf8').matchAll(
      /\[data-icon="(\w+)"\] \{\s+mask-image: url\("([^"]+)"\)/g,
    ),
  ].map(([, name = '', file = '']) => [name, file]),
)

test('every icon that rules may name is drawn, by a file of its own', () => {
  expect([...drawn.keys()].toSorted()).toEqual(Icon.options.toSorted())
  expect(new Set(drawn.values()).size).toBe(drawn.size)
  for (const file of drawn.values()) expect([file, existsSync(join(ROOT, 'node_modules', file))]).toEqual([file, true])
})

test.each(['voorbeeld', 'amsterdam/centrum', 'texel'])('licences and topics of %s have one', (town) => {
  const { licences, topics } = shippedVariant(town)
  expect([...licences, ...topics].filter(({ icon }) => icon === null).map(({ id }) => id)).toEqual([])
})
