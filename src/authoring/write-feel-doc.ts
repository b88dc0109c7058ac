import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FUNCTIONS, type Param } from '../feel/functions.ts'

/** What an operator says when an operand has not been answered. */
const OPERATORS: readonly (readonly [what: string, unknown: string])[] = [
  ['`a and b`', 'false when one side is false; else unknown while one side is'],
  ['`a or b`', 'true when one side is true; else unknown while one side is'],
  ['`not(a)`', 'unknown'],
  ['`=` `!=` `<` `<=` `>` `>=`, `in`, `between`', 'unknown; a lower bound decides when it is already past the other side'],
  ['`+` `-` `*` `/`', 'unknown; adding to a lower bound gives a lower bound'],
  ['`if a then b else c`', 'unknown, unless both branches give the same'],
  ['`some x in list satisfies …`', 'true once one row that is there makes it so; else unknown while the list may grow'],
  ['`every x in list satisfies …`', 'false once one row breaks it; else unknown while the list may grow'],
  ['`list[condition]`, `for x in list return …`', 'the rows that are certain; may still grow when the list may'],
]

/** Handled by the compiler and the engine; the rest of the functions stands in FUNCTIONS. */
const OWN: readonly (readonly [what: string, gives: string, unknown: string])[] = [
  ['`clock("HH:MM")`, `clock("HH:MM+1")`', 'a time; +1 is after midnight, so 01:00+1 is later than 23:00', 'never'],
  ['`date("2026-05-01")`', 'a day', 'never'],
  ['`today()`', 'the day of today, given from outside', 'never'],
  ['`verdict("licence")`', '"needed", "notNeeded", "ask" or "notAllowed"', 'unknown while the verdict is open'],
  ['`attached("document")`', 'true when it was added or promised', 'unknown until then; never false'],
  ['`documents("licence")`', 'names of the documents that go along', 'unknown until each was added or promised'],
]

const typeOf = (param: Param): string => (typeof param === 'string' ? param : param.kind)

/** docs/feel.md: the language of conditions, made from the code that runs it. */
export function feelDoc(): string {
  const functions = Object.entries(FUNCTIONS).map(
    ([name, { params, unknown }]) => `| \`${name}(${params.map(typeOf).join(', ')})\` | ${unknown} |`,
  )
  return `# The language of conditions

Made by \`npx tsx src/authoring/write-feel-doc.ts\`. Conditions and formulas are FEEL, with a third value: _unknown_, for what has not been answered
(\`docs/adr/0002-unknown-is-a-third-value.md\`). Null is something else: a fact that does not exist in this case. Compared with null, everything but null is unequal.

## Operators

| operator | when an operand is unknown |
| --- | --- |
${OPERATORS.map((row) => `| ${row.join(' | ')} |`).join('\n')}

## Functions

| function | when an operand is unknown |
| --- | --- |
${functions.join('\n')}

## Functions of the rule set

| function | gives | unknown |
| --- | --- | --- |
${OWN.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../../docs/feel.md', import.meta.url), feelDoc())
