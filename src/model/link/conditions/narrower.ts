/** Whether a condition holds in no more cases than another. Judged by form: every operand of `and` in `before` must still be one in `after`. Anything that
 * cannot be told this way counts as wider. */
export function isNarrower(after: string | undefined, before: string | undefined): boolean {
  if (before === undefined || before === 'true') return true
  if (after === undefined) return false
  if (even(after) === even(before) || even(after) === 'false') return true
  const kept = new Set(conjuncts(after))
  return conjuncts(before).every((part) => kept.has(part))
}

const even = (text: string): string => bare(text.replace(/\s+/g, ' ').trim())

/** Operands of `and`; a text with an `or` outside brackets is one operand. */
function conjuncts(text: string): string[] {
  const whole = even(text)
  if (split(whole, 'or').length > 1) return [whole]
  const parts = split(whole, 'and')
  return parts.length === 1 ? parts : parts.flatMap(conjuncts)
}

/** Splits at a word outside brackets and quotes. */
function split(text: string, word: 'and' | 'or'): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') quoted = !quoted
    if (quoted) continue
    if (letter === '(' || letter === '[') depth++
    if (letter === ')' || letter === ']') depth--
    if (depth === 0 && text.startsWith(` ${word} `, at)) {
      parts.push(even(text.slice(from, at)))
      from = at + word.length + 2
    }
  }
  return [...parts, even(text.slice(from))]
}

/** Strips brackets around the whole. */
function bare(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text
  let depth = 0
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth--
    if (depth === 0) return text
  }
  return bare(text.slice(1, -1).trim())
}
