import { useEffect, useRef, useState } from 'react'

// While a finger or the mouse is down nothing on the page moves, so that a press that begins on a button ends on it. What an answer brings, such as a
// question, a remark or an error, is shown right after. Answers themselves are never held up.

/** After a finger is lifted the browser still sends the mouse events of that press. */
const AFTER_TOUCH = 80

let down = false
/** From the press until its click: the target must stay where it is. The click itself then has its target. */
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
  // blur of the window, not of a field that loses the focus to the press
  on('blur', (event) => {
    if (event.target === window) lifted(event)
  })
  // the mouse button was released outside the window
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

/** Runs at once, or right after the press in progress. */
export function afterPress(run: () => void): void {
  watch()
  if (isPressed()) waiting.push(run)
  else run()
}

/** Whether a press still waits for its click. Whatever re-renders meanwhile, for whatever reason, must look as before. */
export function isAiming(): boolean {
  watch()
  return aiming
}

/** The current value, or the previous one while a press is in progress. */
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
