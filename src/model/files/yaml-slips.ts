/** A slip that makes a file unreadable, and how to mend it, in terms of a text editor. */
export interface Slip {
  /** Position in characters from the start. */
  readonly offset: number
  readonly message: string
  readonly mend: string
}

interface Line {
  readonly text: string
  readonly offset: number
}
type Look = (line: Line, before: Line | undefined) => Slip | null

/** The most likely mistake in a text that the YAML parser refused at `failedAt`. A slip causes several parse errors, often further down: only the earliest
 * certain one is reported.
 * @param said the message of the parser
 * @returns null when it is none of the known slips; then only the message of the parser is left */
export function findSlip(text: string, failedAt: number, said = ''): Slip | null {
  const lines = linesOf(text)
  for (const look of ANYWHERE) {
    const found = first(lines, look)
    if (found) return found
  }
  // an unclosed quote is only noticed at the end of the file
  const open = /closing/i.test(said) ? first(lines, openQuote) : null
  if (open) return open
  // what may be correct elsewhere is only suspect where the parser stopped, or just above
  const failed = Math.max(
    0,
    lines.findLastIndex(({ offset }) => offset <= failedAt),
  )
  const near = lines.slice(Math.max(0, failed - NEAR), failed + 1).filter(({ text: line }) => /\S/.test(line) && !/^\s*#/.test(line))
  for (const look of NEARBY) {
    const found = first(near, look)
    if (found) return found
  }
  return indentation(lines.slice(0, failed + 1)) ?? bySaid(said, lines[failed], failedAt)
}

/** Slips that only the message of the parser reveals. */
function bySaid(said: string, line: Line | undefined, failedAt: number): Slip | null {
  const bracket = /end with a ([\]}])/.exec(said)?.[1]
  if (bracket !== undefined)
    return {
      offset: failedAt,
      message: `Somewhere above a ${bracket} is missing.`,
      mend: 'Count what opens and what closes, from the last line that was right.',
    }
  if (/block sequence may not/.test(said) && line && /^\s*- /.test(line.text))
    return {
      offset: line.offset + line.text.indexOf('-'),
      message: 'A list item begins here, but what precedes it is not a list item.',
      mend: 'Put a hyphen and a space before the first key above it too: "- id: …".',
    }
  return null
}

/** How many lines above the place where the parser stopped are searched, the nearest last. */
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
        message: 'This file still has the conflict markers of a merge in it.',
        mend: 'Choose what must stay, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.',
      }
    : null

/** Magic numbers of word processor files. */
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

/** Non-breaking and other spaces, as in text from web pages and word processors. */
const hardSpace: Look = ({ text, offset }) => {
  const at = /^(?: *(?:- *)*|\s*(?:- +)*[\w.]+:)(?=[\u00A0\u2007\u202F])/.exec(text)
  return at
    ? {
        offset: offset + at[0].length,
        message: 'There is a hard space here, as a web page or a word processor makes it.',
        mend: 'Type ordinary spaces in its place.',
      }
    : null
}

/** `---` and `...` separate documents; the first line may be one. */
const secondFile: Look = ({ text, offset }, before) =>
  before && /^(?:---|\.\.\.)(?:\s|$)/.test(text)
    ? { offset, message: 'This line begins another file inside this one.', mend: 'Take this line out.' }
    : null

const slashes: Look = ({ text, offset }) =>
  /^\s*\/\//.test(text)
    ? { offset: offset + text.indexOf('/'), message: 'Two slashes begin no comment.', mend: 'Begin the line with # instead.' }
    : null

