import { describe, expect, test } from 'vitest'
import type { SeenField, SeenPage } from './in-page.ts'
import {
  accessible,
  attached,
  chosenStands,
  completeIsWhole,
  countGrows,
  hoursStand,
  leftOn,
  neverOver,
  nobodySaid,
  noClash,
  openInTopic,
  openIsCounted,
  openSaid,
  reviewTells,
  type Said,
  saidToStandNowhere,
  sameAgain,
  sameInBoth,
  type TypedDay,
  typedStands,
  wayOn,
  wayOnAfterNext,
  wrongIsTold,
} from './laws.ts'
import { type PrintedPacket, type Run, readRuns } from './printed/packet-text.ts'
import { DAYS, dayIn, onPaper } from './say.ts'
import { kept, keyOf, sameField } from './walk.ts'

// A law that cannot fail is worth nothing: each is shown pages and a packet that break it, as they were once, and the same mended.

const field = (label: string, value = '', more: Partial<SeenField> = {}): SeenField => ({
  label,
  group: '',
  nth: 0,
  control: 'text',
  hint: '',
  optional: false,
  options: [],
  value,
  nextDay: null,
  unit: '',
  inputMode: '',
  error: '',
  disabled: false,
  remarks: [],
  boxes: [],
  why: 'none',
  mark: '',
  ...more,
})
const page = (title: string, more: Partial<SeenPage> = {}): SeenPage => ({
  address: `#/nl/1/${title}`,
  lang: 'nl',
  title,
  position: null,
  above: '',
  fields: [],
  buttons: [{ text: 'Verder', under: '', disabled: false }],
  links: [],
  messages: [],
  problems: [],
  cards: [],
  answers: [],
  tables: [],
  summary: [],
  text: '',
  drawn: true,
  arrived: true,
  ...more,
})
const left = (text: string): Partial<SeenPage> => ({ summary: [{ term: 'Nog te doen', text }] })

/** A form with boxes: number, label, what stands in it (bold when it is an answer). */
function packet(...boxes: readonly (readonly [nr: string, label: string, text: string, bold?: boolean])[]): PrintedPacket {
  const runs: Run[] = [{ text: 'Aanvraag exploitatievergunning', x: 56.7, y: 753, size: 18, bold: true }]
  boxes.forEach(([nr, label, text, bold = true], index) => {
    const y = 700 - index * 36
    runs.push({ text: nr, x: 56.7, y, size: 8, bold: true })
    runs.push({ text: label, x: 104.7, y, size: 8, bold: false })
    runs.push({ text, x: 104.7, y: y - 12, size: 10, bold })
  })
  return readRuns([runs])
}
const form = 'Aanvraag exploitatievergunning'

describe('hours', () => {
  const week: TypedDay[] = DAYS.map((day) => ({ day, open: '10:00', close: '01:00' }))
  const boxes = (text: string): PrintedPacket =>
    packet(...DAYS.map((day, index) => [`EX-0${79 + index}`, `Openingstijd ${day} van/tot`, text] as const))
  test('seven typed days that the packet calls closed break the law on each day', () => {
    expect(hoursStand(week, true, boxes('gesloten')).map(({ law }) => law)).toEqual(DAYS.map(() => 'hoursStand'))
    expect(hoursStand(week, true, boxes('10:00-01:00'))).toEqual([])
  })
  test('a day that was left empty is closed only when somebody said that these are all hours', () => {
    expect(hoursStand([], false, boxes('gesloten'))).toHaveLength(7)
    expect(hoursStand(week.slice(0, 0), true, boxes('gesloten'))).toEqual([])
    expect(hoursStand([], true, boxes('10:00-01:00'))).toHaveLength(7)
  })
  test('a table of the week has every typed day', () => {
    const table = (text: string): PrintedPacket => packet(['E41', 'Openingstijden per dag van de week', text])
    expect(hoursStand(week.slice(0, 2), true, table('Dag Van Tot maandag 10:00 01:00'))).toHaveLength(1)
    expect(hoursStand(week.slice(0, 1), true, table('Dag Van Tot maandag 10:00 01:00'))).toEqual([])
    expect(hoursStand(week.slice(0, 1), true, table('Dag Periode Van Tot maandag hele jaar 10:00 01:00'))).toEqual([])
    expect(hoursStand(week.slice(0, 1), true, table('Dag Periode Van Tot maandag hele jaar 11:00 01:00'))).toHaveLength(1)
  })
})

