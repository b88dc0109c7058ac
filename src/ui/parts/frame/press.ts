import { useEffect, useRef, useState } from 'react'

// While a finger or the mouse is down nothing on the page moves: a press that begins on a button ends on it. What an answer brings, such as a
// question, a remark or an error, is shown right after. Answers themselves are never held up.

/** After a finger is lifted the browser still sends the mouse events of that press. */
const AFTER_TOUCH = 80

let down = false
/** From the press until its click: what is under it must still be under it. The click itself has its target. */
let aiming = false
let timer: ReturnType<typeof setTimeout> | undefined
let waiting: (() => void)[] = []
let watching = false

function watch(): void {
  if (watching || typeof window === 'undefined') return
  watching = true
  const on = <Kind extends keyof WindowEventMap>(event: Kind, run: (event: WindowEventMap[Kind]) => void): void =>
    window.addEventListener(event, run, { capture: true, passive: true })
  on('pointerdown', (event) => {
    if (event.button === 0) down = aiming = true
  })
  on('click', () => {
    aiming = false
  })
  const lifted = (event: Event): void => {
    if (!down) return
    down = false
    clearTimeout(timer)
    timer = setTimeout(show, 'pointerType' in event && event.pointerType === 'touch' ? AFTER_TOUCH : 0)
  }
  for (const event of ['pointerup', 'pointercancel', 'dragend'] as const) on(event, lifted)
  // of the window, not of the field that a press takes the focus from
  on('blur', (event) => {
    if (event.target === window) lifted(event)
  })
  // a button that was let go outside the window
  on('pointermove', (event) => {
    if (event.buttons === 0) lifted(event)
  })
}

function show(): void {
  timer = undefined
  if (down) return
  aiming = false
  const now = waiting
  waiting = []
  for (const run of now) run()
}

const isPressed = (): boolean => down || timer !== undefined

/** Runs at once, or right after the press that is going on. */
export function afterPress(run: () => void): void {
  watch()
  if (isPressed()) waiting.push(run)
  else run()
}

/** Is a press on its way to its click? What is drawn anew meanwhile, for whatever reason, must look as it did. */
export function isAiming(): boolean {
  watch()
  return aiming
}

/** The value as it is, but the one before as long as a press is going on. */
export function useHeld<T>(value: T): T {
  watch()
  const shown = useRef(value)
  const [, again] = useState(0)
  if (!isPressed()) shown.current = value
  const late = shown.current !== value
  useEffect(() => {
    if (late) afterPress(() => again((count) => count + 1))
  }, [late])
  return shown.current
}
