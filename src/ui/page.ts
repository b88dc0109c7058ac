import { type Address, writeAddress } from './address.ts'
import { element } from './element.ts'
import { TEXT } from './text.ts'
import type { Lang, TownEntry } from './town.ts'
import { treeView } from './tree-view.ts'

export interface PageInput {
  readonly towns: readonly TownEntry[]
  readonly findings: readonly { readonly severity: 'error' | 'warning' | 'note'; readonly text: string }[]
}

const LANGUAGES: readonly { id: Lang; name: string }[] = [
  { id: 'nl', name: 'Nederlands' },
  { id: 'en', name: 'English' },
]

/** Builds the page for an address. What the reader was using keeps the focus. */
export function showPage(into: HTMLElement, input: PageInput, address: Address): void {
  const { lang } = address
  const text = TEXT[lang]
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : ''
  document.documentElement.lang = lang
  const chosen = address.town ?? input.towns[0]?.id ?? null
  const entry = input.towns.find((town) => town.id === chosen)
  document.title = entry ? `${entry.name} - Horeca1` : 'Horeca1'
  const tree = element('div', { 'aria-busy': 'true' })
  const status = element('p', { role: 'status', class: 'status' })
  into.replaceChildren(
    element('a', { class: 'skip', href: '#tree' }, text.skip),
    element('header', {}, element('h1', {}, 'Horeca1'), element('p', { class: 'lead' }, text.lead), languages(address)),
    element(
      'main',
      {},
      element(
        'section',
        { 'aria-labelledby': 'what' },
        element('h2', { id: 'what' }, text.whatTitle),
        element('ul', {}, ...text.what.map((line) => element('li', {}, line))),
      ),
      input.findings.length > 0 && findings(input.findings, lang),
      element(
        'section',
        { 'aria-labelledby': 'tree' },
        element('h2', { id: 'tree', tabindex: '-1' }, text.tree),
        townChoice(input.towns, chosen, lang),
        status,
        tree,
      ),
    ),
  )
  into.querySelector<HTMLElement>('.skip')?.addEventListener('click', (event) => {
    // The part after # is our address, so the jump is made here.
    event.preventDefault()
    document.getElementById('tree')?.focus()
  })
  if (focused) document.getElementById(focused)?.focus()
  void fill(tree, status, entry, input, lang)
}

async function fill(tree: HTMLElement, status: HTMLElement, entry: TownEntry | undefined, input: PageInput, lang: Lang): Promise<void> {
  const text = TEXT[lang]
  if (!entry) status.textContent = input.towns.length === 0 ? text.none : text.unknownTown
  else {
    status.textContent = `${text.loading} …`
    try {
      const { town } = await entry.load()
      tree.replaceChildren(treeView(town, lang))
      status.textContent = `${text.shown(town.name, town.outline[lang].steps.length)}.`
    } catch {
      status.textContent = text.failed
    }
  }
  tree.setAttribute('aria-busy', 'false')
}

const languages = (address: Address): HTMLElement =>
  element(
    'nav',
    { 'aria-label': TEXT[address.lang].language },
    ...LANGUAGES.map(({ id, name }) =>
      element(
        'a',
        {
          id: `lang-${id}`,
          lang: id,
          href: writeAddress({ ...address, lang: id }),
          ...(id === address.lang ? { 'aria-current': 'true' } : {}),
        },
        name,
      ),
    ),
  )

function townChoice(towns: readonly TownEntry[], chosen: string | null, lang: Lang): HTMLElement {
  const select = element('select', { id: 'town' }, ...towns.map((town) => element('option', { value: town.id }, town.name)))
  select.value = chosen ?? ''
  select.addEventListener('change', () => {
    location.hash = writeAddress({ lang, town: select.value })
  })
  return element('p', { class: 'field' }, element('label', { for: 'town' }, TEXT[lang].town), select)
}

const findings = (list: PageInput['findings'], lang: Lang): HTMLElement =>
  element(
    'section',
    { 'aria-labelledby': 'findings', class: 'findings' },
    element('h2', { id: 'findings' }, `${TEXT[lang].findings} (${list.length})`),
    element(
      'ul',
      {},
      ...list
        .filter((one) => one.severity !== 'note')
        .map((one) => element('li', { class: one.severity }, element('strong', {}, TEXT[lang].severity[one.severity]), ` ${one.text}`)),
    ),
    element(
      'details',
      {},
      element('summary', {}, `${TEXT[lang].severity.note} (${list.filter((one) => one.severity === 'note').length})`),
      element('ul', {}, ...list.filter((one) => one.severity === 'note').map((one) => element('li', {}, one.text))),
    ),
  )
