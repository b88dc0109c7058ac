/** Numbers with a checksum: one wrong digit is detected. */

/** Eleven test of the citizen service number and the RSIN: 9·a + 8·b + … + 2·h − i is a multiple of 11 (Besluit burgerservicenummer; RvIG, Logisch Ontwerp
 * BSN). */
export function isBsn(nine: string): boolean {
  if (!/^\d{9}$/.test(nine) || /^0+$/.test(nine)) return false
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0)
  return sum % 11 === 0
}

/** VAT id, `NL001234567B29`. For a sole trader the whole leaves remainder 1 when divided by 97 (since 2020); for others the nine digits are the RSIN, with its
 * eleven test (Belastingdienst, opbouw btw-identificatienummer; python-stdnum, nl.btw). */
export function isVatNumber(text: string): boolean {
  const [, nine = '', serial = '00'] = /^NL(\d{9})B(\d{2})$/.exec(text) ?? []
  return serial !== '00' && (isBsn(nine) || leavesOne(text))
}

/** Payroll tax number (loonheffingennummer), `801230020L01`: the fiscal number with its eleven test, L and a serial number. */
export function isPayrollTaxNumber(text: string): boolean {
  const [, nine = '', serial = '00'] = /^(\d{9})L(\d{2})$/.exec(text) ?? []
  return serial !== '00' && isBsn(nine)
}

/** ISO 7064, MOD 97-10: letters count as 10 to 35. */
function leavesOne(text: string): boolean {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
