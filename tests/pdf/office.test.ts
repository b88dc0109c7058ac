import { describe, expect, test } from 'vitest'
import type { PacketContent } from '../../src/engine/assessment.ts'
import { bytesOf, contentOf, even, textsOf } from './packets.ts'

const EXAMPLE = 'rules/base/examples/manager-change.yaml'
const OFFICE = {
  contact: {
    name: 'Gemeente Molenkreek',
    phone: '14 0117',
    email: 'horeca@molenkreek.example',
    web: 'https://www.molenkreek.example/horeca',
  },
  privacy: ['Lees onze privacyverklaring op https://www.molenkreek.example/privacy.'],
  footer: 'Een dienst van Molenkreek.',
}
const pagesOf = async (content: PacketContent): Promise<string[]> => (await textsOf(await bytesOf(content))).map(even)
const SAID =
  /Vragen over uw aanvraag\? Gemeente Molenkreek, 14 0117, horeca@molenkreek\.example, https:\/\/www\.molenkreek\.example\/horeca\. Lees onze privacyverklaring op https:\/\/www\.molenkreek\.example\/privacy\. Een dienst van Molenkreek\./

describe('whom to ask, and what the town says of privacy', () => {
  const content = { ...contentOf(EXAMPLE), office: OFFICE }

  test('stands once, in the half of the applicant, and costs no page', async () => {
    const pages = await pagesOf(content)
    const said = pages.flatMap((text, index) => (SAID.test(text) ? [index] : []))
    expect(said).toHaveLength(1)
    // the half for the town begins with its routing sheet
    const town = pages.findIndex((text, index) => index > 0 && text.includes('Voor de gemeente'))
    expect(town).toBeGreaterThan(0)
    expect(said[0]).toBeLessThan(town)
    const { office: _office, ...without } = content
    expect(pages).toHaveLength((await pagesOf(without)).length)
  })

  test('stands in no file that is for a desk or to be signed alone', async () => {
    for (const part of ['desk', 'signing'] as const)
      expect((await pagesOf({ ...content, part })).join(' ')).not.toContain('Vragen over uw aanvraag')
  })

  test('comes from the town, in the language of the applicant', () => {
    const told = (lang: 'nl' | 'en') =>
      contentOf(EXAMPLE, lang, undefined, (variant) => ({
        ...variant,
        contact: OFFICE.contact,
        branding: {
          ...variant.branding,
          privacy: [{ nl: 'Wij bewaren weinig.', en: 'We keep little.' }],
          footer: { nl: 'Voet', en: 'Foot' },
        },
      })).office
    expect(told('nl')).toEqual({ contact: OFFICE.contact, privacy: ['Wij bewaren weinig.'], footer: 'Voet' })
    expect(told('en')).toEqual({ contact: OFFICE.contact, privacy: ['We keep little.'], footer: 'Foot' })
  })

  test('of a town that says nothing, nothing stands there', async () => {
    const nothing = { contact: null, privacy: [], footer: null }
    expect((await pagesOf({ ...content, office: nothing })).join(' ')).not.toContain('Vragen over uw aanvraag')
  })
})
