import type { LinkContext } from '../context.ts'

/** Where to send an application must be an address of the right kind: an invalid URL cannot become a link. */
export function checkChannels({ catalogue, report }: LinkContext): void {
  for (const channel of catalogue.channels) {
    const { address, kind, id } = channel
    checkLimits(channel, report)
    if (address === undefined) {
      if (kind === 'email')
        report(
          'BAD_SHAPE',
          'error',
          channel,
          'kind',
          `The channel for ${id} is email, and says no address.`,
          'Add address: with the e-mail address, such as horeca@gemeente.nl.',
        )
      continue
    }
    const isMail = /^[^\s@/]+@[^\s@]+\.[^\s@]+$/.test(address)
    const isPage = /^https?:\/\/\S+$/.test(address)
    const wrong = (message: string, mend: string): void => report('BAD_SHAPE', 'error', channel, 'address', message, mend)
    if ((kind === 'counter' || kind === 'post') && isMail)
      wrong(
        `The channel for ${id} is ${kind}, and ${address} is an e-mail address.`,
        'Write the street and place there, address: null where none is needed, or kind: email.',
      )
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

/** No town allows larger files; a larger number is probably in bytes. */
const MOST_MEGABYTES = 2_000

/** Checks upload limits and login: no limit may make another one pointless. */
function checkLimits(channel: LinkContext['catalogue']['channels'][number], report: LinkContext['report']): void {
  const { id, login, loginLevel, maxFileMegabytes = 0, maxTotalMegabytes, fileKinds } = channel
  const wrong = (property: string, message: string, mend: string): void => report('BAD_SHAPE', 'error', channel, property, message, mend)
  if (loginLevel !== undefined && login !== 'eherkenning' && login !== 'digidOrEherkenning')
    wrong(
      'loginLevel',
      `The channel for ${id} says a level of eHerkenning, and one does not log in with that.`,
      'Take loginLevel: out, or write login: eherkenning.',
    )
  if (maxTotalMegabytes !== undefined && maxFileMegabytes > maxTotalMegabytes)
    wrong(
      'maxFileMegabytes',
      `For ${id} one file may be ${maxFileMegabytes} MB, and all together ${maxTotalMegabytes} MB.`,
      'Write the limit of one file behind maxFileMegabytes:, and of all together behind maxTotalMegabytes:.',
    )
  for (const property of ['maxFileMegabytes', 'maxTotalMegabytes'] as const) {
    const value = channel[property]
    if (value !== undefined && value > MOST_MEGABYTES)
      wrong(
        property,
        `For ${id} ${property} is ${value} MB, which no site takes.`,
        `Write megabytes, not bytes: ${Math.round(value / 1_048_576) || 10}.`,
      )
  }
  for (const [index, kind] of (fileKinds ?? []).entries()) {
    const bare = kind.replace(/^\./, '').toLowerCase()
    const meant = KINDS.get(bare) ?? bare
    if (meant !== kind)
      report(
        'BAD_SHAPE',
        'error',
        fileKinds ?? [],
        index,
        `Kinds of files are written as the end of their name, found "${kind}".`,
        `Write ${meant}.`,
      )
  }
}

/** Other names that people give file types. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['word', 'docx'],
  ['excel', 'xlsx'],
  ['foto', 'jpg'],
  ['jpeg', 'jpg'],
  ['plaatje', 'png'],
  ['acrobat', 'pdf'],
])