describe('continue', () => {
  const at = (number: number, total: number, ...fields: SeenField[]): SeenPage =>
    page('Brandveiligheid', { position: { number, total }, fields })
  const overview = (text: string): SeenPage => page('Overzicht', { cards: [{ title: 'Brandveiligheid', text }] })
  test('from page 1 of 3 to page 3, with ten left on the overview and one empty question shown, goes over something', () => {
    const walked = [at(1, 3, field('Wat verandert er?', 'deel')), at(3, 3, field('Hoe veel?'))]
    expect(neverOver('Brandveiligheid', walked, overview('nog 10 vragen'))).toMatchObject([{ law: 'neverOver' }])
    expect(neverOver('Brandveiligheid', walked, overview('nog 1 vraag'))).toEqual([])
    expect(neverOver('Brandveiligheid', walked, overview('Klaar'))).toEqual([])
    // a wrong answer is left, though the field is not empty
    const wrong = [page('Brandveiligheid', { fields: [field('RSIN', 'x', { error: 'Een RSIN heeft 9 cijfers.' })] })]
    expect(neverOver('Brandveiligheid', wrong, overview('nog 1 vraag'))).toEqual([])
    // so is one of which the page says that it stays open
    const later = (remarks: string[]) => [page('Brandveiligheid', { fields: [field('Rechtsvorm', 'nog niet bekend', { remarks })] })]
    const told = 'U kunt verder met de vragen. Op de formulieren blijft dit vak open, tot u het hier invult.'
    expect(neverOver('Brandveiligheid', later([told]), overview('nog 1 vraag'))).toEqual([])
    expect(neverOver('Brandveiligheid', later(['Alvast ingevuld.']), overview('nog 1 vraag'))).toHaveLength(1)
  })
  test('what lists of the topic have left is no question of its pages', () => {
    const walked = [at(1, 1, field('Hoe veel?'))]
    expect(neverOver('Brandveiligheid', walked, overview('nog 6 vragen Ruimtes (1, nog 5 vragen)'))).toEqual([])
    expect(neverOver('Brandveiligheid', walked, overview('nog 7 vragen Ruimtes (1, nog 5 vragen)'))).toHaveLength(1)
    expect(
      neverOver('Brandveiligheid', walked, overview('Nog te doen: 7 vragen en 1 lijst Ruimtes (1, Nog te doen: 5 vragen)')),
    ).toHaveLength(1)
    expect(neverOver('Brandveiligheid', walked, overview('Nog te doen: 1 lijst Ruimtes (1)'))).toEqual([])
  })
  test('a press after which the same questions stand there without a word is no way on', () => {
    const before = at(1, 2, field('Naam'))
    expect(wayOnAfterNext(before, { ...before })).toMatchObject([{ law: 'wayOn' }])
    expect(wayOnAfterNext(before, { ...before, problems: ['Naam: Vul dit in'] })).toEqual([])
    expect(wayOnAfterNext(before, { ...before, address: '#/nl/1/other' })).toEqual([])
  })
  test('a page without anything to press ends the walk', () => {
    expect(wayOn(page('Uit', { buttons: [], links: [] }))).toMatchObject([{ law: 'wayOn' }])
    expect(wayOn(page('Uit', { buttons: [{ text: 'Verder', under: '', disabled: true }] }))).toHaveLength(1)
  })
})

