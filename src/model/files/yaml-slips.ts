/** A slip of the pen that keeps a file from being read, and its mend in words of somebody who edits text. */
export interface Slip {
  /** Where it stands, in characters from the beginning. */
  readonly offset: number
  readonly message: string
  readonly mend: string
}

interface Line {
  readonly text: string
  readonly offset: number
}
type Look = (line: Line, before: Line | undefined) => Slip | null

/**
 * What a person most likely did wrong in a text that the YAML parser refused at `failedAt`. A slip makes the parser stumble more than once, and often
 * further down: the earliest one that is certainly wrong is told, and nothing else.
 * `said` is the message of the parser. null: none of the slips that are known; the words of the parser are all there is.
 */
export function findSlip(text: string, failedAt: number, said = ''): Slip | null {
  const lines = linesOf(text)
  for (const look of ANYWHERE) {
    const found = first(lines, look)
    if (found) return found
  }
  // a quote that never closes is noticed at the end of the file
  const open = /closing/i.test(said) ? first(lines, openQuote) : null
  if (open) return open
  // what may be right elsewhere is only suspect where the parser stopped, or just above
  const failed = Math.max(
    0,
    lines.findLastIndex(({ offset }) => offset <= failedAt),
  )
  const near = lines.slice(Math.max(0, failed - NEAR), failed + 1).filter(({ text: line }) => /\S/.test(line) && !/^\s*#/.test(line))
  for (const look of NEARBY) {
    const found = first(near, look)
    if (found) return found
  }
  return indentation(lines.slice(0, failed + 1))
}

/** So many lines above the place where the parser stopped are looked at, the nearest last. */
const NEAR = 3

function first(lines: readonly Line[], look: Look): Slip | null {
  for (const [index, line] of lines.entries()) {
    const found = look(line, lines[index - 1])
    if (found) return found
  }
  return null
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line.replace(/\r$/, ''), offset })
    offset += line.length + 1
  }
  return lines
}

const conflictMark: Look = ({ text, offset }) =>
  /^(<{7}|>{7}|\|{7})( |$)|^={7}$/.test(text)
    ? {
        offset,
        message: 'Two versions of this file were put together, and the marks of that still stand in it.',
        mend: 'Choose what must stay, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.',
      }
    : null

/** How files of word processors begin. */
const DOCUMENTS = ['{\\rtf', 'PK\u0003\u0004', '%PDF-', '\u00D0\u00CF']
const richText: Look = ({ text, offset }) =>
  offset === 0 && DOCUMENTS.some((start) => text.startsWith(start))
    ? {
        offset,
        message: 'This is a document of a word processor, not plain text.',
        mend: 'Open it there, and save it as plain text (UTF-8).',
      }
    : null

