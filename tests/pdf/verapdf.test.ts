import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { proofContent } from '../../src/engine/packet/proof-content.ts'
import { readPicture } from '../../src/model/house-style/picture-mark.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { png } from '../model/png-files.ts'
import { bytesOf, caseOf, contentWithEnglish } from './packets.ts'
import { inAnyScript } from './texts-of-the-world.ts'
import { filesOf, WAYS } from './validated.ts'
import { FOR_FEW_FILES, unlessThere, validate, whyNoValidator } from './verapdf.ts'

/** The ways that verapdf.deep.test.ts, which makes every example, leaves out: with one example each, of a town with changes of its own among them. */
const SAMPLE = ['partner-joins', 'amsterdam/examples/weesp-inner-city', 'lunchroom-without-alcohol', 'bibob-sole-trader']
const LEFT = WAYS.filter(({ set, attached }) => set === attached)
const missing = whyNoValidator()

/** A page that says of itself nothing that the standards want. */
async function notOurs(): Promise<Uint8Array> {
  const plain = await PDFDocument.create()
  plain.addPage().drawText('untagged')
  return plain.save()
}

describe.skipIf(missing !== null)('veraPDF', () => {
  test(`a packet is PDF/A-3a and PDF/UA-1, in either language and any script, as one file and as a set with attachments; a proof too${unlessThere(missing)}`, async () => {
    const files = new Map<string, Uint8Array>()
    for (const [index, way] of LEFT.entries()) {
      const example = shippedExamples().find(({ file }) => file.endsWith(`${SAMPLE[index]}.yaml`))
      if (!example) throw new Error(`no example ${SAMPLE[index]}`)
      for (const [name, bytes] of await filesOf(example, way)) files.set(name, bytes)
    }
    const cafe = 'rules/base/examples/cafe-terrace-machines.yaml'
    for (const lang of ['nl', 'en'] as const) files.set(`English lines, ${lang}.pdf`, await bytesOf(contentWithEnglish(cafe, lang)))
    for (const lang of ['nl', 'en'] as const) files.set(`any script, ${lang}.pdf`, await bytesOf(inAnyScript(lang)))
    const mark = readPicture(png({ width: 40, height: 40 }).toString('base64'))
    if (!('png' in mark)) throw new Error('no mark')
    files.set('a mark of points.pdf', await bytesOf({ ...contentWithEnglish('rules/base/examples/manager-change.yaml', 'nl'), mark }))
    files.set('no packet.pdf', await notOurs())
    for (const lang of ['nl', 'en'] as const) {
      const { application, answersJson } = caseOf(cafe, lang)
      files.set(`proof, ${lang}.pdf`, await bytesOf(proofContent(application, 'H1-TEST-0001', answersJson)))
    }
    const verdicts = await validate('validated-short', files, FOR_FEW_FILES)
    const [ours, others] = [false, true].map((other) => verdicts.filter(({ file }) => file.includes('no packet') === other))
    expect(ours?.filter(({ passed }) => !passed)).toEqual([])
    expect(ours?.length).toBe((files.size - 1) * 2)
    // and the validator tells a file that is neither
    expect(others?.map(({ passed, rules }) => ({ passed, told: rules.length > 2 }))).toEqual([
      { passed: false, told: true },
      { passed: false, told: true },
    ])
  }, 900_000)
})
