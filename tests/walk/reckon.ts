import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { personIn } from './choose.ts'
import { clock } from './clock.ts'
import type { SeenField, SeenPage } from './in-page.ts'
import {
  attached,
  type Breach,
  type CompleteRow,
  chosenStands,
  completeIsWhole,
  hoursStand,
  isFormOf,
  type Law,
  nobodySaid,
  noClash,
  openIsCounted,
  reviewTells,
  type Said,
  saidToStandNowhere,
  typedStands,
} from './laws.ts'
import type { Say } from './page-reader.ts'
import { type PrintedPacket, readPrinted } from './printed/packet-text.ts'
import type { Chance } from './random.ts'
import { answerTo } from './say.ts'
import type { Terminal } from './terminal/terminal.ts'
import { type KnownField, keyOf, Walker } from './walk.ts'
import type { Lang } from './words.ts'

export interface Reckoning {
  readonly terminal: Terminal
  /** A folder of this walk. */
  readonly folder: string
  /** ISO date. */
  readonly today: string
  readonly lang: Lang
  readonly chance: Chance
  /** Postcode that was typed on the start page. */
  readonly postcode: string
  /** Only this law is of interest: what others need is left out. */
  readonly only: Law | null
}

/** After the walk: review, packet, file and command line are held against what was said. */
export async function reckon(walker: Walker, by: Reckoning): Promise<PrintedPacket | null> {
  const wants = (...laws: readonly Law[]): boolean => by.only === null || laws.includes(by.only)
  await walker.speak(by.lang)
  const added = by.only === null || wants('attached', 'sameBytes', 'restored') ? await addFiles(walker, by) : []
  if (!(await walker.toReview())) return null
  const review = walker.here
  await walker.inspect()
  await walker.toOverview()
  const complete = wants('completeIsWhole') ? await completeRows(walker) : []
  if (!(await walker.toPlace('packet'))) return null
  await walker.inspect()
  const { packet, reference, bytes } = await makePacket(walker, by.folder)
  walker.judge('attached', attached(added, packet.inside))
  walker.judge('openIsCounted', openIsCounted(walker.here, packet))
  walker.judge('noClash', noClash(walker.here))
  if (wants('fileAccepted', 'sameBytes')) await commandLine(walker, by, reference, bytes)
  if (wants('restored') && by.chance.often(0.3)) await restored(walker, by, bytes)
  await judgeComplete(walker, review, complete, packet)
  walker.judge('hoursStand', hoursOf(walker, packet))
  if (wants('typedStands', 'chosenStands', 'reviewTells')) await typed(walker, review, packet)
  if (wants('nobodySaid')) await stated(walker, by, packet)
  if (wants('foundAgain')) await foundAgain(walker, by, packet)
  return packet
}

/** A file or two with some of the documents, on some walks; their names. */
async function addFiles(walker: Walker, { chance, folder }: Reckoning): Promise<string[]> {
  if (!chance.often(0.4) || !(await walker.toPlace('attachments'))) return []
  const wanted = walker.here.fields.filter(({ control }) => control === 'file')
  const names: string[] = []
  for (const field of wanted.length === 0 ? [] : new Set([chance.pick(wanted), chance.pick(wanted)])) {
    const name = `${field.label.split(' ').at(-1)?.toLowerCase() ?? 'stuk'} ${names.length + 1}.pdf`
    await walker.reader.attach(field, { name, mimeType: 'application/pdf', buffer: ONE_PAGE })
    await walker.page.getByText(name).first().waitFor({ timeout: 20_000 })
    // for the command line it lies beside the answers
    writeFileSync(join(folder, name), ONE_PAGE)
    names.push(name)
    walker.see(await walker.reader.read())
  }
  return names
}