const tab: Look = ({ text, offset }) => {
  const at = /^[ ]*(?:-[ ]+)*\t/.exec(text)
  return at && !/^\s*(#|$)/.test(text)
    ? { offset: offset + at[0].length - 1, message: 'This line is indented with a tab.', mend: 'Put spaces in its place.' }
    : null
}

const otherDash: Look = ({ text, offset }) => {
  const at = /^\s*(?=[‐-―−]\s*\w)/.exec(text)
  return at
    ? {
        offset: offset + at[0].length,
        message: 'This line begins with another dash than the hyphen that begins an item of a list.',
        mend: 'Type a hyphen and a space: "- ".',
      }
    : null
}

const tightDash: Look = ({ text, offset }) => {
  const at = /^\s*(?=-[A-Za-z][\w.]*:(\s|$))/.exec(text)
  return at
    ? {
        offset: offset + at[0].length,
        message: 'There is no space behind the hyphen that begins this item.',
        mend: 'Put a space between the hyphen and the word.',
      }
    : null
}

/** `key: "value` of which the quote never closes on this line, or a value that begins with an apostrophe and ends otherwise. */
const openQuote: Look = ({ text, offset }) => {
  const at = /^(\s*(?:- +)*[\w.]+:\s+)(["'])(.*)$/.exec(text)
  if (!at) return null
  const [, head = '', quote = '', rest = ''] = at
  const closed = quote === "'" ? /^(?:[^']|'')*'\s*(#.*)?$/.test(rest) : /^(?:[^"\\]|\\.)*"\s*(#.*)?$/.test(rest)
  if (closed) return null
  return {
    offset: offset + head.length,
    message: quote === "'" ? 'This text begins with an apostrophe, which opens a quote.' : 'The quote that opens here is never closed.',
    mend:
      quote === "'"
        ? 'Put the whole text in double quotes: "\'s Avonds open".'
        : 'Close it with the same quote, or write \\" for a quote inside the text.',
  }
}

const quotedInFlow: Look = ({ text, offset }) => {
  const at = /[{,]\s*[\w.]+:\s+'(?![^']*'\s*[,}])/.exec(text)
  return at
    ? {
        offset: offset + at.index + at[0].length - 1,
        message: 'This text begins with an apostrophe, which opens a quote.',
        mend: 'Put the whole text in double quotes: "\'s Avonds open".',
      }
    : null
}

const bareColour: Look = ({ text, offset }) => {
  const at = /:\s+(?=#[0-9A-Fa-f]{3,8}\b)/.exec(text)
  return at
    ? {
        offset: offset + at.index + at[0].length,
        message: 'What stands behind a bare # is a comment, so this colour is not read.',
        mend: 'Put the colour in quotes: "#004699".',
      }
    : null
}

const tightColon: Look = ({ text, offset }) => {
  const at = /^(\s*(?:- +)*[A-Za-z][\w.]*):(?=[^\s/:])/.exec(text)
  return at
    ? {
        offset: offset + (at[1]?.length ?? 0),
        message: 'There is no space behind the colon.',
        mend: 'Put a space between the colon and the value.',
      }
    : null
}

const missingColon: Look = ({ text, offset }) => {
  const at = /^(\s*(?:- +)*)([A-Za-z][\w.]*) +\S/.exec(text)
  return at && !/:(\s|$)/.test(text)
    ? {
        offset: offset + (at[1]?.length ?? 0),
        message: `There is no colon behind "${at[2]}".`,
        mend: `Write ${at[2]}: with a space behind the colon. Is it the end of the text above? Then put that text in quotes.`,
      }
    : null
}

/** A second colon in a value without quotes. */
const colonInText: Look = ({ text, offset }) => {
  const at = /^(\s*(?:- +)*[\w.]+:\s+)(?=[^\s"'[{>|&*#][^"]*?:\s)|([{,]\s*[\w.]+:\s+)(?=[^\s"'[{][^,}"]*?:\s)/.exec(text)
  return at
    ? {
        offset: offset + at.index + at[0].length,
        message: 'There is a colon inside this text, which would begin a value of its own.',
        mend: 'Put the whole text in quotes: "Open: every day".',
      }
    : null
}

/** The first `name: value` that begins in a column where none of those it may belong with begins. */
function indentation(lines: readonly Line[]): Slip | null {
  const columns: number[] = []
  for (const line of lines) {
    if (!/^\s*(?:- +)*[\w.]+:(\s|$)/.test(line.text)) continue
    const column = keyColumn(line.text)
    const deeper = (columns.at(-1) ?? -1) < column
    while ((columns.at(-1) ?? -1) > column) columns.pop()
    if (!deeper && columns.at(-1) !== column)
      return {
        offset: line.offset + line.text.search(/\S/),
        message: 'This line is not as far from the margin as the lines it belongs with.',
        mend: 'Compare it with the lines above: what belongs together begins in the same column. Add or take away spaces.',
      }
    if (deeper) columns.push(column)
  }
  return null
}

const keyColumn = (text: string): number => /^\s*(?:- +)*/.exec(text)?.[0].length ?? 0

/** Wrong wherever they stand. */
const ANYWHERE: readonly Look[] = [richText, conflictMark, tab, otherDash, tightDash]
/** Suspect where the parser stopped: the surest first. */
const NEARBY: readonly Look[] = [bareColour, openQuote, quotedInFlow, tightColon, missingColon, colonInText]
