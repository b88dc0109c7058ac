import type { Locator } from 'playwright-core'
import type { Hands } from './hands.ts'

/** What somebody's hands did in a journey. */
export interface Tally {
  /** Mouse clicks or taps: buttons, links, ticks, a list opened and an option chosen in it. */
  clicks: number
  /** Keys pressed in fields, the one that leads to the field included. */
  keys: number
  /** Answers given or found filled in: each needs a thought. */
  answers: number
  /** From mouse to keyboard or back. */
  switches: number
}

/** The same hands, counted. Fields are reached with Tab, everything else with the mouse. */
export function tallied(hands: Hands): { hands: Hands; tally: Tally } {
  const tally: Tally = { clicks: 0, keys: 0, answers: 0, switches: 0 }
  let at: 'mouse' | 'keyboard' = 'mouse'
  const click = (times: number): void => {
    if (at === 'keyboard') tally.switches += 1
    at = 'mouse'
    tally.clicks += times
  }
  const press = (times: number): void => {
    if (at === 'mouse') tally.switches += 1
    at = 'keyboard'
    tally.keys += times
  }
  const counted: Hands = {
    press: (button) => {
      click(1)
      return hands.press(button)
    },
    follow: (go) => {
      click(1)
      return hands.follow(go)
    },
    check: (box) => counted.set(box, true),
    set: async (box, on) => {
      if ((await box.isChecked()) === on) return
      click(1)
      tally.answers += 1
      return hands.set(box, on)
    },
    type: async (control, text) => {
      press(1 + (await keysFor(control, text)))
      tally.answers += 1
      return hands.type(control, text)
    },
    accept: () => {
      tally.answers += 1
    },
    choose: (select, value) => {
      click(2)
      tally.answers += 1
      return hands.choose(select, value)
    },
  }
  return { hands: counted, tally }
}

/** A date is eight digits and a time four: the control writes the rest itself. Shift counts as a key, as in the model. */
async function keysFor(control: Locator, text: string): Promise<number> {
  const type = await control.getAttribute('type')
  if (type === 'date' || type === 'time') return text.replace(/\D/g, '').length
  return [...text].length + [...text].filter((letter) => letter !== letter.toLowerCase()).length
}
