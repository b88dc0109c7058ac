import { wordsIn } from '../../model/lang.ts'
import '../style/town-search.css'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { TOWN_SEARCH } from '../text/later/town-search.ts'
import { findTowns, isSameName } from '../towns/find-towns.ts'
import { useJourney } from '../use-journey.ts'

interface Choosable {
  readonly id: string
  readonly name: string
}

/** Finds a town among many: a combobox with a list box, as in the WAI-ARIA patterns. What is typed stays in the page. */
export function TownSearch({
  id,
  towns,
  examples,
  base,
  chosen,
  problem,
  onChoose,
}: {
  /** Id of the input, for its label. */
  id: string
  towns: readonly Choosable[]
  /** Made-up towns, for trying the site. */
  examples: readonly Choosable[]
  /** The rules of the country alone; null: this site does not offer them. */
  base: Choosable | null
  /** Empty: none. */
  chosen: string
  /** Id of the message that says a town is missing. */
  problem: string | undefined
  onChoose: (id: string) => void
}) {
  const { words, lang } = useJourney()
  const texts = wordsIn(TOWN_SEARCH, lang)
  const all = [...towns, ...examples.map(({ id, name }) => ({ id, name: texts.example(name) }))]
  const nameOf = (id: string): string => [...all, ...(base ? [base] : [])].find((each) => each.id === id)?.name ?? ''
  /** The text of the field while it is not the name of a chosen town. */
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  // a town proposed by the postcode replaces what was typed
  const [before, setBefore] = useState(chosen)
  if (before !== chosen) {
    setBefore(chosen)
    if (chosen !== '') setTyped(null)
  }
  const shown = typed ?? nameOf(chosen)
  const found = findTowns(all, typed ?? '')
  const options = [...found, ...(base ? [base] : [])]
  const isNone = typed !== null && typed.trim() !== '' && found.length === 0
  const at = active < options.length ? active : -1

  useEffect(() => {
    if (isOpen && at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, at])

  const choose = (id: string): void => {
    setTyped(null)
    setOpen(false)
    setActive(-1)
    onChoose(id)
  }
  const type = (text: string): void => {
    const same = all.find(({ name }) => isSameName(name, text))
    setTyped(text)
    setOpen(true)
    setActive(-1)
    // a name typed in full is chosen; a partial one chooses nothing, so that the field never shows a town other than the chosen one
    onChoose(same?.id ?? '')
  }
  const press = (event: KeyboardEvent): void => {
    const { key } = event
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1 }[key]
    if (to !== undefined) {
      event.preventDefault()
      setActive(isOpen ? (to + options.length) % options.length : Math.max(0, at))
      setOpen(true)
    } else if (key === 'Enter' && isOpen) {
      const one = options[at] ?? (typed !== null && found.length === 1 ? found[0] : undefined)
      // with nothing to choose, the form is submitted, which says that something is missing
      if (one) {
        event.preventDefault()
        choose(one.id)
      } else setOpen(false)
    } else if (key === 'Escape') {
      if (!isOpen) type('')
      setOpen(false)
      setActive(-1)
    }
  }
  return (
    <div className="town-search">
      <p className="utrecht-form-field-description" id={`${id}-hint`}>
        {texts.hint}
      </p>
      <p role="status" className="quiet">
        {isNone ? (base ? texts.none : texts.noneAtAll)(typed.trim()) : isOpen && typed ? texts.found(found.length) : ''}
      </p>
      <input
        id={id}
        role="combobox"
        className="utrecht-textbox utrecht-textbox--html-input"
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && at >= 0 ? `${id}-option-${at}` : undefined}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? `${id}-hint` : `${id}-hint ${problem}`}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={texts.list} tabIndex={-1} ref={list} hidden={!isOpen}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
          <div
            key={option.id}
            id={`${id}-option-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.id === chosen}
            data-active={index === at || undefined}
            // the field keeps the focus, so that its list stays open
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option.id)}
          >
            {option.id === base?.id ? words.start.notListed : option.name}
          </div>
        ))}
      </div>
    </div>
  )
}