describe('nothing is lost, and nobody is contradicted', () => {
  test('what stood in a field before a reload and does not after it breaks the law; a field that went along with it does not', () => {
    const before = page('Uw bedrijf', { fields: [field('Naam', 'Jan'), field('Plaats', 'Uithoek')] })
    expect(kept(before, before)).toEqual([])
    expect(kept(before, page('Uw bedrijf', { fields: [field('Naam', ''), field('Plaats', 'Uithoek')] }))).toMatchObject([{ law: 'kept' }])
    expect(kept(before, page('Uw bedrijf', { fields: [field('Naam', 'Jan')] }))).toEqual([])
  })
  test('another tab shows what stands here, and its answer stands here', () => {
    const here = page('Uw bedrijf', { fields: [field('Naam', 'Jan')] })
    const there = page('Uw bedrijf', { fields: [field('Naam', '')] })
    expect(kept(here, there, 'bothTabs')).toMatchObject([{ law: 'bothTabs', what: expect.stringContaining('in another tab') }])
    const key = keyOf(here, field('Naam', 'Jan'))
    expect(sameField(here, here, key)).toEqual([])
    expect(sameField(here, there, key)).toMatchObject([{ law: 'bothTabs' }])
    expect(sameField(page('Uw bedrijf'), page('Uw bedrijf'), key)).toEqual([])
  })
  test('English is read as Dutch is', () => {
    const summary = (text: string): SeenPage => page('A', { summary: [{ term: 'Still to do', text }] })
    expect([leftOn(summary('5 questions and 1 list')), leftOn(summary('nothing: all questions are answered'))]).toEqual([6, 0])
    const overview = (text: string): SeenPage => page('Overview', { cards: [{ title: 'Fire safety', text }] })
    expect(openInTopic(overview('Still to do: 7 questions and 1 list Rooms (1, Still to do: 5 questions)'), 'Fire safety')).toBe(2)
    expect(openInTopic(overview('Done'), 'Fire safety')).toBe(0)
    const says = (kind: 'ok' | 'warning', text: string): SeenPage => page('Your PDF', { messages: [{ kind, text }] })
    expect(openSaid(says('warning', '3 boxes are still open. You can make the PDF already.'))).toBe(3)
    expect(openSaid(says('ok', 'All boxes are filled, not applicable, or for a signature.'))).toBe(0)
    expect(noClash(says('warning', 'You gave another answer to "Seats" before. We use the later one.'))).toHaveLength(1)
    expect(dayIn('Opening hours Monday, from/until')).toBe('maandag')
    const date = { control: 'date', unit: '', inputMode: '', label: 'Date' } as const
    expect(onPaper(date, '1997-02-23')).toContain('23february1997')
    const amount = { control: 'text', unit: '€', inputMode: 'decimal', label: 'Amount' } as const
    expect(onPaper(amount, '1250,5')).toContain('1,250.50')
  })
  test('a removal that is undone has everything back, in its place', () => {
    const before = page('Personen', { fields: [field('Naam', 'Jan')] })
    expect(sameAgain(before, before, 'undone')).toEqual([])
    expect(sameAgain(before, page('Personen'), 'undone')).toMatchObject([{ law: 'undone' }])
  })
  test('a page that says that two answers do not fit breaks the law', () => {
    const says = (text: string): SeenPage => page('Uw pdf', { messages: [{ kind: 'warning', text }] })
    expect(noClash(says('U gaf eerder een ander antwoord op: wie geeft leiding?'))).toMatchObject([{ law: 'noClash' }])
    expect(noClash(says('Er staan nog 3 vakken open.'))).toEqual([])
  })
})

describe('files', () => {
  test('one that was added and is not inside breaks the law, and one that nobody added', () => {
    expect(attached(['a.pdf', 'b.pdf'], ['b.pdf', 'a.pdf'])).toEqual([])
    expect(attached(['a.pdf'], [])).toMatchObject([{ law: 'attached' }])
    expect(attached([], ['a.pdf'])).toMatchObject([{ law: 'attached' }])
  })
})

describe('everybody can use a page', () => {
  test('a fault that is found, and a page wider than the window, break the law', () => {
    expect(accessible(page('A'), [], 0)).toEqual([])
    expect(accessible(page('A'), [{ id: 'label', at: ['<input>'] }], 0)).toMatchObject([{ law: 'accessible' }])
    expect(accessible(page('A'), [], 4)).toMatchObject([{ law: 'accessible', what: expect.stringContaining('4 pixels') }])
  })
})

