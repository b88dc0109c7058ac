import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MOST_BRACKETS, MOST_CHARACTERS, MOST_LAYERS, MOST_SIGNS, MOST_WALKS } from '../../src/feel/compile/size.ts'
import { FUNCTIONS, OWN_FUNCTIONS, type Param } from '../../src/feel/functions.ts'
import { DIFFERENCES, FUNCTIONS_NOT_OFFERED, NOT_OFFERED } from './feel-differences.ts'

/** What an operator says when an operand has not been answered. */
const OPERATORS: readonly (readonly [what: string, unknown: string])[] = [
  ['`a and b`', 'false when one side is false; else unknown while one side is'],
  ['`a or b`', 'true when one side is true; else unknown while one side is'],
  [
    '`=` `!=` `<` `<=` `>` `>=`, `in`, `between`',
    'unknown; a lower bound decides when it is already past the other side, lists when they can no longer be equal',
  ],
  ['`+` `-` `*` `/`', 'unknown; adding to a lower bound gives a lower bound'],
  ['`if a then b else c`', 'unknown, unless both branches give the same'],
  ['`some x in list satisfies …`', 'true once one row that is there makes it so; else unknown while the list may grow'],
  ['`every x in list satisfies …`', 'false once one row breaks it; else unknown while the list may grow'],
  ['`list[condition]`, `for x in list return …`', 'the rows that are certain; may still grow when the list may'],
]

const typeOf = (param: Param): string => (typeof param === 'string' ? param : param.kind)
const code = (text: string): string => `\`${text}\``
const but = (instead: string | null, how: string | undefined): string =>
  [instead === null ? '' : code(instead), how ?? ''].filter(Boolean).join('. ')
const rows = (table: readonly (readonly string[])[]): string => table.map((row) => `| ${row.join(' | ')} |`).join('\n')

/** docs/feel.md: the language of conditions, made from the code that runs it. */
export function feelDoc(): string {
  const functions = [...FUNCTIONS].map(([name, { params, repeats, spread, gives, unknown }]) => [
    code(`${name}(${params.map(typeOf).join(', ')}${repeats ? ', …' : ''})`),
    `${gives ?? ''}${spread ? `${gives ? '; ' : ''}also ${code(`${name}(1, 2)`)}` : ''}`,
    unknown,
  ])
  const replaced = FUNCTIONS_NOT_OFFERED.filter(({ instead }) => instead !== null)
  const gone = FUNCTIONS_NOT_OFFERED.filter(({ instead }) => instead === null)
  const reasons = [...new Set(gone.map(({ how }) => how ?? ''))]
  return `# The language of conditions

Made by \`npx tsx scripts/docs/write-feel-doc.ts\`. Conditions and formulas are FEEL, with a third value: _unknown_, for what has not been answered
(\`docs/adr/0002-unknown-is-a-third-value.md\`). Null is something else: a fact that does not exist in this case. Compared with null, everything but null is unequal.

Numbers are exact up to 34 digits, as in the standard. Texts are compared letter by letter (capitals before small letters), days as days, times as hours of one night.
Whatever the answers are, an expression has a value: what has no outcome (a division by zero, a number of decimals that does not exist) is null.

## Operators

| operator | when an operand is unknown |
| --- | --- |
${rows(OPERATORS)}

## Functions

| function | gives | when an operand is unknown |
| --- | --- | --- |
${rows(functions)}

## Functions of the rule set

| function | gives | unknown |
| --- | --- | --- |
${rows(OWN_FUNCTIONS.map(({ written, gives, unknown }) => [written, gives, unknown]))}

## What differs from the standard

The standard is DMN 1.5 of the OMG. A test runs these rows, and holds everything else against another implementation (feelin) and against the conformance cases of the DMN TCK.

| expression | here | standard | feelin | why |
| --- | --- | --- | --- | --- |
${rows(DIFFERENCES.map(({ expression, here, standard, feelin, why }) => [...[expression, here, standard, feelin ?? standard].map(code), why]))}

## What is not offered

Each of these is a finding with its place, never a silent null.

| of FEEL | not | but |
| --- | --- | --- |
${rows(NOT_OFFERED.map(({ what, example, instead, how }) => [what, code(example), but(instead, how)]))}

Functions of the standard that are not there:

| not | but |
| --- | --- |
${rows(replaced.map(({ example, instead, how }) => [code(example), but(instead, how)]))}
${rows(
  reasons.map((reason) => [
    gone
      .filter(({ how }) => how === reason)
      .map(({ name }) => code(name))
      .join(', '),
    reason,
  ]),
)}

## How large an expression may be

At most ${MOST_CHARACTERS} characters, ${MOST_SIGNS} times \`and\`, \`or\`, \`+\`, \`-\`, \`*\` and \`/\`, ${MOST_BRACKETS} brackets inside each other, ${MOST_LAYERS} layers, and ${MOST_WALKS} lists walked inside each other. What is larger is a finding
(FEEL_TOO_LARGE): give a part of it a name, with a question that has \`derived:\`.
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../../docs/feel.md', import.meta.url), feelDoc())
