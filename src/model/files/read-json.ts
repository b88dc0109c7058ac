import { messageOf } from '../util/message-of.ts'
import { FORBIDDEN_KEYS } from './forbidden-keys.ts'

/** The value of a JSON text, or why it is refused: in English, with the position. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'tooLarge' | 'notJson' | 'tooDeep' | 'notData'; readonly problem: string; readonly value?: unknown }

/** Real files are smaller. */
const MOST_CHARACTERS = 5 * 1024 * 1024
/** Nested rows of answers are a few levels deep; code that reads them recurses. */
const MOST_LAYERS = 50

/** Parses untrusted JSON: limits its size and depth, and refuses keys that allow prototype pollution. */
export function readJson(text: string, most = MOST_CHARACTERS): ReadJson {
  if (text.length > most) return { ok: false, why: 'tooLarge', problem: `larger than ${Math.round(most / 1024 / 1024)} MB` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const depth = depthOf(text)
    return depth > MOST_LAYERS
      ? { ok: false, why: 'tooDeep', problem: `more than ${MOST_LAYERS} brackets within each other` }
      : { ok: false, why: 'notJson', problem: messageOf(error) }
  }
  const strange = strangeIn(value)
  return strange === null ? { ok: true, value } : { ok: false, ...strange, value }
}

/** Nesting depth of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at++
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth)
    else if (letter === '}' || letter === ']') depth--
  }
  return deepest
}

interface Place {
  readonly key: string
  readonly within: Place | null
  readonly layer: number
}

/** Walks without recursion, so that no depth overflows the stack. */
function strangeIn(value: unknown): { why: 'tooDeep' | 'notData'; problem: string } | null {
  const left: { readonly value: unknown; readonly at: Place | null }[] = [{ value, at: null }]
  for (let one = left.pop(); one; one = left.pop()) {
    if (typeof one.value !== 'object' || one.value === null) continue
    const layer = (one.at?.layer ?? 0) + 1
    if (layer > MOST_LAYERS) return { why: 'tooDeep', problem: `${pathOf(one.at)}: nested more than ${MOST_LAYERS} deep` }
    for (const [key, inside] of Object.entries(one.value)) {
      const at: Place = { key, within: one.at, layer }
      if (FORBIDDEN_KEYS.has(key)) return { why: 'notData', problem: `${pathOf(at)}: the key ${key} is not allowed in data` }
      left.push({ value: inside, at })
    }
  }
  return null
}

function pathOf(at: Place | null): string {
  const keys: string[] = []
  for (let place = at; place; place = place.within) keys.unshift(place.key)
  return keys.join('.') || 'file'
}
