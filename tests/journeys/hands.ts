import type { Locator, Page } from 'playwright-core'

/** How somebody works a page. */
export interface Hands {
  press(button: Locator): Promise<void>
  /** Ticks a box or chooses a radio button. */
  check(box: Locator): Promise<void>
  set(box: Locator, on: boolean): Promise<void>
  /** Text, or an ISO date, or a time `HH:MM`. */
  type(control: Locator, text: string): Promise<void>
  choose(select: Locator, value: string): Promise<void>
  /** Reads what stands there already, and leaves it. */
  accept(): void
  /** Goes to a page that the present one has no link to, through the address bar. */
  follow(go: () => Promise<void>): Promise<void>
}

/** Nothing is drawn while a finger is down, so a tick stands a moment after the press. */
async function press(box: Locator, on: boolean): Promise<void> {
  if ((await box.isChecked()) === on) return
  await box.click()
  for (let waits = 0; waits < 100 && (await box.isChecked()) !== on; waits += 1) await box.page().waitForTimeout(20)
  if ((await box.isChecked()) !== on)
    throw new Error(`a press does not tick: ${await box.evaluate((element) => element.outerHTML.slice(0, 200))}`)
}

export const mouse = (): Hands => ({
  press: (button) => button.click(),
  check: (box) => press(box, true),
  set: press,
  type: (control, text) => control.fill(text),
  choose: async (select, value) => {
    await select.selectOption(value)
  },
  accept: () => undefined,
  follow: (go) => go(),
})

/** Nothing but Tab, arrows, Space, Enter and letters. What cannot be reached with Tab is an error. */
export function keyboard(page: Page): Hands {
  const reach = async (control: Locator): Promise<void> => {
    const isThere = (): Promise<boolean> =>
      control.evaluate((element) => {
        const active = document.activeElement
        // of a group of radio buttons one is reached with Tab, the others with the arrows
        return (
          active === element ||
          (active instanceof HTMLInputElement && active.type === 'radio' && active.name === element.getAttribute('name'))
        )
      })
    for (let presses = 0; presses < 400; presses += 1) {
      if (await isThere()) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${await control.evaluate((element) => element.outerHTML.slice(0, 200))}`)
  }
  const toggle = async (box: Locator, on: boolean): Promise<void> => {
    if ((await box.isChecked()) === on) return
    await reach(box)
    if ((await box.getAttribute('type')) !== 'radio') return page.keyboard.press('Space')
    for (let presses = 0; presses < 40; presses += 1) {
      if (await box.evaluate((element) => document.activeElement === element)) break
      await page.keyboard.press('ArrowDown')
    }
    if (!(await box.isChecked())) await page.keyboard.press('Space')
  }
  return {
    press: async (button) => {
      await reach(button)
      await page.keyboard.press('Enter')
    },
    check: (box) => toggle(box, true),
    set: toggle,
    type: async (control, text) => {
      await reach(control)
      const type = await control.getAttribute('type')
      // headless Chromium writes dates and times the American way, whatever the language
      if (type === 'date') await page.keyboard.type(`${text.slice(5, 7)}${text.slice(8, 10)}${text.slice(0, 4)}`)
      else if (type === 'time') await page.keyboard.type(american(text))
      else {
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.type(text)
      }
    },
    choose: async (select, value) => {
      await reach(select)
      for (let presses = 0; presses < 300 && (await select.inputValue()) !== value; presses += 1) await page.keyboard.press('ArrowDown')
    },
    accept: () => undefined,
    follow: (go) => go(),
  }
}

/** `22:05` as `1005PM`. */
function american(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(hours % 12 === 0 ? 12 : hours % 12)}${two(minutes)}${hours < 12 ? 'AM' : 'PM'}`
}