describe('coming back', () => {
  test('an optional question that was left empty and is gone breaks the law', () => {
    const before = page('Uw bedrijf', { fields: [field('KVK-nummer', '12345678'), field('Vestigingsnummer', '', { optional: true })] })
    const after = page('Uw bedrijf', { fields: [field('KVK-nummer', '12345678')] })
    expect(sameAgain(before, after)).toMatchObject([{ law: 'sameAgain', what: expect.stringContaining('Vestigingsnummer') }])
    expect(sameAgain(before, before)).toEqual([])
    // questions that came in meanwhile part the topic anew: some stand on the next page
    const anew = (number: number, total: number) => ({ ...after, position: { number, total } })
    expect(sameAgain({ ...before, position: { number: 1, total: 2 } }, anew(1, 3))).toEqual([])
    expect(sameAgain({ ...before, position: { number: 1, total: 3 } }, anew(1, 3))).toHaveLength(1)
    // the last one of a page that has a next one, when it was answered
    const answered = page('Uw bedrijf', { fields: [field('KVK-nummer', '12345678'), field('Vestigingsnummer', '000012345678')] })
    expect(sameAgain({ ...answered, position: { number: 1, total: 3 } }, anew(1, 3))).toEqual([])
    expect(sameAgain(answered, after)).toHaveLength(1)
  })
  test('another answer than was given breaks the law', () => {
    expect(sameAgain(page('A', { fields: [field('Naam', 'Jan')] }), page('A', { fields: [field('Naam', 'Piet')] }))).toHaveLength(1)
  })
  test('the count may not grow by it', () => {
    expect(countGrows(page('A', left('ongeveer 53 vragen')), page('B', left('ongeveer 67 vragen')), 'reloading')).toMatchObject([
      { law: 'countGrows' },
    ])
    expect(countGrows(page('A', left('ongeveer 53 vragen')), page('B', left('alles beantwoord')), 'reloading')).toEqual([])
    expect(countGrows(page('A', left('alles beantwoord')), page('B', left('1 vraag')), 'reloading')).toHaveLength(1)
    expect(
      countGrows(page('A', left('Nog te doen: 5 vragen en 1 lijst')), page('B', left('Nog te doen: 5 vragen en 2 lijsten')), 'reloading'),
    ).toHaveLength(1)
  })
  test('the other language asks the same and shows the same answers', () => {
    const radio = (chosen: string, ...texts: string[]): SeenField =>
      field('Vraag', chosen, { control: 'radio', options: texts.map((text) => ({ text, chosen: text === chosen, note: '' })) })
    expect(sameInBoth(page('A', { fields: [radio('ja', 'ja', 'nee')] }), page('A', { fields: [radio('yes', 'yes', 'no')] }))).toEqual([])
    expect(sameInBoth(page('A', { fields: [radio('ja', 'ja', 'nee')] }), page('A', { fields: [radio('no', 'yes', 'no')] }))).toHaveLength(1)
    expect(sameInBoth(page('A', { fields: [radio('ja', 'ja', 'nee')] }), page('A'))).toHaveLength(1)
  })
})

test('what cannot be right is said at its field', () => {
  expect(wrongIsTold('a@', field('E-mail', 'a@', { error: 'Dit is geen e-mailadres.' }))).toEqual([])
  expect(wrongIsTold('a@', field('E-mail', 'a@'))).toMatchObject([{ law: 'wrongIsTold' }])
  // a control that takes no such key
  expect(wrongIsTold('veel', field('Aantal', ''))).toEqual([])
})

