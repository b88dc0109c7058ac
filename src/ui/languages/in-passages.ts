import type { ReactNode } from 'react'
import { addedLanguage } from '../../model/lang.ts'
import { bare } from '../../model/languages/bare.ts'
import { hasPassages, type Passage, passagesIn } from '../../model/languages/passages.ts'
import { propertyOf } from '../../model/util/record.ts'
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
    // text, links and emphasis of a paragraph share one direction; a larger container keeps that of the page
    if (hasElements(children)) langs = new Set([...(LINES.has(type) ? langsIn(children) : ['']), ...langs])
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

/** The language of a text that is in one other language as a whole: one passage, or several with only punctuation between them. */
function wholeLang(text: string): string | null {
  const [first, ...others] = passagesIn(text).filter((part) => typeof part !== 'string' || /\p{L}/u.test(part))
  if (first === undefined || typeof first === 'string') return null
  const isWhole = [first, ...others].every(
    (part) => typeof part !== 'string' && part.lang === first.lang && part.parts.every((inside) => typeof inside === 'string'),
  )
  return isWhole ? langOf(first) : null
}

/** The text of children that are only text; null: there are elements among them. */
function textOf(children: unknown): string | null {
  if (children === undefined || children === null || typeof children === 'boolean') return ''
  if (typeof children === 'string' || typeof children === 'number') return String(children)
  if (!Array.isArray(children)) return null
  const all = children.map(textOf)
  return all.includes(null) ? null : all.join('')
}

/** Elements that hold lines of text, and what may stand within such a line. */
const LINES: ReadonlySet<unknown> = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'dt',
  'dd',
  'td',
  'th',
  'caption',
  'figcaption',
  'legend',
  'blockquote',
])
const IN_LINES: ReadonlySet<unknown> = new Set(['a', 'strong', 'em', 'b', 'i', 'span', 'code', 'abbr', 'small', 'time'])

/** The languages of what stands in a line; '' for that of the page, and for what cannot be told. */
function langsIn(children: unknown): string[] {
  if (Array.isArray(children)) return children.flatMap(langsIn)
  if (typeof children === 'string') return /\p{L}/u.test(children) ? [wholeLang(children) ?? ''] : []
  if (typeof children !== 'object' || children === null) return []
  const type = propertyOf(children, 'type')
  if (type === 'br') return []
  // made before what holds it, so that it is marked already
  const lang = propertyOf(propertyOf(children, 'props'), 'lang')
  return [IN_LINES.has(type) && typeof lang === 'string' ? lang : '']
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
