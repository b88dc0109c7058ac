/** Where an expression that we take gives something else than the standard (DMN 1.5) does. Every row is run by a test: ours by our evaluation,
 * theirs by feelin, another implementation, unless it says what the standard itself says. */
export interface Difference {
  readonly expression: string
  readonly here: string
  readonly standard: string
  readonly why: string
  /** feelin differs from the standard too: what it gives. */
  readonly feelin?: string
}

export const DIFFERENCES: readonly Difference[] = [
  {
    expression: 'sum([])',
    here: '0',
    standard: 'null',
    why: 'A fee over no rooms is nothing, and an amount that is null prints as "not known".',
  },
  {
    expression: 'max([1, null])',
    here: '1',
    standard: 'null',
    why: 'A fact that does not exist in this case is left out. Only so "at least 1" can decide something before the list is complete.',
  },
  { expression: 'min([1, null])', here: '1', standard: 'null', why: 'As max.' },
  {
    expression: 'list contains([[1]], [1])',
    here: 'true',
    standard: 'true',
    feelin: 'false',
    why: 'Lists are equal when their elements are.',
  },
  {
    expression: 'list contains([date("2026-05-01")], date("2026-05-01"))',
    here: 'true',
    standard: 'true',
    feelin: 'false',
    why: 'Two dates of one day are equal.',
  },
  { expression: '4.5 in (6..-3]', here: 'false', standard: 'false', feelin: 'true', why: 'The bounds of a range are not turned around.' },
  { expression: '[] = [4]', here: 'false', standard: 'false', feelin: 'null', why: 'Lists of different length are different.' },
  {
    expression: '[null, 1][item != 1]',
    here: '[null]',
    standard: '[null]',
    feelin: '[]',
    why: 'Null is unequal to 1, so it stays.',
  },
  {
    expression: 'decimal(1/3, 2.5)',
    here: '0.33',
    standard: '0.33',
    feelin: '0.3320391543176799',
    why: 'The number of decimals is whole; a fraction of it does not count.',
  },
  {
    expression: 'string(0.0000001)',
    here: '0.0000001',
    standard: '0.0000001',
    feelin: '1e-7',
    why: 'No number is written with an exponent.',
  },
]

/** What FEEL has and we do not offer: it is always a finding, never a silent null. Every row is run by a test: the example is refused, what to write is taken. */
export interface NotOffered {
  readonly what: string
  readonly example: string
  /** An expression over the made-up names of tests/feel/names.ts. null: there is no such thing here, `how` says what to do. */
  readonly instead: string | null
  readonly how?: string
}

export const NOT_OFFERED: readonly NotOffered[] = [
  { what: 'context', example: '{ a: 1 }.a', instead: 'shop.size', how: 'A question with derived: holds a part of a formula.' },
  {
    what: 'function of your own',
    example: 'function(x) x + 1',
    instead: 'shop.size + 1',
    how: 'A question with derived: holds a part of a formula.',
  },
  { what: 'power', example: 'shop.size ** 2', instead: 'shop.size * shop.size' },
  { what: 'exponent in a number', example: '1e5', instead: '100000' },
  { what: 'number of more than 34 digits', example: '0.00000000000000000000000000000000000001', instead: '0' },
  { what: 'range as a value', example: 'for i in 1..3 return i', instead: 'for i in [1, 2, 3] return i' },
  {
    what: 'several lists in one for, some or every',
    example: 'for a in [1], b in [2] return a + b',
    instead: 'flatten(for a in [1] return for b in [2] return a + b)',
  },
  {
    what: 'position from the end',
    example: '[1, 2][-1]',
    instead: 'rooms[kind = "bar"][1]',
    how: 'Say which one you mean with a condition.',
  },
  {
    what: 'position that is computed',
    example: 'rooms[shop.size]',
    instead: 'rooms[area = shop.size]',
    how: 'Say which one you mean with a condition.',
  },
  { what: 'one value where a list is asked, and the other way round', example: 'count(5)', instead: 'count([5])' },
  { what: 'list compared with one value', example: 'shop.tags = "red"', instead: 'list contains(shop.tags, "red")' },
  { what: 'values of different types in one list', example: '[1, "a"]', instead: '["1", "a"]' },
  { what: 'values of different types compared', example: 'shop.size = "5"', instead: 'shop.size = 5' },
  { what: 'condition that is no condition', example: 'shop.open and 123', instead: 'shop.open and shop.size = 123' },
  { what: 'comparison as an element of in (…)', example: 'shop.size in (= 10)', instead: 'shop.size in (10)' },
  { what: 'not inside in (…)', example: 'shop.colour in (not("red"))', instead: 'not(shop.colour in ("red"))' },
  {
    what: 'and, or after in without brackets',
    example: 'shop.size in [1..10] and shop.open',
    instead: '(shop.size in [1..10]) and shop.open',
  },
  { what: '==', example: 'shop.size == 5', instead: 'shop.size = 5' },
  { what: 'named parameters', example: 'count(list: [1])', instead: 'count([1])' },
  {
    what: 'type test',
    example: 'shop.size instance of number',
    instead: 'shop.size != null',
    how: 'Types are known beforehand: a wrong one is a finding.',
  },
  { what: 'time of the clock', example: 'time("22:00:00")', instead: 'clock("22:00")' },
  { what: 'moment', example: 'date and time("2026-01-01T22:00:00")', instead: 'date("2026-01-01")' },
  { what: 'literal with @', example: '@"2026-01-01"', instead: 'date("2026-01-01")' },
  { what: 'date made of something else than a text', example: 'date(2026, 1, 1)', instead: 'date("2026-01-01")' },
  { what: 'duration', example: 'today() + duration("P7D")', instead: 'add days(today(), 7)' },
  { what: 'subtracting days', example: 'today() - shop.since', instead: 'days between(shop.since, today())' },
  { what: 'parts of a day', example: 'shop.since.year', instead: 'years between(shop.since, today())' },
  { what: 'a word for a list or row', example: 'string([1])', instead: 'join(for i in [1] return string(i), ", ")' },
]

