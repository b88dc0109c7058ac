import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleOf } from '../journeys/example.ts'
import { ANSWERS_THAT_FAIL, formThatFails } from '../pdf/official/made-form.ts'
import { TOWN, TOWN_FOLDER } from '../pdf/official/made-town.ts'
import { folder, horeca1, ROOT } from './terminal.ts'

test('a form of the town that cannot be filled in is told on stderr by each command that prints it, which goes on', async () => {
  const cwd = folder()
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(cwd, name), { recursive: true })
  mkdirSync(join(cwd, TOWN_FOLDER))
  writeFileSync(join(cwd, TOWN_FOLDER, 'municipality.yaml'), TOWN)
  writeFileSync(join(cwd, TOWN_FOLDER, 'alcohol-2026.pdf'), await formThatFails())
  const example = exampleOf('cafe-terrace-machines')
  const said = (answers: object) =>
    JSON.stringify({ ...example, variant: 'oudewal', attachments: [], answers: { ...example.answers, ...answers } })
  writeFileSync(join(cwd, 'fails.json'), said(ANSWERS_THAT_FAIL))
  writeFileSync(join(cwd, 'fits.json'), said({}))
  const packet = (name: string, ...more: string[]) =>
    horeca1(cwd, 'packet', '--answers', `${name}.json`, '--rules', cwd, '--date', '2026-03-02', '--out', `${name}.pdf`, ...more)
  const warning = 'warning: the PDF of the town for "Aanvraag alcoholwetvergunning" could not be filled in with these answers.'
  const made = await packet('fails', '--json')
  expect(made.code).toBe(0)
  expect(made.err).toContain(`fails.pdf: ${warning}`)
  expect(JSON.parse(made.out)).toMatchObject({ unfilled: ['Aanvraag alcoholwetvergunning'] })
  for (const args of [
    ['html', 'fails.pdf', '--out', 'fails.html'],
    ['split', 'fails.pdf', '--out', 'parts'],
  ])
    expect((await horeca1(cwd, ...args, '--rules', cwd)).err).toContain(warning)
  // made again of the same answers it says the same
  expect(await horeca1(cwd, 'verify', 'fails.pdf', '--rules', cwd)).toMatchObject({ code: 0 })
  const fits = await packet('fits', '--json')
  expect(fits).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(fits.out)).not.toHaveProperty('unfilled')
}, 180_000)
