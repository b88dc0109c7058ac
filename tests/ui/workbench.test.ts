import { expect, test } from 'vitest'
import type { BenchFiles, GivenFile } from '../../src/authoring/configure/place-files.ts'
import { placeFiles } from '../../src/authoring/configure/place-files.ts'
import { MOST_PDF_BYTES, workbenchOf } from '../../src/ui/parts/configure/workbench.ts'
import { MOST_FILES } from '../../src/ui/parts/files/given-files.ts'
import type { Site } from '../../src/ui/site.ts'
import type { Judged, TownBench } from '../../src/ui/towns/town-bench.ts'

const TOWN = 'schema: 1\nid: zandwijk\nname: Zandwijk\n'
const found = (path: string, text: string) => ({ path, file: new File([text], path) })

const judgedOf = (town: string, name: string, isSound = true): Judged => ({
  town,
  name,
  findings: [],
  owed: [],
  priceless: 0,
  toVerify: { own: [], ofBase: [] },
  file: isSound ? { schema: 1, base: '', only: false, towns: [] } : null,
  officials: [],
  fits: true,
})

/** A bench that answers when it is told to. */
function slowBench() {
  const waiting: ((judged: Judged) => void)[] = []
  const asked: string[] = []
  const bench: TownBench = {
    shipped: [{ id: 'zandwijk', name: 'Zandwijk', example: false }],
    filesOf: async () => new Map([['municipality.yaml', TOWN]]),
    place: async (given: readonly GivenFile[], before: BenchFiles) => placeFiles(given, before),
    judge: (files) => {
      asked.push([...files.values()].join())
      return new Promise((resolve) => waiting.push(resolve))
    },
    readForm: async (bytes) => {
      const text = new TextDecoder().decode(bytes)
      if (text === 'hangs') throw new Error('slow')
      return { text: `{"digest":"d-${text}"}`, digest: `d-${text}` }
    },
    lend: async () => undefined,
    compare: async (lang) => {
      asked.push(`compare ${lang}`)
      return { isShipped: true, towns: [], gone: [] }
    },
    stop: () => asked.push('stop'),
    close: () => asked.push('close'),
  }
  const site = { openBench: async () => bench, today: () => '2026-12-01' }
  return { asked, waiting, site: site as Pick<Site, 'openBench' | 'today'> as Site }
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

test('what comes back after other files were given is for nobody', async () => {
  const { site, waiting } = slowBench()
  const work = workbenchOf(site)
  const first = work.give([found('municipality.yaml', TOWN)], 'nl')
  await expect.poll(() => waiting.length).toBe(1)
  const second = work.give([found('municipality.yaml', TOWN.replace('Zandwijk', 'Zandwijk aan Zee'))], 'nl')
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.(judgedOf('zandwijk', 'second'))
  await second
  waiting[0]?.(judgedOf('zandwijk', 'first'))
  await first
  expect(work.now()).toMatchObject({ busy: null, problem: null, judged: { name: 'second' }, changes: { lang: 'nl' } })
})

test('files stay while the page is left, and what was not known yet is found out when it is shown again', async () => {
  const { site, waiting, asked } = slowBench()
  const work = workbenchOf(site)
  void work.give([found('zandwijk/municipality.yaml', TOWN)], 'nl')
  await expect.poll(() => waiting.length).toBe(1)
  work.leave()
  expect(asked.at(-1)).toBe('close')
  expect(work.now()).toMatchObject({ busy: null, judged: null })
  expect(workbenchOf(site)).toBe(work)
  const again = work.open('nl')
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.(judgedOf('zandwijk', 'Zandwijk'))
  await again
  expect(work.now().judged?.name).toBe('Zandwijk')
  await work.open('nl')
  expect(waiting).toHaveLength(2)
})

test('what is wrong is compared with nothing', async () => {
  const { site, waiting, asked } = slowBench()
  const work = workbenchOf(site)
  const given = work.give([found('municipality.yaml', TOWN)], 'en')
  await expect.poll(() => waiting.length).toBe(1)
  waiting[0]?.(judgedOf('zandwijk', 'Zandwijk', false))
  await given
  expect(asked.filter((each) => each.startsWith('compare'))).toEqual([])
  expect(work.now()).toMatchObject({ busy: null, changes: null })
})

test('too many files, files too large and none at all', async () => {
  const { site, waiting } = slowBench()
  const work = workbenchOf(site)
  await work.give(
    Array.from({ length: MOST_FILES + 1 }, (_, nr) => found(`a/${nr}.yaml`, '')),
    'nl',
  )
  expect(work.now()).toMatchObject({ problem: new Error('tooMany'), placed: { town: null } })
  await work.give([], 'nl')
  expect(work.now()).toMatchObject({ problem: null, nothing: true })
  const large = new File([new Uint8Array(4_000_001)], 'large.yaml')
  await work.give([{ path: 'large.yaml', file: large }], 'nl')
  expect(work.now().unplaced).toEqual([{ why: 'tooLarge', path: 'large.yaml' }])
  expect(waiting).toEqual([])
  work.clear()
  expect(work.now()).toMatchObject({ unplaced: [], nothing: false })
})

test('a bench that cannot be had is said, and tried again', async () => {
  const { site, waiting } = slowBench()
  const { openBench } = site
  let fails = true
  const offline = { ...site, openBench: () => (fails ? Promise.reject(new Error('Failed to fetch')) : openBench()) }
  const work = workbenchOf(offline)
  await work.open('nl')
  expect(work.now()).toMatchObject({ problem: new Error('Failed to fetch'), busy: null })
  fails = false
  const taken = work.takeShipped('zandwijk', 'nl')
  await expect.poll(() => waiting.length).toBe(1)
  waiting[0]?.(judgedOf('zandwijk', 'Zandwijk'))
  await taken
  await settled()
  expect(work.now()).toMatchObject({ problem: null, placed: { town: 'zandwijk' }, judged: { name: 'Zandwijk' } })
})

test('a picture of points travels as base64, as it does from a folder of rules', async () => {
  const { site, waiting } = slowBench()
  const work = workbenchOf(site)
  const picture = { path: 'merk.png', file: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00])], 'merk.png') }
  const given = work.give([found('municipality.yaml', TOWN), picture], 'nl')
  await expect.poll(() => waiting.length).toBe(1)
  waiting[0]?.(judgedOf('zandwijk', 'Zandwijk'))
  await given
  expect(work.now().placed.files.get('merk.png')).toBe(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]).toString('base64'))
})