describe('the packet', () => {
  const said = (label: string, say: string, box: string, more: Partial<SeenField> = {}): Said => ({
    field: field(label, say, more),
    page: 'Uw bedrijf',
    say,
    boxes: [{ form, box }],
  })
  test('has what was typed, in a box that the question names', () => {
    const name = said('Naam van de zaak', 'Kersenhof', 'EX-004 Naam')
    expect(typedStands(name, packet(['EX-004', 'Naam', 'Kersenhof'], ['EX-005', 'Plaats', 'Breda']))).toEqual([])
    expect(typedStands(name, packet(['EX-004', 'Naam', 'Pruimenhof'], ['EX-005', 'Plaats', 'Kersenhof']))).toMatchObject([
      { law: 'typedStands' },
    ])
    // a tick says between which bounds an exact answer lies; a text that only leads to a tick stands nowhere
    const ticked = packet(['E24', 'Open na 23.00 uur?', 'ja x nee'])
    const [box] = ticked.boxes
    const choice = { ...ticked, boxes: box ? [{ ...box, options: [{ text: 'nee', ticked: true }] }] : [] }
    expect(typedStands(said('Laatste sluitingstijd', '19:00', 'E24 Open na 23.00 uur?', { control: 'time' }), choice)).toEqual([])
    expect(typedStands(said('Nummer', 'Z-12', 'E24 Open na 23.00 uur?'), choice)).toMatchObject([{ law: 'typedStands' }])
    // the box waits for another answer and says so
    expect(typedStands(name, packet(['EX-004', 'Naam', 'nog invullen', false]))).toEqual([])
    expect(typedStands(name, packet(['EX-004', 'Naam', 'niet van toepassing: overname', false]))).toHaveLength(1)
  })
  test('a number may be reckoned into the box that both of two questions name, and into no other', () => {
    const inside = said('Hoeveel mensen?', '46', 'EX-004 Gasten', { inputMode: 'numeric' })
    const staff = said('Hoeveel personeel?', '42', 'EX-004 Gasten', { inputMode: 'numeric' })
    expect(typedStands(inside, packet(['EX-004', 'Gasten', '4']), [inside, staff])).toEqual([])
    expect(typedStands(inside, packet(['EX-004', 'Gasten', '88']), [inside, staff])).toEqual([])
    expect(typedStands(inside, packet(['EX-004', 'Gasten', '5']), [inside, staff])).toHaveLength(1)
    expect(typedStands(inside, packet(['EX-004', 'Gasten', '4']), [inside])).toHaveLength(1)
  })
  test('ticks what was chosen, where it offers the same words', () => {
    const options = ['ja', 'nee'].map((text) => ({ text, chosen: text === 'ja', note: '' }))
    const choice = said('Komt er muziek?', 'ja', 'EX-009 Muziek', { control: 'radio', options })
    const printed = (...ticked: readonly [text: string, ticked: boolean][]): PrintedPacket => {
      const made = packet(['EX-009', 'Muziek', 'x'])
      return { ...made, boxes: made.boxes.map((box) => ({ ...box, options: ticked.map(([text, on]) => ({ text, ticked: on })) })) }
    }
    expect(chosenStands(choice, printed(['ja', true], ['nee', false]))).toEqual([])
    expect(chosenStands(choice, printed(['ja', false], ['nee', true]))).toMatchObject([{ law: 'chosenStands' }])
    expect(chosenStands(choice, printed(['ja', true], ['nee', true]))).toMatchObject([{ law: 'chosenStands' }])
    // other words: the form says it in its own way
    expect(chosenStands(choice, printed(['altijd', true], ['nooit', false]))).toEqual([])
  })
  test.each([
    { say: '1250,5', printed: '€ 1.250,50', more: { inputMode: 'decimal', unit: '€' } },
    { say: '12,5', printed: '12,5 m²', more: { inputMode: 'decimal', unit: 'm²' } },
    { say: '1997-02-23', printed: '23 februari 1997', more: { control: 'date' } },
    { say: '3011ab', printed: '3011 AB', more: {} },
  ] as const)('prints $say as $printed', ({ say, printed, more }) => {
    const one = said('Vraag', say, 'EX-004 Vak', more)
    expect(typedStands(one, packet(['EX-004', 'Vak', printed]))).toEqual([])
    expect(typedStands(one, packet(['EX-004', 'Vak', 'iets anders']))).toHaveLength(1)
  })
  test('states nothing that only questions without an answer name', () => {
    const asked = { field: { label: 'Telefoon', value: '', hint: '', boxes: [{ form, box: 'EX-007 Telefoon' }] } }
    const answered = { field: { label: 'Uw telefoon', value: '06', hint: '', boxes: [{ form, box: 'EX-007 Telefoon' }] } }
    const filled = packet(['EX-007', 'Telefoon', '06 1234 5678'])
    expect(nobodySaid([asked], filled, () => false)).toMatchObject([{ law: 'nobodySaid' }])
    expect(nobodySaid([asked, answered], filled, () => false)).toEqual([])
    const means = { field: { ...asked.field, hint: 'Laat dit leeg als er geen is.' } }
    expect(nobodySaid([means], filled, () => false)).toEqual([])
    expect(nobodySaid([asked], packet(['EX-007', 'Telefoon', 'nog invullen', false]), () => false)).toEqual([])
  })
  test('has as many open boxes as the page says', () => {
    const open = packet(['EX-001', 'Naam', 'nog invullen', false], ['EX-002', 'Plaats', 'Breda'])
    const says = (kind: 'ok' | 'warning', text: string): SeenPage => page('Uw pdf', { messages: [{ kind, text }] })
    expect(openIsCounted(says('warning', 'Er staan nog 1 vakken open. U kunt de pdf al maken.'), open)).toEqual([])
    expect(openIsCounted(says('warning', 'Er staan nog 4 vakken open.'), open)).toMatchObject([{ law: 'openIsCounted' }])
    expect(openIsCounted(says('ok', 'Alle vakken zijn ingevuld, niet van toepassing of voor een handtekening.'), open)).toMatchObject([
      { law: 'completeIsWhole' },
    ])
  })
  test('has no open box when the review says that all is answered, and none about a row that is shown as complete', () => {
    const open = packet(['EX-001', 'Naam', 'nog invullen', false])
    const review = page('Antwoorden nakijken', { messages: [{ kind: 'ok', text: 'Alle vragen zijn beantwoord.' }] })
    expect(completeIsWhole(review, [], open)).toMatchObject([{ law: 'completeIsWhole' }])
    const ofRow = { ...open, boxes: open.boxes.map((box) => ({ ...box, section: 'Leidinggevende: Jan Vos' })) }
    const row = (title: string, box: string) => ({ title, href: '#/row', boxes: [{ form: ofRow.boxes[0]?.form ?? '', box }] })
    expect(completeIsWhole(page('Antwoorden nakijken'), [row('Jan Vos', 'EX-001 Naam')], ofRow)).toHaveLength(1)
    expect(completeIsWhole(page('Antwoorden nakijken'), [row('Piet Vos', 'EX-001 Naam')], ofRow)).toEqual([])
    expect(completeIsWhole(page('Antwoorden nakijken'), [row('Jan Vos', 'EX-002 Straat')], ofRow)).toEqual([])
  })
  test('has nothing of who stands on no form, as the review says', () => {
    const text = 'Dit staat op geen enkel formulier. Kijk na of is aangekruist wat deze persoon of dit bedrijf doet: Jan Vos'
    const review = page('Antwoorden nakijken', { messages: [{ kind: 'warning', text }] })
    expect([saidToStandNowhere('Jan Vos (1/2)', review), saidToStandNowhere('Piet Vos', review)]).toEqual([true, false])
    expect(saidToStandNowhere('Jan Vos', page('Antwoorden nakijken'))).toBe(false)
  })
  test('is told by the review first', () => {
    const review = page('Antwoorden nakijken', { answers: [{ under: 'Uw bedrijf', label: 'Naam van de zaak', answer: 'Kersenhof' }] })
    expect(reviewTells(said('Naam van de zaak', 'Kersenhof', ''), review)).toEqual([])
    expect(reviewTells(said('Naam van de zaak', 'Pruimenhof', ''), review)).toMatchObject([{ law: 'reviewTells' }])
    // nobody asks the name of Jan Vos: it stands over his roles
    const people = page('Antwoorden nakijken', {
      answers: [
        { under: 'Jan Vos', label: 'Rol', answer: 'verhuurder' },
        { under: 'Piet Prins', label: 'Achternaam', answer: 'Prins' },
      ],
    })
    const typed = (name: string, on: string) => reviewTells({ ...said('Achternaam', name, ''), page: on }, people)
    expect(typed('Vos', 'Jan Vos')).toEqual([])
    expect([typed('Vos', 'Kees Vos'), typed('Smit', 'Jan Vos')]).toMatchObject([[{ law: 'reviewTells' }], [{ law: 'reviewTells' }]])
  })
})

