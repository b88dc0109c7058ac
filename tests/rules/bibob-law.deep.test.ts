import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/cli/project.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import type { Finding } from '../../src/model/findings/finding.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import { canonicalJson } from '../../src/model/util/canonical-json.ts'

const SHIPPED = readFiles(process.cwd())
const TOWN = 'rules/municipalities/planted/municipality.yaml'
const HEAD = 'schema: 1\nid: planted\nname: Planted\nextends: voorbeeld\n'

/** What `check` says of a town that writes this, notes included. */
function findingsOf(overlay: string, change: (files: Map<string, string>) => void = () => undefined): Finding[] {
  const files = new Map(SHIPPED).set(TOWN, HEAD + overlay)
  change(files)
  const { ruleSet, findings } = loadRuleSet(files)
  return [...findings, ...(ruleSet ? resolveVariant(ruleSet, 'planted', { date: '2026-11-25' }).findings : [])]
}
const ofTown = (findings: readonly Finding[]): string[] =>
  findings
    .filter((one) => one.file === TOWN && one.code.startsWith('BIBOB') && one.severity === 'error')
    .map(({ code, line }) => `${code}:${line}`)

const add = (at: string, item: string): string => `changes:\n  - op: add\n    at: ${at}\n    item: ${item}\n    why: test\n`
const change = (at: string, to: string): string => `changes:\n  - op: change\n    at: ${at}\n    to: ${to}\n    why: test\n`
const remove = (...at: string[]): string => `changes:\n${at.map((one) => `  - { op: remove, at: ${one}, why: test }\n`).join('')}`
const TEXT = '{ nl: Iets anders, en: Something else }'

/** The forms file is changed by others too: these places are looked up, not written down. */
const places = placesOf()
const at = (nr: string): string => places.get(nr) ?? `forms/bibob/sections/unknown/boxes/${nr}`
function placesOf(): Map<string, string> {
  const { ruleSet } = loadRuleSet(SHIPPED)
  const form = ruleSet?.base.forms.find(({ id }) => id === 'bibob')
  return new Map(form?.sections.flatMap((section) => section.boxes.map(({ nr }) => [nr, `forms/bibob/sections/${section.id}/boxes/${nr}`])))
}
const sectionOf = (nr: string): string => at(nr).split('/boxes/')[0] ?? ''

