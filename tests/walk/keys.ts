import type { ElementHandle, Page } from 'playwright-core'

type Handle = ElementHandle<HTMLElement | SVGElement>

/** Hands on a keyboard: nothing but Tab, arrows, Space, Enter and letters. What cannot be reached with Tab is an error. */
export class Keys {
  constructor(private readonly page: Page) {}

  async press(control: Handle): Promise<void> {
    await this.reach(control)
    await this.page.keyboard.press('Enter')
  }

  /** Ticks a box, or takes the tick away; chooses a radio button. */
  async toggle(box: Handle, on: boolean): Promise<void> {
    if ((await box.isChecked()) === on) return
    await this.reach(box)
    if ((await box.getAttribute('type')) === 'radio')
      for (let presses = 0; presses < 40 && !(await this.isOn(box)); presses += 1) await this.page.keyboard.press('ArrowDown')
    // an arrow chooses as well; nothing is drawn while a key is down
    for (let waits = 0; waits < 10 && (await box.isChecked()) !== on; waits += 1) {
      if (waits === 0) await this.page.keyboard.press('Space')
      await this.page.waitForTimeout(20)
    }
  }

  /** Text, an ISO date, or a time `HH:MM`. */
  async type(control: Handle, text: string): Promise<void> {
    await this.reach(control)
    const type = await control.getAttribute('type')
    // headless Chromium writes dates and times the American way, whatever the language
    if (type === 'date' && text !== '') return this.page.keyboard.type(`${text.slice(5, 7)}${text.slice(8, 10)}${text.slice(0, 4)}`)
    if (type === 'time' && text !== '') return this.page.keyboard.type(american(text))
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('Delete')
    await this.page.keyboard.type(text)
  }

  /** Chooses the option with this text; an empty text is the line that says "choose". */
  async choose(select: Handle, text: string): Promise<void> {
    await this.reach(select)
    const at = await select.evaluate((element, wanted) => {
      const texts = [...(element as HTMLSelectElement).options].map((option) => option.text.replace(/\s+/g, ' ').trim())
      return wanted === '' ? 0 : texts.indexOf(wanted)
    }, text)
    if (at < 0) throw new Error(`no option "${text}"`)
    await this.page.keyboard.press('Home')
    for (let presses = 0; presses < at; presses += 1) await this.page.keyboard.press('ArrowDown')
  }

  private isOn = (control: Handle): Promise<boolean> => control.evaluate((element) => document.activeElement === element)

  private async reach(control: Handle): Promise<void> {
    const isThere = (): Promise<boolean> =>
      control.evaluate((element) => {
        const active = document.activeElement
        // of a group of radio buttons one is reached with Tab, the others with the arrows
        const name = element.getAttribute('name')
        return (
          active === element ||
          (name !== null && active instanceof HTMLInputElement && active.type === 'radio' && active.getAttribute('name') === name)
        )
      })
    for (let presses = 0; presses < 500; presses += 1) {
      if (await isThere()) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${await control.evaluate((element) => element.outerHTML.slice(0, 200))}`)
  }
}

/** `22:05` as `1005PM`. */
function american(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(hours % 12 === 0 ? 12 : hours % 12)}${two(minutes)}${hours < 12 ? 'AM' : 'PM'}`
}
