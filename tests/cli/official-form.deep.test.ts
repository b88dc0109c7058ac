import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleOf } from '../journeys/example.ts'
import { ANSWERS_THAT_FAIL, fillingFails } from '../pdf/official/answers-that-fail.ts'
import { madeForm } from '../pdf/official/made-form.ts'
import { TOWN, TOWN_FOLDER } from '../pdf/official/made-town.ts'
import { folder, horeca1, ROOT } from './terminal.ts'

test('a form of the town that cannot be filled in is told on stderr by each command that prints it, which goes on', async () => {
  fillingFails()
  const cwd = folder()
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(cwd, name), { recursive: true })
  mkdirSync(join(cwd, TOWN_FOLDER))
  writeFileSync(join(cwd, TOWN_FOLDER, 'municipality.yaml'), TOWN)
  writeFileSync(join(cwd, TOWN_FOLDER, 'alcohol-2026.pdf'), await madeForm())
  const example = exampleOf('cafe-terrace-machines')
  const said = (answers: object) =>
    JSON.stringify({ ...example, variant: 'oudewal', attachments: [], answers: { ...example.answers, ...answers } })
  writeFileSync(join(cwd, 'fails.json'), said(ANSWERS_THAT_FAIL))
  writeFileSync(join(cwd, 'fits.json'), said({}))
  const packet = (name: string, ...more: string[]) =>
    horeca1(cwd, 'packet', '--answers', `${name}.json`, '--rules', cwd, '--date', '2026-03-02', '--out', `${name}.pdf`, ...more)
  const warning = 'waarschuwing: de pdf van de gemeente voor "Aanvraag alcoholwetvergunning" kon met deze antwoorden niet worden ingevuld.'
  const made = await packet('fails', '--json')
  expect(made.code).toBe(0)
  expect(made.err).toContain(`fails.pdf: ${warning}`)
  expect(JSON.parse(made.out)).toMatchObject({ unfilled: ['Aanvraag alcoholwetvergunning'] })
  for (const args of [
    ['html', 'fails.pdf', '--out', 'fails.html'],
    ['split', 'fails.pdf', '--out', 'parts'],
  ])
    expect((await horeca1(cwd, ...args, '--rules', cwd)).err).toContain(warning)
  const fits = await packet('fits', '--json')
  expect(fits).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(fits.out)).not.toHaveProperty('unfilled')
})

test('older rules are read with their fillable PDFs, of a folder and of a revision: they are compared, and what is wrong with them is told', async () => {
  const cwd = folder()
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(cwd, name), { recursive: true })
  mkdirSync(join(cwd, TOWN_FOLDER))
  const [file, pdf] = [join(cwd, TOWN_FOLDER, 'municipality.yaml'), join(cwd, TOWN_FOLDER, 'alcohol-2026.pdf')]
  writeFileSync(file, TOWN)
  // a field more than the PDF of today has, which the mapping of then leaves
  writeFileSync(
    pdf,
    await madeForm((document) => {
      document.getForm().createTextField('vroeger').addToPage(document.getPage(0))
    }),
  )
  const before = TOWN.replace('        left:\n', '        left:\n          vroeger: Vervallen.\n')
  expect(before).not.toBe(TOWN)
  writeFileSync(file, before)
  const git = (...args: string[]) => execFileSync('git', ['-C', cwd, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args])
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'before')
  const older = folder()
  cpSync(cwd, older, { recursive: true })
  writeFileSync(file, TOWN.replace('name: Oudewal', 'name: Oudewal aan Zee'))
  writeFileSync(pdf, await madeForm())
  // in another folder and the commit after it the PDF lacks a field that is named
  const torn = folder()
  cpSync(older, torn, { recursive: true })
  writeFileSync(join(torn, TOWN_FOLDER, 'alcohol-2026.pdf'), await madeForm())
  git('checkout', '-q', 'HEAD', '--', TOWN_FOLDER)
  writeFileSync(pdf, await madeForm())
  git('commit', '-qam', 'torn')
  writeFileSync(file, TOWN.replace('name: Oudewal', 'name: Oudewal aan Zee'))
  for (const from of [torn, 'HEAD']) {
    const { code, err } = await horeca1(cwd, 'diff', 'oudewal', '--from', from, '--rules', cwd)
    expect(code).toBe(2)
    expect(err).toContain('vroeger')
  }
  for (const from of [older, 'HEAD~1']) {
    const { code, err } = await horeca1(cwd, 'diff', 'oudewal', '--from', from, '--rules', cwd)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const upgraded = await horeca1(cwd, 'upgrade', '--variant', 'oudewal', '--from', from, '--rules', cwd)
    expect(upgraded).toMatchObject({ code: 0, err: '' })
  }
})
