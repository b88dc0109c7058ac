import { describe, expect, test } from 'vitest'
import { boxesOf, bytesOf, contentOf, even, textsOf } from './packets.ts'

const CAFE = 'rules/base/examples/cafe-terrace-machines.yaml'
const ONLINE = ['fireSafety', 'environment']
const content = contentOf(CAFE)
const pages = await textsOf(await bytesOf(content))
const all = pages.join(' ')
const sheet = pages.filter((page) => page.includes('Hoe levert u het in')).join(' ')

describe('a form that is handed in at the Omgevingsloket', () => {
  test('is marked as one to copy, and others are not', () => {
    expect(content.forms.filter((form) => form.copyOut).map(({ id }) => id)).toEqual(ONLINE)
  })

  test('is signed by nobody on paper, while the other forms are', () => {
    const signed = new Set(content.signers.flatMap((signer) => signer.forms))
    expect([...signed].filter((form) => ONLINE.includes(form))).toEqual([])
    expect([...signed]).toEqual(expect.arrayContaining(['alcohol', 'exploitation', 'terrace', 'gamingMachines', 'bibob']))
    for (const page of pages.filter((text) => text.includes('U tekent voor'))) expect(page).not.toContain('Melding brandveilig gebruik')
  })

  test('says in its boxes for place, date and signature that sending is signing', () => {
    const signing = boxesOf(content).filter(({ box, copyOut }) => copyOut && box.state === 'signature')
    expect(signing.map(({ box }) => box.nr)).toEqual(['F102', 'F103', 'F104', 'E99', 'E100'])
    expect(all).toContain(even('u tekent door in te loggen en te verzenden (F102 t/m F104)'))
    expect(all).toContain(even('u tekent door in te loggen en te verzenden (E99, E100)'))
  })

  test('has a send sheet with address, log-in, attachments, last day and what comes after', () => {
    // the café opens on 1 September 2026: 28 days before that
    expect(sheet).toContain('1. Ga naar https://omgevingswet.overheid.nl 2. Log in met DigiD of eHerkenning. 3. Kies daar de activiteit.')
    expect(sheet).toContain('Bij ons heet die: Melding brandveilig gebruik.')
    expect(sheet).toContain('5. Voeg deze bestanden toe: bijlagen B1, B2.')
    expect(sheet).toContain('U tekent door in te loggen en te verzenden, niet op papier. Doe dat uiterlijk op 4 augustus 2026.')
    expect(sheet).toContain('Daarna: u mag beginnen vanaf 30 maart 2026')
  })

  test('is printed with the declaration that a signing page would hold', () => {
    for (const form of content.forms.filter((one) => one.copyOut))
      expect(all).toContain(even(`${form.declaration} ${form.falseStatements}`))
  })
})

test('where a town takes the environment notification by e-mail, it is signed on paper', () => {
  const mailed = contentOf(CAFE, 'nl', undefined, (town) => ({
    ...town,
    channels: town.channels.map((channel) => (channel.id === 'environment' ? { ...channel, kind: 'email' } : channel)),
  }))
  expect(mailed.forms.filter((form) => form.copyOut).map(({ id }) => id)).toEqual(['fireSafety'])
  expect(mailed.signers.flatMap((signer) => signer.forms)).toContain('environment')
})
