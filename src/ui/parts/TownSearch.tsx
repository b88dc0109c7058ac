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

interface Towns {
  readonly towns: readonly Choosable[]
  /** Made-up towns, for trying the site. */
  readonly examples: readonly Choosable[]
  /** The rules of the country alone; null: this site does not offer them. */
  readonly base: Choosable | null
  /** Empty: none. */
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Finds a town among many: a combobox with a list box, as in the WAI-ARIA patterns. What is typed stays in the page. */
export function TownSearch({
  id,
  problem,
  ...towns
}: Towns & {
  /** Id of the input, for its label. */
  id: string
  /** Id of the message that says a town is missing. */
  problem: string | undefined
}) {
  const { lang } = useJourney()
  const texts = wordsIn(TOWN_SEARCH, lang)
  const search = useSearch(towns)
  const { shown, isOpen, at } = search
  return (
    <div className="town-search">
      <p className="utrecht-form-field-description" id={`${id}-hint`}>
        {texts.hint}
      </p>
      <p role="status" className="quiet">
        {search.isNone ? (towns.base ? texts.none : texts.noneAtAll)(shown.trim()) : search.isTyping ? texts.found(search.found) : ''}
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
        onChange={(event) => search.type(event.target.value)}
        onClick={search.open}
        onBlur={search.close}
        onKeyDown={search.press}
      />
      <Options id={id} label={texts.list} towns={towns} search={search} />
    </div>
  )
}

/** What is typed, what that finds, and which of it the arrow keys are at. */
function useSearch({ towns, examples, base, chosen, onChoose }: Towns) {
  const { lang } = useJourney()
  const texts = wordsIn(TOWN_SEARCH, lang)
  const all = [...towns, ...examples.map(({ id, name }) => ({ id, name: texts.example(name) }))]
  const nameOf = (id: string): string => [...all, ...(base ? [base] : [])].find((each) => each.id === id)?.name ?? ''
  const [typed, setTyped] = useTyped(chosen)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const found = findTowns(all, typed ?? '')
  const options = [...found, ...(base ? [base] : [])]
  const at = active < options.length ? active : -1
  /** `opens`: the list opens, or stays open. */
  const setTo = (text: string | null, opens: boolean, id: string): void => {
    setTyped(text)
    setOpen(opens)
    setActive(-1)
    onChoose(id)
  }
  const choose = (id: string): void => setTo(null, false, id)
  // a name typed in full is chosen; a partial one chooses nothing, so that the field never shows a town other than the chosen one
  const type = (text: string): void => setTo(text, true, all.find(({ name }) => isSameName(name, text))?.id ?? '')
  const move = (to: number): void => {
    setActive(isOpen ? (to + options.length) % options.length : Math.max(0, at))
    setOpen(true)
  }
  const press = (event: KeyboardEvent): void => {
    const { key } = event
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1 }[key]
    const only = options[at] ?? (typed !== null && found.length === 1 ? found[0] : undefined)
    // with nothing to choose, the form is submitted, which says that something is missing
    if (to !== undefined || (key === 'Enter' && isOpen && only)) event.preventDefault()
    if (to !== undefined) move(to)
    else if (key === 'Enter' && isOpen) {
      if (only) choose(only.id)
      else setOpen(false)
    } else if (key === 'Escape') {
      if (!isOpen) type('')
      setOpen(false)
      setActive(-1)
    }
  }
  return {
    shown: typed ?? nameOf(chosen),
    isOpen,
    isTyping: isOpen && Boolean(typed),
    isNone: typed !== null && typed.trim() !== '' && found.length === 0,
    found: found.length,
    options,
    at,
    open: () => setOpen(true),
    close: () => setOpen(false),
    choose,
    type,
    press,
  }
}

/** The text of the field while it is not the name of a chosen town. One that is proposed by the postcode replaces what was typed. */
function useTyped(chosen: string) {
  const [typed, setTyped] = useState<string | null>(null)
  const [before, setBefore] = useState(chosen)
  if (before !== chosen) {
    setBefore(chosen)
    if (chosen !== '') setTyped(null)
  }
  return [typed, setTyped] as const
}

function Options({ id, label, towns, search }: { id: string; label: string; towns: Towns; search: ReturnType<typeof useSearch> }) {
  const { words } = useJourney()
  const { isOpen, options, at, choose } = search
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen && at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, at])
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} tabIndex={-1} ref={list} hidden={!isOpen}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        <div
          key={option.id}
          id={`${id}-option-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={option.id === towns.chosen}
          data-active={index === at || undefined}
          // the field keeps the focus, so that its list stays open
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option.id)}
        >
          {option.id === towns.base?.id ? words.start.notListed : option.name}
        </div>
      ))}
    </div>
  )
}