/** The packet is dropped on the start page of a browser that knows nothing, and made again there. */
async function restored(walker: Walker, by: Reckoning, bytes: Buffer): Promise<void> {
  const browser = walker.page.context().browser()
  if (!browser) return
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  await context.addInitScript({ content: clock() })
  try {
    const there = await Walker.open(context, walker.url)
    await there.speak(walker.lang)
    const field = there.here.fields.find(({ control }) => control === 'file')
    if (!field) return walker.judge('restored', [{ law: 'restored', what: 'the start page takes no file' }])
    const before = there.here
    await there.reader.attach(field, { name: 'packet.pdf', mimeType: 'application/pdf', buffer: bytes })
    await there.arrive(before, 30_000)
    await there.toPlace('packet')
    const again = await makePacket(there, by.folder)
    walker.judge(
      'restored',
      again.bytes.equals(bytes)
        ? []
        : [{ law: 'restored', what: `another packet: ${again.packet.boxes.length} boxes, ${again.packet.inside.join(', ')}` }],
    )
  } finally {
    await context.close()
  }
}

/** The smallest PDF that has a page. */
const ONE_PAGE = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n',
)

async function makePacket(walker: Walker, folder: string): Promise<{ packet: PrintedPacket; reference: string; bytes: Buffer }> {
  const { reader, page } = walker
  // what holds a licence back is said first; the pdf can be made all the same
  const anyway = walker.here.buttons.some(({ text }) => text === walker.words.anyway)
  await reader.press(anyway ? walker.words.anyway : walker.words.make)
  await page.getByRole('button', { name: walker.words.download, exact: true }).first().waitFor({ timeout: 60_000 })
  const pdf = await walker.download(walker.words.download)
  const path = join(folder, 'packet.pdf')
  await pdf.saveAs(path)
  const bytes = readFileSync(path)
  return { packet: await readPrinted(new Uint8Array(bytes)), reference: /H1-\w{4}-\w{4}/.exec(pdf.suggestedFilename())?.[0] ?? '', bytes }
}

/** The file of answers goes through the command line, and gives the packet that the browser gave. */
async function commandLine(walker: Walker, { terminal, folder, today }: Reckoning, reference: string, bytes: Buffer): Promise<void> {
  const file = await walker.download(walker.words.answers)
  const answers = join(folder, 'answers.json')
  await file.saveAs(answers)
  const out = join(folder, 'terminal.pdf')
  const englishLines = walker.lang === 'en' ? ['--english-lines'] : []
  const { code, err } = await terminal.run(
    // the page puts English lines beneath the Dutch for who reads English
    ['packet', '--answers', answers, '--out', out, '--reference', reference, '--date', today, '--lang', walker.lang, ...englishLines],
    folder,
    today,
  )
  walker.judge(
    'fileAccepted',
    code === 0 ? [] : [{ law: 'fileAccepted', what: `the command line refuses the answers (${code}): ${err.slice(0, 400)}` }],
  )
  if (code !== 0) return
  const same = readFileSync(out).equals(bytes)
  const theirs = same ? null : await readPrinted(new Uint8Array(readFileSync(out)))
  walker.judge(
    'sameBytes',
    same ? [] : [{ law: 'sameBytes', what: `the packet of the command line differs (${theirs?.boxes.length} boxes there)` }],
  )
}

/** Cards of lists that say "compleet". Only lists that were opened in the walk. */
async function completeRows(walker: Walker): Promise<CompleteRow[]> {
  const lists = [...new Set([...walker.known.values()].map(({ address }) => address).filter((address) => address.includes('/list/')))]
  const cards: { title: string; href: string }[] = []
  for (const address of lists.slice(0, 3)) {
    await walker.toAddress(address)
    const { cards: seen, links } = walker.here
    for (const { title } of seen.filter(({ text }) => walker.words.complete.test(text)))
      cards.push({ title, href: links.find(({ text }) => walker.words.openRow.test(text) && text.endsWith(`: ${title}`))?.href ?? '' })
  }
  const rows: CompleteRow[] = []
  // a name that two rows share tells nothing
  const once = cards.filter((card) => card.href && cards.filter(({ title }) => title === card.title).length === 1)
  for (const card of once.slice(0, 4)) {
    await walker.toAddress(card.href)
    const page = await walker.reader.readInside()
    rows.push({ title: card.title, href: card.href, boxes: page.fields.flatMap((field) => field.boxes) })
  }
  return rows
}

