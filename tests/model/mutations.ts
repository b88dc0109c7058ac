import type { Dice } from './seeded.ts'

/** What every object of a program has, and what changes one. */
export const EVIL = ['toString', 'valueOf', 'hasOwnProperty', 'constructor', '__proto__', 'prototype', 'isPrototypeOf'] as const

const many = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join('\n')

/** Values that do not belong where they land. */
const VALUES: readonly string[] = [
  '',
  'null',
  '~',
  'true',
  '[]',
  '{}',
  '0',
  '-1',
  '1e999',
  '.nan',
  '12,50',
  '"x"',
  "'",
  '"',
  '[[[[]]]]',
  '{ a: { b: 1 } }',
  '*x',
  '&x [*x]',
  '!!binary x',
  '!!js/function x',
  '<<: 1',
  '2026-02-30',
  '25:00',
  '🦆',
  '\u0000',
  '\ufeff',
  '| ',
  '>-',
  '# weg',
  '- - -',
  '? ',
  '@p1',
  '%',
  '`',
  'x'.repeat(60_000),
  '9'.repeat(2_000),
  `"${'\\u0041'.repeat(500)}"`,
]

/** FEEL that is wrong, or too much. */
const FEEL: readonly string[] = [
  'toString(1)',
  'constructor',
  '__proto__.a',
  'a == b',
  'not(',
  '"a',
  '((((',
  'if true then',
  '1e999999999',
  'date("2026-02-30")',
  'verdict("toString") = "needed"',
  'attached("constructor")',
  'decimal(1, 99999999999999999999) > 0',
  'today() < add days(today(), 1000000000000000)',
  'some x in parties satisfies x',
  '[1,2][0] = 1',
  '-'.repeat(3_000),
  'true and '.repeat(20_000),
  '('.repeat(5_000),
  `"${'a", "'.repeat(5_000)}"`,
  'a'.repeat(60_000),
  'if true then 1 else '.repeat(1_000),
  '[1] = [1]',
  'max() > 1',
  '1 = null',
  '{a: 1}.a = 1',
  'x in (> 3)',
]

/** One slip, or one ill deed, in the lines of a file. */
type Mutate = (lines: string[], at: number, dice: Dice) => void
const MUTATIONS: readonly Mutate[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at, dice) => lines.splice(at, 1 + dice.below(10)),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at, dice) => lines.splice(at, 0, ...lines.slice(at, at + 1 + dice.below(12))),
  (lines, at, dice) => lines.splice(dice.below(lines.length), 0, ...lines.splice(at, 1)),
  (lines, at, dice) => lines.splice(dice.below(lines.length), 0, ...lines.splice(at, 1 + dice.below(8))),
  (lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  (lines, at, dice) => value(lines, at, dice.pick(VALUES)),
  (lines, at, dice) => value(lines, at, dice.pick(VALUES)),
  (lines, at, dice) => feel(lines, at, dice.pick(FEEL)),
  (lines, at, dice) => feel(lines, at, dice.pick(FEEL)),
  (lines, at, dice) => key(lines, at, dice.pick([...EVIL, 'label', 'id', 'when', 'x y', '"', '1', 'nl', 'true', '? a', '[a]', '*a', '<<'])),
  (lines, at, dice) => lines.splice(at, 0, `${indent(lines[at])}${dice.pick(EVIL)}: ${dice.pick(['1', '{}', '[]', 'x'])}`),
  (lines, at, dice) => replace(lines, at, (line) => line.replace(/[\]}]\s*,?\s*$/, (end) => `, ${dice.pick(EVIL)}: 1${end}`)),
  (lines, at, dice) => replace(lines, at, (line) => ' '.repeat(dice.below(6)) + line.trimStart()),
  (lines, at, dice) => replace(lines, at, (line) => `${line}${dice.pick(['"', '}', ']', ':', ' #', ',', '\t', ' &x *x', '\r', '\u2028'])}`),
  (lines, at, dice) => replace(lines, at, (line) => swapLetters(line, dice)),
  (lines, at, dice) => replace(lines, at, (line) => line.slice(0, dice.below(line.length + 1))),
  (lines, at, dice) =>
    lines.splice(at, 0, dice.pick(['? ', '- ', ': ', '[', '{a: ', '- ? ', '? - ']).repeat(dice.pick([3, 90, 300, 10_000]))),
  (lines, at) =>
    lines.splice(
      at,
      0,
      many(10_000, (deep) => `${' '.repeat(Math.min(deep, 500))}a:`),
    ),
  (lines, at) => lines.splice(at, 0, bomb(indent(lines[at]))),
  (lines, at, dice) =>
    lines.splice(
      at,
      0,
      many(dice.pick([200, 2_000, 20_000]), (nr) => `${indent(lines[at])}unknown${nr}: 1`),
    ),
  (lines, at, dice) =>
    lines.splice(
      at,
      0,
      many(dice.pick([20, 500]), () => lines.slice(at, at + 4).join('\n')),
    ),
  (lines, at) => lines.splice(at, lines.length),
  (lines, _at, dice) => lines.splice(0, lines.length, ...cut(lines.join('\n'), dice).split('\n')),
  (lines, at, dice) => replace(lines, at, (line) => bytes(line, dice)),
  (lines, at, dice) => lines.splice(at, 0, dice.pick(['---', '...', '%YAML 1.1', '%TAG ! x', '\t', '#', '<<: *x', '!!set', '\ufeff'])),
  (lines) => lines.splice(0, lines.length),
  (lines) => lines.splice(0, lines.length, 'null'),
]