describe('what the law leaves a town in the Bibob questions', () => {
  test('R2: it may leave a question out that is not demanded', () => {
    const findings = findingsOf(remove(at('1A.2')))
    expect(ofTown(findings)).toEqual([])
    // R10: and hears what that may cost
    expect(findings.filter(({ code, file }) => code === 'BIBOB_LIGHT' && file === TOWN).map(({ line }) => line)).toEqual([6])
  })

  test('R3: it may use other words; who did so, and the national words, stay known (R9)', () => {
    const files = new Map(SHIPPED).set(TOWN, HEAD + change(at('1A.2'), `{ label: ${TEXT} }`))
    const { ruleSet } = loadRuleSet(files)
    // the checksum is that of the hash asked for, whoever resolved the same list with another one before
    for (const hash of [sha256, (text: string) => `length ${text.length}`]) {
      const { variant } = ruleSet ? resolveVariant(ruleSet, 'planted', { hash }) : { variant: null }
      expect(variant?.bibob?.checksum).toBe(hash(canonicalJson(ruleSet?.base.forms.find(({ id }) => id === 'bibob'))))
    }
    const made = ruleSet ? resolveVariant(ruleSet, 'planted') : null
    expect(ofTown(made?.findings ?? [])).toEqual([])
    expect(made?.findings.filter(({ code, file }) => code === 'BIBOB_REWORDED' && file === TOWN).map(({ severity }) => severity)).toEqual([
      'note',
    ])
    expect(made?.variant?.bibob?.reworded).toEqual([
      { nr: '1A.2', national: { nl: expect.stringContaining('Locatie'), en: expect.any(String) }, by: 'planted' },
    ])
  })

  test.each([
    [
      'R1: a box of its own',
      add(`${sectionOf('1A.1')}/boxes`, `{ nr: 9A, label: ${TEXT}, type: yesNo, questions: [premises.name] }`),
      'BIBOB_ADDED:8',
    ],
    [
      'R1: a section of its own, on bankruptcy',
      add(
        'forms/bibob/sections',
        `{ id: bankruptcy, title: ${TEXT}, boxes: [{ nr: 9B, label: ${TEXT}, type: text, questions: [premises.name] }] }`,
      ),
      'BIBOB_ADDED:8',
    ],
    [
      'R1: a question in the topic of the Bibob questions',
      add('questions', `{ id: planted.debts, subject: case, type: yesNo, label: ${TEXT}, topic: money }`),
      'BIBOB_ADDED:8',
    ],
    ['R1: a list of its own in the place of the national one', change('licences/bibob', '{ form: exploitation }'), 'BIBOB_ADDED:8'],
    ['R3: a box that prints another fact', change(at('1A.2'), '{ questions: [premises.name] }'), 'BIBOB_REWORDED:8'],
    ['R3: a box of another type', change(at('1A.2'), '{ type: table }'), 'BIBOB_REWORDED:8'],
    ['R3: an option more', change(at('1B.1'), '{ options: [nee, ja, misschien] }'), 'BIBOB_REWORDED:8'],
    ['R3: what was left to the applicant made obligatory', change(at('W.5'), '{ optional: false }'), 'BIBOB_REWORDED:8'],
    ['R4: a document more', add('documents', `{ id: payslips, name: ${TEXT}, licences: [bibob], mustShow: [] }`), 'BIBOB_DOCUMENT:8'],
    ['R5: a question about more people', change(sectionOf('1G.2'), '{ per: managers }'), 'BIBOB_SCOPE:8'],
    ['R5: partners of whomever', change('aliases/partners', '{ anywhere: true }'), 'BIBOB_SCOPE:8'],
    ['R5: bar managers among those who lead', change('aliases/leaders', '{ cases: [{ roles: [leader, manager] }] }'), 'BIBOB_SCOPE:8'],
    [
      'R5: looking back eight years',
      change(at('1A.2'), '{ label: { nl: "Waar werkte u de laatste 8 jaar?", en: "Where did you work?" } }'),
      'BIBOB_SCOPE:8',
    ],
    ['R5: not confidential any more', change('forms/bibob', '{ confidential: false }'), 'BIBOB_SCOPE:8'],
    ['R6: a wider condition', change(at('1G.1'), '{ when: true }'), 'BIBOB_CONDITION:8'],
    ['R8: the legal floor left out', remove(at('W.1')), 'BIBOB_FLOOR:6'],
    ['R8: a whole section of the floor left out', remove(sectionOf('1B.2')), 'BIBOB_FLOOR:6'],
    ['R8: the floor made optional', change(at('W.1'), '{ optional: true }'), 'BIBOB_FLOOR:8'],
    ['R8: the floor only for some', change(at('W.1'), '{ when: business.isLegalEntity }'), 'BIBOB_FLOOR:8'],
    ['R8: another mark', change(at('1B.3'), '{ bibob: L }'), 'BIBOB_FLOOR:8'],
  ])('it may not have %s', (_rule, overlay, expected) => {
    expect(ofTown(findingsOf(overlay))).toContain(expected)
  })

  test('R6: a narrower condition is fine', () => {
    const when =
      '\'(not(business.legalForm = "soleTrader") and not(business.partnershipKind = "allPersons")) and application.kind = "new"\''
    expect(ofTown(findingsOf(change(at('1G.1'), `{ when: ${when} }`)))).toEqual([])
  })

  test('the citizen service number is asked only of roles with a ground', () => {
    const spoil = (files: Map<string, string>): void => {
      const form = files.get('forms/bibob.yaml') ?? ''
      const spoiled = form.replace(/(nr: 1G\.2\n[\s\S]*?without: \[)P\.4, /, '$1')
      expect(spoiled).not.toBe(form)
      files.set('forms/bibob.yaml', spoiled)
    }
    const found = findingsOf('', spoil).filter(({ code, severity }) => code === 'BIBOB_BSN' && severity === 'error')
    expect(found.map(({ file }) => file)).toContain('forms/bibob.yaml')
    expect(findingsOf('').filter(({ code }) => code === 'BIBOB_BSN')).toEqual([])
  })

  test('a town may leave that number out for a role, not for who applies', () => {
    const without = (nr: string, more: string): Finding[] => findingsOf(change(at(nr), `{ party: { blocks: [person${more} }`))
    expect(ofTown(without('1E.3', '], without: [P.4] }'))).toEqual([])
    expect(ofTown(without('1B.2', '], applicant: true, without: [P.4] }'))).toContain('BIBOB_FLOOR:8')
    expect(ofTown(without('1G.2', '] }'))).toContain('BIBOB_REWORDED:8')
  })

  test.each([
    ['bibob', 'the catalogue of 2024'],
    ['alcohol', 'a regulation prescribes'],
  ])('nobody may call the %s form adopted', (form, reason) => {
    const refused = findingsOf(`statuses:\n  - { id: ${form}, status: adopted, on: 2026-01-01, reference: besluit 1 }\n`).filter(
      ({ code }) => code === 'STATUS_REFUSED',
    )
    expect(refused.map(({ file, line }) => `${file}:${line}`)).toEqual([`${TOWN}:6`])
    expect(refused[0]?.message).toContain(reason)
  })
})

describe('a made-up annex of 2024', () => {
  const ANNEX = 'tests/rules/annex-2024'
  /** Loading it: its files in the place of the old one, and two lines in ruleset.yaml. No code. */
  const load = (files: Map<string, string>): void => {
    files.set('forms/bibob.yaml', readFileSync(`${ANNEX}/bibob.yaml`, 'utf8'))
    files.set('rules/base/elements/bibobMinimum.yaml', readFileSync(`${ANNEX}/elements.yaml`, 'utf8'))
    files.set('rules/base/questions/annex2024.yaml', readFileSync(`${ANNEX}/questions.yaml`, 'utf8'))
    const head = files.get('rules/base/ruleset.yaml') ?? ''
    files.set(
      'rules/base/ruleset.yaml',
      head.replace(/catalogue: BWBR0033634[^\n]*/, 'catalogue: made up for this test').replace('verified2024: false', 'verified2024: true'),
    )
  }

  test('replaces the catalogue of 2013 without code', () => {
    const files = new Map(SHIPPED).set(TOWN, HEAD)
    load(files)
    const { ruleSet, findings } = loadRuleSet(files)
    const made = ruleSet ? resolveVariant(ruleSet, 'planted', { date: '2026-11-25' }) : null
    expect(
      [...findings, ...(made?.findings ?? [])].filter(({ severity, file }) => severity === 'error' && !file.includes('examples')),
    ).toEqual([])
    const variant = made?.variant
    if (!variant) throw new Error('no variant')
    expect(variant.bibob).toMatchObject({ catalogue: 'made up for this test', verified2024: true })
    const cafe = ExampleFile.parse(readYaml('', readFileSync('rules/base/examples/cafe-terrace-machines.yaml', 'utf8')).source.value)
    const answersOf = (gaming: string) => {
      const { title: _title, today: _today, expect: _expect, ...file } = cafe
      file.answers['gaming.wanted'] = gaming
      return readAnswers(file, variant, 'test', () => ({ line: 1, column: 1 })).answers
    }
    const boxesOf = (gaming: string): string[] =>
      coverage(openCase(variant, answersOf(gaming), { today: '2026-11-25' }, 'nl'))
        .filter(({ id }) => id === 'bibob')
        .flatMap((form) =>
          form.sections.flatMap((section) => section.instances.flatMap(({ boxes }) => boxes.map((box) => `${box.nr} ${box.state}`))),
        )
    // R7: the chapter on gaming machines is asked only with a licence for them
    expect(boxesOf('none')).toEqual(['X1 filled', 'X2 missing', 'X2a missing', 'X3 notApplicable', 'X4 signature'])
    expect(boxesOf('machines')).toContain('X3 missing')
  })

  test('R7: a town may not cut a chapter loose from its licence', () => {
    expect(ofTown(findingsOf(change('forms/bibob/sections/machines', '{ act: null }'), load))).toContain('BIBOB_CHAPTER:8')
  })

  test('R2: what stays needs the question it depends on', () => {
    expect(ofTown(findingsOf(remove('forms/bibob/sections/person/boxes/X2'), load))).toEqual(['BIBOB_SELECTION:6'])
    expect(ofTown(findingsOf(remove('forms/bibob/sections/person/boxes/X2', 'forms/bibob/sections/person/boxes/X2a'), load))).toEqual([])
  })

  test('then a town may say it takes this selection', () => {
    const overlay = 'statuses:\n  - { id: bibob, status: adopted, on: 2026-01-01, reference: besluit 1 }\n'
    expect(findingsOf(overlay, load).filter(({ code }) => code === 'STATUS_REFUSED')).toEqual([])
  })

  test('the old list cannot be called verified', () => {
    const refused = findingsOf('', (files) => {
      const head = files.get('rules/base/ruleset.yaml') ?? ''
      files.set('rules/base/ruleset.yaml', head.replace('verified2024: false', 'verified2024: true'))
    }).filter(({ code, severity }) => code === 'BIBOB_CATALOGUE' && severity === 'error')
    expect(refused.map(({ file }) => file)).toContain('rules/base/ruleset.yaml')
  })
})
