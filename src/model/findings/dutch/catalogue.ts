import type { FindingCode } from '../finding.ts'
import { ANSWERS } from './answers.ts'
import { BIBOB } from './bibob.ts'
import type { CodeInDutch } from './code-in-dutch.ts'
import { EXPRESSIONS } from './expressions.ts'
import { FILES } from './files.ts'
import { FORMS } from './forms.ts'
import { LANGUAGES } from './languages.ts'
import { LAYERS } from './layers.ts'
import { LICENCES } from './licences.ts'
import { QUESTIONS } from './questions.ts'
import { TOWN } from './town.ts'
import { TREE } from './tree.ts'

/** Every code in Dutch: one without does not compile. */
export const DUTCH: Readonly<Record<FindingCode, CodeInDutch>> = {
  ...FILES,
  ...LAYERS,
  ...EXPRESSIONS,
  ...QUESTIONS,
  ...LANGUAGES,
  ...LICENCES,
  ...FORMS,
  ...TOWN,
  ...BIBOB,
  ...TREE,
  ...ANSWERS,
}
