import type { ReactNode } from 'react'
import { addedLanguage } from '../../model/lang.ts'
import { bare } from '../../model/languages/bare.ts'
import { hasPassages, type Passage, passagesIn } from '../../model/languages/passages.ts'
import type { Makes, Props } from '../jsx/shown.ts'

/** Elements that may contain text only. */
const ONLY_TEXT: ReadonlySet<unknown> = new Set(['option', 'title', 'desc', 'textarea'])
/** SVG elements, in which a passage is a `tspan` and not a `span`. */
const OF_DRAWINGS: ReadonlySet<unknown> = new Set(['text', 'tspan'])

/** Resolves the marks of passages in another language in the props of an element. In children each passage becomes an element with `lang`; in an attribute,
 * which cannot hold elements, the marks are dropped. An element that is one passage as a whole gets `lang` itself. */
export function inPassages(type: unknown, props: Props, makes: Makes): Props {
  if (typeof type !== 'string')
    return type === makes.Fragment ? withChildren(props, (text) => elements(passagesIn(text), 'span', makes)) : props
  const made: Record<string, unknown> = {}
  let langs = new Set<string>()
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || typeof value !== 'string') continue
    if (!hasPassages(value)) {
      if (isRead(name)) langs.add('')
      continue
    }
    made[name] = bare(value)
    if (isRead(name)) langs.add(wholeLang(value) ?? '')
  }
  const { children } = props
  const only = textOf(children)
  if (only === null) {
    if (hasElements(children)) langs = new Set(['', ...langs])
  } else if (only !== '') langs.add(wholeLang(only) ?? '')
  const [lang = '', ...others] = langs
  // all its text is in one other language; but `dir` on an `li` would move its list marker to the other side of the list
  const isTurnedMark = type === 'li' && isFromTheRight()
  const whole = lang !== '' && others.length === 0 && props.lang === undefined && !isTurnedMark ? lang : null
  if (whole !== null) Object.assign(made, marked(whole))
  if (props.dir === undefined && isFromTheRight()) Object.assign(made, turned(type))
  const shown = { ...props, ...made }
  if (only !== null && (whole !== null || ONLY_TEXT.has(type))) return hasPassages(only) ? { ...shown, children: bare(only) } : shown
  return withChildren(shown, (text) => elements(passagesIn(text), OF_DRAWINGS.has(type) ? 'tspan' : 'span', makes))
}

/** Attributes whose text is seen or read aloud. */
const isRead = (name: string): boolean =>
  name === 'aria-label' || name === 'title' || name === 'alt' || name === 'placeholder' || name === 'label'

/** The language of a text that is one passage as a whole; null: it is not. */
function wholeLang(text: string): string | null {
  const [first, ...others] = passagesIn(text).filter((part) => typeof part !== 'string' || part.trim() !== '')
  return first !== undefined && typeof first !== 'string' && others.length === 0 && first.parts.every((part) => typeof part === 'string')
    ? langOf(first)
    : null
}

/** The text of children that are only text; null: there are elements among them. */
function textOf(children: unknown): string | null {
  if (children === undefined || children === null || typeof children === 'boolean') return ''
  if (typeof children === 'string' || typeof children === 'number') return String(children)
  if (!Array.isArray(children)) return null
  const all = children.map(textOf)
  return all.includes(null) ? null : all.join('')
}

const hasElements = (children: unknown): boolean =>
  Array.isArray(children) ? children.some(hasElements) : typeof children === 'object' && children !== null

function withChildren(props: Props, shown: (text: string) => ReactNode): Props {
  const { children } = props
  if (typeof children === 'string') return hasPassages(children) ? { ...props, children: shown(children) } : props
  if (!Array.isArray(children) || !children.some((child) => typeof child === 'string' && hasPassages(child))) return props
  // same number, same order: React identifies unkeyed children by position
  return { ...props, children: children.map((child) => (typeof child === 'string' && hasPassages(child) ? shown(child) : child)) }
}

/** Uses React's own `jsx`, not ours: the marks in these texts are already resolved. */
const elements = (parts: readonly (string | Passage)[], within: 'span' | 'tspan', makes: Makes): ReactNode =>
  makes.jsx(makes.Fragment, {
    children: parts.map((part, at) =>
      typeof part === 'string'
        ? part
        : makes.jsx(within, { ...marked(langOf(part)), children: elements(part.parts, within, makes) }, String(at)),
    ),
  })

const langOf = ({ lang }: Passage): string => (lang === 'page' ? (addedLanguage()?.tag ?? 'en') : lang)

const isFromTheRight = (): boolean => addedLanguage()?.dir === 'rtl'

/** A passage gets its own direction on a right-to-left page. */
function marked(lang: string): { readonly lang: string; readonly dir?: 'ltr' | 'rtl' } {
  return isFromTheRight() ? { lang, dir: lang === addedLanguage()?.tag ? 'rtl' : 'ltr' } : { lang }
}

/** Exceptions on a right-to-left page: what is typed takes its direction from its own letters, and drawings keep their left-to-right coordinates. */
function turned(type: string): Readonly<Record<string, string>> {
  if (type === 'input' || type === 'textarea') return { dir: 'auto' }
  return type === 'svg' ? { direction: 'ltr' } : {}
}