const indent = (line = ''): string => /^[\s-]*/.exec(line)?.[0].replaceAll('-', ' ') ?? ''
const replace = (lines: string[], at: number, change: (line: string) => string): void => {
  lines[at] = change(lines[at] ?? '')
}
const value = (lines: string[], at: number, text: string): void => replace(lines, at, (line) => line.replace(/: .*|:$/, () => `: ${text}`))
const key = (lines: string[], at: number, text: string): void => replace(lines, at, (line) => line.replace(/[A-Za-z]+:/, () => `${text}:`))
/** At the next line that holds an expression. */
function feel(lines: string[], from: number, text: string): void {
  const places = lines.flatMap((line, at) => (/\b(when|value|derived|amount|prefill|of|where|each|title): /.test(line) ? [at] : []))
  const at = places.find((place) => place >= from) ?? places[0]
  if (at !== undefined)
    replace(lines, at, (line) =>
      line.replace(/\b(when|value|derived|amount|prefill|of|where|each|title): .*/, (_, name) => `${name}: ${JSON.stringify(text)}`),
    )
}
function swapLetters(line: string, dice: Dice): string {
  const at = dice.below(Math.max(1, line.length - 1))
  return `${line.slice(0, at)}${line[at + 1] ?? ''}${line[at] ?? ''}${line.slice(at + 2)}`
}
const cut = (text: string, dice: Dice): string => text.slice(0, dice.below(text.length + 1))
function bytes(line: string, dice: Dice): string {
  const at = dice.below(line.length + 1)
  return line.slice(0, at) + String.fromCharCode(dice.below(256), dice.below(65536)) + line.slice(at)
}
const bomb = (space: string): string =>
  ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    .map(
      (name, at, all) =>
        `${space}${name}: &${name} [${Array(9)
          .fill(at === 0 ? '1' : `*${all[at - 1]}`)
          .join(', ')}]`,
    )
    .join('\n')

/** The text after so many mutations. */
export function mutated(text: string, dice: Dice, count: number): string {
  const lines = text.split('\n')
  for (let done = 0; done < count; done += 1) dice.pick(MUTATIONS)(lines, dice.below(Math.max(1, lines.length)), dice)
  return lines.join('\n')
}
