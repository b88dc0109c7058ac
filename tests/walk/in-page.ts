/**
 * Runs inside the page: `readInPage` is sent there as text, so it may use nothing from outside its own body.
 * It reads what a person reads (headings, labels, legends, hints, marks, units, error texts) and knows no id and no name of a fact.
 */

export type ControlKind = 'radio' | 'ticks' | 'tick' | 'select' | 'text' | 'textarea' | 'date' | 'time' | 'period' | 'file'

/** One answer that a question offers. */
export interface SeenOption {
  readonly text: string
  readonly chosen: boolean
  /** What stands behind the option in grey, such as how many questions come with it. */
  readonly note: string
}

/** One question or control as it stands on the page. */
export interface SeenField {
  /** The question as it is read, without the mark for optional ones. */
  readonly label: string
  /** The heading nearest above it inside the page: legend of its group, title of its card; else empty. */
  readonly group: string
  /** Which one it is among those with the same label and group, from 0. */
  readonly nth: number
  readonly control: ControlKind
  readonly hint: string
  /** Marked as "may stay empty". */
  readonly optional: boolean
  /** Answers to choose from; the empty "choose" line of a select is left out. */
  readonly options: readonly SeenOption[]
  /** Text in the control; of a period both days with a slash; of a tick "on" or empty; of a choice the chosen texts with "; ". */
  readonly value: string
  /** Tick "next day" beside a time. */
  readonly nextDay: boolean | null
  /** `€`, `m²`, `jaar` … beside the control. */
  readonly unit: string
  /** What the keyboard of a phone would show: numeric, decimal, tel, email; else empty. */
  readonly inputMode: string
  readonly error: string
  readonly disabled: boolean
  /** Other words that belong to the control or stand under it: remarks of the rules, "already filled in". */
  readonly remarks: readonly string[]
  /** Boxes that "Why do we ask this?" names, when it stands open. */
  readonly boxes: readonly SeenBox[]
  readonly why: 'none' | 'closed' | 'open'
  /** Tells the same control again after a reload or in another language. It means nothing; empty when it cannot be told. */
  readonly mark: string
}

/** A box of a form as "Why do we ask this?" names it. */
export interface SeenBox {
  readonly form: string
  /** Number and label, as printed in the packet: `EX-079 Openingstijd maandag`. */
  readonly box: string
}

export interface SeenLink {
  readonly text: string
  readonly href: string
  /** Heading nearest above it. */
  readonly under: string
  /** Grey or state text beside it in the same list item. */
  readonly beside: string
}
export interface SeenButton {
  readonly text: string
  readonly under: string
  readonly disabled: boolean
}
export interface SeenMessage {
  readonly kind: 'info' | 'ok' | 'warning' | 'error' | 'status'
  readonly text: string
}
/** One item of a list of cards or tasks. */
export interface SeenCard {
  readonly title: string
  readonly text: string
}
export interface SeenPage {
  readonly address: string
  readonly lang: string
  readonly title: string
  /** `(2/3)` behind the title. */
  readonly position: { readonly number: number; readonly total: number } | null
  /** The line above the title. */
  readonly above: string
  readonly fields: readonly SeenField[]
  readonly buttons: readonly SeenButton[]
  readonly links: readonly SeenLink[]
  readonly messages: readonly SeenMessage[]
  /** Lines of the error summary. */
  readonly problems: readonly string[]
  readonly cards: readonly SeenCard[]
  /** Question and answer lines (review): heading above, label, answer. */
  readonly answers: readonly { readonly under: string; readonly label: string; readonly answer: string }[]
  /** Rows of tables, cells as text. */
  readonly tables: readonly (readonly (readonly string[])[])[]
  /** Words of the summary beside the page, line by line: term, definition. */
  readonly summary: readonly { readonly term: string; readonly text: string }[]
  /** All words of the main part. */
  readonly text: string
  /** There is a page, and nothing of it is being loaded. */
  readonly drawn: boolean
  /** It is the page of the address. */
  readonly arrived: boolean
}

/** How to find a control again: by what stands beside it. */
export interface FieldName {
  readonly label: string
  readonly group?: string
  readonly nth?: number
}
/** Part of a control: an option by its text, the second day of a period, the tick "next day". */
export interface FieldPart {
  readonly option?: string
  readonly part?: 'until' | 'nextDay'
}

