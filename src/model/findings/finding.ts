import { seen } from './look-alikes.ts'

/** Something wrong with a file, or worth knowing. Bad data gives findings, which are values, never exceptions. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'error' | 'warning' | 'note'
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  /** Path inside the file, `licences[2].rules[0].when`. */
  readonly path: string
  /** What is wrong. */
  readonly message: string
  /** How to mend it. */
  readonly mend: string
}

/** Stable codes; docs/issues.md is generated from this table. Add a row, never rename one. */
export const FINDING_CODES = {
  UNREADABLE_FILE: 'The file cannot be read.',
  BAD_ATTACHMENT: 'A file that the answers name cannot go along in the packet.',
  BAD_ENCODING: 'The file is not written as UTF-8.',
  FILE_TOO_LARGE: 'The file is larger than a rule, form or answer file may be.',
  BAD_YAML: 'The text is not valid YAML or JSON.',
  DUPLICATE_KEY: 'A key occurs twice in the same map.',
  FORBIDDEN_KEY: 'A key such as `__proto__` is not allowed in data.',
  BAD_SHAPE: 'A value has another shape or type than this kind of file asks.',
  DUPLICATE_ID: 'Two items of the same kind share an id.',
  PREFIX_ID: 'An id is the beginning of another id.',
  UNKNOWN_REFERENCE: 'An id is named that does not exist.',
  UNKNOWN_LAYER: 'The layer that is extended does not exist.',
  CYCLIC_EXTENDS: 'Layers extend each other in a circle.',
  BAD_CHANGE: 'A change names a place that does not exist, or does not fit there.',
  LOCKED: 'The base does not allow towns to change this.',
  BASE_VERSION: 'A town was made against another version of the base than this one.',
  BASE_LOG: 'The change log of the base says what is not so.',
  FEEL_SYNTAX: 'The expression is not FEEL.',
  FEEL_UNKNOWN_NAME: 'The expression uses a name that does not exist.',
  FEEL_UNKNOWN_OPTION: 'The expression compares with an option that does not exist.',
  FEEL_TYPE: 'The expression compares or combines values of different types.',
  FEEL_UNSUPPORTED: 'The expression uses a part of FEEL that we do not offer.',
  FEEL_TOO_LARGE: 'The expression is longer or deeper than anybody can read.',
  FEEL_LONG_LINE: 'A line of a condition or formula is longer than anybody reads.',
  CYCLIC_RULE: 'A rule needs its own outcome.',
  BAD_OPTION: 'A question of this type needs options, or may not have them.',
  NO_BOUNDS: 'A number or date has no smallest and largest value that can be meant, or one of another type.',
  REASON_UNSTATED: 'A reason why a box does not apply may be printed where it is false.',
  READ_WITHOUT_VERDICT: 'What belongs to one licence is read for another, whether or not the first can be had.',
  ALWAYS_ATTACHED: 'A box depends on a document that nobody can say they have not.',
  DUTY_UNHEEDED: 'What holds for a permit would be said of a notification too.',
  BLOCK_OUTSIDE_VERDICT: 'A check forbids a licence of which the verdict says that it is needed.',
  BLOCK_WITHOUT_WAY: 'A block names no ground, or no way out.',
  REFINES_NOTHING: 'A rule that refines the tree reads nothing that is asked after it.',
  TWO_CLOCKS: 'The closing time that the first questions compare with contradicts the hours of the town.',
  UNREAD_PARAMETER: 'Nothing reads a value that towns are asked for.',
  BOX_NOT_FILLED: 'No question, formula, document or signature fills this box, or more than one does.',
  BOX_OPTION: 'An option of the question has no place among the options of the box.',
  BOX_NEVER_FILLED: 'No answer can ever fill this box.',
  ELEMENT_UNCOVERED: 'Something that the law requires in an application is on no form.',
  REPLACES_LACKS: 'A form that replaces another has nothing for one of its boxes.',
  OFFICIAL_FILE: 'The fillable PDF of a form cannot be used.',
  OFFICIAL_BOX: 'A box has no place in the fillable PDF of its form, or one that does not fit.',
  OFFICIAL_FIELD: 'A field of the fillable PDF of a form is not there, is filled twice, or nobody says what becomes of it.',
  NO_EVIDENCE: 'A box does not say why it is asked.',
  EVIDENCE_CLASHES: 'What a box says of why it is asked contradicts what is written elsewhere.',
  UNUSED_QUESTION: 'Nothing uses the answer to this question.',
  SAME_LABEL: 'Two questions next to each other have the same words.',
  LIKELY_DUPLICATE: 'Two questions may well ask the same thing.',
  ASKED_TWICE: 'A person would take two questions for the same.',
  FOLLOW_UP_FIRST: 'A follow-up comes before the question that it depends on.',
  SENSITIVE_OFFER: 'A sensitive question would be filled in beforehand.',
  EMPTY_COMPARED: 'A condition counts a question that was left empty as answered otherwise.',
  MISSING_TRANSLATION: 'A text is not there in every language.',
  UNTRANSLATED: 'Texts have no words in a language that is added.',
  UNKNOWN_TEXT: 'A language that is added has words for what nobody reads.',
  TEXT_PLACEHOLDER: 'Words of another language leave out what is put into the text, or put in what is not there.',
  WORKSHOP_TEXT: 'A text that people read holds a code of the domain files, or words of another language.',
  WORDS_NEVER_READ: 'Words for a case are never read.',
  WORDS_WITHOUT_REST: 'There are words for some cases, and none for the others.',
  STATUS_REFUSED: 'This form cannot have the status that is claimed for it.',
  BIBOB_ADDED: 'A town adds to the national list of Bibob questions (R1).',
  BIBOB_SELECTION: 'A Bibob question stays while the question it depends on is left out (R2).',
  BIBOB_REWORDED: 'A Bibob question is reworded; as an error, so that it asks more or something else (R3).',
  BIBOB_DOCUMENT: 'A document for Bibob is added, or more is demanded of it (R4).',
  BIBOB_SCOPE: 'A Bibob question looks back longer, or at other people, than the national list (R5).',
  BIBOB_CONDITION: 'A Bibob question would be asked of more people (R6).',
  BIBOB_CHAPTER: 'A chapter of the Bibob form is cut loose from the licence it is about (R7).',
  BIBOB_FLOOR: 'What the law demands is left out of the Bibob form, or made optional (R8).',
  BIBOB_CATALOGUE: 'Which catalogue of Bibob questions is loaded, and what may be said of it (R9).',
  BIBOB_LIGHT: 'A short list of Bibob questions has a price (R10).',
  BIBOB_BSN: 'The citizen service number is asked of somebody for whom there is no ground.',
  TREE_DEAD_END: 'A path through the tree does not end as it should.',
  TREE_UNREACHABLE: 'A step or stop can never be reached.',
  TREE_DEAD_CONDITION: 'A condition is always true or never true.',
  TREE_TOO_LONG: 'A path asks more steps than the rule set allows.',
  TREE_NO_VERDICT: 'A path ends without a verdict for a licence.',
  TREE_NOT_ENOUGH: 'Once the tree asks nothing more for a verdict, another answer of the tree could still change it.',
  TREE_READS_LATER: 'A step reads a fact that is only asked later.',
  EXAMPLE_FAILS: 'An example does not come out as it expects.',
  EXAMPLE_SURPLUS: 'A complete example answers what nobody is asked.',
  BAD_PERIOD: 'Two periods of one value overlap or leave days between them, or one ends before it begins.',
  HIDES_PERIOD: 'A layer names a list anew, such as the periods of a value, and what the layer below put in it is lost.',
  BAD_HOURS: 'A window of opening hours ends before it begins, is never reached, or a night is forgotten.',
  NEVER_CHOSEN: 'No address leads to a district or area.',
  BAD_MARK: 'The mark of a town cannot be shown, or holds more than a picture.',
  NEGATIVE_AMOUNT: 'A fee is less than nothing.',
  NO_SOURCE: 'A value of a town does not say where it was read.',
  FEE_ABOVE_CEILING: 'A fee is higher than the law allows.',
  CONTRAST: 'Two colours of the house style are too close for reading.',
  REPEATS_BASE: 'A layer says what the layer below says already.',
  UNVERIFIED: 'A value that nobody read in its source.',
  STALE: 'The newest value known is of an earlier year than asked.',
  UNKNOWN_VALUE: 'A value the town has not given.',
  ANSWER_UNKNOWN_QUESTION: 'The answer file answers a question that does not exist.',
  ANSWER_UNKNOWN_OPTION: 'The answer file gives an option that does not exist.',
  ANSWER_TYPE: 'The answer file gives an answer of another type than the question has.',
  ANSWER_VALUE: 'The answer file gives an answer that cannot be right.',
  ANSWER_UNKNOWN_ROW: 'The answer file points at a row that does not exist.',
  ANSWER_DUPLICATE_ROW: 'Two rows of the answer file share an id.',
  ANSWER_UNKNOWN_COLLECTION: 'The answer file names a list that does not exist.',
  UNKNOWN_VARIANT: 'There is no town or district of that name.',
  MORE_FINDINGS: 'The file has more mistakes than are listed.',
} as const

export type FindingCode = keyof typeof FINDING_CODES

/** Shortens quotations of the file to what anybody reads: a name may be as long as the file, and there may be many. */
export const inBrief = (finding: Finding): Finding => ({
  ...finding,
  path: shortened(finding.path),
  message: shortened(finding.message),
  mend: shortened(seen(finding.message, finding.mend)),
})

function shortened(text: string): string {
  if (text.length < SHORT_WORD) return text
  const words = text.replace(ENDLESS_WORD, (word) => `${word.slice(0, 57)}…`)
  return words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words
}

const SHORT_WORD = 200
const ENDLESS_WORD = /\S{200,}/g
const MOST_LETTERS = 1_500

/** `file:line:path: message. mend [CODE]` */
export const formatFinding = ({ code, file, line, column, path, message, mend }: Finding): string =>
  `${file}:${line}:${column}${path ? ` ${path}` : ''}: ${message} ${mend} [${code}]`

/** Deduplicated: what is wrong in the base is found again for every town. */
export const distinctFindings = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [formatFinding(finding), finding])).values(),
]
