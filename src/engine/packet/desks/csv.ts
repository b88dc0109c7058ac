/** A table as text (RFC 4180), for programs that calculate. What such a program would run as a formula is shown as text: a cell that begins with one of its signs has an
 * apostrophe before it. */
export const csv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** Also behind white space, and as the wide signs that some programs take for them. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
