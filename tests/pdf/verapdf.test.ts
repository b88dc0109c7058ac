import { describe, expect, test } from 'vitest'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { bytesOf } from './packets.ts'
import { inAnyScript } from './texts-of-the-world.ts'
import { filesOf, WAYS } from './validated.ts'
import { unlessThere, validate, whyNoValidator } from './verapdf.ts'

/** One example for each way to make a packet: all kinds of files of a set, open boxes, a stop, and towns with changes of their own. */
const SAMPLE = [
  'partner-joins',
  'base/examples/manager-leaves',
  'stop-food-truck',
  'amsterdam/examples/weesp-inner-city',
  'lunchroom-without-alcohol',
  'base/examples/outcome-quiet-tea-room',
  'rotterdam/examples/cafe-with-machines',
  'bibob-sole-trader',
]
const missing = whyNoValidator()

// every example is in verapdf.deep.test.ts: it takes minutes
describe.skipIf(missing !== null)('veraPDF', () => {
  test(`a packet of every kind is PDF/A-3a and PDF/UA-1, in either language and any script, as one file and as a set, with attachments and without${unlessThere(missing)}`, async () => {
    const files = new Map<string, Uint8Array>()
    for (const [index, way] of WAYS.entries()) {
      const example = shippedExamples().find(({ file }) => file.endsWith(`${SAMPLE[index]}.yaml`))
      if (!example) throw new Error(`no example ${SAMPLE[index]}`)
      for (const [name, bytes] of await filesOf(example, way)) files.set(name, bytes)
    }
    for (const lang of ['nl', 'en'] as const) files.set(`any script, ${lang}.pdf`, await bytesOf(inAnyScript(lang)))
    const verdicts = validate('validated-short', files)
    expect(verdicts.filter(({ passed }) => !passed)).toEqual([])
    expect(verdicts.length).toBe(files.size * 2)
  }, 900_000)
})
