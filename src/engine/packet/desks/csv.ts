/** A table as CSV (RFC 4180), for spreadsheets. A cell that a spreadsheet would run as a formula gets an apostrophe in front, so that it is shown as text. */
export const csv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** Also after white space, and in the full-width characters that some programs treat alike. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
