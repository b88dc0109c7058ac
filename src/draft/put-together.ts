import { leftOf } from '../engine/asked/left.ts'
import type { Assessment } from '../engine/assessment.ts'
import type { Case } from '../engine/context.ts'
import type { Answers } from '../model/answers/answers.ts'
import { writeAnswers } from '../model/answers/write-answers.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import type { FactNames } from '../model/schema/fact-names.ts'
import type { Draft } from './draft.ts'
import { fileNames } from './files/file-keys.ts'
import { askedNow } from './other-rules/receipt.ts'
import { roleRowsOf } from './other-rules/role-rows.ts'

/** The answers of the case as a file. */
export const fileOf = ({ answers, variant }: Case, { files }: Draft): AnswerFile => writeAnswers(answers, variant.id, fileNames({ files }))

/** The draft as persisted: with the answers of the case, and its summary for the list of drafts. */
export function putTogether(draft: Draft, application: Case, { counts }: Assessment): Draft {
  const { answers, variant } = application
  const left = leftOf(application)
  return {
    ...draft,
    ruleSet: variant.ruleSet,
    file: fileOf(application, draft),
    roleRows: roleRowsOf(answers, variant.names),
    asked: askedNow(answers, variant),
    about: {
      ...draft.about,
      name: nameOf(answers, variant.names),
      town: variant.name,
      open: left.treeOpen ? null : left.answers.length,
      lists: left.lists.length,
      asked: counts.asked,
    },
  }
}

/** What people call their business; empty until they have said. */
const nameOf = ({ values }: Answers, { premises, business }: FactNames): string => {
  const name = values.get(premises.name) ?? values.get(business.tradeName) ?? values.get(business.statutoryName)
  return typeof name === 'string' ? name : ''
}