/** A box about a complete row may be open because of a question that stands elsewhere: then one that is left there names it. */
async function judgeComplete(walker: Walker, review: SeenPage, rows: readonly CompleteRow[], packet: PrintedPacket): Promise<void> {
  let left = rows
  const wrong = (): Breach[] => completeIsWhole(review, left, packet)
  const excuse = (fields: readonly SeenField[]): void => {
    const named = fields.filter(({ value }) => value === '').flatMap(({ boxes }) => boxes)
    left = left.map((row) => ({
      ...row,
      boxes: row.boxes.filter(({ form, box }) => !named.some((each) => each.form === form && each.box === box)),
    }))
  }
  if (wrong().length > 0)
    excuse([...walker.known.values()].filter(({ address }) => !rows.some(({ href }) => address.startsWith(href))).map(({ field }) => field))
  const elsewhere = new Set(review.links.map(({ href }) => href).filter((href) => !rows.some((row) => href.startsWith(row.href))))
  for (const href of elsewhere) {
    if (wrong().length === 0) break
    await walker.toAddress(href)
    excuse((await walker.reader.readInside()).fields)
  }
  walker.judge('completeIsWhole', wrong())
}

function hoursOf(walker: Walker, packet: PrintedPacket): Breach[] {
  const all = [...walker.known.values()].find(({ field }) => field.label === walker.words.allHours)
  return hoursStand(walker.week() ?? [], all?.field.value === 'on', packet)
}

/** Each answer: in the review, and in a box. What seems missing is looked up once more on its page: it may count no longer. */
async function typed(walker: Walker, review: SeenPage, packet: PrintedPacket): Promise<void> {
  const all = walker.said()
  for (const said of all) {
    if (said.field.control === 'time' && said.field.group) continue
    const told = reviewTells(said, review)
    const stands = [...typedStands(said, packet, all), ...chosenStands(said, packet)]
    if (told.length + stands.length === 0) {
      for (const law of ['reviewTells', 'typedStands', 'chosenStands'] as const) walker.judge(law, [])
      continue
    }
    const again = await lookAgain(walker, said)
    // the last look says who stands on no form
    if (!again || saidToStandNowhere(again.page, review)) continue
    walker.judge('reviewTells', reviewTells(again, review))
    walker.judge('typedStands', typedStands(again, packet, all))
    walker.judge('chosenStands', chosenStands(again, packet))
  }
}

/** The question on its page, as it stands now; null when it does not stand there any more, or holds no answer. */
async function lookAgain(walker: Walker, said: Said & { readonly key: string; readonly address: string }): Promise<Said | null> {
  await walker.toAddress(said.address)
  // what is wrong with a value that was typed before is said a moment after the page is drawn
  const until = Date.now() + 1_000
  const fieldNow = (page: SeenPage): SeenField | undefined => page.fields.find((one) => keyOf(page, one) === said.key)
  let page = await walker.reader.readInside()
  while (fieldNow(page)?.error === '' && Date.now() < until) {
    await walker.page.waitForTimeout(100)
    page = await walker.reader.read()
  }
  const field = fieldNow(page)
  // a value that its page refuses is no answer
  if (!field || field.value === '' || field.error !== '') return null
  return { field, page: page.title, say: sayOf(field, said.say), boxes: field.boxes }
}

/** What stands in the control, as something said. */
const sayOf = (field: SeenField, before: Say): Say =>
  field.control === 'ticks'
    ? field.options.filter(({ chosen }) => chosen).map(({ text }) => text)
    : field.control === 'period' || field.control === 'tick'
      ? before
      : field.control === 'time' && field.nextDay !== null
        ? { time: field.value, nextDay: field.nextDay }
        : field.value