/** Everything that stands on the page, or with `find` the one control that is asked for. */
export function readInPage(
  find: { readonly field?: FieldName & FieldPart; readonly button?: { readonly text: string; readonly under?: string } } | null,
): SeenPage | Element | null {
  const OPTIONAL = /\s*\((mag leeg blijven|may be left empty|may stay empty|optional)\)\s*$/i
  const main = document.querySelector('main')
  // questions behind a fold: somebody who fills in everything opens it
  for (const fold of main?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])
    if (fold.querySelector('input, select, textarea')) fold.open = true
  const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
  const shown = (element: Element): boolean => {
    // a control that is drawn by its label (choose a file) is shown when the label is
    if (element instanceof HTMLInputElement && element.type === 'file') return element.labels?.[0] ? shown(element.labels[0]) : true
    return element.checkVisibility({ visibilityProperty: true })
  }
  const SKIPPED = new Set(['SCRIPT', 'STYLE', 'SELECT', 'TEXTAREA'])
  // neighbours that are drawn apart are read apart
  const APART = new Set('P LI DIV DT DD H1 H2 H3 LEGEND LABEL TD TH SUMMARY BUTTON SPAN'.split(' '))
  const textIn = (element: Element, without: string): string => {
    let text = ''
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue ?? ''
      else if (child instanceof Element && !SKIPPED.has(child.tagName) && child.ariaHidden !== 'true')
        if (without === '' || !child.matches(without)) text += textIn(child, without) + (APART.has(child.tagName) ? ' ' : '')
    }
    return text
  }
  const read = new Map<string, Map<Element, string>>()
  /** Words of an element, without what only assistive technology skips and without the controls in it. */
  const wordsOf = (element: Element | null | undefined, without = ''): string => {
    if (!element) return ''
    const known = read.get(without) ?? new Map<Element, string>()
    read.set(without, known)
    const words = known.get(element) ?? clean(textIn(element, without)).replace(/ ([.,:;])/g, '$1')
    known.set(element, words)
    return words
  }
  const byIds = (ids: string | null): Element[] => (ids ?? '').split(/\s+/).flatMap((id) => (id && document.getElementById(id)) || [])

  type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
  const labelElement = (control: Control): Element | null => control.labels?.[0] ?? null
  const nameOf = (control: Control, without = '.quiet'): string => {
    const by = byIds(control.getAttribute('aria-labelledby'))
    if (by.length > 0) return by.map((each) => wordsOf(each, without)).join(' ')
    return clean(control.getAttribute('aria-label')) || wordsOf(labelElement(control), without)
  }
  const legendOf = (fieldset: Element | null | undefined): Element | null => fieldset?.querySelector(':scope > legend') ?? null
  const isChoice = (control: Control): boolean =>
    control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')
  /** The tick beside a time, in the same line. */
  const besideTime = (control: Control): HTMLInputElement | null => {
    if (!(control instanceof HTMLInputElement) || control.type !== 'checkbox') return null
    const line = labelElement(control)?.parentElement
    return line?.matches('fieldset, form, main') ? null : (line?.querySelector<HTMLInputElement>(':scope > input[type=time]') ?? null)
  }
  const headingAbove = (element: Element): string => {
    const card = element.closest('li, section, fieldset')
    if (!card || !main?.contains(card)) return ''
    const own = card instanceof HTMLFieldSetElement ? legendOf(card) : card.querySelector('h2, h3, h4')
    if (own && own !== element && !own.contains(element)) return wordsOf(own)
    return card.parentElement ? headingAbove(card.parentElement) : ''
  }

  interface Found {
    controls: Control[]
    kind: ControlKind
    label: string
    optional: boolean
    group: string
    nth: number
    scope: Element
    nextDay: HTMLInputElement | null
  }
  const controls = [...(main?.querySelectorAll<Control>('input, select, textarea') ?? [])].filter(
    (each) => !(each instanceof HTMLInputElement && each.type === 'hidden') && shown(each),
  )
  const taken = new Set<Control>()
  const found: Found[] = []
  for (const control of controls) {
    if (taken.has(control)) continue
    const fieldset = control.closest('fieldset')
    const legend = main?.contains(fieldset) ? legendOf(fieldset) : null
    const inSet = fieldset ? controls.filter((each) => each.closest('fieldset') === fieldset) : []
    const type = control instanceof HTMLInputElement ? control.type : control instanceof HTMLSelectElement ? 'select' : 'textarea'
    let these: Control[] = [control]
    let kind: ControlKind = 'text'
    let ofLegend = false
    if (type === 'radio') {
      these = controls.filter(
        (each) => each instanceof HTMLInputElement && each.type === 'radio' && each.name === (control as HTMLInputElement).name,
      )
      kind = 'radio'
      ofLegend = true
    } else if (type === 'checkbox') {
      const time = besideTime(control)
      if (time) continue
      these = inSet.filter((each) => each instanceof HTMLInputElement && each.type === 'checkbox' && !besideTime(each))
      const only = legend !== null && inSet.every((each) => isChoice(each) || each instanceof HTMLSelectElement)
      kind = only ? 'ticks' : 'tick'
      ofLegend = only
      if (!only) these = [control]
    } else if (type === 'date') {
      const days = inSet.filter((each) => each instanceof HTMLInputElement && each.type === 'date')
      const line = labelElement(control)?.parentElement
      // two days in one line under one legend are a period; a date with a label of its own in a group is not
      if (legend && days.length === 2 && inSet.length === 2 && line && days.every((each) => line.contains(each))) {
        these = days
        kind = 'period'
        ofLegend = true
      } else kind = 'date'
    } else if (type === 'time' || type === 'select' || type === 'textarea' || type === 'file') kind = type as ControlKind
    for (const each of these) taken.add(each)
    const raw = ofLegend ? wordsOf(legend) : nameOf(control)
    const scope = ofLegend && fieldset ? fieldset : (labelElement(control)?.parentElement ?? control.parentElement ?? control)
    const holder = ofLegend ? fieldset?.parentElement : control.parentElement
    const label = raw.replace(OPTIONAL, '')
    const group = holder ? headingAbove(holder) : ''
    const nth = found.filter((each) => each.label === label && each.group === group).length
    const beside = kind === 'time' ? (controls.find((each) => besideTime(each) === control) as HTMLInputElement | undefined) : undefined
    found.push({ controls: these, kind, label, optional: OPTIONAL.test(raw), group, nth, scope, nextDay: beside ?? null })
  }

  const onPage = (): { element: HTMLButtonElement | HTMLAnchorElement; text: string; under: string }[] =>
    [...(main?.querySelectorAll<HTMLButtonElement>('button') ?? [])].filter(shown).map((element) => ({
      element,
      text: clean(element.getAttribute('aria-label')) || wordsOf(element),
      under: headingAbove(element),
    }))

  if (find?.field) {
    const { label, group, nth, option, part } = find.field
    const match = found.filter((each) => each.label === label && (group === undefined || each.group === group))
    const one = nth === undefined ? match[0] : (match.find((each) => each.nth === nth) ?? null)
    if (!one) return null
    if (part === 'nextDay') return one.nextDay
    if (part === 'until') return one.controls[1] ?? null
    if (option !== undefined) return one.controls.find((each) => nameOf(each) === option) ?? null
    return one.controls[0] ?? null
  }
  if (find?.button) {
    const { text, under } = find.button
    return onPage().find((each) => each.text === text && (under === undefined || each.under === under))?.element ?? null
  }

  const BOX = /^(.*?): ((?:[A-Z]{1,4}-?)?\d[\w.-]*.*)$/
  const seen = ({ controls: these, kind, label, optional, group, nth, scope, nextDay }: Found): SeenField => {
    const [first] = these as [Control, ...Control[]]
    const described = [...new Set([...byIds(first.getAttribute('aria-describedby')), ...byIds(scope.getAttribute('aria-describedby'))])]
    const errors = described.filter((each) => /error/.test(each.className) || each.id.endsWith('-error'))
    const unitLine = first.closest('.with-unit')
    const unit =
      unitLine && kind === 'text'
        ? clean(
            [...unitLine.children]
              .flatMap((each) => (each.getAttribute('aria-hidden') === 'true' ? [each.textContent ?? ''] : []))
              .join(' '),
          )
        : ''
    const why = scope.querySelector(':scope > details') as HTMLDetailsElement | null
    const options: SeenOption[] =
      kind === 'radio' || kind === 'ticks'
        ? these.map((each) => ({
            text: nameOf(each),
            chosen: (each as HTMLInputElement).checked,
            note: clean(labelElement(each)?.querySelector('.quiet')?.textContent),
          }))
        : first instanceof HTMLSelectElement
          ? [...first.options]
              .filter((each) => each.value !== '')
              .map((each) => ({ text: clean(each.textContent), chosen: each.selected && each.value !== '', note: '' }))
          : []
    const value =
      options.length > 0 || kind === 'radio' || kind === 'ticks' || kind === 'select'
        ? options.flatMap((each) => (each.chosen ? [each.text] : [])).join('; ')
        : kind === 'tick'
          ? (first as HTMLInputElement).checked
            ? 'on'
            : ''
          : kind === 'file'
            ? ''
            : kind === 'period'
              ? these.map((each) => each.value).join('/')
              : first.value
    return {
      label,
      group,
      nth,
      control: kind,
      hint: described
        .filter((each) => !errors.includes(each) && !each.id.endsWith('-says'))
        .map((each) => wordsOf(each))
        .join(' '),
      optional,
      options,
      value: value === '/' ? '' : value,
      nextDay: nextDay ? nextDay.checked : null,
      unit,
      inputMode:
        first instanceof HTMLInputElement ? first.inputMode || (first.type === 'tel' || first.type === 'email' ? first.type : '') : '',
      error: errors.map((each) => wordsOf(each)).join(' '),
      disabled: first.disabled,
      remarks: [
        ...described.filter((each) => each.id.endsWith('-says')).map((each) => wordsOf(each)),
        ...[...scope.querySelectorAll(':scope > [role=status] .alert')].map((each) => wordsOf(each)),
      ].filter(Boolean),
      why: !why ? 'none' : why.open ? 'open' : 'closed',
      mark: first.form ? first.id : '',
      boxes: why?.open
        ? [...why.querySelectorAll('li')].flatMap((each) => {
            const [, form = '', box = ''] = BOX.exec(wordsOf(each, '.quiet, .why__ground')) ?? []
            return box ? [{ form, box }] : []
          })
        : [],
    }
  }
  const heading = clean(main?.querySelector('h1')?.textContent)
  const [, title = heading, number, total] = /^(.*) \((\d+)\/(\d+)\)$/.exec(heading) ?? []
  const KINDS = ['info', 'ok', 'warning', 'error'] as const
  return {
    address: location.hash,
    lang: document.documentElement.lang,
    title,
    position: number ? { number: Number(number), total: Number(total) } : null,
    above: wordsOf(main?.querySelector('.kicker')),
    fields: found.map(seen),
    buttons: onPage().map(({ element, text, under }) => ({ text, under, disabled: (element as HTMLButtonElement).disabled })),
    links: [...(main?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])].filter(shown).map((element) => {
      const item = element.closest('li, p, div')
      return {
        text: clean(element.getAttribute('aria-label')) || wordsOf(element),
        href: element.getAttribute('href') ?? '',
        under: headingAbove(element),
        beside: item ? wordsOf(item, 'a') : '',
      }
    }),
    messages: [...(main?.querySelectorAll('.alert, [role=status], [role=alert]') ?? [])].flatMap((each) => {
      const text = wordsOf(each)
      if (!text || !shown(each) || (each.matches('[role=status]') && each.querySelector('.alert'))) return []
      return [{ kind: KINDS.find((kind) => each.classList.contains(`utrecht-alert--${kind}`)) ?? 'status', text }]
    }),
    problems: [...(main?.querySelectorAll('[role=alert] li') ?? [])].map((each) => wordsOf(each)),
    cards: [...(main?.querySelectorAll('li') ?? [])].flatMap((each) => {
      const own = each.querySelector(':scope > h2, :scope > h3')
      return own ? [{ title: wordsOf(own), text: wordsOf(each, 'h2, h3, details') }] : []
    }),
    answers: [...(main?.querySelectorAll('dl dt') ?? [])]
      .filter((each) => !each.closest('aside'))
      .map((each) => ({ under: headingAbove(each), label: wordsOf(each), answer: wordsOf(each.nextElementSibling) })),
    tables: [...(main?.querySelectorAll('table') ?? [])].map((table) =>
      [...table.rows].map((row) => [...row.cells].map((cell) => wordsOf(cell))),
    ),
    summary: [...document.querySelectorAll('aside dl dt')].map((each) => ({ term: wordsOf(each), text: wordsOf(each.nextElementSibling) })),
    text: wordsOf(main, 'aside'),
    drawn: heading !== '' && !main?.querySelector('[aria-busy=true]'),
    arrived: ['', decodeURIComponent(main?.getAttribute('data-place') ?? '-')].includes(decodeURIComponent(location.hash)),
  }
}
