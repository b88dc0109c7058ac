import type { ListValue, Value } from '../feel/value.ts'
import type { AttachmentState } from '../model/answers/answers.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import type { Assessment, BoxCoverage, EventHours, SectionCoverage } from './assessment.ts'
import type {
  AreaState,
  Behind,
  Clash,
  DocumentState,
  FeeState,
  FiredCheck,
  FormState,
  Held,
  HoursJudged,
  Instance,
  Items,
  ListInput,
  PathState,
  TermState,
  VerdictState,
} from './states.ts'

/** What a cell holds, by the first part of its id: `kind|part|part`. Inputs that were never given are undefined. */
export interface CellValues {
  answer: AnswerJson | undefined
  /** Subject of a row. */
  row: string | undefined
  listInput: ListInput | undefined
  leftEmpty: true | undefined
  attachment: AttachmentState | undefined
  fact: Value
  refined: Value
  list: ListValue
  roles: readonly Held[]
  alias: Value
  behind: Behind
  parameter: Value
  attached: Value
  verdict: VerdictState
  form: FormState
  path: PathState
  /** Id of the stop where the path ends. */
  stop: string | null
  box: BoxCoverage
  items: Items
  instance: Instance
  section: SectionCoverage
  check: readonly FiredCheck[]
  checkRow: FiredCheck | null
  clash: Clash
  document: DocumentState
  documentRow: DocumentState
  fee: FeeState
  hoursRow: HoursJudged
  hours: readonly HoursJudged[]
  eventHours: readonly EventHours[]
  areas: readonly AreaState[]
  terms: readonly TermState[]
  advice: Assessment['advice']
}
type Kind = keyof CellValues
/** Reads a cell. */
export type Get = <K extends Kind>(id: `${K}|${string}`) => CellValues[K]
