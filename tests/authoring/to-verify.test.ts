import { describe, expect, test } from 'vitest'
import { toVerify } from '../../src/authoring/to-verify.ts'
import { openProject, openVariant } from '../../src/cli/project.ts'
import { tellFinding } from '../../src/model/findings/told.ts'
import { catalogueOf } from '../../src/model/layers/layers.ts'
import { REAL_TOWNS } from '../engine/shipped.ts'

const project = openProject(process.cwd(), undefined)
const found = (town: string) => {
  const catalogue = project.ruleSet && catalogueOf(project.ruleSet, town)?.whole
  if (!catalogue) throw new Error(`no ${town}`)
  return toVerify(openVariant(project, town, '2026-03-02').findings, town, catalogue)
}
const told = (town: string, lang: 'nl' | 'en' = 'nl') => {
  const { own, ofBase } = found(town)
  return { own: own.map((finding) => tellFinding(finding, lang)), ofBase: ofBase.map((finding) => tellFinding(finding, lang)) }
}

describe('what nobody read of a town', () => {
  test.each(REAL_TOWNS)('of %s stands in its own files, or is a value of the base that it can give', (town) => {
    const { own, ofBase } = found(town)
    expect(own.length).toBeGreaterThan(0)
    expect(ofBase.length).toBeGreaterThan(0)
    expect(own.map(({ file }) => file).filter((file) => !file.startsWith(`rules/municipalities/${town}/`))).toEqual([])
    const told = [...own, ...ofBase].map((finding) => tellFinding(finding, 'nl'))
    expect(told.filter((line) => !/Open het adres|Lees |Zoek |Zet /.test(line))).toEqual([])
    expect(new Set(ofBase.map(({ file }) => file))).toEqual(new Set(['rules/base/ruleset.yaml']))
    expect(ofBase.filter(({ path }) => !path.startsWith('parameters'))).toEqual([])
  })

  test('a department that the town added is not said to be at the address of the base', () => {
    const [line] = told('texel').own.filter((each) => each.includes('inleveren van environment'))
    expect(line).toContain('is niet in de bron gelezen. Zoek het op in de verordening of op een pagina van de gemeente.')
  })

  test('what stands at an address is opened and compared', () => {
    expect(told('rotterdam').own.join('\n')).toContain(
      'Open het adres, vergelijk het met wat hier staat, verbeter het en haal unverified weg.',
    )
  })

  test('a value that is not there is told once, and where to write it', () => {
    const lines = told('texel').ofBase.filter((line) => line.includes('town.exploitation.silentConsent'))
    expect(lines).toEqual([
      expect.stringContaining('Zet town.exploitation.silentConsent met de bron onder parameters: in het bestand van de gemeente.'),
    ])
  })

  test('a value that the town gave is no longer asked of it', () => {
    expect(told('breda').ofBase.filter((line) => line.includes('town.exploitation.mode'))).toEqual([])
    expect(told('texel').ofBase.filter((line) => line.includes('town.exploitation.mode')).length).toBe(1)
  })

  test.each(REAL_TOWNS)('of %s each value is told by what it means and where it is mostly found, not by its id alone', (town) => {
    const { own, ofBase } = found(town)
    // a value that only this town has is told by its label
    for (const [list, words] of [
      [ofBase, ['Meestal te vinden in: ', 'Mostly found in: ']],
      [own, ['', '']],
    ] as const) {
      const without = list.filter(({ message }) => message.includes(' town.'))
      expect(
        without.filter(({ about }) => !about?.nl.includes(words[0]) || !about.en.includes(words[1])).map(({ message }) => message),
      ).toEqual([])
    }
    expect(ofBase.length).toBeGreaterThan(0)
    expect(own.filter(({ message, about }) => message.includes('The amount of ') && about === null)).toEqual([])
  })

  test('what holds until somebody looks is told in words', () => {
    const about = (id: string) => found('texel').ofBase.find(({ message }) => message.includes(`${id} `))?.about
    expect(about('town.exploitation.lodgingUpTo')?.nl).toMatch(
      /^Tot en met zoveel slapers geldt die vrijstelling\. Nu: \d+\. Meestal te vinden in: /,
    )
    expect(about('town.exploitation.usesCategories')?.nl).toContain('Werkt de gemeente met horecacategorieën? Nu: nee.')
    expect(about('town.terrace.mode')?.nl).toContain('Hoe regelt de gemeente terrassen?')
    expect(about('town.environment.duty')?.nl).not.toMatch(/Nu: [a-z]+[A-Z]/)
  })

  test('and in English', () => {
    expect(told('texel', 'en').ofBase.join('\n')).toContain(
      'Look it up for this town, and write town.terrace.mode with its source under parameters: in the file of the town.',
    )
  })
})