test('a fillable PDF is read and its bytes are kept; one that hangs or is too large is said, and the other files stay', async () => {
  const { site, waiting } = slowBench()
  const work = workbenchOf(site)
  const large = new File([new Uint8Array(MOST_PDF_BYTES + 1)], 'large.pdf')
  const given = work.give(
    [
      found('zandwijk/municipality.yaml', TOWN),
      found('zandwijk/alcohol.pdf', 'form'),
      found('zandwijk/hangs.pdf', 'hangs'),
      { path: 'zandwijk/large.pdf', file: large },
    ],
    'nl',
  )
  await expect.poll(() => waiting.length).toBe(1)
  waiting[0]?.(judgedOf('zandwijk', 'Zandwijk'))
  await given
  const { placed, pdfs, unplaced } = work.now()
  expect([...placed.files]).toEqual([
    ['municipality.yaml', TOWN],
    ['alcohol.pdf', '{"digest":"d-form"}'],
  ])
  expect([...pdfs].map(([digest, bytes]) => [digest, new TextDecoder().decode(bytes)])).toEqual([['d-form', 'form']])
  expect(unplaced).toEqual([
    { why: 'pdfNotRead', path: 'zandwijk/hangs.pdf' },
    { why: 'pdfNotRead', path: 'zandwijk/large.pdf' },
  ])
  work.clear()
  expect(work.now().pdfs.size).toBe(0)
})
