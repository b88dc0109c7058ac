import { openCase } from '../../engine/case.ts'
import type { Case } from '../../engine/context.ts'
import { addedLanguage } from '../../model/lang.ts'
import type { Site } from '../site.ts'

/** The same case in the language of the paper: English where the pages speak an added language. Whatever is made from it is made inside `inPlainEnglish`. */
export async function onPaper({ towns }: Pick<Site, 'towns'>, application: Case): Promise<Case> {
  const town = towns.find(({ id }) => id === application.variant.id)
  if (application.lang === 'nl' || addedLanguage() === null || !town) return application
  const { variant } = await town.load('en', null)
  return openCase(variant, application.answers, application.dates, 'en')
}