/** Special characters at the start of a value; text after `]` shows that the bracket was part of the text. */
const signFirst: Look = ({ text, offset }) => {
  const at = /^(\s*(?:- +)*[\w.]+:\s+)(?=([@%`&]|- |\[[^\]"]*\]\s*[^\s#\]}]))(.*?)\s*$/.exec(text)
  return at
    ? {
        offset: offset + (at[1]?.length ?? 0),
        message: `A text that begins with ${at[2]?.charAt(0)} means something else in these files.`,
        mend: `Put the whole text in quotes: "${at[3]}".`,
      }
    : null
}

/** Keys that often occur together between braces. */
const BESIDE = 'amount|value|from|until|source|unverified|id|nl|en|open|close|place|kind|address|why|at|to|op|when|percent|roundTo|box'

const semicolon: Look = ({ text, offset }) => {
  const at = new RegExp(`[{,]\\s*[\\w.]+:\\s[^"{}]*?(?=;\\s*(?:${BESIDE}):)`).exec(text)
  return at
    ? {
        offset: offset + at.index + at[0].length,
        message: 'There is a semicolon where a comma belongs.',
        mend: 'Write a comma between the values.',
      }
    : null
}

const missingComma: Look = ({ text, offset }) => {
  const at = new RegExp(`[{,]\\s*[\\w.]+:\\s+(?:"[^"]*"|[^\\s,{}[\\]"']+)\\s+(?=(${BESIDE}):\\s)`).exec(text)
  return at
    ? {
        offset: offset + at.index + at[0].length,
        message: `There is no comma before ${at[1]}.`,
        mend: `Put a comma between the value and ${at[1]}.`,
      }
    : null
}

/** `{ nl: "Kleur "van" stoelen" }` */
const quoteInQuotes: Look = ({ text, offset }) => {
  const at = /[{,]\s*[\w.]+:\s+"[^"]*"(?=[^\s,}\]"])/.exec(text)
  return at
    ? {
        offset: offset + at.index + at[0].length - 1,
        message: 'There is a quote inside a text between quotes.',
        mend: 'Write \\" for a quote inside the text.',
      }
    : null
}

/** A line whose value is in one pair of brackets: one that is unclosed, or closes nothing. */
const brackets: Look = ({ text, offset }) => {
  const at = /^\s*(?:- +)*(?:[\w.]+:\s+)?(?=[[{])/.exec(text)
  if (!at) return null
  const open: { readonly sign: string; readonly place: number }[] = []
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => '"'.repeat(quoted.length))
  for (let place = at[0].length; place < bare.length; place += 1) {
    const sign = bare[place] ?? ''
    if (sign === '#' && bare[place - 1] === ' ') break
    if (sign === '[' || sign === '{') open.push({ sign, place })
    if (sign !== ']' && sign !== '}') continue
    const last = open.at(-1)
    if (!last) return { offset: offset + place, message: `This ${sign} closes nothing.`, mend: 'Take it out.' }
    if ((last.sign === '[') !== (sign === ']')) return neverClosed(last, offset)
    open.pop()
  }
  // a bracket that is open at the end may continue below
  const last = open.at(-1)
  return last && /[\]}]\s*$/.test(bare) ? neverClosed(last, offset) : null
}

const neverClosed = ({ sign, place }: { readonly sign: string; readonly place: number }, offset: number): Slip => ({
  offset: offset + place,
  message: `The ${sign} that opens here is never closed.`,
  mend: `Close it with ${sign === '[' ? ']' : '}'} behind the last value.`,
})

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

/** `key: "value` whose quote is not closed on this line, or a value with an apostrophe only at the start. */
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
        message: 'Whatever follows a bare # is a comment, so this colour is not read.',
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

/** A second colon in an unquoted value. */
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

/** The first `name: value` whose column matches none of its possible siblings. */
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

/** Always wrong. */
const ANYWHERE: readonly Look[] = [richText, conflictMark, tab, hardSpace, otherDash, tightDash, secondFile]
/** Only suspect where the parser stopped, the most certain first. */
const NEARBY: readonly Look[] = [
  bareColour,
  slashes,
  openQuote,
  quotedInFlow,
  quoteInQuotes,
  brackets,
  signFirst,
  semicolon,
  missingComma,
  tightColon,
  missingColon,
  colonInText,
]
