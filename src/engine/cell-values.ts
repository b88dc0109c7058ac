import type { ListValue, RowRef, Value } from '../feel/value.ts'
import type { AttachmentState } from '../model/answers/answers.ts'
import type { ListInput } from '../model/answers/edit.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import type { ResolvedSection } from '../model/variant.ts'
import type { Assessment, BoxCounts, BoxCoverage, EventHours, LicenceResult, SectionCoverage } from './assessment.ts'
import type {
  AreaState,
  Behind,
  BoxStatus,
  Clash,
  DocumentRowState,
  DocumentState,
  FeeState,
  FiredCheck,
  FormState,
  Held,
  HoursJudged,
  Instance,
  Items,
  Open,
  OpeningState,
  PathState,
  Refusal,
  SectionStatus,
  StepState,
  TermState,
  VerdictState,
} from './states.ts'

/** The type of a cell's value, by the first part of its id: `kind|part|part`. Inputs that were never given are undefined. */
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
  /** Name of a party as printed; its id while it has no name. */
  partyName: string
  alias: Value
  behind: Behind
  ownRole: RowRef | null
  parameter: Value
  attached: Value
  verdict: VerdictState
  /** The verdict and the duty as FEEL sees them: they change less often than what may still change the verdict. */
  word: Value
  duty: Value
  /** Whether a licence is handled inside another. */
  within: boolean
  form: FormState
  selection: FormState['boxes']
  step: StepState
  /** Tree answers that an open verdict or a stop waits for. */
  awaited: readonly string[]
  path: PathState
  /** Id of the stop where the path ends. */
  stop: string | null
  box: BoxStatus
  printed: BoxCoverage
  refused: Refusal | null
  items: Items
  instance: Instance
  section: SectionStatus
  sheet: SectionCoverage
  check: readonly FiredCheck[]
  firing: boolean
  checkCase: boolean
  checkRow: FiredCheck | null
  clash: Clash
  document: DocumentState
  documentRow: DocumentRowState
  fee: FeeState
  hoursRow: HoursJudged
  hours: readonly HoursJudged[]
  eventHours: readonly EventHours[]
  areas: readonly AreaState[]
  terms: readonly TermState[]
  opening: OpeningState | null
  advice: Assessment['advice']
  licences: readonly LicenceResult[]
  extras: Assessment['extras']
  rests: null
  sections: readonly ResolvedSection[]
  statuses: readonly SectionStatus[]
  outcomes: readonly string[]
  open: Open
  counts: BoxCounts
  fired: Assessment['checks']
  ruleChecks: Assessment['checks']
  fieldChecks: Assessment['checks']
  clashes: Assessment['checks']
  ceilings: Assessment['checks']
  fees: Assessment['fees']
  documents: Assessment['documents']
}
type Kind = keyof CellValues
/** Reads a cell. */
export type Get = <K extends Kind>(id: `${K}|${string}`) => CellValues[K]