/** Boxes that say something: a question that was answered must name them, or none that was left empty may. */
async function stated(walker: Walker, { postcode }: Reckoning, packet: PrintedPacket): Promise<void> {
  const explained = (box: { readonly text: string }): boolean => postcode !== '' && box.text.includes(postcode)
  const judgeNow = (): ReturnType<typeof nobodySaid> => nobodySaid([...walker.known.values()], packet, explained)
  if (judgeNow().length === 0) return walker.judge('nobodySaid', [])
  // panels that were read before a form was needed did not name its boxes yet; the page of the question that was left empty comes first
  const asking = new Set(judgeNow().map(({ about }) => about))
  const addresses = [...walker.known.values()]
    .sort((a, b) => Number(asking.has(b.field.label)) - Number(asking.has(a.field.label)))
    .filter(({ field }) => asking.has(field.label) || (field.value !== '' && field.boxes.length === 0))
    .map(({ address }) => address)
  for (const address of new Set(addresses)) {
    if (!address.includes('/')) continue
    await walker.toAddress(address)
    walker.see(await walker.reader.readInside())
    if (judgeNow().length === 0) break
  }
  walker.judge('nobodySaid', judgeNow())
}

/** What was left empty, and what the packet says is empty or open, can be reached and filled in now. */
async function foundAgain(walker: Walker, { chance, today }: Reckoning, packet: PrintedPacket): Promise<void> {
  const candidates = [...walker.known.entries()].filter(([, { field, left, said }]) => {
    if (!left || said || field.value !== '' || field.mark === '' || field.boxes.length === 0) return false
    return packet.boxes.some(
      (box) =>
        (box.state === 'open' || box.state === 'empty') &&
        field.boxes.some((named) => isFormOf(box, named.form) && named.box.startsWith(`${box.nr} `)),
    )
  })
  const optional = candidates.filter(([, { field }]) => field.optional)
  const chosen = [...(optional.length > 0 ? [chance.pick(optional)] : []), ...(candidates.length > 0 ? [chance.pick(candidates)] : [])]
  for (const [key, known] of new Map(chosen)) {
    const found = await findField(walker, key, known)
    if (!found) {
      walker.judge('foundAgain', [
        {
          law: 'foundAgain',
          what: `"${known.field.label}"${known.field.optional ? ' (optional)' : ''} was left empty on "${known.title}"; neither its page nor the review shows it any more`,
        },
      ])
      continue
    }
    if (found.control === 'select' && found.options.length === 0) continue
    const say = answerTo(found, personIn('', today), chance)
    await walker.reader.set(found, say)
    await walker.reader.leave()
    await walker.page.waitForTimeout(320)
    const { address } = walker.here
    await walker.toReview()
    await walker.toAddress(address)
    const page = await walker.reader.read()
    const again = page.fields.find((field) => keyOf(page, field) === key)
    walker.judge(
      'foundAgain',
      !again || again.value === ''
        ? [{ law: 'foundAgain', what: `"${known.field.label}" on "${known.title}" was filled in later and is ${again ? 'empty' : 'gone'}` }]
        : [],
    )
  }
}

/** By its page, by a line of the review, or by going through its topic from the overview. */
async function findField(walker: Walker, key: string, { address, title, field }: KnownField): Promise<SeenField | null> {
  const here = (): SeenField | null => walker.here.fields.find((one) => keyOf(walker.here, one) === key) ?? null
  await walker.toAddress(address)
  if (here()) return here()
  await walker.toReview()
  const lines = walker.here.links.filter(
    ({ text }) => text === `${walker.words.change}: ${field.label}` || text === field.label || text.startsWith(`${field.label} (`),
  )
  for (const line of lines.slice(0, 3)) {
    await walker.toReview()
    await walker.toAddress(line.href)
    if (here()) return here()
  }
  await walker.toOverview()
  const topic = walker.here.links.find(({ text }) => text === title)
  if (!topic) return null
  await walker.toAddress(topic.href)
  for (let pages = 0; pages < 10; pages += 1) {
    if (here()) return here()
    if (!walker.here.buttons.some(({ text }) => text === walker.words.later)) return null
    const before = walker.here
    await walker.reader.press(walker.words.later)
    await walker.arrive(before)
    if (walker.here.title !== title) return null
  }
  return null
}
