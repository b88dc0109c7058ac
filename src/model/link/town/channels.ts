import type { LinkContext } from '../context.ts'

/** Where an application goes must be an address of its kind: what is no address of a page becomes no link. */
export function checkChannels({ catalogue, report }: LinkContext): void {
  for (const channel of catalogue.channels) {
    const { address, kind, id } = channel
    if (address === undefined) continue
    const isMail = /^[^\s@/]+@[^\s@]+\.[^\s@]+$/.test(address)
    const isPage = /^https?:\/\/\S+$/.test(address)
    const wrong = (message: string, mend: string): void => report('BAD_SHAPE', 'error', channel, 'address', message, mend)
    if (kind === 'email' && !isMail)
      wrong(
        `The channel for ${id} is email, and ${address} is no e-mail address.`,
        isPage ? 'Write kind: webform.' : 'Write an address with @, such as horeca@gemeente.nl.',
      )
    else if ((kind === 'webform' || kind === 'omgevingsloket') && !isPage)
      wrong(
        `The channel for ${id} is ${kind}, and ${address} is no address of a page.`,
        isMail
          ? 'Write kind: email.'
          : /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(address)
            ? `Write https://${address}.`
            : 'Write the whole address, with https:// before it.',
      )
  }
}
