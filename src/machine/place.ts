import type { Lang } from '../model/lang.ts'

const INFO = ['privacy', 'accessibility', 'notices'] as const
type InfoPage = (typeof INFO)[number]

/** Where in the journey somebody is. Each place has an address, so links, reload and the back button of the browser work. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'info'; readonly page: InfoPage }
  /** Where whoever receives packets checks one. */
  | { readonly kind: 'verify' }
  /** Where a municipality tries out its own rules. */
  | { readonly kind: 'configure' }
  | {
      readonly kind: 'about' | 'stop' | 'outcome' | 'tasks' | 'attachments' | 'review' | 'packet' | 'tree' | 'sources' | 'ask' | 'search'
      readonly draft: string
    }
  /** One step of the decision tree. `back`: a change from the check page, to which it returns. */
  | { readonly kind: 'step'; readonly draft: string; readonly step: string; readonly back: boolean }
  /** A step of the tree whose answers change no verdict, offered from the outcome. */
  | { readonly kind: 'sharpen'; readonly draft: string; readonly step: string }
  | { readonly kind: 'topic'; readonly draft: string; readonly topic: string; readonly at: string | null; readonly back: boolean }
  | { readonly kind: 'list'; readonly draft: string; readonly list: string }
  /** The answers of one licence, to be copied into somebody else's form. */
  | { readonly kind: 'copy'; readonly draft: string; readonly licence: string }
  /** The same answers under the rules of other towns. */
  | { readonly kind: 'compare'; readonly draft: string; readonly towns: readonly string[] }
  | { readonly kind: 'row'; readonly draft: string; readonly row: string; readonly at: string | null; readonly back: boolean }

export interface Address {
  readonly lang: Lang
  /** Tag of a language added by files, which replaces English. */
  readonly added?: string
  readonly place: Place
}

const PLAIN = ['about', 'stop', 'outcome', 'tasks', 'attachments', 'review', 'packet', 'tree', 'sources', 'ask', 'search'] as const
const BACK = 'back'

/** `#/nl`, `#/nl/info/privacy`, `#/nl/4f3a/step/alcohol`, `#/nl/4f3a/topic/business/business.kvkNumber`. Anything else leads to the start page.
 * @param tags those of the languages added by files */
export function readAddress(hash: string, tags: readonly string[] = []): Address {
  const [first, draft, kind, ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  const place = placeOf(draft, kind, rest)
  if (first !== undefined && tags.includes(first)) return { lang: 'en', added: first, place }
  return { lang: first === 'en' ? 'en' : 'nl', place }
}

function placeOf(draft: string | undefined, kind: string | undefined, rest: readonly string[]): Place {
  const info = draft === 'info' ? INFO.find((each) => each === kind) : undefined
  if (info) return { kind: 'info', page: info }
  if ((draft === 'verify' || draft === 'configure') && !kind) return { kind: draft }
  if (!draft || !kind) return { kind: 'start' }
  const plain = PLAIN.find((each) => each === kind)
  if (plain) return { kind: plain, draft }
  if (kind === 'compare') return { kind, draft, towns: rest.filter(Boolean) }
  const [id, at, back] = rest
  if (!id) return { kind: 'start' }
  switch (kind) {
    case 'step':
      return { kind, draft, step: id, back: at === BACK }
    case 'sharpen':
      return { kind, draft, step: id }
    case 'topic':
      return { kind, draft, topic: id, at: at || null, back: back === BACK }
    case 'row':
      return { kind, draft, row: id, at: at || null, back: back === BACK }
    case 'list':
      return { kind, draft, list: id }
    case 'copy':
      return { kind, draft, licence: id }
    default:
      return { kind: 'start' }
  }
}

export function writeAddress({ lang, added, place }: Address): string {
  return `#/${[added ?? lang, ...partsOf(place)].map((part) => encodeURIComponent(part).replaceAll('%40', '@')).join('/')}`
}

function partsOf(place: Place): string[] {
  switch (place.kind) {
    case 'start':
      return []
    case 'info':
      return ['info', place.page]
    case 'verify':
    case 'configure':
      return [place.kind]
    case 'step':
      return [place.draft, 'step', place.step, ...(place.back ? [BACK] : [])]
    case 'sharpen':
      return [place.draft, 'sharpen', place.step]
    case 'topic':
      return [place.draft, 'topic', place.topic, ...anchorOf(place)]
    case 'row':
      return [place.draft, 'row', place.row, ...anchorOf(place)]
    case 'list':
      return [place.draft, 'list', place.list]
    case 'copy':
      return [place.draft, 'copy', place.licence]
    case 'compare':
      return [place.draft, 'compare', ...place.towns]
    default:
      return [place.draft, place.kind]
  }
}

const anchorOf = ({ at, back }: { at: string | null; back: boolean }): string[] => (back ? [at ?? '', BACK] : at === null ? [] : [at])

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
