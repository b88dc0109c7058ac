import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { expect, test } from 'vitest'
import { byText } from '../../src/build/notices-plugin.ts'
import { billOfMaterials, shippedPackages } from '../../src/build/shipped-packages.ts'

const root = join(import.meta.dirname, '..', '..')
const bill = await billOfMaterials(root)
const packages = shippedPackages(bill)
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test('the bill of materials is CycloneDX as its own validator reads it, strictly', async () => {
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill)).toBeNull()
  expect(
    await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(JSON.stringify({ ...JSON.parse(bill), surprise: 1 })),
  ).not.toBeNull()
})

test('every package that ships is named with its licence and a text that allows passing it on', () => {
  const named = new Map(packages.map((one) => [one.name, one]))
  for (const name of Object.keys(dependencies)) {
    // an alias is named as the package that it is
    const real = /^npm:(.+)@[^@]+$/.exec(dependencies[name])?.[1] ?? name
    expect(named.has(real), real).toBe(true)
  }
  for (const { name, text } of packages) expect(text, name).toMatch(/permission|EUROPEAN UNION PUBLIC LICENCE|EUPL/i)
  expect(packages.find(({ name }) => name === '@expo-google-fonts/noto-sans')?.text).toContain('SIL OPEN FONT LICENSE')
  expect(byText(packages).flatMap((one) => one.packages)).toHaveLength(packages.length)
})

test('what only serves development is not in the bill', () => {
  for (const name of Object.keys(devDependencies)) expect(packages.map((one) => one.name)).not.toContain(name)
})