describe('a printed page is read as a person reads it', () => {
  const run = (text: string, x: number, y: number, size: number, bold = false): Run => ({ text, x, y, size, bold })
  test('boxes side by side, options, states, rows of a table, text that goes on behind', () => {
    const { boxes, parts } = readRuns([
      [
        run('Melding', 56.7, 753, 18, true),
        run('Gebruik', 56.7, 700, 12.5, true),
        run('F01', 56.7, 680, 8, true),
        run('Soort', 104.7, 680, 8),
        run('nieuw', 116.7, 668, 9),
        run('x anders', 283, 668, 9, true),
        run('F02', 301.6, 680, 8, true),
        run('Een lang', 349.6, 680, 8),
        run('antwoord', 349.6, 670, 8),
        run('zie vervolgblad', 349.6, 660, 10, true),
        run('1. Keuken', 56.7, 640, 9, true),
        run('F03', 56.7, 630, 8, true),
        run('Naam', 104.7, 630, 8),
        run('niet van toepassing: geen keuken', 104.7, 618, 10),
        run('pagina 1 van 2', 479, 42, 8),
      ],
      [
        run('Vervolgbladen', 56.7, 753, 18, true),
        run('Vak F02: Een lang antwoord', 56.7, 720, 12.5, true),
        run('Alles over', 56.7, 700, 10),
        run('de bloemen.', 56.7, 686, 10),
      ],
    ])
    expect(parts).toEqual(['Melding', 'Vervolgbladen'])
    expect(boxes).toMatchObject([
      {
        nr: 'F01',
        section: 'Gebruik',
        label: 'Soort',
        state: 'filled',
        options: [
          { text: 'nieuw', ticked: false },
          { text: 'anders', ticked: true },
        ],
      },
      { nr: 'F02', label: 'Een lang antwoord', text: 'zie vervolgblad Alles over de bloemen.', state: 'filled' },
      { nr: 'F03', row: 'Keuken', state: 'notApplicable' },
    ])
  })
})