/** Built-in functions of the standard that we do not have, and what does the same. */
export const FUNCTIONS_NOT_OFFERED: readonly {
  readonly name: string
  readonly example: string
  readonly instead: string | null
  readonly how?: string
}[] = [
  { name: 'all', example: 'all([true])', instead: 'every x in [true] satisfies x' },
  { name: 'any', example: 'any([true])', instead: 'some x in [true] satisfies x' },
  { name: 'append', example: 'append([1], 2)', instead: 'concatenate([1], [2])' },
  { name: 'union', example: 'union([1], [2])', instead: 'distinct values(concatenate([1], [2]))' },
  { name: 'string join', example: 'string join(["a"], ", ")', instead: 'join(["a"], ", ")' },
  { name: 'mean', example: 'mean([1, 2])', instead: 'sum([1, 2]) / count([1, 2])' },
  { name: 'product', example: 'product([2, 3])', instead: '2 * 3' },
  { name: 'round up', example: 'round up(1.1, 0)', instead: 'ceiling(1.1)', how: 'Of a number of zero or more.' },
  { name: 'round down', example: 'round down(1.1, 0)', instead: 'floor(1.1)', how: 'Of a number of zero or more.' },
  {
    name: 'round half down',
    example: 'round half down(1.5, 0)',
    instead: 'round half up(1.5, 0)',
    how: 'Which rounds a half up; a town that rounds it down says so to us.',
  },
  { name: 'modulo', example: 'modulo(5, 2)', instead: '5 - 2 * floor(5 / 2)' },
  { name: 'even', example: 'even(4)', instead: '4 / 2 = floor(4 / 2)' },
  { name: 'odd', example: 'odd(4)', instead: '4 / 2 != floor(4 / 2)' },
  { name: 'is', example: 'is(1, 1)', instead: '1 = 1' },
  { name: 'is defined', example: 'is defined(shop.size)', instead: 'shop.size != null', how: 'While it is not answered, that is unknown.' },
  { name: 'number', example: 'number("1", ",", ".")', instead: 'shop.size', how: 'Ask the question as a number.' },
  {
    name: 'years and months duration',
    example: 'years and months duration(shop.since, today())',
    instead: 'years between(shop.since, today())',
  },
  { name: 'remove', example: 'remove([1, 2], 1)', instead: '[1, 2][item != 1]' },
  { name: 'sublist', example: 'sublist([1, 2], 1)', instead: '[1, 2][item > 1]' },
  { name: 'index of', example: 'index of([1], 1)', instead: 'list contains([1], 1)' },
  { name: 'ends with', example: 'ends with(shop.name, "a")', instead: 'contains(shop.name, "a")', how: 'Better: ask it as a choice.' },
  { name: 'matches', example: 'matches(shop.name, "a.*")', instead: 'starts with(shop.name, "a")', how: 'Better: ask it as a choice.' },
  ...['substring', 'substring before', 'substring after', 'upper case', 'lower case', 'replace', 'split'].map((name) => ({
    name,
    example: `${name}(shop.name, "a")`,
    instead: null,
    how: 'Texts are printed as they were typed. What decides something is asked as a choice.',
  })),
  ...['insert before', 'list replace', 'reverse', 'sort', 'median', 'stddev', 'mode'].map((name) => ({
    name,
    example: `${name}([1, 2])`,
    instead: null,
    how: 'Lists are printed in the order in which they were entered.',
  })),
  ...['sqrt', 'log', 'exp'].map((name) => ({ name, example: `${name}(4)`, instead: null, how: 'No fee or term asks for it.' })),
  ...['day of week', 'day of year', 'week of year', 'month of year'].map((name) => ({
    name,
    example: `${name}(today())`,
    instead: null,
    how: 'Ask for the night or the season: hours have night:, rules have seasons.',
  })),
  ...['now', 'time', 'date and time', 'duration'].map((name) => ({
    name,
    example: `${name}("22:00")`,
    instead: name === 'time' ? 'clock("22:00")' : null,
    how: name === 'time' ? 'A time has no seconds; +1 stands for after midnight.' : 'Rules know days, and the clock times of a night.',
  })),
  ...['get value', 'get entries', 'context', 'context put', 'context merge'].map((name) => ({
    name,
    example: `${name}("a")`,
    instead: null,
    how: 'There are no contexts; every fact is a question with an id.',
  })),
  ...[
    'before',
    'after',
    'meets',
    'met by',
    'overlaps',
    'overlaps before',
    'overlaps after',
    'finishes',
    'finished by',
    'includes',
    'during',
    'starts',
    'started by',
    'coincides',
    'range',
  ].map((name) => ({ name, example: `${name}(1, 2)`, instead: null, how: 'Compare the bounds with <, <=, >, >= or in [a..b].' })),
]
