import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import type { BoxCoverage } from '../../src/engine/assessment.ts'
import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { boxesOf } from '../../src/model/boxes-of.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import { shippedVariant } from '../engine/shipped.ts'

function caseOf(example: string, variant?: string): Case {
  const path = `rules/base/examples/${example}.yaml`
  const { today, ...file } = ExampleFile.parse(readYaml(path, readFileSync(path, 'utf8')).source.value)
  const town = shippedVariant(variant ?? file.variant)
  const { answers, findings } = readAnswers(file, town, path, () => ({ line: 1, column: 1 }))
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '))
  return openCase(town, answers, { today })
}

/** Boxes of the Bibob form that are not "not applicable". */
const met = (application: Case): BoxCoverage[] =>
  (coverage(application).find(({ id }) => id === 'bibob')?.sections ?? [])
    .flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes))
    .filter(({ state }) => state !== 'notApplicable')

/** Blanks as the domain notes count them: a party by its parts, birth date and place as one, "about whom" as name and date. */
const blanks = (box: BoxCoverage): number =>
  box.parts ? new Set(box.parts.map(({ nr }) => nr.replace(/[ab]$/, ''))).size : /^[345]A\.1$/.test(box.nr) ? 2 : 1

/** Blanks per part of the form; the statutory minimum W is not in the form of 2013 and not in its counts. */
function perPart(application: Case): Record<string, number> {
  const parts: Record<string, number> = { identification: 0, dossiers: 0, specific: 0, signature: 0 }
  for (const box of met(application)) {
    const part = box.nr.startsWith('W') ? null : ({ 1: 'identification', 6: 'specific', 7: 'signature' }[box.nr[0] ?? ''] ?? 'dossiers')
    if (part) parts[part] = (parts[part] ?? 0) + blanks(box)
  }
  return parts
}

describe('blanks that the form of 2013 really meets, against the count of the domain notes (bibob.md 9.2, typical)', () => {
  test.each([
    {
      example: 'bibob-sole-trader',
      notes: { identification: 12, dossiers: 50, specific: 28, signature: 7 },
      less: { dossiers: 1, because: 'the lender is a company, so its date of birth is not applicable' },
    },
    {
      example: 'bibob-vof',
      notes: { identification: 22, dossiers: 112, specific: 28, signature: 14 },
      less: { dossiers: 1, because: 'the lender is a company, so its date of birth is not applicable' },
    },
    {
      example: 'bibob-bv-holding',
      notes: { identification: 48, dossiers: 86, specific: 34, signature: 7 },
      less: {
        dossiers: 3,
        because:
          'the lender is a company; and 4A of a person is name and date of birth, where the notes count the choice of kind and its number too',
      },
    },
  ])('$example: less by $less.dossiers, because $less.because', ({ example, notes, less }) => {
    expect(perPart(caseOf(example))).toEqual({ ...notes, dossiers: notes.dossiers - less.dossiers })
  })

  test('a manager of the bar has no dossier, a leader has part 5, who is behind a holding part 4', () => {
    const parts = (example: string): Record<string, string[]> => {
      const form = coverage(caseOf(example)).find(({ id }) => id === 'bibob')
      const dossiers = form?.sections.filter(({ id }) => id.startsWith('dossier')) ?? []
      return Object.fromEntries(dossiers.map(({ id, instances }) => [id, instances.flatMap(({ row }) => row ?? [])]))
    }
    expect(parts('bibob-vof')).toEqual({ dossierOwner: [], dossierPartner: ['p1', 'p2'], dossierController: [], dossierLeader: [] })
    expect(parts('bibob-bv-holding')).toEqual({
      dossierOwner: [],
      dossierPartner: [],
      dossierController: ['p1'],
      dossierLeader: ['p2', 'p3'],
    })
  })
})

describe('the light selection', () => {
  const light = caseOf('bibob-bv-light')
  const full = caseOf('bibob-bv-light', 'voorbeeld')

  test('prints marked boxes alone', () => {
    const marks = new Map(
      shippedVariant('voorbeeld')
        .forms.flatMap((form) => boxesOf(form))
        .map(({ nr, bibob }) => [nr, bibob]),
    )
    const boxes = coverage(light).flatMap(({ id, sections }) =>
      id === 'bibob' ? sections.flatMap(({ instances }) => instances.flatMap((instance) => instance.boxes)) : [],
    )
    expect(boxes.length).toBeGreaterThan(50)
    expect(boxes.filter(({ nr }) => !marks.get(nr)).map(({ nr }) => nr)).toEqual([])
  })

  test('prints the citizen service number of nobody but who applies and who represents them', () => {
    const withNumber = (application: Case): string[] =>
      met(application).flatMap(({ key, parts }) => (parts?.some(({ nr }) => nr === 'P.4') ? [key] : []))
    expect(withNumber(light)).toEqual([])
    expect(withNumber(full)).toEqual(['1F.4@p1', '1F.4@p2', '1F.4@p3', '1F.6@p1'])
    expect(
      met(caseOf('bibob-sole-trader', 'voorbeeld-licht'))
        .find(({ nr }) => nr === '1B.2')
        ?.parts?.map(({ nr }) => nr),
    ).toEqual(['P.1', 'P.2', 'P.3a', 'P.3b', 'P.4', 'P.5'])
  })

  test('asks nothing about assets, debts, income, loans of people, fines and orders', () => {
    const facts = (application: Case): string[] =>
      [...questionsOf(application).asked, ...questionsOf(application).open].map((key) => key.split('@')[0] ?? key)
    const heavy =
      /^(asset|debt|income|fine|enforcement)\.|^dossier\.(assets|debts|income|livelihood|fiscalPartner|loans|fines|enforcements|control|directorships|workedHere)\./
    // somebody who answered all of it, under both
    expect(facts(caseOf('bibob-bv-holding')).filter((fact) => heavy.test(fact)).length).toBeGreaterThan(30)
    expect(facts(caseOf('bibob-bv-holding', 'voorbeeld-licht')).filter((fact) => heavy.test(fact))).toEqual([])
    expect(facts(light).filter((fact) => heavy.test(fact))).toEqual([])
  })
})

describe('a question that is sensitive', () => {
  const sensitive = shippedVariant('voorbeeld').questions.filter((question) => question.sensitive !== null)

  test.each(sensitive.map((question) => ({ id: question.id, why: question.why })))(
    '$id says why it is asked and on which ground',
    ({ why }) => {
      for (const text of [why?.nl ?? '', why?.en ?? '']) expect(text).toMatch(/\bart\.|regels|bye-law/)
    },
  )

  test('is every one that a Bibob dossier has on money and on antecedents', () => {
    expect(sensitive.length).toBeGreaterThan(80)
  })
})
