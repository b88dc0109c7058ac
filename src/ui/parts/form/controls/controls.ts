import type { FactType } from '../../../../model/schema/question.ts'
import { Choice, YesNo } from './Choice.tsx'
import type { ControlKind, TextLine } from './control-kind.ts'
import { LongText } from './LongText.tsx'
import { Period } from './Period.tsx'
import { Country, Party } from './Select.tsx'
import { Text } from './Text.tsx'
import { Ticks } from './Ticks.tsx'
import { Time } from './Time.tsx'

const line = (settings: TextLine = {}, missing?: ControlKind['missing']): ControlKind => ({
  Control: Text,
  line: settings,
  ...(missing && { missing }),
})

/** One kind of answer, one kind of input. */
export const CONTROLS: Readonly<Record<FactType, ControlKind>> = {
  yesNo: { Control: YesNo, many: true, atOnce: true, missing: 'choose' },
  choice: { Control: Choice, many: true, atOnce: true, missing: 'choose' },
  multiChoice: { Control: Ticks, many: true, atOnce: true, missing: 'tick' },
  text: line({ prose: true }),
  longText: { Control: LongText },
  integer: line({ inputMode: 'numeric', size: 8 }, 'wholeNumber'),
  number: line({ inputMode: 'decimal', size: 8 }, 'number'),
  amount: line({ inputMode: 'decimal', size: 10, sign: '€' }, 'amount'),
  area: line({ inputMode: 'decimal', size: 8, unit: 'm2' }),
  date: line({ type: 'date', size: 14, chosen: true }, 'someDate'),
  time: { Control: Time, missing: 'time' },
  period: { Control: Period, many: true, missing: 'period' },
  houseNumber: line(),
  postcode: line({ size: 8 }, 'postcode'),
  phone: line({ type: 'tel', inputMode: 'tel', size: 18, autoComplete: 'tel' }, 'phone'),
  email: line({ type: 'email', inputMode: 'email', autoComplete: 'email' }, 'email'),
  kvk: line({ inputMode: 'numeric', size: 10 }),
  branch: line({ inputMode: 'numeric', size: 14 }),
  bsn: line({ inputMode: 'numeric', size: 11, ofOthers: 'off' }),
  rsin: line(),
  vat: line(),
  payrollTax: line(),
  iban: line({ size: 24 }),
  country: { Control: Country, atOnce: true, missing: 'choose' },
  party: { Control: Party, atOnce: true, missing: 'choose' },
  // answered among the attachments
  file: line(),
}
